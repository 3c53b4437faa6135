import WireText
import WireTrees

#if canImport(Glibc)
  import Glibc
#endif

/// JSON Lines: one object per line, `{"id", "text", …}`, streamed.
///
/// A line that cannot be read becomes a document with the problem; the following lines are read.
struct JSONLinesReader: DocumentReader {
  static let format = Format(name: "jsonl", title: "JSON Lines: one {\"id\", \"text\", …} a line")

  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool {
    guard probe.firstByte == 0x7B else { return false }
    if ["jsonl", "ndjson"].contains(probe.pathExtension) { return true }
    let bytes = probe.utf8
    let line = bytes.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
    return JSONShape.topLevelKeys(Array(line)).contains("text")
  }

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  /// Bytes that were read and not yet parsed.
  private var buffer: [UInt8] = []
  private var start = 0
  /// The number of bytes of the unfinished line that are known to contain no line feed.
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
    while let found = try nextLine() {
      line += 1
      var range = found.range
      if offset == 0, range.lowerBound == 0, buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
        range = 3..<max(3, range.upperBound)
      }
      guard found.isTooLong || buffer[range].contains(where: { $0 > 0x20 }) else { continue }
      item += 1
      var origin = origin
      origin.item = item
      if let problem = limits.leftOut[item] { return Document(origin: origin, lost: problem) }
      if found.isTooLong {
        return Document(
          origin: origin,
          lost: Problem(
            "limit-item",
            "a line is longer than \(limits.itemBytes) bytes and was not read: raise the limit `item-bytes`",
            line: line, losesText: true))
      }
      let object = JSONShape.record(in: buffer, range) ?? range
      var record = JSONLinesRecord(
        bytes: buffer, range: object, offset: offset, line: line, origin: origin, limits: limits)
      return record.document()
    }
    return nil
  }

  /// The next line without its line feed, as a range of `buffer`; nil at the end.
  ///
  /// Nothing is kept of a line that is longer than the limit.
  private mutating func nextLine() throws(ReadingFault) -> (range: Range<Int>, isTooLong: Bool)? {
    var skipped = 0
    while true {
      if let found = Self.lineFeed(in: buffer, from: start + searched) {
        defer {
          start = found + 1
          searched = 0
        }
        return (start..<found, skipped + found - start > limits.itemBytes)
      }
      searched = buffer.count - start
      if isAtEnd {
        defer {
          start = buffer.count
          searched = 0
        }
        if skipped + searched > 0 {
          return (start..<buffer.count, skipped + searched > limits.itemBytes)
        }
        if let fault { throw fault }
        return nil
      }
      if skipped + searched > limits.itemBytes {
        skipped += searched
        start = buffer.count
        searched = 0
      }
      try refill()
    }
  }

  /// Discards the lines that were read and appends bytes.
  private mutating func refill() throws(ReadingFault) {
    do {
      let more = try input.read()
      isAtEnd = more.isEmpty
      offset += start
      // Removed in place: after the first time the array's capacity suffices.
      buffer.removeSubrange(..<start)
      buffer += more
      start = 0
    } catch {
      // The fault loses the unfinished line; the lines before it are valid.
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
