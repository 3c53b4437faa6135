internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// What an index keeps of an agency's item beside its text: identity, state, and rights as found.
///
/// It is written into the index as a record (`RecordCoder`) and read back when a draft matches. Nothing in it is interpreted: notices
/// are read when a decision is made, so that better policies need no new index.
public struct WireItem: Sendable, Hashable {
  /// A statement of rights as found.
  public struct Rights: Sendable, Hashable {
    /// `notice`, `terms`, `note`, `link`, `holder`, `credit`, `expression` or `data-mining`.
    public var kind: String
    /// The words.
    public var text: String
    /// The format's own name of the field.
    public var key: String
  }

  /// The agency's identifier; empty where nothing says whose item it is.
  public var agency: String
  /// The version as written.
  public var version: String?
  /// The language as written.
  public var language: String?
  /// The publication state, in `Status.Value`'s words.
  public var status: String
  /// The record that withdrew or held it, without text of the item.
  public var statusRecord: String?
  /// The item that withdrew it or says something of it, where that is another one.
  public var withdrawnBy: String?
  /// When this version was made, in seconds since 1970.
  public var changed: Int64?
  /// The embargo as written; empty where it is present without a time.
  public var embargo: String?
  /// The instant of the embargo in seconds since 1970, where it can be read.
  public var embargoUntil: Int64?
  /// The end of use in seconds since 1970.
  public var expires: Int64?
  /// The slug.
  public var slug: String?
  /// The headline.
  public var title: String?
  /// The items that this one follows as a later version of the same story, by identifier.
  public var follows: [String]?
  /// The words in which an advisory names what it is about, shortened; nil for all other items.
  public var advisory: String?
  /// What an advisory asks for, in `Advisory.Kind`'s words.
  public var advisoryKind: String?
  /// Whether it is an advisory only where its words name an item; nil where it is one by its form.
  public var isPlain: Bool?
  /// Whether an advisory is copy too, as a corrected story is; nil where it is not.
  public var isStory: Bool?
  /// The words in which an advisory says what holds for the items that it names, other than that they are withdrawn.
  public var orders: [String]?
  /// Whether an advisory that names nothing found may mean the item beside which it stands; nil where it names it.
  public var isPossible: Bool?
  /// Until when words of the item itself put it under embargo, in seconds since 1970; the last there is where they
  /// give no time.
  public var secretUntil: Int64?
  /// The agency's services that carried it; nil where nothing says so.
  public var services: [String]?
  /// Whether it is a picture, whose text is its caption; nil for all others.
  public var isPicture: Bool?
  /// Further identifiers, by which its agency may name it; nil where there are none.
  public var otherIDs: [String]?
  /// Statements in fields of the item.
  public var rights: [Rights] = []
  /// The bytes of the text that are notices and advisories, each as first and end.
  public var notices: [[Int]] = []
  /// The words of these, where the text itself is not kept.
  var noticeWords: [String]?

  /// An item of an agency of which nothing else is known.
  public init(agency: String, status: String = "usable") {
    self.agency = agency
    self.status = status
  }

  /// Whether this is what another item says of one, whose version numbers say nothing of this one's age.
  var isForeign: Bool { withdrawnBy != nil }

  /// Whether it is copy that can be used, and that advisories can name.
  var isCopy: Bool {
    status == Status.Value.usable.rawValue && !isForeign && (advisory == nil || isStory == true)
  }

  /// What it asks for as an advisory.
  var kind: Advisory.Kind? { advisoryKind.flatMap(Advisory.Kind.init) }

  /// The item as it stands in an index.
  var payload: [UInt8] { recordBytes }

  /// Reads an item of an index; nil where the bytes are none.
  init?(payload: [UInt8]) {
    self.init(recordBytes: payload[...])
  }

  /// What an index keeps of an entry; nothing is known of one whose bytes are none of ours.
  init(of entry: IndexEntry) { self = WireItem(payload: entry.payload) ?? WireItem(agency: "") }

  /// The ranges of notices that lie within a text of so many bytes.
  func noticeRanges(within count: Int) -> [TextRange] {
    notices.compactMap { range in
      guard range.count == 2, range[0] >= 0, range[0] <= range[1], range[1] <= count else { return nil }
      return TextRange(range[0], range[1])
    }
  }
}

extension WireItem: Record {
  init() { self.init(agency: "") }

  /// The numbers of the fields; what makes an advisory comes first, so that one is known by its first byte.
  enum Field {
    static let advisory: UInt8 = 1
    static let advisoryKind: UInt8 = 2
  }

  mutating func code(with coder: inout some RecordCoder) {
    coder.field(Field.advisory, &advisory)
    coder.field(Field.advisoryKind, &advisoryKind)
    coder.field(3, &agency)
    coder.field(4, &version)
    coder.field(5, &language)
    coder.field(6, &status)
    coder.field(7, &statusRecord)
    coder.field(8, &withdrawnBy)
    coder.field(9, &changed)
    coder.field(10, &embargo)
    coder.field(11, &embargoUntil)
    coder.field(12, &expires)
    coder.field(13, &slug)
    coder.field(14, &title)
    coder.field(15, &follows)
    coder.field(16, &isStory)
    coder.field(17, &orders)
    coder.field(18, &isPossible)
    coder.field(19, &secretUntil)
    coder.field(20, &services)
    coder.field(21, &rights)
    coder.field(22, &notices)
    coder.field(23, &noticeWords)
    coder.field(24, &isPlain)
    coder.field(25, &isPicture)
    coder.field(26, &otherIDs)
  }
}

extension WireItem.Rights: Record {
  init() { self.init(kind: "", text: "", key: "") }

  mutating func code(with coder: inout some RecordCoder) {
    coder.field(1, &kind)
    coder.field(2, &text)
    coder.field(3, &key)
  }
}
