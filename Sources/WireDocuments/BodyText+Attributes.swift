import WireText

/// Words that an attribute of an element in a text holds and that a page shows beside it: the title of a link, the
/// description of a picture.
struct AttributeText: Sendable, Hashable {
  /// The words on one line.
  var text: String
  /// The names of the element and the attribute: `a@title`.
  var key: String
  /// The number of the paragraph that the element is in.
  var paragraph: Int
}

extension BodyText {
  /// The most of them that are kept for a text.
  private static let maximumAttributeTexts = 1000

  /// Records the words of attributes, each as often as it stands there.
  mutating func note(_ texts: [AttributeText], from start: Int = 0) {
    for var text in texts.prefix(Self.maximumAttributeTexts - attributeTexts.count) {
      text.paragraph += start
      attributeTexts.append(text)
    }
    if attributeTexts.count == Self.maximumAttributeTexts { hasFurtherAttributeTexts = true }
  }
}

extension Document {
  /// Makes fields of the words in the attributes of the text: they are said beside the copy, and are none.
  mutating func takeAttributeTexts() {
    guard !body.attributeTexts.isEmpty else { return }
    var known = Set(fields.map(\.text))
    for found in body.attributeTexts where known.insert(found.text).inserted {
      let paragraph =
        body.paragraphs.indices.contains(found.paragraph) ? body.paragraphs[found.paragraph] : nil
      let place = paragraph.flatMap { body.map.fileRange(of: $0.range) }
      fields.append(Field(.other, found.text, key: found.key, place: place))
    }
    if body.hasFurtherAttributeTexts {
      problems.append(
        Problem("many-attributes", "further titles of links and descriptions of pictures are not listed"))
    }
    body.attributeTexts = []
  }
}
