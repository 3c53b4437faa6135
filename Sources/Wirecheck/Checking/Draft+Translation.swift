internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

extension Draft {
  /// The originals that a line near the start or the end of the text says the document translates, as
  /// identifiers of items, or else of agencies: “Translated from Northwire by Ana Petrova”.
  ///
  /// A line that names neither refers to the agencies that the document credits.
  ///
  /// - Parameter isItem: whether an item with that identifier is known.
  func translatedOriginals(
    _ newsroom: Newsroom, isItem: (String) throws(IndexFault) -> Bool
  ) throws(IndexFault) -> [String] {
    for line in declarations {
      let text = document.body.string(line)
      guard newsroom.notices.declaresTranslation(text, beside: document.body.utf8) else { continue }
      var items: [String] = []
      for word in text.split(whereSeparator: \.isWhitespace).map(AdvisoryNames.trimmed)
      where Self.mayBeIdentifier(word) {
        if try isItem(String(word)) { items.append(String(word)) }
      }
      if !items.isEmpty { return items }
      let named = Self.agencies(in: document.body.utf8, line, newsroom)
      if !named.isEmpty { return named }
      return document.fields.filter { [.credit, .source].contains($0.name) }.flatMap { field in
        let bytes = Array(field.text.utf8)
        return Self.agencies(in: bytes, TextRange(0, bytes.count), newsroom)
      }
    }
    return []
  }

  /// The short paragraphs at both ends of the text.
  private var declarations: [TextRange] {
    let own = document.ownParagraphs.filter { $0.role != .caption }.map(\.range)
    let ends =
      own.prefix(Self.headParagraphs) + own.dropFirst(Self.headParagraphs).suffix(Self.footParagraphs)
    return ends.filter { $0.count <= Self.declarationBytes && !isNotice($0) }
  }

  private static func agencies(in text: [UInt8], _ range: TextRange, _ newsroom: Newsroom) -> [String] {
    var ids: [String] = []
    for mark in newsroom.agencies.agencyMarks(in: text, range: range) where !ids.contains(mark.agency.id) {
      ids.append(mark.agency.id)
    }
    return ids
  }

  /// Whether a word has the form of an identifier: more than three characters, at least one of them a digit.
  private static func mayBeIdentifier(_ word: Substring) -> Bool {
    word.count > 3 && word.contains(where: \.isNumber)
  }

  /// How many paragraphs at the start are searched.
  private static var headParagraphs: Int { 2 }
  /// How many paragraphs at the end are searched.
  private static var footParagraphs: Int { 3 }
  /// The longest paragraph that can declare a translation, in bytes.
  private static var declarationBytes: Int { 200 }
}
