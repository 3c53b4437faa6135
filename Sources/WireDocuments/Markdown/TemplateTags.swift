import WireText

/// Finds the tags of template languages in the text of a site file: Liquid, Hugo, Nunjucks, Jinja, EJS-like.
///
/// Tags are markup and are left out. Text between two tags is kept, and so is the caption that a tag gives a picture:
/// `{{< figure caption="…" >}}`. Template comments are left out entirely; `raw` sections are taken literally.
struct TemplateTags {
  /// The number of tags that were replaced, for a remark.
  private(set) var count = 0

  private let bytes: [UInt8]
  private var masked: [UInt8]
  /// The next offset of each closing delimiter, so that open tags do not cost a search each.
  private var nextClose: [String: Int] = [:]
  private var nextBlankLine = -1

  /// The longest tag, in bytes.
  private static let longestTag = 8192

  /// Replaces all tags, byte by byte.
  ///
  /// - Parameters:
  ///   - utf8: the file.
  ///   - start: the offset at which the text begins.
  ///   - filler: the byte that replaces each byte of a tag.
  ///   - omission: the byte that replaces each byte of a tag that inserts content.
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

  /// Whether a tag inserts content: a value, a file, a picture.
  ///
  /// Hugo shortcodes enclose their text or stand alone.
  private func putsIn(_ at: Int) -> Bool {
    if let name = liquidName(at) { return !name.hasPrefix("end") && !Self.control.contains(name) }
    return bytes[at + 1] == UInt8(ascii: "{") && at + 2 < bytes.count
      && ![UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: "/")].contains(bytes[at + 2])
  }

  /// Tags that only control the text around them.
  private static let control: Set<String> = [
    "", "if", "elsif", "elif", "else", "unless", "case", "when", "for", "break", "continue", "cycle",
    "tablerow", "assign", "capture", "increment", "decrement", "comment", "raw", "verbatim", "highlight",
    "block", "extends", "set", "macro", "filter", "import", "from", "with", "autoescape", "spaceless",
    "trans", "liquid", "layout",
  ]

  private mutating func mask(_ range: Range<Int>, _ filler: UInt8) {
    for index in range { masked[index] = filler }
  }

  /// The range of a picture caption in a tag.
  private func caption(in tag: Range<Int>) -> Range<Int>? {
    guard let key = HTMLScanner.find("caption=", in: bytes, from: tag.lowerBound, to: tag.upperBound),
      key + 8 < tag.upperBound,
      bytes[key + 8] == 0x22 || bytes[key + 8] == 0x27,
      let close = bytes[(key + 9)..<tag.upperBound].firstIndex(of: bytes[key + 8])
    else { return nil }
    return key + 9..<close
  }

  /// The end of the tag that opens at a brace; nil if there is none.
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

  /// The next blank line, which ends the search for the end of a tag.
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

  /// The first word of a Liquid tag; nil for other tags.
  private func liquidName(_ at: Int) -> String? {
    guard bytes[at + 1] == UInt8(ascii: "%") else { return nil }
    let name = bytes[(at + 2)...].prefix(40).drop { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
    return String(decoding: name.prefix { HTMLScanner.isLetter($0) }, as: UTF8.self)
  }

  /// The tag that ends a block of raw text or a comment; nil if there is none.
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
