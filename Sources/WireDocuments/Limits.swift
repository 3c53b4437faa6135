/// The limits within which every reader works.
///
/// Exceeding one is reported as a problem or a fault; nothing is cut silently.
public struct Limits: Sendable, Hashable {
  /// The most bytes of a whole input, after decompression, for formats that are read in one piece.
  public var wholeInputBytes = 64 << 20
  /// The most bytes of one item in a streamed export.
  public var itemBytes = 64 << 20
  /// The most items of one input.
  public var items = 10_000_000
  /// The most bytes of one run of text between two tags, or of one paragraph.
  public var textRunBytes = 16 << 20
  /// The most bytes of one XML start tag with its attributes; some pages embed whole pictures there.
  public var startTagBytes = 64 << 10
  /// The greatest depth of nested elements, arrays and objects.
  public var depth = 1000
  /// The most paragraphs of one item's text.
  public var paragraphs = 200_000
  /// The most nodes of one tree: elements, runs of text and attributes of markup, or values of JSON.
  public var nodes = 2_000_000
  /// The greatest ratio of decompressed size to file size.
  public var inflateRatio = 200
  /// The number of decompressed bytes up to which that ratio is not checked.
  public var inflateFreeBytes = 16 << 20
  /// The most members of an archive.
  public var members = 10_000
  /// The most bytes of a ZIP archive, and of its decompressed content.
  public var archiveBytes = 200 << 20
  /// The greatest nesting of containers inside the input: 1 allows a ZIP archive in a ZIP archive.
  public var nesting = 1
  /// The most bytes of an input that `DocumentSource` keeps for reports.
  public var keptBytes = 16 << 20
  /// The most seconds of CPU time for one item, if inputs are read in a separate process.
  public var itemSeconds = 30
  /// The most bytes of address space of a process that reads inputs.
  public var processBytes = 1 << 30

  /// Items to skip, by their number from 1, with the reason: an earlier attempt to read them ended the process.
  ///
  /// Readers that have `readsOn` skip just these; for the others `DocumentSource` leaves out the whole input if item 1
  /// is listed.
  package var leftOut: [Int: Problem] = [:]
  /// Items at which the member of a container that holds them ends, by their number from 1, with the reason: a second
  /// attempt to read them ended the process, and the member's reader cannot continue after them.
  package var ending: [Int: Problem] = [:]
  /// The numbers of messages whose attachments are read as separate documents after them, because reading them
  /// together ended the process.
  package var apart: Set<Int> = []

  /// The default limits.
  public init() {}

  /// The same limits for what follows `count` items, which is numbered from 1 again.
  func following(_ count: Int) -> Limits {
    var rest = self
    func shifted(_ items: [Int: Problem]) -> [Int: Problem] {
      var rest: [Int: Problem] = [:]
      for (number, problem) in items where number > count { rest[number - count] = problem }
      return rest
    }
    rest.leftOut = shifted(leftOut)
    rest.ending = shifted(ending)
    rest.apart = Set(apart.lazy.filter { $0 > count }.map { $0 - count })
    return rest
  }

  /// Whether packed content of a size may unpack to so many bytes.
  func allowUnpacking(_ packed: Int, to unpacked: Int) -> Bool {
    unpacked <= inflateFreeBytes || unpacked / max(1, packed) <= inflateRatio
  }

  /// The same limits for a container inside the input; none of its items is left out.
  var inside: Limits {
    var inner = self
    inner.nesting -= 1
    inner.leftOut = [:]
    inner.ending = [:]
    inner.apart = []
    return inner
  }
}

extension Limits {
  /// A limit that users can set.
  public struct Setting: Sendable {
    /// The name, for instance `item-bytes`.
    public let name: String
    /// What it limits, in a few words.
    public let title: String
    private let path: any WritableKeyPath<Limits, Int> & Sendable
    private let minimum: Int

    init(
      _ name: String, _ path: any WritableKeyPath<Limits, Int> & Sendable, _ title: String,
      from minimum: Int = 1
    ) {
      self.name = name
      self.title = title
      self.path = path
      self.minimum = minimum
    }

    /// The value in the given limits.
    public func value(in limits: Limits) -> Int { limits[keyPath: path] }
    /// Sets the value, raised to the smallest one allowed if necessary.
    public func set(_ value: Int, in limits: inout Limits) { limits[keyPath: path] = max(minimum, value) }
  }

  /// All limits that users can set.
  public static var settings: [Setting] {
    [
      Setting("input-bytes", \.wholeInputBytes, "one input of a format that is read in one piece"),
      Setting("item-bytes", \.itemBytes, "one item of an export, or an input that is one item"),
      Setting("items", \.items, "items of one input"),
      Setting("text-run-bytes", \.textRunBytes, "one run of text between two tags, or one paragraph"),
      Setting("start-tag-bytes", \.startTagBytes, "one start tag of XML with its attributes"),
      Setting("depth", \.depth, "nested elements, arrays and objects, where a format has them"),
      Setting("paragraphs", \.paragraphs, "paragraphs of one item"),
      Setting("nodes", \.nodes, "elements, runs of text or values of one item, where a format has them"),
      Setting("inflate-ratio", \.inflateRatio, "how many times larger unpacked content may be"),
      Setting("inflate-free-bytes", \.inflateFreeBytes, "unpacked bytes up to which that does not count"),
      Setting("members", \.members, "members of an archive"),
      Setting("archive-bytes", \.archiveBytes, "one ZIP archive, and all that one unpacks to"),
      Setting("nesting", \.nesting, "archives that lie in one another", from: 0),
      Setting(
        "kept-bytes", \.keptBytes,
        "one input that is kept for lines and columns; a larger file is read again for them"),
      Setting("item-seconds", \.itemSeconds, "processor time for one item"),
      Setting("process-bytes", \.processBytes, "address space of the process that reads"),
    ]
  }
}
