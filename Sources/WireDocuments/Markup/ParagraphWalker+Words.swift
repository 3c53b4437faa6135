import WireTrees

/// Words beside the copy: those in attributes, and those that stand in for what a browser cannot show.
extension ParagraphWalker {
  /// Records the words in the attributes of an element, unless it shows the same ones.
  mutating func note(_ node: Markup.Index, _ holdsWords: [Bool]) {
    let element = markup.nodes[node]
    for attribute in markup.attributes[Int(element.lower)..<Int(element.upper)]
    where holdsWords[Int(attribute.name)] {
      if markup.names[Int(attribute.name)].local == Self.dataAttribute {
        noteData(attribute, of: node)
        continue
      }
      let text = HTMLText.line(markup.string(attribute))
      guard text.contains(where: \.isLetter), !text.contains("://"), !isShown(text, by: node) else {
        continue
      }
      let key = "\(markup.name(node))@\(markup.names[Int(attribute.name)].local)"
      body.note([AttributeText(text: text, key: key, paragraph: body.paragraphs.count)])
    }
  }

  /// Whether a text is all that an element shows, in whatever lines.
  private func isShown(_ text: String, by node: Markup.Index) -> Bool {
    markup.line(node, upTo: 2 * text.utf8.count + Self.mostSpace) == text
  }

  /// The most white space of a text that is broken into lines, in bytes.
  private static let mostSpace = 1000

  /// Records the words of what a script builds from data in an attribute: the question and the answers of a poll, the
  /// title of another post.
  private mutating func noteData(_ attribute: Markup.Attribute, of node: Markup.Index) {
    let bytes = Array(markup.text[Int(attribute.lower)..<Int(attribute.upper)])
    guard let value = try? JSONValue.parse(bytes, maximumDepth: markup.limits.depth) else { return }
    let key = "\(markup.name(node))@\(Self.dataAttribute)"
    var waiting = [value]
    while let next = waiting.popLast() {
      if case .array(let elements) = next.content { waiting += elements.reversed() }
      waiting += next.members.reversed().map(\.value)
      guard next.isString, let text = next.text(in: bytes).map(HTMLText.line), text.contains(" "),
        !text.contains("://")
      else { continue }
      body.note([AttributeText(text: text, key: key, paragraph: body.paragraphs.count)])
    }
  }

  /// The attribute in which Substack's editor stores what a block consists of, as JSON.
  private static let dataAttribute = "data-attrs"

  /// Records the words that a browser shows instead of a film or recording that it cannot play, and the like.
  mutating func noteFallback(of node: Markup.Index) {
    guard let fewest = fallbacks[Int(markup.nodes[node].name)] else { return }
    let text = markup.shownLine(node)
    guard text.contains(where: \.isLetter), text.split(separator: " ").count >= fewest else { return }
    body.note([AttributeText(text: text, key: markup.name(node), paragraph: body.paragraphs.count)])
  }

  /// The elements whose content is no copy but words for readers, and how few of them are more than a label.
  static let fallbackElements = [
    "object": 1, "applet": 1, "audio": 1, "video": 1, "canvas": 1, "svg": 10, "textarea": 10,
  ]

  /// The attributes that hold words for readers.
  static let wordAttributes: Set<String> = ["title", "alt", "tooltip", "summary", dataAttribute]
}
