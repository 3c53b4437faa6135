import WireText

/// mbox (RFC 4155 and its older variants): a sequence of messages, each after a line that starts with `From `.
///
/// A text line with this start was escaped with `>` by the writer of the file; one `>` is removed again. The
/// attachments of a message follow it as documents.
struct MboxReader: DocumentReader {
  static let format = Format(name: "mbox", title: "mbox: messages of e-mail one after the other")
  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool {
    guard probe.bytes.starts(with: "From ".utf8) else { return false }
    let (_, next) = LineBreaks.end(probe.bytes, 0)
    return probe.pathExtension == "mbox" || MailHeader(probe.bytes, in: next..<probe.bytes.count).isMail
  }

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  /// The bytes that were read and not yet returned, with their offset in the file.
  private var held: [UInt8] = []
  private var offset = 0
  private var isAtEnd = false
  private var count = 0
  /// The last message with its attachments, and the number of documents returned.
  private var current: MailQueue?
  private var given = 0
  private(set) var skipped: [SkippedPart] = []
  /// The fault of attachments that could not be read; thrown after the last message.
  private var fault: ReadingFault?

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.origin = origin
    self.limits = limits
  }

  mutating func next() throws(ReadingFault) -> Document? {
    while true {
      do throws(ReadingFault) {
        if let document = try current?.next() {
          given += 1
          return document
        }
      } catch {
        fault = fault ?? error
      }
      guard try openMessage() else {
        if let fault { throw fault }
        return nil
      }
    }
  }

  /// Opens the next message; false at the end.
  private mutating func openMessage() throws(ReadingFault) -> Bool {
    skipped += current?.skipped ?? []
    current = nil
    var searched = 1
    while true {
      let (end, seen) = nextMessage(from: searched)
      if let end { return take(end) }
      searched = seen
      guard !isAtEnd else { return held.contains { $0 > 0x20 } ? take(held.count) : false }
      guard held.count <= limits.itemBytes else {
        throw ReadingFault(
          "limit-item", path: origin.path, "message \(count + 1) is longer than \(limits.itemBytes) bytes",
          next: "split the file")
      }
      let more = try input.read()
      isAtEnd = more.isEmpty
      held += more
    }
  }

  /// The start of the next message, and the offset to resume the search at after more was read: `From ` after a blank
  /// line, followed by a sender or a time, and a header on the next line.
  private func nextMessage(from start: Int) -> (end: Int?, seen: Int) {
    let mark = Array("From ".utf8)
    var at = start
    while let found = held[min(at, held.count)...].firstIndex(of: mark[0]) {
      at = found + 1
      guard held[found - 1] == 0x0A else { continue }
      let before = held[..<(found - 1)].suffix(2)
      guard before.last == 0x0A || before.elementsEqual([0x0A, 0x0D]) else { continue }
      let (end, next) = LineBreaks.end(held, found, limit: min(held.count, found + Self.longestLine))
      let below = LineBreaks.end(held, next, limit: min(held.count, next + Self.longestLine))
      // Lines that continue in unread bytes are examined again later.
      if !isAtEnd, below.next == held.count { return (nil, found) }
      guard end - found < Self.longestLine, held[found..<end].starts(with: mark),
        Self.isEnvelope(held[found..<end])
      else { continue }
      if next == held.count || Self.isHeader(held[next..<below.end]) { return (found, found) }
    }
    return (nil, max(1, held.count))
  }

  /// The longest envelope and name of a header field, in bytes; a longer line is prose, and is not searched for its end.
  private static let longestLine = 1024

  /// Whether a line that begins with `From ` is an envelope and not prose: it has a mail address or a time of day
  /// (RFC 4155, "From_ line").
  private static func isEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.dropFirst(5).split { $0 <= 0x20 }
    guard let sender = words.first else { return false }
    return sender.contains(UInt8(ascii: "@")) || words.count == 1
      || words.contains { word in
        word.count >= 5 && word.contains(UInt8(ascii: ":"))
          && word.allSatisfy { (0x30...0x3A).contains($0) }
      }
  }

  /// Whether a line is a header field, the end of an empty header, or another, escaped envelope.
  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    if line.isEmpty || line.starts(with: ">From ".utf8) { return true }
    let name = line.prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
    return !name.isEmpty && name.endIndex < line.endIndex && line[name.endIndex] == UInt8(ascii: ":")
  }

  /// Starts the message that ends at an offset.
  private mutating func take(_ end: Int) -> Bool {
    count += 1
    var document = Document(origin: origin)
    document.origin.item = count
    let message = Self.unescaped(Array(held[..<end]))
    let map = message.map.composed(with: SourceMap(identity: end, at: offset))
    held.removeFirst(end)
    offset += end
    current = MailQueue(
      message.utf8, map: map, folder: "\(origin.path)/\(count)", limits: limits.following(given),
      document: document)
    return true
  }

  /// A message with one `>` removed before each `>From `, mapped to the message as written.
  private static func unescaped(_ message: [UInt8]) -> MappedText {
    var text = MappedText()
    var start = 0
    var at = 0
    while at < message.count {
      let marks = message[at...].prefix { $0 == UInt8(ascii: ">") }
      if !marks.isEmpty, message[marks.endIndex...].starts(with: "From ".utf8) {
        text.copy(start..<at, of: message)
        start = at + 1
      }
      at = message[at...].firstIndex(of: 0x0A).map { $0 + 1 } ?? message.count
    }
    text.copy(start..<message.count, of: message)
    return text
  }
}
