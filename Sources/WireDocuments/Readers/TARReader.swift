import WireText

/// tar archives (POSIX ustar and pax, GNU long names), mostly compressed with gzip: each member is read in its own
/// format, streamed.
struct TARReader: DocumentReader {
  static let format = Format(name: "tar", title: "tar archive: each member read as what it is")
  static let isPacked = true
  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool {
    probe.bytes.count >= TARHeader.size && TARHeader(probe.bytes[..<TARHeader.size]) != nil
      && probe.bytes[257...].starts(with: "ustar".utf8)
  }

  private let path: String
  private let limits: Limits
  private var stream: TARStream
  private var queue: MemberQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    path = origin.path
    self.limits = limits
    stream = TARStream(input, path: origin.path, limits: limits)
    queue = MemberQueue(path: origin.path, limits: limits)
  }

  var skipped: [SkippedPart] { queue.skipped + stream.skipped }

  mutating func next() throws(ReadingFault) -> Document? {
    try Nesting.check(limits, path: path)
    return try queue.next { () throws(ReadingFault) in try stream.next() }
  }
}

/// A 512-byte block that describes a member.
private struct TARHeader {
  static let size = 512

  var name: String
  var count: Int
  var type: UInt8

  /// Nil if the block's checksum is wrong.
  init?(_ block: ArraySlice<UInt8>) {
    let block = Array(block)
    func text(_ range: Range<Int>) -> [UInt8] { Array(block[range].prefix { $0 != 0 }) }
    let sum = block.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 0x20 : Int(block[$1])) }
    guard Self.octal(block[148..<156]) == sum, let count = Self.octal(block[124..<136]) else { return nil }
    let prefix = block[257...].starts(with: "ustar\0".utf8) ? text(345..<500) : []
    name = TARStream.printed((prefix.isEmpty ? [] : prefix + [0x2F]) + text(0..<100))
    self.count = count
    type = block[156]
  }

  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
    return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }
}

/// The members of a tar archive, streamed.
///
/// A class, since a member's source and the archive consume the same bytes.
private final class TARStream {
  private let blocks: ByteBlocks
  private let path: String
  private let limits: Limits
  /// The unread bytes of the current member, and of the padding after it.
  private var left = 0
  private var padding = 0
  private var count = 0
  /// Whether the archive ended inside a member, which has already been reported.
  private var isBroken = false
  private(set) var skipped: [SkippedPart] = []

  init(_ input: ByteInput, path: String, limits: Limits) {
    blocks = ByteBlocks(input)
    self.path = path
    self.limits = limits
  }

  /// The next regular file; nil at the end.
  func next() throws(ReadingFault) -> MemberQueue.Member? {
    var longName: String?
    while true {
      while left > 0 { _ = try piece() }
      _ = try blocks.skip(padding)
      padding = 0
      if isBroken { return nil }
      let block = try blocks.take(TARHeader.size)
      guard block.count == TARHeader.size else {
        throw fault("tar-truncated", "the tar archive breaks off after member \(count), without its end")
      }
      // Two zero blocks end the archive (POSIX, pax interchange format).
      if block.allSatisfy({ $0 == 0 }) { return nil }
      guard let header = TARHeader(block[...]) else {
        throw fault("tar-damaged", "the tar archive is damaged after member \(count)")
      }
      left = header.count
      padding = (TARHeader.size - header.count % TARHeader.size) % TARHeader.size
      switch header.type {
      case UInt8(ascii: "L"), UInt8(ascii: "x"): longName = try name(header.type) ?? longName
      case UInt8(ascii: "0"), 0, UInt8(ascii: "7"):
        count += 1
        guard count <= limits.members else {
          throw fault("limit-members", "the archive has more than \(limits.members) members")
        }
        let name = longName ?? header.name
        return MemberQueue.Member(path: "\(path)/\(name)") { () throws(ReadingFault) in
          { () throws(ReadingFault) in try self.content() }
        }
      case UInt8(ascii: "5"), UInt8(ascii: "g"): longName = nil
      default:
        skipped.append(SkippedPart(path: "\(path)/\(longName ?? header.name)", reason: "a link or a device"))
        longName = nil
      }
    }
  }

  /// The next bytes of the current member; empty at its end.
  private func content() throws(ReadingFault) -> [UInt8] { Array(try piece()) }

  /// The same bytes as a slice.
  ///
  /// Skipped bytes must not become an array: the compiler (6.3) frees an unused array before filling it.
  private func piece() throws(ReadingFault) -> ArraySlice<UInt8> {
    guard left > 0 else { return [] }
    let piece = try blocks.some(upTo: left)
    guard !piece.isEmpty else {
      left = 0
      isBroken = true
      throw fault("tar-truncated", "the tar archive ends inside of member \(count)")
    }
    left -= piece.count
    return piece
  }

  /// The long name for the next member, which is stored in a separate member: GNU's, or `path` of a pax header.
  private func name(_ type: UInt8) throws(ReadingFault) -> String? {
    guard left <= 64 << 10 else { throw fault("tar-damaged", "a name in the tar archive is too long") }
    let text = try blocks.take(left)
    left = 0
    if type == UInt8(ascii: "L") { return Self.printed(Array(text.prefix { $0 != 0 })) }
    for line in text.split(separator: 0x0A) {
      let record = line.drop { $0 != 0x20 }.dropFirst()
      if record.starts(with: "path=".utf8) { return Self.printed(Array(record.dropFirst(5))) }
    }
    return nil
  }

  /// A name that is safe to print.
  static func printed(_ name: [UInt8]) -> String {
    String(decoding: name, as: UTF8.self).printable()
  }

  private func fault(_ code: String, _ message: String) -> ReadingFault {
    ReadingFault(code, path: path, message, next: "fetch the archive again")
  }
}
