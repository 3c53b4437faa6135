/// Splits HTML into tags and text as browsers do (WHATWG, "Tokenization"), on bytes, in linear time.
///
/// The scanner builds no tree and decodes nothing: tokens are ranges of its input. Comments, declarations and
/// processing instructions are skipped.
struct HTMLScanner {
  /// A piece of the input.
  enum Token: Equatable {
    /// Text, in which character references are decoded if `decodes`.
    case text(Range<Int>, decodes: Bool)
    /// A start tag; its attributes are in `attributes`.
    case start(Range<Int>, isClosed: Bool)
    case endTag(Range<Int>)
    case end
  }

  /// A defect that hides text from browsers, too, and must be reported.
  enum Flaw: Hashable { case openTag, openComment, openElement }

  /// An attribute of the last start tag: ranges of its name and value, without quotes.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  let bytes: [UInt8]
  /// The next byte to read.
  private(set) var at = 0
  /// The attributes of the last start tag, at most `maximumAttributes`.
  private(set) var attributes: [Attribute] = []
  /// The constructs that were unfinished at the end of the input, or swallowed text.
  private(set) var flaws: Set<Flaw> = []
  /// The open element whose content is not markup, in lower case.
  private var rawElement: [UInt8]?
  /// Whether a CDATA section may still end; avoids searching to the end of the input for each of many open ones.
  private var hasSectionEnd = true

  /// The most attributes of a tag that are kept; further ones are skipped.
  static let maximumAttributes = 200

  /// A scanner of valid UTF-8.
  init(_ utf8: [UInt8]) { bytes = utf8 }

  /// The next token.
  mutating func next() -> Token {
    if let element = rawElement { return rawText(of: element) }
    while at < bytes.count {
      let start = at
      if bytes[at] != UInt8(ascii: "<") {
        at = Self.find(UInt8(ascii: "<"), in: bytes, from: at)
        return .text(start..<at, decodes: true)
      }
      let second = at + 1 < bytes.count ? bytes[at + 1] : 0
      if Self.isLetter(second) {
        if let token = startTag() { return token }
      } else if second == UInt8(ascii: "/") {
        if let token = endTag() { return token }
      } else if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
        if let token = declaration() { return token }
      } else {
        // A lone `<` is text.
        at = Self.find(UInt8(ascii: "<"), in: bytes, from: at + 1)
        return .text(start..<at, decodes: true)
      }
    }
    return .end
  }

  /// Continues in a state in which no tag is recognised until the element's end tag.
  ///
  /// Called after the start tag of `script`, `style`, `textarea`, `title` and their like.
  mutating func readRawText(of element: [UInt8]) { rawElement = element }
}

extension HTMLScanner {
  private mutating func startTag() -> Token? {
    let name = readName(from: at + 1)
    attributes.removeAll(keepingCapacity: true)
    while true {
      skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      guard at < bytes.count else {
        flaws.insert(.openTag)
        return nil
      }
      if bytes[at] == UInt8(ascii: ">") {
        let isClosed = bytes[at - 1] == UInt8(ascii: "/")
        at += 1
        return .start(name, isClosed: isClosed)
      }
      readAttribute()
    }
  }

  private mutating func readAttribute() {
    let start = at
    if bytes[at] == UInt8(ascii: "=") { at += 1 }
    skip { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    let name = start..<at
    noteSwallowed(name)
    var value = at..<at
    skip { $0 <= 0x20 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "=") {
      at += 1
      skip { $0 <= 0x20 }
      value = readValue()
    }
    if attributes.count < Self.maximumAttributes { attributes.append(Attribute(name: name, value: value)) }
  }

  private mutating func readValue() -> Range<Int> {
    guard at < bytes.count else { return at..<at }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = at + 1
      at = Self.find(quote, in: bytes, from: start)
      let value = start..<max(start, at)
      at = min(bytes.count, at + 1)
      return value
    }
    let start = at
    skip { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    noteSwallowed(start..<at)
    return start..<at
  }

  /// A `<` in a name or in an unquoted value shows that the tag was not closed and swallowed text.
  private mutating func noteSwallowed(_ range: Range<Int>) {
    if Self.find(UInt8(ascii: "<"), in: bytes, from: range.lowerBound, to: range.upperBound)
      < range.upperBound
    {
      flaws.insert(.openTag)
    }
  }

  private mutating func endTag() -> Token? {
    guard at + 2 < bytes.count, Self.isLetter(bytes[at + 2]) else {
      if at + 2 < bytes.count { return skipBogus(from: at + 2) }
      let start = at
      at = bytes.count
      return .text(start..<at, decodes: true)
    }
    let name = readName(from: at + 2)
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      if at < bytes.count, bytes[at] != UInt8(ascii: ">") { readAttribute() }
    }
    guard at < bytes.count else {
      flaws.insert(.openTag)
      return nil
    }
    at += 1
    return .endTag(name)
  }

