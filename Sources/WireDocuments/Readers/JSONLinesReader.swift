import WireText
import WireTrees

#if canImport(Glibc)
  import Glibc
#endif

/// JSON Lines: one object a line, `{"id", "text", …}`, read as it streams.
///
/// A line that cannot be read is a document of its own that holds the problem; the lines after it are read.
struct JSONLinesReader: DocumentReader {
  static let format = Format(name: "jsonl", title: "JSON Lines: one {\"id\", \"text\", …} a line")

  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool {
    guard probe.firstByte == 0x7B else { return false }
    if ["jsonl", "ndjson"].contains(probe.pathExtension) { return true }
    let bytes = Array(probe.text.utf8)
    let line = bytes.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
    return JSONShape.topLevelKeys(Array(line)).contains("text")
  }

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  /// Bytes that were read and not yet handed on.
  private var buffer: [UInt8] = []
  private var start = 0
  /// Bytes of the unfinished line in which no line feed was found.
  private var searched = 0
  /// The file offset of the buffer's first byte.
  private var offset = 0
  private var line = 0
  private var item = 0
  private var isAtEnd = false
  private var fault: ReadingFault?

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.origin = origin
    self.limits = limits
  }

  mutating func next() throws(ReadingFault) -> Document? {
    while let range = try nextLine() {
      line += 1
      var range = range
      if offset == 0, range.lowerBound == 0, buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
        range = 3..<max(3, range.upperBound)
      }
      guard buffer[range].contains(where: { $0 > 0x20 }) else { continue }
      item += 1
      var origin = origin
      origin.item = item
      if let problem = limits.leftOut[item] { return Document(origin: origin, lost: problem) }
      var record = JSONLinesRecord(
        bytes: buffer, range: range, offset: offset, line: line, origin: origin, limits: limits)
      return record.document()
    }
    return nil
  }

  /// The next line without its line feed, as a range of `buffer`; nil at the end.
  private mutating func nextLine() throws(ReadingFault) -> Range<Int>? {
    while true {
      let found = Self.lineFeed(in: buffer, from: start + searched)
      if let found {
        defer {
          start = found + 1
          searched = 0
        }
        return start..<found
      }
      searched = buffer.count - start
      if isAtEnd {
        defer {
          start = buffer.count
          searched = 0
        }
        if start < buffer.count { return start..<buffer.count }
        if let fault { throw fault }
        return nil
      }
      guard searched <= limits.itemBytes else {
        throw ReadingFault(
          "limit-item", path: origin.path, "a line is longer than \(limits.itemBytes) bytes", line: line + 1,
          next: "is this JSON Lines?")
      }
      try refill()
    }
  }

  /// Drops the lines that were read and adds bytes.
  private mutating func refill() throws(ReadingFault) {
    do {
      let more = try input.read()
      isAtEnd = more.isEmpty
      offset += start
      // In its own place, which fits after the first time.
      buffer.removeSubrange(..<start)
      buffer += more
      start = 0
    } catch {
      // The unfinished line is lost with the fault, the lines before it stand.
      buffer = []
      start = 0
      searched = 0
      isAtEnd = true
      fault = error
    }
  }

  private static func lineFeed(in bytes: [UInt8], from: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, from < buffer.count,
        let found = memchr(base + from, 0x0A, buffer.count - from)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}

/// One line on its way to a document.
private struct JSONLinesRecord {
  let bytes: [UInt8]
  let range: Range<Int>
  let offset: Int
  let line: Int
  let limits: Limits
  var result: Document
  private var seen: Set<String> = []
  private var repairs = JSONString.Repairs()
  private var hasText = false
  /// The longest text under a key that is not read, and its bytes.
  private var unread = (key: "", bytes: 0)
  /// A text of so many bytes is more than a label, so that it may be the story.
  private static let storyBytes = 100

  init(bytes: [UInt8], range: Range<Int>, offset: Int, line: Int, origin: Origin, limits: Limits) {
    self.bytes = bytes
    self.range = range
    self.offset = offset
    self.line = line
    self.limits = limits
    self.result = Document(origin: origin)
  }

  mutating func document() -> Document {
    let origin = result.origin
    do {
      try read()
      report()
    } catch {
      result = Document(origin: origin)
      result.type = .other
      result.problems = [
        Problem(
          "bad-line", "a line is not read: \(error.message) (column \(error.column))", line: line,
          losesText: true)
      ]
    }
    return result
  }

  private mutating func read() throws(JSONFault) {
    var reader = JSONReader(bytes, range: range, maximumDepth: limits.depth)
    guard try reader.next() == .beginObject else {
      throw JSONFault(
        "not-json", "a line must be an object", at: range.lowerBound, in: bytes, from: range.lowerBound)
    }
    while case .key(let key) = try reader.next() {
      let name = key.text(in: bytes).lowercased()
      if !seen.insert(name).inserted {
        result.problems.append(
          Problem("duplicate-key", "a key stands twice in one object", line: line, losesText: name == "text"))
      }
      try readValue(of: name, from: &reader)
    }
    while try reader.next() != .end {}
  }

  /// Takes strings, numbers and lists of strings; other values are read over.
  private mutating func readValue(of name: String, from reader: inout JSONReader) throws(JSONFault) {
    let event = try reader.next()
    switch event {
    case .string(let string): take(name, string)
    case .number(let range): takeNumber(name, String(decoding: bytes[range], as: UTF8.self))
    case .beginArray, .beginObject:
      let level = reader.depth
      let isArray = event == .beginArray
      while reader.depth >= level {
        guard case .string(let string) = try reader.next() else { continue }
        if isArray, reader.depth == level { take(name, string) } else { leave(name, string) }
      }
    default: break
    }
  }

  private mutating func takeNumber(_ name: String, _ text: String) {
    switch name {
    case "id": result.id = text
    case "version": result.version = text
    default: break
    }
  }

  private mutating func take(_ name: String, _ string: JSONString) {
    if name == "text" {
      hasText = true
      var text: [UInt8] = []
      var map = SourceMap()
      text.reserveCapacity(string.range.count)
      let made = string.decode(from: bytes, at: offset, into: &text, map: &map)
      repairs.loneSurrogates += made.loneSurrogates
      repairs.invalidBytes += made.invalidBytes
      result.body = BodyText(plain: text, map: map, limits: limits)
      return
    }
    let place = FileRange(offset + string.range.lowerBound, offset + string.range.upperBound)
    guard JSONLinesField.isKnown(name) else { return leave(name, string) }
    JSONLinesField.put(string.text(in: bytes), name: name, place: place, into: &result)
  }

  private mutating func leave(_ name: String, _ string: JSONString) {
    if string.range.count > unread.bytes { unread = (name, string.range.count) }
  }

  /// Says what was repaired and what is missing.
  private mutating func report() {
    if repairs.loneSurrogates > 0 {
      result.problems.append(
        Problem("lone-surrogate", "\(repairs.loneSurrogates) halves of characters were replaced", line: line))
    }
    if repairs.invalidBytes > 0 {
      result.problems.append(
        Problem(
          "bytes-replaced", "\(repairs.invalidBytes) bytes are not UTF-8 and were replaced", line: line,
          losesText: true))
    }
    guard !hasText else { return }
    let isLost = unread.bytes >= Self.storyBytes
    let key = String(unread.key.prefix(40))
    result.problems.append(
      Problem(
        "no-text",
        isLost
          ? "the object has no `text`; what stands under `\(key)` is not read: name the key in a mapping file"
          : "the object has no `text`", line: line, losesText: isLost))
  }
}
