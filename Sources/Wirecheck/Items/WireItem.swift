public import WireDocuments
internal import WireMatching
public import WireRights
internal import WireText

/// What an index stores about an agency's item in addition to its text: identity, state, and rights as found.
///
/// It is written into the index as a record (`RecordCoder`) and read back when a draft matches. Nothing in it is
/// interpreted: notices are read when a decision is made, so that better policies need no new index.
public struct WireItem: Sendable, Hashable {
  /// A statement of rights as found.
  public struct Rights: Sendable, Hashable {
    /// What the statement is; nil for a kind that only a later version of the program knows.
    public var kind: RightsField.Kind?
    /// The words.
    public var text: String
    /// The field's name in its format.
    public var key: String
  }

  /// The agency's identifier; empty if unknown.
  public var agency: String
  /// The version as written.
  public var version: String?
  /// The language as written.
  public var language: String?
  /// Whether the agency lets it be used: `usable`, `withheld` or `canceled`.
  ///
  /// `unknown` is a state that only a later version of the program knows.
  public var status: Status.Value
  /// A description of the record that withdrew or held it, without text of the item.
  public var statusRecord: String?
  /// The identifier of the item that withdrew it or says something about it, if that is another item.
  public var withdrawnBy: String?
  /// When this version was made, in seconds since 1970.
  public var changed: Int64?
  /// The embargo as written; empty if there is one without a time.
  public var embargo: String?
  /// The end of the embargo in seconds since 1970, if it could be read.
  public var embargoUntil: Int64?
  /// The end of permitted use, in seconds since 1970.
  public var expires: Int64?
  /// The slug.
  public var slug: String?
  /// The headline.
  public var title: String?
  /// The identifiers of the items that this one follows as a later version of the same story.
  public var follows: [String]?
  /// The words in which an advisory names the items it is about, shortened; nil for all other items.
  public var advisory: String?
  /// What it asks for as an advisory; nil for all other items.
  public var advisoryKind: Advisory.Kind?
  /// Whether it is an advisory only if its words name an item; nil if its form makes it one.
  public var isPlain: Bool?
  /// Whether an advisory is copy too, like a corrected story; nil if it is not.
  public var isStory: Bool?
  /// The words in which an advisory says what applies to the items that it names, apart from withdrawing them.
  public var orders: [String]?
  /// Whether this is a note of an advisory that may refer to the item without naming it; nil if it names it.
  public var isPossible: Bool?
  /// Until when words of the item itself put it under embargo, in seconds since 1970; the maximum if they give no
  /// time.
  public var secretUntil: Int64?
  /// The agency's services that carried it; nil if unknown.
  public var services: [String]?
  /// Whether it is a picture, whose text is its caption; nil for all other items.
  public var isPicture: Bool?
  /// Further identifiers by which its agency may refer to it; nil if there are none.
  public var otherIDs: [String]?
  /// Statements in fields of the item.
  public var rights: [Rights] = []
  /// The byte ranges of the text that are notices and advisories, each as lower and upper bound.
  public var notices: [[Int]] = []
  /// The words of these, if the text itself is not stored.
  var noticeWords: [String]?

  /// An item of which only the agency is known.
  public init(agency: String, status: Status.Value = .usable) {
    self.agency = agency
    self.status = status
  }

  /// Whether this is another item's statement about an item, so that its version number says nothing about the item's
  /// age.
  var isForeign: Bool { withdrawnBy != nil }

  /// Whether it is usable copy, to which advisories can refer.
  var isCopy: Bool {
    status == .usable && !isForeign && (advisory == nil || isStory == true)
  }

  /// The item as stored in an index.
  var payload: [UInt8] { recordBytes }

  /// Reads an item from an index; nil if the bytes are not valid.
  init?(payload: [UInt8]) {
    self.init(recordBytes: payload[...])
  }

  /// The stored record of an entry; an unreadable payload gives an empty item.
  init(of entry: IndexEntry) { self = WireItem(payload: entry.payload) ?? WireItem(agency: "") }

  /// The ranges of notices that lie within a text of `count` bytes.
  func noticeRanges(within count: Int) -> [TextRange] {
    notices.compactMap { range in
      guard range.count == 2, range[0] >= 0, range[0] <= range[1], range[1] <= count else { return nil }
      return TextRange(range[0], range[1])
    }
  }
}

extension WireItem: Record {
  init() { self.init(agency: "") }

  /// The numbers of the fields; those of advisories come first, so that the first byte identifies an advisory.
  enum Field {
    static let advisory: UInt8 = 1
    static let advisoryKind: UInt8 = 2
  }

  mutating func code(with coder: inout some RecordCoder) {
    coder.field(Field.advisory, &advisory)
    coder.word(Field.advisoryKind, &advisoryKind)
    coder.field(3, &agency)
    coder.field(4, &version)
    coder.field(5, &language)
    coder.word(6, &status, unknown: .unknown)
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
  init() { self.init(kind: nil, text: "", key: "") }

  mutating func code(with coder: inout some RecordCoder) {
    coder.word(1, &kind)
    coder.field(2, &text)
    coder.field(3, &key)
  }
}
