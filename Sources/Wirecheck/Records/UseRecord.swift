/// A document with its uses of wire copy.
public struct DocumentUses: Codable, Sendable, Hashable {
  /// The document.
  public var document: DocumentRecord
  /// Its headline, from its own fields.
  public var title: String?
  /// Its canonical address or permalink.
  public var url: String?
  /// When it was published, ISO 8601, UTC.
  public var publishedAt: String?
  /// The places of publication that were decided on; nil in records of versions that did not store them.
  public var scope: UseScope?
  /// The uses, strongest first.
  public var uses: [UseRecord]

  /// A document with its uses.
  public init(
    document: DocumentRecord, title: String? = nil, url: String? = nil, publishedAt: String? = nil,
    scope: UseScope? = nil, uses: [UseRecord]
  ) {
    self.document = document
    self.title = title
    self.url = url
    self.publishedAt = publishedAt
    self.scope = scope
    self.uses = uses
  }
}

/// The use of one wire item in one document, permitted or not, in identifiers and numbers.
///
/// It contains no words of the document or the item, so that it may be kept for as long as an audit needs it and be
/// passed on to the agency.
public struct UseRecord: Codable, Sendable, Hashable {
  /// The agency's identifier, for instance `reuters`; empty if the item names none.
  public var agency: String
  /// The agency's name as people write it.
  public var agencyName: String
  /// The item's identifier.
  public var item: String
  /// The item's version as written.
  public var version: String?
  /// When the item was published, ISO 8601, UTC.
  public var sourcePublishedAt: String?
  /// Words of the document in the passages.
  public var words: Int
  /// How many of these words are in the item in the same order, or elsewhere in it in runs of six words or more.
  public var identical: Int
  /// The longest run of equal words.
  public var longestRun: Int
  /// `words` as a share of the document's words, in thousandths.
  public var draftPermille: Int
  /// The share of the item's words that are in the passages, in thousandths.
  public var sourcePermille: Int
  /// The kind with the most words among the passages: `verbatim`, `edited`, `rewritten` or `summarised`; `translated`
  /// for a document that says so.
  public var kind: String
  /// Whether the passages are quoted, credited, both or neither.
  public var attribution: MatchRecord.Attribution
  /// The decision: `allow`, `allow-with-duty`, `needs-review` or `violation`.
  public var outcome: String
  /// The number of the contract that the decision is based on, if any.
  public var agreement: String?
  /// The clause that the decision is based on, if any.
  public var clause: String?
  /// What else a permitted use rests on, for instance `the licence CC-BY-4.0`; nil where it rests on a contract, or on
  /// the limits for quoting.
  public var basis: String?
  /// Whether the credit that is owed stands in an accepted form; nil where none is owed.
  public var creditOK: Bool?
  /// Further duties besides the credit, in order of the terms; nil if there are none, or the use is not permitted.
  public var duties: [OwedDuty]?
  /// By when a permitted use has to be taken down again, ISO 8601, UTC; nil where no term says so.
  public var removeBy: String?
}

/// A duty other than a credit, and whether it was met.
public struct OwedDuty: Codable, Sendable, Hashable {
  /// Whether the duty was met.
  public enum State: String, Codable, Sendable, Hashable {
    case met, missing
    /// It cannot be determined from the document alone.
    case open
  }
  /// The kind of duty, for instance `link-back`, `pixel`.
  public var kind: String
  /// Whether the duty was met.
  public var state: State
}
