import WireText

/// Copy in a post's content that stands in attributes, and not between tags: blocks that the server renders keep it in
/// their JSON, shortcodes between quotes: `[testimonial text="…"]`.
enum WXRAttributes {
  /// Attaches the texts to a document.
  ///
  /// - Parameters:
  ///   - content: the content as written.
  ///   - shortcodes: the ranges of shortcode tags in it.
  ///   - map: leads from the content to the file; nil if the content is the file.
  ///   - further: the texts that the document has already.
  static func attach(
    from content: [UInt8], shortcodes: [Range<Int>] = [], map: SourceMap? = nil,
    beside further: inout AlternativeTexts, to document: inout Document, limits: Limits
  ) {
    for text in texts(in: content, shortcodes: shortcodes, limits: limits) {
      var other = text.document
      if let map { other.body.map = other.body.map.composed(with: map) }
      further.attach(other, name: text.name, to: &document, limits: limits)
    }
  }

  /// The texts, each as a document, with the names of the blocks and shortcodes that hold them.
  ///
  /// - Parameters:
  ///   - content: the content as written.
  ///   - shortcodes: the ranges of shortcode tags in it.
  ///   - limits: the bounds to work within.
  private static func texts(
    in content: [UInt8], shortcodes: [Range<Int>], limits: Limits
  ) -> [(name: String, document: Document)] {
    var all: [(name: String, document: Document)] = []
    for block in WXRBlocks(in: content) {
      for text in WXRTexts(in: block.attributes, limits: limits).texts {
        all.append(("block \(block.name)", document(text.utf8, map: SourceMap(), limits: limits)))
      }
    }
    for tag in shortcodes {
      let name = content[tag].dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: "]") }
      let title = "shortcode \(String(decoding: name, as: UTF8.self))"
      for value in values(in: content, tag) where WXRTexts.isCopy(content[value.range], under: value.name) {
        let map = SourceMap(identity: value.range.count, at: value.range.lowerBound)
        all.append((title, document(Array(content[value.range]), map: map, limits: limits)))
      }
      if let packed = WXRPacked.content(content, behind: tag) {
        let html = WXRPacked.html(content, packed)
        let read = HTMLText.read(html.utf8, map: SourceMap(), limits: limits)
        var document = Document(origin: Origin(path: "", format: HTMLReader.format.name))
        document.body = read.body
        document.problems = html.problems + read.problems
        all.append((title, document))
      }
    }
    return all
  }

  /// The quoted values in a tag with their names.
  private static func values(in content: [UInt8], _ tag: Range<Int>) -> [(name: String, range: Range<Int>)] {
    var values: [(name: String, range: Range<Int>)] = []
    var start: Int?
    var quote: UInt8 = 0
    for at in tag {
      let byte = content[at]
      if let open = start, byte == quote {
        let name = name(before: content[tag.lowerBound..<open - 1])
        if !name.hasSuffix("alt") { values.append((name, open..<at)) }
        start = nil
      } else if start == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        (start, quote) = (at + 1, byte)
      }
    }
    return values
  }

  /// The name of a value that starts after some bytes of a tag, in lower case; `alt` and `image_alt` describe a picture
  /// for those who do not see it.
  private static func name(before value: ArraySlice<UInt8>) -> String {
    let name = value.reversed().drop { $0 == UInt8(ascii: "=") || $0 <= 0x20 }.prefix { $0 > 0x20 }
    return String(decoding: name.reversed(), as: UTF8.self).lowercased()
  }

  /// A text of an attribute or a field as a document, in HTML or plain text.
  static func document(_ utf8: [UInt8], map: SourceMap, limits: Limits) -> Document {
    let isHTML = NewsMLG2Body.holdsHTML(utf8)
    var document = Document(
      origin: Origin(path: "", format: (isHTML ? HTMLReader.format : PlainTextReader.format).name))
    if isHTML {
      let read = HTMLText.read(utf8, map: map, limits: limits)
      document.body = read.body
      document.problems = read.problems
    } else {
      document.body = BodyText(plain: utf8, map: map, limits: limits)
    }
    return document
  }
}