  /// Reads comments, CDATA sections, doctypes and processing instructions; only CDATA sections are text.
  private mutating func declaration() -> Token? {
    if starts(with: "<!--") { return skipComment() }
    if hasSectionEnd, starts(with: "<![CDATA[") {
      let start = at + 9
      if let close = Self.find("]]>", in: bytes, from: start) {
        at = close + 3
        return .text(start..<close, decodes: false)
      }
      hasSectionEnd = false
    }
    let start = at
    let isSection = starts(with: "<![CDATA[")
    let isInstruction = starts(with: "<?")
    let token = skipBogus(from: at + 2)
    // A processing instruction without its own end has swallowed text up to the end of the next tag.
    let last = at > start + 2 ? bytes[at - 2] : 0
    let isOpen = isInstruction && last != UInt8(ascii: "?") && last != UInt8(ascii: "/")
    if isSection || isOpen { flaws.insert(.openComment) }
    return token
  }

  private mutating func skipComment() -> Token? {
    var from = at + 4
    if from < bytes.count, bytes[from] == UInt8(ascii: ">") {
      at = from + 1
      return nil
    }
    if starts(with: "<!--->") {
      at = from + 2
      return nil
    }
    while let dashes = Self.find("--", in: bytes, from: from) {
      var stop = dashes + 2
      while stop < bytes.count, bytes[stop] == UInt8(ascii: "-") { stop += 1 }
      if stop < bytes.count, bytes[stop] == UInt8(ascii: "!") { stop += 1 }
      if stop < bytes.count, bytes[stop] == UInt8(ascii: ">") {
        at = stop + 1
        return nil
      }
      from = max(stop, dashes + 2)
    }
    flaws.insert(.openComment)
    at = bytes.count
    return nil
  }

  private mutating func skipBogus(from: Int) -> Token? {
    at = Self.find(UInt8(ascii: ">"), in: bytes, from: from)
    if at == bytes.count { flaws.insert(.openComment) } else { at += 1 }
    return nil
  }

  /// The text up to the end tag of a raw element.
  private mutating func rawText(of element: [UInt8]) -> Token {
    rawElement = nil
    let start = at
    var from = at
    let decodes = element.elementsEqual("title".utf8) || element.elementsEqual("textarea".utf8)
    while let slash = Self.find("</", in: bytes, from: from) {
      let stop = slash + 2 + element.count
      if stop < bytes.count, matches(element, at: slash + 2),
        bytes[stop] <= 0x20 || bytes[stop] == UInt8(ascii: ">") || bytes[stop] == UInt8(ascii: "/")
      {
        at = slash
        return .text(start..<at, decodes: decodes)
      }
      from = slash + 2
    }
    flaws.insert(.openElement)
    at = bytes.count
    return .text(start..<at, decodes: decodes)
  }
}

extension HTMLScanner {
  private mutating func readName(from start: Int) -> Range<Int> {
    at = start
    skip { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    return start..<at
  }

  @inline(__always)
  private mutating func skip(while condition: (UInt8) -> Bool) {
    while at < bytes.count, condition(bytes[at]) { at += 1 }
  }

  private func starts(with text: StaticString) -> Bool {
    at + text.utf8CodeUnitCount <= bytes.count
      && text.withUTF8Buffer { bytes[at..<at + $0.count].elementsEqual($0) }
  }

  /// Whether the bytes are the given letters in either case.
  private func matches(_ lowercase: [UInt8], at: Int) -> Bool {
    for (offset, letter) in lowercase.enumerated() where Self.lowercased(bytes[at + offset]) != letter {
      return false
    }
    return true
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
