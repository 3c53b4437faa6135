import WireText

/// Splits an XML export of any size into its items, so that only one item at a time is in memory.
///
/// The splitting recognises only tags of items, CDATA sections, comments and processing instructions; each item is
/// then parsed separately, so that a broken one does not affect the others.
struct XMLItemStream {
  /// An item in `buffer`.
  struct Item {
    /// Its bytes from `<item` to the end of `</item>`.
    var range: Range<Int>
    /// Whether its end tag was found.
    var isClosed: Bool
    /// The line on which it starts, from 1.
    var line: Int
    /// Whether it is larger than the limit; then `range` is empty.
    var isTooLarge = false
  }

  private enum Context { case markup, section, comment, instruction }

  /// Decoded text; everything before the current item has been discarded.
  var buffer: [UInt8] = []
  /// The offset of the buffer's first byte in the whole decoded text.
  private(set) var base = 0
  /// Maps the decoded text, as far as it is still needed, to the file.
  private(set) var map = SourceMap()

  /// The local names of the elements seen between and after the items so far, up to a limit.
  private(set) var namesOutside: Set<String> = []

  private let input: ByteInput
  private let path: String
  private let limits: Limits
  private let name: [UInt8]
  private let ends: [[UInt8]]
  private var decoder: TextDecoder?
  private var label: String?
  private var context = Context.markup
  private var at = 0
  private var start: Int?
  private var isSkipping = false
  private var isHeadDone = false
  private var isRootClosed = false
  private var isAtEnd = false
  /// The bytes before this offset are no longer needed.
  private var done = 0
  /// The number of line breaks before `counted`, an offset in the buffer.
  private var lines = 0
  private var counted = 0
  private var pending: ReadingFault?

  /// The most names outside the items that are kept.
  private static let maximumNames = 100
  /// The longest link element outside the items, in bytes.
  private static let longestLink = 4096
  /// The longest `</item   >`, in bytes; white space may precede the `>`.
  private static let longestEndTag = 1024

  /// A stream of the elements with a name.
  ///
  /// - Parameters:
  ///   - item: their name, without prefix.
  ///   - ends: names of the enclosing elements, whose end tags end an unclosed item; the last one is the root.
  init(_ input: ByteInput, path: String, item: String, within ends: [String], limits: Limits) {
    self.input = input
    self.path = path
    self.limits = limits
    self.name = Array(item.utf8)
    self.ends = ends.map { Array($0.utf8) }
  }

  /// What decoding guessed or replaced so far.
  var problems: [Problem] { decoder?.problems ?? [] }

  /// Reads up to the first item.
  ///
  /// - Returns: the part before it, as a range of `buffer`, valid until the next call.
  mutating func head() throws(ReadingFault) -> Range<Int> {
    while scan() == nil {
      guard buffer.count <= limits.itemBytes else {
        throw fault("limit-item", "more than \(limits.itemBytes) bytes before the first item", at: 0)
      }
      guard try refill() else { break }
    }
    isHeadDone = true
    return 0..<(start ?? at)
  }

  /// The next item; nil at the end.
  ///
  /// - Throws: `ReadingFault` if the export ends early or what follows it is not XML.
  mutating func next() throws(ReadingFault) -> Item? {
    while true {
      if let end = scan() { return take(upTo: end) }
      if let start, at - start > limits.itemBytes, !isSkipping { isSkipping = true }
      if isSkipping { done = at }
      if try !refill() {
        try checkEnd()
        return nil
      }
    }
  }

  /// The line of an offset in the buffer, from 1; not before the start of the last returned item.
  func line(at index: Int) -> Int { lines + 1 + LineBreaks.count(in: buffer, from: counted, to: index) }

  /// A fault at an offset in the buffer.
  func fault(_ code: String, _ message: String, at index: Int) -> ReadingFault {
    let before = buffer[..<min(index, buffer.count)]
    let line = line(at: index)
    // The start of the line may be in bytes that are no longer kept; the first line starts at the first byte.
    let start = before.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? (line == 1 ? -base : nil)
    return ReadingFault(
      code, path: path, message, line: line, column: start.map { before.count - $0 + 1 },
      next: code.hasPrefix("limit-") ? "is this an export?" : "export it again")
  }
}

extension XMLItemStream {
  /// Scans for the end of an item; nil if more bytes are needed.
  private mutating func scan() -> (end: Int, isClosed: Bool)? {
    while at < buffer.count {
      switch context {
      case .markup:
        let open = HTMLScanner.find(UInt8(ascii: "<"), in: buffer, from: at)
        at = open
        guard open < buffer.count, isAtEnd || open + 16 <= buffer.count else { return nil }
        if let end = enter(open) { return end }
        if at == open { return nil }
      case .section: guard skip(past: "]]>") else { return nil }
      case .comment: guard skip(past: "-->") else { return nil }
      case .instruction: guard skip(past: "?>") else { return nil }
      }
    }
    return nil
  }

  /// Continues after the mark that ends a section or comment; false if it has not been read yet.
  private mutating func skip(past mark: StaticString) -> Bool {
    guard let close = HTMLScanner.find(mark, in: buffer, from: at) else {
      at = max(at, buffer.count - mark.utf8CodeUnitCount + 1)
      return false
    }
    at = close + mark.utf8CodeUnitCount
    context = .markup
    return true
  }

