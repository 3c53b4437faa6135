/// Reads the documents of a container's members, one member after the other.
///
/// An unreadable member does not affect the others: its fault is thrown after the last document.
struct MemberQueue {
  /// A member of a container.
  struct Member {
    /// Its path, including the container's.
    var path: String
    /// Opens its content.
    var open: () throws(ReadingFault) -> ByteInput.Source
  }

  private let path: String
  private let limits: Limits
  private var current: DocumentSource?
  private var faults: [ReadingFault] = []
  private var opened = 0
  private var count = 0
  /// The members skipped so far.
  private(set) var skipped: [SkippedPart] = []

  /// A queue of members of a container; `limits` are those of the container itself.
  init(path: String, limits: Limits) {
    self.path = path
    self.limits = limits
  }

  /// The next document.
  ///
  /// - Parameter member: returns the next member; nil after the last.
  /// - Throws: what `member` throws; after the last document, the reason why members could not be read.
  mutating func next(
    _ member: () throws(ReadingFault) -> Member?
  ) throws(ReadingFault) -> Document? {
    while true {
      if let document = nextOfCurrent() { return document }
      let following: Member?
      do throws(ReadingFault) { following = try member() } catch {
        // The fault of the container's bytes that already ended a member.
        if faults.last?.message != error.message { faults.append(error) }
        throw summary() ?? error
      }
      guard let following else {
        if let fault = summary() { throw fault }
        return nil
      }
      opened += 1
      open(following)
    }
  }

  private mutating func nextOfCurrent() -> Document? {
    // A container inside ends its own member.
    if let problem = limits.ending[count + 1], let current, !current.format.readsOn {
      count += 1
      fail(current.fault(problem), in: current.path)
      self.current = nil
      return Document(origin: Origin(path: current.path, format: current.format.name), lost: problem)
    }
    do throws(ReadingFault) {
      if var document = try current?.next() {
        count += 1
        if let problem = MemberKind.guess(document.origin) { document.problems.append(problem) }
        return document
      }
    } catch {
      fail(error, in: current?.path)
    }
    skipped += current?.skipped ?? []
    current = nil
    return nil
  }

  private mutating func open(_ member: Member) {
    if let reason = MemberKind.reasonToSkip(member.path) {
      return skipped.append(SkippedPart(path: member.path, reason: reason))
    }
    do throws(ReadingFault) {
      var inner = limits.following(count)
      inner.nesting -= 1
      switch try MemberKind.source(of: member, limits: inner) {
      case .documents(let source): current = source
      case .skipped(let reason): skipped.append(SkippedPart(path: member.path, reason: reason))
      }
    } catch {
      fail(error, in: member.path)
    }
  }

  /// Keeps a fault of a member; one of the container's bytes gets the name of the member that they belong to.
  private mutating func fail(_ fault: ReadingFault, in member: String?) {
    var fault = fault
    if fault.path == path, let member { fault.path = member }
    faults.append(fault)
  }

  /// One fault for all members that could not be read; nil if there are none.
  private mutating func summary() -> ReadingFault? {
    defer { faults = [] }
    guard faults.count > 1, let first = faults.first else { return faults.first }
    let shown = faults.prefix(5).map { fault in
      fault.path == path ? fault.message : "`\(fault.path.dropFirst(path.count + 1))`: \(fault.message)"
    }
    let more = faults.count > 5 ? [" and \(faults.count - 5) more"] : []
    return ReadingFault(
      "members-unread", path: path,
      "\(faults.count) of \(opened) members cannot be read: \((shown + more).joined(separator: "; "))",
      next: first.next)
  }
}

/// Decides whether members of containers and files in folders are opened.
package enum MemberKind {
  /// The result of opening a member.
  enum Opened {
    case documents(DocumentSource)
    case skipped(String)
  }

  /// Opens a member; one without documents is skipped with a reason.
  static func source(of member: MemberQueue.Member, limits: Limits) throws(ReadingFault) -> Opened {
    let source = try member.open()
    let start = try source()
    if start.isEmpty { return .skipped("empty") }
    let probe = Probe(path: member.path, bytes: start)
    if let name = UnknownFormat.mark(probe), name.hasSuffix("picture") { return .skipped(name) }
    if let reason = ExportPart.reason(probe) { return .skipped(reason) }
    var first: [UInt8]? = start
    let whole: ByteInput.Source = { () throws(ReadingFault) in
      if let bytes = first {
        first = nil
        return bytes
      }
      return try source()
    }
    return .documents(try DocumentSource(source: whole, path: member.path, format: nil, limits: limits))
  }

  /// The problem to report for a member that is read as plain text because nothing better fits.
  static func guess(_ origin: Origin) -> Problem? {
    let isText = ["txt", "text", "md"].contains(Probe.pathExtension(of: origin.path))
    guard origin.format == PlainTextReader.format.name, !isText else { return nil }
    return Problem("format-guessed", "the member's name says nothing of its format; read as plain text")
  }

  /// Why a member or file with such a name is not opened at all; nil for others.
  package static func reasonToSkip(_ path: String) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if path.contains("/__MACOSX/") || name.hasPrefix(".") { return "a hidden file" }
    if name == "mimetype" { return "the type of the archive" }
    return ExportPart.reason(path) ?? kinds[Probe.pathExtension(of: path)]
  }

  /// Why a file in a folder is not opened, also given the names of its siblings; nil for others.
  package static func reasonToSkip(_ path: String, name: String, beside names: Set<String>) -> String? {
    reasonToSkip(path) ?? ExportPart.reason(name, beside: names)
  }

  private static let kinds: [String: String] = {
    let names = [
      "a picture": "png jpg jpeg gif webp avif heic tif tiff bmp ico svg psd eps ai",
      "sound": "mp3 m4a wav ogg flac aac", "a film": "mp4 mov m4v avi webm mkv mpg",
      "a font": "ttf otf woff woff2 eot", "a style sheet or script": "css scss less js mjs ts map",
    ]
    var all: [String: String] = [:]
    for (kind, list) in names { for name in list.split(separator: " ") { all[String(name)] = kind } }
    return all
  }()
}
