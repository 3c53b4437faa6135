import WireText

/// Finds the tags of template languages in the text of a site file: Liquid, Hugo, Nunjucks, Jinja, EJS-like.
///
/// Tags are markup and are left out. Text between two tags is kept, and so are prose in the parameters of a tag and the
/// caption that it gives a picture: `{{< figure caption="…" >}}`. Template comments are left out entirely; `raw` sections
/// are taken literally.
struct TemplateTags {
  /// The number of tags that were replaced, for a remark.
  private(set) var count = 0

  private let bytes: [UInt8]
  private var masked: [UInt8]
  /// The next offset of each closing delimiter, so that open tags do not cost a search each.
  private var nextClose: [String: Int] = [:]
  private var nextBlankLine = -1

  /// The most bytes before a value that are read for its key.
  private static let longestKey = 16
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
        || HTMLScanner.find("{/*", in: utf8, from: start) != nil
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
      } else {
        leaveOut(at..<end, putsIn(at) ? omission : filler, filler)
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

  /// Replaces a tag, except for copy in it.
  ///
  /// - Parameters:
  ///   - tag: the range of the tag.
  ///   - whole: the byte that replaces a tag without copy.
  ///   - filler: the byte that replaces what is around copy.
  private mutating func leaveOut(_ tag: Range<Int>, _ whole: UInt8, _ filler: UInt8) {
    let copy = copy(in: tag)
    guard !copy.isEmpty else { return mask(tag, whole) }
    var at = tag.lowerBound
    for range in copy {
      mask(at..<range.lowerBound, filler)
      // Two texts are no single word.
      if at > tag.lowerBound { masked[range.lowerBound - 1] = 0x20 }
      at = range.upperBound
    }
    mask(at..<tag.upperBound, filler)
  }

  /// The quoted values in a tag that are prose, or the caption of a picture; not what a tag of control compares or
  /// sets, and no description for those who do not see a picture.
  private func copy(in tag: Range<Int>) -> [Range<Int>] {
    if isComment(tag.lowerBound) { return [] }
    if let name = liquidName(tag.lowerBound), Self.control.contains(name) { return [] }
    var all: [Range<Int>] = []
    var at = tag.lowerBound
    while at < tag.upperBound {
      let quote = bytes[at]
      let before = bytes[at - (at > 0 ? 1 : 0)]
      guard quote == 0x22 || quote == 0x27 || quote == 0x60, before <= 0x20 || "=:(,".utf8.contains(before),
        let close = (at + 1..<tag.upperBound).first(where: { bytes[$0] == quote && bytes[$0 - 1] != 0x5C })
      else {
        at += 1
        continue
      }
      let value = at + 1..<close
      let key =
        String(decoding: bytes[tag.lowerBound..<at].suffix(Self.longestKey), as: UTF8.self)
        .split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }.last ?? ""
      let isCopy = key.hasSuffix("caption") || key != "alt" && WXRTexts.isCopy(bytes[value])
      if !value.isEmpty, isCopy { all.append(value) }
      at = close + 1
    }
    return all
  }

  /// Whether a tag is a comment, or shows a tag instead of running it: `{# … #}`, `{{/* … */}}`, `{{!-- … --}}`, and
  /// `{/* … */}` of MDX.
  private func isComment(_ at: Int) -> Bool {
    if bytes[at + 1] == UInt8(ascii: "#") || bytes[at + 1] == UInt8(ascii: "/") { return true }
    guard bytes[at + 1] == UInt8(ascii: "{") else { return false }
    let start = bytes[(at + 2)...].prefix(8).drop { $0 <= 0x20 || "-<%".utf8.contains($0) }
    return start.first == UInt8(ascii: "!") || start.starts(with: "/*".utf8)
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
    case (UInt8(ascii: "/"), UInt8(ascii: "*")): closers = ["*/}"]
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