  /// Handles a construct that starts with `<`.
  private mutating func enter(_ open: Int) -> (end: Int, isClosed: Bool)? {
    let rest = buffer[open..<min(buffer.count, open + 16)]
    at = open + 1
    if rest.starts(with: "<![CDATA[".utf8) {
      context = .section
      at = open + 9
    } else if rest.starts(with: "<!--".utf8) {
      context = .comment
      at = open + 4
    } else if rest.starts(with: "<?".utf8) {
      context = .instruction
      at = open + 2
    } else if isTag(name, after: 1, in: rest) {
      if start != nil {
        at = open
        return (open, false)
      }
      start = open
      if !isHeadDone { return (open, false) }
    } else if start != nil, isEndTag(name, in: rest) {
      guard let close = buffer[open...].prefix(Self.longestEndTag).firstIndex(of: UInt8(ascii: ">")) else {
        if !isAtEnd, open + Self.longestEndTag > buffer.count { at = open }
        return nil
      }
      at = close + 1
      return (close + 1, true)
    } else if let index = ends.firstIndex(where: { isEndTag($0, in: rest) }) {
      if index == ends.count - 1 { isRootClosed = true }
      if start != nil { return (open, false) }
    } else if start == nil, isHeadDone, namesOutside.count < Self.maximumNames {
      note(open)
    }
    return nil
  }

  /// Records the name of an element outside the items, and for a link its relation; if more bytes are needed, scanning
  /// resumes at the element.
  private mutating func note(_ open: Int) {
    let tag = buffer[(open + 1)...].prefix(Self.longestLink)
    let name =
      tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      .split(separator: UInt8(ascii: ":")).last ?? []
    guard let end = tag.firstIndex(of: UInt8(ascii: ">")) else {
      if !isAtEnd, tag.count < Self.longestLink { at = open }
      return
    }
    let attributes = String(decoding: tag[..<end], as: UTF8.self).lowercased()
    if name.elementsEqual("link".utf8), attributes.contains("license") {
      namesOutside.insert("link rel=license")
    } else if !name.isEmpty {
      namesOutside.insert(String(decoding: name, as: UTF8.self))
    }
  }

  private func isEndTag(_ name: [UInt8], in tag: ArraySlice<UInt8>) -> Bool {
    tag.dropFirst().first == UInt8(ascii: "/") && isTag(name, after: 2, in: tag)
  }

  private func isTag(_ name: [UInt8], after offset: Int, in tag: ArraySlice<UInt8>) -> Bool {
    let rest = tag.dropFirst(offset)
    guard rest.starts(with: name) else { return false }
    guard let next = rest.dropFirst(name.count).first else { return false }
    return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  /// Returns the current item; the next one starts where it ended.
  private mutating func take(upTo found: (end: Int, isClosed: Bool)) -> Item {
    let first = start ?? found.end
    start = nil
    lines += LineBreaks.count(in: buffer, from: counted, to: first)
    counted = max(counted, first)
    done = found.end
    let isTooLarge = isSkipping || found.end - first > limits.itemBytes
    isSkipping = false
    return Item(
      range: isTooLarge ? found.end..<found.end : first..<found.end, isClosed: found.isClosed,
      line: line(at: first), isTooLarge: isTooLarge)
  }

  /// Discards processed bytes and appends new ones; false at the end of the input.
  private mutating func refill() throws(ReadingFault) -> Bool {
    if let pending { throw pending }
    guard !isAtEnd else { return false }
    let bytes: [UInt8]
    do {
      bytes = try input.read()
    } catch {
      // What was read before remains valid.
      pending = error
      isAtEnd = true
      return true
    }
    isAtEnd = bytes.isEmpty
    if isHeadDone { forget() }
    if decoder == nil {
      label = DeclaredEncoding.inXML(bytes)
      decoder = TextDecoder(label: label)
      var problems: [Problem] = []
      try XMLEncoding.check(label, path: path, problems: &problems)
    }
    guard let piece = decoder?.decode(bytes, isLast: isAtEnd) else { return false }
    let count = base + buffer.count
    map.append(
      contentsOf: piece.map ?? SourceMap(identity: piece.utf8.count, at: piece.offset), at: count)
    if buffer.isEmpty { buffer = piece.utf8 } else { buffer += piece.utf8 }
    return true
  }

  private mutating func forget() {
    let keep = isSkipping ? done : min(start ?? at, at)
    guard keep > 0 else { return }
    lines += LineBreaks.count(in: buffer, from: counted, to: keep)
    counted = max(0, counted - keep)
    buffer.removeFirst(keep)
    base += keep
    at -= keep
    done = max(0, done - keep)
    start = start.map { max(0, $0 - keep) }
    map.removeSegments(before: base)
  }

  /// Throws if the root is not closed at the end, or if an item or another construct is still open.
  private func checkEnd() throws(ReadingFault) {
    guard isRootClosed, start == nil, context == .markup else {
      throw fault("truncated", "the export ends early; what is complete was read", at: buffer.count)
    }
  }
}
