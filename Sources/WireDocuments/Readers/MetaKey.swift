import WireText

/// The purpose of a site's custom field, according to the words in its key.
enum MetaKey: Equatable {
  case field(Field.Name)
  case url(Field.Name)
  case rights(RightsField.Kind)
  case embargo
  /// The item, or the agency, that the document is a translation of.
  case original
  /// A statement about a picture, film or sound that comes with the item.
  case media(RightsField.Kind)

  /// Substrings of which every such key contains at least one.
  private static let stems: [StaticString] = [
    "right", "credit", "source", "canonical", "licen", "syndicat", "byline", "translat", "embargo",
    "usage", "terms", "restriction", "note", "instruction", "mining", "reservation",
    "dek", "deck", "kicker", "standfirst", "strap", "subhead", "subtitle", "headline", "overline", "eyebrow",
    "dateline",
  ]

  /// The longest key that is kept, and judged, with each text under it, in characters.
  static let longestKey = 80

  /// What stands above a story.
  static let headings: Set<Field.Name> = [.title, .subhead, .dateline]
  private static let notes: Set<String> = [
    "editorsnote", "editornote", "editorialnote", "ednote", "notetoeditors", "notestoeditors",
    "specialinstructions",
  ]

  /// Nil if the key indicates none of these.
  ///
  /// - Parameters:
  ///   - key: the site's own name of the field.
  ///   - text: its value, which distinguishes addresses from text.
  init?(_ key: String, text: String) {
    let bytes = key.utf8.map(HTMLScanner.lowercased)
    // Most keys in exports are technical; this check is cheaper than splitting all of them into words.
    guard Self.stems.contains(where: { HTMLScanner.find($0, in: bytes, from: 0) != nil }) else { return nil }
    guard let purpose = Self.purpose(of: key, text: text) else { return nil }
    switch purpose {
    case .rights(let kind) where KeyWords(key).isOfMedia: self = .media(kind)
    case .embargo where KeyWords(key).isEmbargoElsewhere: self = .field(.other)
    default: self = purpose
    }
  }

  private static func purpose(of key: String, text: String) -> MetaKey? {
    let words = key.lowercased().split { !$0.isLetter && !$0.isNumber }
    func has(_ names: Substring...) -> Bool { words.contains { names.contains($0) } }
    let isAddress = text.isAddress
    let name = words.joined()
    let isEmbargo = KeyWords(key).namesEmbargo
    if isEmbargo, CivilTime(field: text) != nil {
      return .embargo
    } else if has("canonical") {
      return .url(.canonical)
    } else if has("copyright", "rights") {
      return .rights(.notice)
    } else if has("license", "licence") {
      return .rights(RightsField.Kind.terms.stating(text))
    } else if has("credit", "credits", "creditline") {
      return .field(.credit)
    } else if has("source", "syndication", "syndicated") {
      return isAddress ? .url(.original) : .field(.source)
    } else if has("byline") {
      return .field(.byline)
    } else if ItemLink.isTranslationKey(key) {
      return .original
    } else if isEmbargo {
      return .embargo
    } else if let kind = RightsKeys.kinds[name] {
      return .rights(kind.stating(text))
    } else if notes.contains(name) {
      return .field(.editorsNote)
    } else if let field = StoryKeys.fields[StoryKeys.name(of: key)], headings.contains(field) {
      return .field(field)
    } else {
      return nil
    }
  }
}
