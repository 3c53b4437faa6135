/// ZIP archives: the documents of all members, each read in its own format.
struct ZIPReader: DocumentReader {
  static let format = Format(
    name: "zip", title: "ZIP archive: each member read as what it is, one ZIP inside too")
  static let isPacked = true
  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool { ZIPArchive.recognises(probe.bytes) }

  private let input: ByteInput
  private let path: String
  private let limits: Limits
  private var archive: ZIPArchive?
  private var members: ArraySlice<ZIPArchive.Member> = []
  private var queue: MemberQueue
  private var isFirst = true
  /// The list of posts in a Substack archive, whose texts are in other members.
  private var posts: SubstackPosts?
  private var count = 0

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.path = origin.path
    self.limits = limits
    queue = MemberQueue(path: origin.path, limits: limits)
  }

  var skipped: [SkippedPart] { queue.skipped }

  mutating func next() throws(ReadingFault) -> Document? {
    let archive = try opened()
    var document = try queue.next { () throws(ReadingFault) in
      guard let member = members.popFirst() else { return nil }
      return MemberQueue.Member(path: archive.path(of: member)) { () throws(ReadingFault) in
        try archive.open(member)
      }
    }
    count += document == nil ? 0 : 1
    if var found = document {
      posts?.complete(&found)
      document = found
    } else {
      document = posts?.nextWithoutText(item: count + 1)
    }
    if isFirst { document?.problems += archive.problems }
    isFirst = false
    return document
  }

  private mutating func opened() throws(ReadingFault) -> ZIPArchive {
    if let archive { return archive }
    try Nesting.check(limits, path: path)
    let bytes = try input.readAll(limit: limits.archiveBytes, path: path)
    let archive = try ZIPArchive(bytes, path: path, limits: limits)
    posts = try SubstackPosts(archive, limits: limits)
    members = archive.members.filter { posts?.isList($0) != true }[...]
    self.archive = archive
    return archive
  }
}

/// Checks the nesting of containers.
enum Nesting {
  /// Throws for a container that is nested too deeply.
  static func check(_ limits: Limits, path: String) throws(ReadingFault) {
    guard limits.nesting < 0 else { return }
    throw ReadingFault(
      "limit-nesting", path: path, "an archive too deep in other archives", next: "unpack the outer one")
  }
}
