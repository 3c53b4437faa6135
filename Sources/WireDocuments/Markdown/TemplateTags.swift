import WireText

/// Finds the tags of template languages in the text of a site file: Liquid, Hugo, Nunjucks, Jinja, EJS-like.
///
/// A tag is markup: it is left out, and what stands between two tags stays, and so does the caption
/// that a tag gives a picture: `{{< figure caption="…" >}}`. Comments of the template language are left out whole, `raw` sections
/// are taken as they stand.
struct TemplateTags {
  /// What was left out, for a remark.
  private(set) var count = 0

  private let bytes: [UInt8]
  private var masked: [UInt8]
  /// For each way to close a tag, the next place where it stands; so that open tags do not cost a search each.
  private var nextClose: [String: Int] = [:]
  private var nextBlankLine = -1

  /// How far a tag may reach.
  private static let longestTag = 8192

  /// The text with all tags replaced, byte by byte.
  ///
  /// - Parameters:
  ///   - utf8: the file.
  ///   - start: where the text begins.
  ///   - filler: the byte that stands for a byte of a tag.
  ///   - omission: the same for tags that put in what stands elsewhere.
  /// - Returns: the whole file with its tags replaced, and the number of tags.
  static func masked(
    _ utf8: [UInt8], from start: Int, filler: UInt8, omission: UInt8
  ) -> (utf8: [UInt8], count: Int) {
    guard
      HTMLScanner.find("{{", in: utf8, from: start) != nil
        || HTMLScanner.find("{%", in: utf8, from: start) != nil
        || HTMLScanner.find("{#", in: utf8, from: start) != nil
    else { return (utf8, 0) }
    var tags = TemplateTags(utf8)
    tags.run(from: start, filler: filler, omission: omission)
    return (tags.masked, tags.count)
  }

  private init(_ utf8: [UInt8]) {
    bytes = utf8
    masked = utf8
  }

  private mutating func run(from start: Int, filler: UInt8, omission: UInt8) {
    var at = start
    while true {
      at = HTMLScanner.find(UInt8(ascii: "{"), in: bytes, from: at)
      guard at + 1 < bytes.count else { return }
      guard let end = tagEnd(at) else {
        at += 1
        continue
      }
      var stop = end
      if let block = liquidName(at), block == "raw" || block == "comment" || block == "verbatim" {
        let close = endOfBlock("end" + block, from: end)
        if block == "comment", let close { stop = close.upperBound }
        if block != "comment", let close {
          mask(at..<end, filler)
          mask(close, filler)
          count += 2
          at = close.upperBound
          continue
        }
      }
      if stop > end {
        mask(at..<stop, filler)
      } else if let caption = caption(in: at..<end) {
        mask(at..<caption.lowerBound, filler)
        mask(caption.upperBound..<end, filler)
      } else {
        mask(at..<end, putsIn(at) ? omission : filler)
      }
      count += 1
      at = stop
    }
  }

  /// Whether a tag puts something in: a value, a file, a picture.
  ///
  /// Shortcodes of Hugo stand around their text or alone.
  private func putsIn(_ at: Int) -> Bool {
    if let name = liquidName(at) { return !name.hasPrefix("end") && !Self.control.contains(name) }
    return bytes[at + 1] == UInt8(ascii: "{") && at + 2 < bytes.count
      && ![UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: "/")].contains(bytes[at + 2])
  }

  /// Tags that only say what becomes of the text around them.
  private static let control: Set<String> = [
    "", "if", "elsif", "elif", "else", "unless", "case", "when", "for", "break", "continue", "cycle",
    "tablerow", "assign", "capture", "increment", "decrement", "comment", "raw", "verbatim", "highlight",
    "block", "extends", "set", "macro", "filter", "import", "from", "with", "autoescape", "spaceless",
    "trans", "liquid", "layout",
  ]

  private mutating func mask(_ range: Range<Int>, _ filler: UInt8) {
    for index in range { masked[index] = filler }
  }

  /// The caption that a tag gives a picture.
  private func caption(in tag: Range<Int>) -> Range<Int>? {
    guard let key = HTMLScanner.find("caption=", in: bytes, from: tag.lowerBound, to: tag.upperBound),
      key + 8 < tag.upperBound,
      bytes[key + 8] == 0x22 || bytes[key + 8] == 0x27,
      let close = bytes[(key + 9)..<tag.upperBound].firstIndex(of: bytes[key + 8])
    else { return nil }
    return key + 9..<close
  }

  /// The end of the tag that opens at a brace; nil where none does.
  private mutating func tagEnd(_ at: Int) -> Int? {
    let third = at + 2 < bytes.count ? bytes[at + 2] : 0
    let closers: [StaticString]
    switch (bytes[at + 1], third) {
    case (UInt8(ascii: "{"), UInt8(ascii: "<")): closers = [">}}"]
    case (UInt8(ascii: "{"), UInt8(ascii: "%")): closers = ["%}}"]
    case (UInt8(ascii: "{"), UInt8(ascii: "{")): closers = ["}}}", "}}"]
    case (UInt8(ascii: "{"), _): closers = ["}}"]
    case (UInt8(ascii: "%"), _): closers = ["%}"]
    case (UInt8(ascii: "#"), 0x20), (UInt8(ascii: "#"), UInt8(ascii: "-")): closers = ["#}"]
    default: return nil
    }
    for closer in closers {
      let close = next(closer, from: at + 2)
      guard close < bytes.count, close - at < Self.longestTag, close < blankLine(from: at) else { continue }
      return close + closer.utf8CodeUnitCount
    }
    return nil
  }

  private mutating func next(_ closer: StaticString, from: Int) -> Int {
    if let known = nextClose[closer.description], known >= from { return known }
    let found = HTMLScanner.find(closer, in: bytes, from: from) ?? bytes.count
    nextClose[closer.description] = found
    return found
  }

  /// The next blank line: tags do not reach over it.
  private mutating func blankLine(from: Int) -> Int {
    if nextBlankLine >= from { return nextBlankLine }
    var at = from
    while at < bytes.count {
      at = HTMLScanner.find(0x0A, in: bytes, from: at) + 1
      var stop = at
      while stop < bytes.count, bytes[stop] == 0x20 || bytes[stop] == 0x09 || bytes[stop] == 0x0D {
        stop += 1
      }
      if stop >= bytes.count || bytes[stop] == 0x0A { break }
    }
    nextBlankLine = at
    return at
  }

  /// The first word of a Liquid tag.
  private func liquidName(_ at: Int) -> String? {
    guard bytes[at + 1] == UInt8(ascii: "%") else { return nil }
    let name = bytes[(at + 2)...].prefix(40).drop { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
    return String(decoding: name.prefix { HTMLScanner.isLetter($0) }, as: UTF8.self)
  }

  /// The tag that ends a block of raw text or a comment.
  private mutating func endOfBlock(_ name: String, from: Int) -> Range<Int>? {
    if let known = nextClose["no " + name], known <= from { return nil }
    var at = from
    while at < bytes.count, let open = HTMLScanner.find("{%", in: bytes, from: at) {
      if liquidName(open) == name, let close = HTMLScanner.find("%}", in: bytes, from: open) {
        return open..<close + 2
      }
      at = open + 2
    }
    nextClose["no " + name] = from
    return nil
  }
}
