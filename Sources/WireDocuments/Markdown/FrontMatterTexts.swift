import WireText

/// Copy in front matter: the blocks that page builders assemble a page from, and texts under a site's own keys.
enum FrontMatterTexts {
  /// The fewest words of a value that counts as copy; fewer are a label.
  private static let fewestWords = 8
  /// The most words of a headline.
  private static let longestTitle = 40

  /// Attaches text that is neither in a field of the document nor in its body.
  ///
  /// A single value whose key says that it is about a picture or an author, or for editors, search engines and social
  /// media, is kept as a field; any other prose is copy, and so is all in lists and maps.
  static func attach(
    _ matter: FrontMatter, of decoded: Decoded, to document: inout Document, limits: Limits
  ) {
    var further = AlternativeTexts()
    for entry in matter.entries {
      let name = FrontMatterFields.name(of: entry.key)
      var places = FrontMatterPlaces(decoded.utf8, entry.range)
      for text in strings(in: entry.value) {
        guard isCopy(text, name) else { continue }
        if case .text = entry.value, isAside(entry.key) {
          document.fields.append(
            Field(
              .other, oneLine(text), key: "front matter: \(entry.key)", place: decoded.fileRange(entry.range))
          )
          continue
        }
        further.attach(
          body(text, entry, &places, decoded, limits), name: "front matter: \(entry.key)", to: &document,
          limits: limits)
      }
    }
  }

  /// Whether the words of a key name something about the story: `image_caption`, `heroALT`, `keywords`.
  private static func isAside(_ key: String) -> Bool {
    KeyWords(key).words.contains(where: asides.contains) || asides.contains(key.lowercased())
  }

  private static let asides: Set<String> = [
    "caption", "alt", "image", "photo", "picture", "cover", "video", "thumbnail", "seo", "meta", "og",
    "twitter",
    "social", "metadescription", "note", "notes", "comment", "comments", "bio", "keyword", "keywords", "tag",
    "tags",
    "category", "categories", "topics",
  ]

  private static func isCopy(_ text: String, _ name: String) -> Bool {
    let words = text.split(maxSplits: longestTitle + 1, whereSeparator: \.isWhitespace).count
    if StoryKeys.headlines.contains(name) { return words > longestTitle }
    let isField = StoryKeys.isField(name) || RightsKeys.ofStory[name] != nil
    return words >= fewestWords && !isField
  }

  /// All texts of a value, at any depth.
  private static func strings(in value: FrontMatter.Value) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let values): values.flatMap(strings)
    case .map(let entries):
      // The values of these keys are read as separate fields.
      entries.filter { RightsKeys.ofStory[StoryKeys.normal($0.key)] == nil }
        .flatMap { strings(in: $0.value) }
    }
  }

  /// The paragraphs of a text, with their positions; exact if the text is written literally.
  private static func body(
    _ text: String, _ entry: FrontMatter.Entry, _ places: inout FrontMatterPlaces, _ decoded: Decoded,
    _ limits: Limits
  ) -> BodyText {
    let utf8 = Array(text.utf8)
    var map = SourceMap()
    if let found = places.next(utf8) {
      map = SourceMap(identity: utf8.count, at: found.lowerBound)
    } else if !entry.range.isEmpty {
      map.append(TextRange(0, utf8.count), from: FileRange(entry.range), isExact: false)
    }
    return MarkdownText.read(utf8, map: decoded.fileMap(of: map), limits: limits).body
  }
}
