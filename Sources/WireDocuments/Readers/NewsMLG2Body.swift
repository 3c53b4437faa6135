import WireText

/// The text of an `inlineXML` or `inlineData` element.
enum NewsMLG2Body {
  /// Its paragraphs: NITF, XHTML, escaped HTML, or plain text.
  static func text(of rendition: Markup.Index, in markup: Markup, problems: inout [Problem]) -> BodyText {
    if markup.name(rendition) == "inlineData" { return data(of: rendition, in: markup, problems: &problems) }
    if let nitf = InnerNITF(in: rendition, of: markup) { return nitf.text(problems: &problems) }
    if let idf = IDFText(in: rendition, of: markup) { return idf.body }
    let main = MainSection.all(in: markup.descendants(rendition), of: markup)
    if !main.isEmpty { return ParagraphWalker.body(of: main, in: markup, .html) }
    if let body = markup.first(rendition, "body") {
      return ParagraphWalker.body(of: [body], in: markup, .html)
    }
    // With a vendor's own elements, each one is a paragraph.
    let isHTML = markup.descendants(rendition).contains { HTMLTag.isKnown(markup.name($0)) }
    return ParagraphWalker.body(of: markup.children(rendition), in: markup, isHTML ? .html : .anyXML)
  }

  static func data(
    of rendition: Markup.Index, in markup: Markup, problems: inout [Problem]
  ) -> BodyText {
    let isPacked = isPacked(rendition, in: markup)
    guard let (utf8, map) = isPacked ? markup.packedText(rendition) : markup.content(rendition) else {
      problems.append(.bodyEncoded)
      return BodyText()
    }
    if let nitf = InnerNITF.found(in: utf8, map: map, limits: markup.limits) {
      return nitf.text(problems: &problems)
    }
    let type = markup.line(rendition, attribute: "contenttype")?.lowercased() ?? ""
    return plainOrHTML(
      utf8, map: map, isHTML: type.contains("html"), limits: markup.limits, problems: &problems)
  }

  /// Whether the text of a rendition is base64.
  static func isPacked(_ rendition: Markup.Index, in markup: Markup) -> Bool {
    markup.line(rendition, attribute: "encoding") != nil
  }

  /// Text as HTML if it is labelled so or contains tags, otherwise as plain text.
  static func plainOrHTML(
    _ utf8: [UInt8], map: SourceMap, isHTML: Bool = false, limits: Limits, problems: inout [Problem]
  ) -> BodyText {
    guard isHTML || holdsHTML(utf8) else { return BodyText(plain: utf8, map: map, limits: limits) }
    let read = HTMLText.read(utf8, map: map, limits: limits)
    problems += read.problems
    return read.body
  }

  /// Whether text that is labelled as plain contains HTML tags.
  static func holdsHTML(_ utf8: [UInt8]) -> Bool {
    var at = 0
    while at < utf8.count {
      at = HTMLScanner.find(UInt8(ascii: "<"), in: utf8, from: at) + 1
      let rest = utf8[min(at, utf8.count)...].prefix(16)
      let name = rest.drop { $0 == UInt8(ascii: "/") }.prefix {
        HTMLScanner.isLetter($0) || (0x31...0x36).contains($0)
      }
      let after = name.endIndex < utf8.count ? utf8[name.endIndex] : 0
      if !name.isEmpty, after <= 0x20 || after == UInt8(ascii: ">") || after == UInt8(ascii: "/"),
        HTMLTag.isKnown(String(decoding: name.map(HTMLScanner.lowercased), as: UTF8.self))
      {
        return true
      }
    }
    return false
  }
}
