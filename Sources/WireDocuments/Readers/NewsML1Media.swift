/// What the contents and components of NewsML 1 are: text, or a picture or film beside it.
struct NewsML1Media {
  let markup: Markup

  /// The word for the medium of a content item, in lower case.
  func word(_ content: Markup.Index) -> String? {
    markup.line(markup.child(content, "MediaType"), attribute: "FormalName")?.lowercased()
  }

  /// Whether a content item is text, by its medium or, where that is not said, by its content.
  func isText(_ content: Markup.Index) -> Bool {
    // How a text looks is none.
    let kinds = ["MimeType", "Format"].compactMap {
      markup.line(markup.child(content, $0), attribute: "FormalName")
    }
    if kinds.contains(where: { ["text/css", "css"].contains($0.lowercased()) }) { return false }
    guard let word = word(content) else { return !markup.all(content, "DataContent").isEmpty }
    return word.contains("text") || word == "complexdata" && !markup.all(content, "DataContent").isEmpty
  }

  /// The picture or film that each component is, by its contents or its role; nil for one with a story in it.
  func media(of components: [NewsML1Component]) -> [ItemType?] {
    // The text of a picture is its caption.
    var hasStory = components.map { $0.role != .other && $0.contents.contains(where: isText) }
    var kinds = components.map { component in
      let words = component.contents.compactMap(word) + [component.word.lowercased()]
      return Self.types.firstIndex { type in words.contains { $0.contains(type.word) } } ?? .max
    }
    // What a component holds stands behind it.
    for index in components.indices.reversed() {
      guard let outer = components[index].outer else { continue }
      hasStory[outer] = hasStory[outer] || hasStory[index]
      kinds[outer] = min(kinds[outer], kinds[index])
    }
    return components.indices.map { hasStory[$0] || kinds[$0] == .max ? nil : Self.types[kinds[$0]].type }
  }

  /// Parts of the words for media, which roles have in them too.
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
