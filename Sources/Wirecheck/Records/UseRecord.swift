/// A document with its uses of wire copy.
public struct DocumentUses: Codable, Sendable, Hashable {
  /// The document.
  public var document: DocumentRecord
  /// Its headline, as its own fields say.
  public var title: String?
  /// Its canonical or permanent address.
  public var url: String?
  /// When it was published, ISO 8601, UTC.
  public var publishedAt: String?
  /// Where it was decided on to be public; nil in records of versions that did not tell.
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
/// It holds no words of the document or the item, so that it may be kept for as long as an audit needs it and
/// handed to the agency.
public struct UseRecord: Codable, Sendable, Hashable {
  /// The agency's identifier, for instance `reuters`; empty where the item names none.
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
  /// Of these, words that stand in the same order in the item, or in rows of six or more in another.
  public var identical: Int
  /// The longest run of equal words.
  public var longestRun: Int
  /// `words` in a thousand words of the document.
  public var draftPermille: Int
  /// Words of the item in the passages, in a thousand words of the item.
  public var sourcePermille: Int
  /// The weightiest kind among the passages: `verbatim`, `edited`, `rewritten` or `summarised`; `translated` of a
  /// document that says so.
  public var kind: String
  /// Whether the passages are quoted, credited, both or neither.
  public var attribution: MatchRecord.Attribution
  /// What was decided: `allow`, `allow-with-duty`, `needs-review` or `violation`.
  public var outcome: String
  /// The number of the contract that the decision rests on, where it rests on one.
  public var agreement: String?
  /// The clause that the decision rests on, where it rests on one.
  public var clause: String?
  /// What else a permitted use rests on, for instance `the licence CC-BY-4.0`; nil where it rests on a contract, or on
  /// the limits for quoting.
  public var basis: String?
  /// Whether the credit that is owed stands in an accepted form; nil where none is owed.
  public var creditOK: Bool?
  /// What is owed beside the credit, in order of the terms; nil where nothing is, or the use is not permitted.
  public var duties: [OwedDuty]?
  /// By when a permitted use has to be taken down again, ISO 8601, UTC; nil where no term says so.
  public var removeBy: String?
}

/// Something that a term asks for beside a credit, and whether it was done.
public struct OwedDuty: Codable, Sendable, Hashable {
  /// Whether it was done.
  public enum State: String, Codable, Sendable, Hashable {
    case met, missing
    /// Nobody can tell from the document alone.
    case open
  }
  /// What is owed, for instance `link-back`, `pixel`.
  public var kind: String
  /// Whether it was done.
  public var state: State
}
