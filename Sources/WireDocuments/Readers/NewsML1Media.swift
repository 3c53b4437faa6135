/// Determines whether contents and components of NewsML 1 are text, or a picture or film that comes with it.
struct NewsML1Media {
  let markup: Markup

  /// The word for a content item's medium, in lower case.
  func word(_ content: Markup.Index) -> String? {
    markup.line(markup.child(content, "MediaType"), attribute: "FormalName")?.lowercased()
  }

  /// Whether a content item is text, by its medium or, if none is stated, by its content.
  func isText(_ content: Markup.Index) -> Bool {
    // A style sheet is not text.
    let kinds = ["MimeType", "Format"].compactMap {
      markup.line(markup.child(content, $0), attribute: "FormalName")
    }
    if kinds.contains(where: { ["text/css", "css"].contains($0.lowercased()) }) { return false }
    guard let word = word(content) else { return !markup.all(content, "DataContent").isEmpty }
    return word.contains("text") || word == "complexdata" && !markup.all(content, "DataContent").isEmpty
  }

  /// The type of each component that is a picture or film, by its contents or its role; nil for one with a story in
  /// it.
  func media(of components: [NewsML1Component]) -> [ItemType?] {
    // The text of a picture is its caption.
    var hasStory = components.map { $0.role != .other && $0.contents.contains(where: isText) }
    var kinds = components.map { component in
      let words = component.contents.compactMap(word) + [component.word.lowercased()]
      return Self.types.firstIndex { type in words.contains { $0.contains(type.word) } } ?? .max
    }
    // Nested components follow the component that contains them.
    for index in components.indices.reversed() {
      guard let outer = components[index].outer else { continue }
      hasStory[outer] = hasStory[outer] || hasStory[index]
      kinds[outer] = min(kinds[outer], kinds[index])
    }
    return components.indices.map { hasStory[$0] || kinds[$0] == .max ? nil : Self.types[kinds[$0]].type }
  }

  /// Substrings of the words for media, which occur in roles, too.
  private static let types: [(word: String, type: ItemType)] = [
    ("photo", .picture), ("picture", .picture), ("image", .picture), ("caption", .picture),
    ("thumb", .picture), ("preview", .picture), ("graphic", .graphic), ("video", .video), ("audio", .audio),
  ]

  /// What an item is: text, or a picture or film by its contents.
  ///
  /// A headline alone is news, but a caption is said of a picture.
  ///
  /// - Parameters:
  ///   - contents: all its contents.
  ///   - texts: the components of those that are text.
  ///   - isNews: whether it has a headline.
  func type(of contents: [Markup.Index], texts: [NewsML1Component], isNews: Bool) -> ItemType {
    let isCaption =
      texts.allSatisfy { $0.role == .other } && texts.contains { $0.word.lowercased().contains("caption") }
    guard isCaption || texts.isEmpty && !isNews else { return .text }
    let words = contents.compactMap(word)
    let types: [(word: String, type: ItemType)] = [
      ("photo", .picture), ("graphic", .graphic), ("video", .video), ("audio", .audio),
    ]
    return types.first { words.contains($0.word) }?.type ?? .text
  }
}
