/// The bounds within which every reader works.
///
/// What crosses one is a problem or a fault, never silently cut.
public struct Limits: Sendable, Hashable {
  /// Bytes of one whole input, after decompression, for formats that are read in one piece.
  public var wholeInputBytes = 64 << 20
  /// Bytes of one item in a streamed export.
  public var itemBytes = 64 << 20
  /// Items of one input.
  public var items = 10_000_000
  /// Bytes of one run of text between two tags, or of one paragraph.
  public var textRunBytes = 16 << 20
  /// Bytes of one start tag of XML with its attributes; pages have whole pictures in theirs.
  public var startTagBytes = 64 << 10
  /// Depth of nested elements, arrays and objects.
  public var depth = 1000
  /// Paragraphs of one item's text.
  public var paragraphs = 200_000
  /// Elements, runs of text and attributes of one tree of markup, values of one tree of JSON.
  public var nodes = 2_000_000
  /// How many times larger than the file its decompressed content may be.
  public var inflateRatio = 200
  /// Decompressed bytes up to which that ratio is not looked at.
  public var inflateFreeBytes = 16 << 20
  /// Members of an archive.
  public var members = 10_000
  /// Bytes of a ZIP archive, and of all that one unpacks to.
  public var archiveBytes = 200 << 20
  /// How many containers may lie in one another inside of the input: 1 is a ZIP archive in a ZIP archive.
  public var nesting = 1
  /// Bytes of an input up to which `DocumentSource` keeps them for reports.
  public var keptBytes = 16 << 20
  /// Seconds of processor time for one item, where inputs are read in a process of their own.
  public var itemSeconds = 30
  /// Bytes of address space of a process in which inputs are read.
  public var processBytes = 1 << 30

  /// Items that are not read, by their number from 1, and why: an earlier attempt ended the process.
  ///
  /// Readers that `readsOn` heed them; for the others `DocumentSource` leaves out the whole input, where it is the first.
  package var leftOut: [Int: Problem] = [:]
  /// Messages whose attachments are read as documents of their own behind them, by the number of the message: reading
  /// them with it ended the process.
  package var apart: Set<Int> = []

  /// The default limits.
  public init() {}

  /// The same bounds for what follows so many items, which are numbered from 1 again.
  func following(_ count: Int) -> Limits {
    var rest = self
    rest.leftOut = [:]
    for (number, problem) in leftOut where number > count { rest.leftOut[number - count] = problem }
    rest.apart = Set(apart.lazy.filter { $0 > count }.map { $0 - count })
    return rest
  }

  /// The same bounds for a container inside of what is read; no item of it is left out.
  var inside: Limits {
    var inner = self
    inner.nesting -= 1
    inner.leftOut = [:]
    inner.apart = []
    return inner
  }
}

extension Limits {
  /// A limit that a user can set.
  public struct Setting: Sendable {
    /// The name, for instance `item-bytes`.
    public let name: String
    /// What it bounds, in a few words.
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

    /// The value in some limits.
    public func value(in limits: Limits) -> Int { limits[keyPath: path] }
    /// Sets the value, or the smallest one that the limit may have.
    public func set(_ value: Int, in limits: inout Limits) { limits[keyPath: path] = max(minimum, value) }
  }

  /// All limits that a user can set.
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
