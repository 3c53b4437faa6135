/// A ZIP archive in memory, read by its central directory (PKWARE APPNOTE 6.3).
///
/// Ambiguity is refused rather than resolved: members that overlap or share a name, a directory that disagrees with
/// the local headers, ZIP64, several disks. What is wrong with a single member is in its `refusal`; the others can be
/// read. Nothing is ever written.
struct ZIPArchive {
  /// A member according to the directory.
  struct Member {
    /// The name, safe to print.
    var name: String
    /// The length of the content.
    var size: Int
    /// Why the member cannot be read; nil if it can.
    var refusal: String?
    /// Whether the content is deflated; otherwise it is stored.
    var isDeflated: Bool
    /// The CRC-32 of the content.
    var checksum: UInt
    /// The bytes from its local header to the end of its content.
    var extent: Range<Int>
    /// The bytes of its compressed content.
    var content: Range<Int>
  }

  /// The members in directory order, without folders.
  let members: [Member]
  /// What is odd about the archive as a whole.
  let problems: [Problem]
  private let bytes: [UInt8]
  private let path: String
  private let limits: Limits
  private let budget: InflateBudget

  /// Whether bytes start like a ZIP archive, possibly an empty one.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// Reads the directory.
  ///
  /// - Parameters:
  ///   - bytes: the whole archive.
  ///   - path: its name in faults.
  ///   - limits: the bounds to work within; `archiveBytes` bounds the contents of all members together.
  /// - Throws: `ReadingFault` with code `zip-damaged`, `zip-unsupported` or `limit-members`.
  init(_ bytes: [UInt8], path: String, limits: Limits) throws(ReadingFault) {
    var directory = ZIPDirectory(bytes: bytes, path: path, limits: limits)
    members = try directory.read()
    problems = directory.problems
    budget = InflateBudget(left: limits.archiveBytes)
    self.bytes = bytes
    self.path = path
    self.limits = limits
  }

  /// The member with a name, ignoring case as in Open Packaging.
  func member(_ name: String) -> Member? {
    members.first { $0.name == name } ?? members.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The path of a member for messages and origins.
  func path(of member: Member) -> String { "\(path)/\(member.name)" }

  /// Opens a member.
  ///
  /// - Returns: a source of its content; it throws `zip-member` if the content is damaged or its length differs from
  ///   the directory, and `limit-inflate` if it exceeds the limits when inflated.
  func open(_ member: Member) throws(ReadingFault) -> ByteInput.Source {
    if let refusal = member.refusal { throw fault(member, refusal) }
    var content = ZIPContent(member: member, path: path(of: member), limits: limits, budget: budget)
    guard let stream = member.isDeflated ? InflateStream(.raw) : nil else {
      guard !member.isDeflated else { throw fault(member, "there is no memory to unpack it") }
      return { () throws(ReadingFault) in try content.take(from: bytes) }
    }
    return { () throws(ReadingFault) in try content.inflate(from: bytes, with: stream) }
  }

  /// The whole content of a member.
  func read(_ member: Member) throws(ReadingFault) -> [UInt8] {
    let input = ByteInput(source: try open(member))
    return try input.readAll(limit: limits.wholeInputBytes, path: path(of: member))
  }

  private func fault(_ member: Member, _ reason: String) -> ReadingFault {
    ReadingFault("zip-member", path: path(of: member), reason, next: "unpack it yourself if you trust it")
  }
}

/// The number of bytes that may still be inflated, shared by all members of an archive.
private final class InflateBudget {
  var left: Int
  init(left: Int) { self.left = left }
}

/// The content of a member while it is read.
private struct ZIPContent {
  private static let chunk = 1 << 18

  let member: ZIPArchive.Member
  let path: String
  let limits: Limits
  let budget: InflateBudget
  private var at: Int
  private var given = 0
  private var checksum: UInt = 0
  private var isFinished = false

  init(member: ZIPArchive.Member, path: String, limits: Limits, budget: InflateBudget) {
    self.member = member
    self.path = path
    self.limits = limits
    self.budget = budget
    at = member.content.lowerBound
  }

  /// The next bytes of a stored member.
  mutating func take(from bytes: [UInt8]) throws(ReadingFault) -> [UInt8] {
    let end = min(member.content.upperBound, at + Self.chunk)
    let output = Array(bytes[at..<end])
    at = end
    try count(output, isEnd: at == member.content.upperBound)
    return output
  }

  /// The next bytes of a deflated member.
  mutating func inflate(from bytes: [UInt8], with stream: InflateStream) throws(ReadingFault) -> [UInt8] {
    while !isFinished {
      let (output, state) = stream.inflate(bytes, at: &at, upTo: member.content.upperBound)
      guard state != .damaged, state == .end || !output.isEmpty else {
        throw fault("zip-member", state == .damaged ? "its data is damaged" : "its data ends early")
      }
      isFinished = state == .end
      try count(output, isEnd: isFinished)
      if !output.isEmpty { return output }
    }
    return []
  }

  private mutating func count(_ output: [UInt8], isEnd: Bool) throws(ReadingFault) {
    given += output.count
    budget.left -= output.count
    checksum = InflateStream.checksum(output, after: checksum)
    guard given <= member.size else {
      throw fault("zip-member", "it holds more than the \(member.size) bytes that the directory says")
    }
    guard limits.allowUnpacking(at - member.content.lowerBound, to: given) else {
      throw fault("limit-inflate", "it unpacks to more than \(limits.inflateRatio) times its size")
    }
    guard budget.left >= 0 else {
      throw fault("limit-inflate", "the archive unpacks to more than \(limits.archiveBytes) bytes")
    }
    guard isEnd else { return }
    guard given == member.size, at == member.content.upperBound else {
      throw fault("zip-member", "it holds \(given) bytes, not the \(member.size) that the directory says")
    }
    guard checksum == member.checksum else { throw fault("zip-member", "its checksum is wrong") }
  }

  private func fault(_ code: String, _ reason: String) -> ReadingFault {
    ReadingFault(code, path: path, reason, next: "pack it again, or unpack it yourself if you trust it")
  }
}
