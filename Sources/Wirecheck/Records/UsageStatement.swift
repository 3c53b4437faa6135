public import WireText

/// What a newsroom used of one agency's copy in a period, in identifiers and numbers.
public struct UsageStatement: Sendable, Hashable {
  /// The agency's identifier, for instance `reuters`.
  public var agency: String
  /// The agency's name as people write it; the identifier where the ledger knows no name.
  public var agencyName: String
  /// The period.
  public var period: Period
  /// The site that was asked for; nil for all sites.
  public var site: String?
  /// The uses, ordered by time of publication, document and item; one row for a document and an item, and another for
  /// channels for which it was decided otherwise.
  public var rows: [Row]
  /// How far the ledger went.
  public var basis: Basis

  /// A statement of the given parts.
  public init(
    agency: String, agencyName: String, period: Period, site: String?, rows: [Row], basis: Basis
  ) {
    self.agency = agency
    self.agencyName = agencyName
    self.period = period
    self.site = site
    self.rows = rows
    self.basis = basis
  }

  /// Leaves out the headlines, so that the statement may go to the agency: a document may have one that it took from a
  /// rival's item, or that tells of it.
  public mutating func leaveOutHeadlines() {
    for index in rows.indices { rows[index].title = nil }
  }

  /// Days of a zone, the last one not included.
  public struct Period: Sendable, Hashable {
    /// The first day, `YYYY-MM-DD`.
    public var firstDay: String
    /// The day after the last one, `YYYY-MM-DD`.
    public var endDay: String
    /// The name of the zone in which days begin.
    public var zone: String
    /// The instant at which the first day begins.
    public var start: Instant
    /// The instant at which the day after the last one begins.
    public var end: Instant

    /// A period of the given bounds.
    public init(firstDay: String, endDay: String, zone: String, start: Instant, end: Instant) {
      self.firstDay = firstDay
      self.endDay = endDay
      self.zone = zone
      self.start = start
      self.end = end
    }
  }

  /// What the statement was made from.
  public struct Basis: Sendable, Hashable {
    /// The number of the last check in the ledger; nil for an empty ledger.
    public var lastCheck: Int64?
    /// When that check was made.
    public var lastCheckAt: Instant?
    /// Publication checks made in the period that did not cover everything they were asked to.
    public var incompleteChecks: Int
    /// The version of the tool that made the statement.
    public var toolVersion: String

    /// A basis of the given parts.
    public init(lastCheck: Int64?, lastCheckAt: Instant?, incompleteChecks: Int, toolVersion: String) {
      self.lastCheck = lastCheck
      self.lastCheckAt = lastCheckAt
      self.incompleteChecks = incompleteChecks
      self.toolVersion = toolVersion
    }
  }

  /// The use of one item in one published document.
  public struct Row: Sendable, Hashable {
    /// The number of the check that the row rests on.
    public var check: Int64
    /// The site; nil where the check named none.
    public var site: String?
    /// The channels by which the document goes out; none where the check did not tell.
    public var channels: [String]
    /// The territories in which it is public; none where the check did not tell.
    public var territories: [String]
    /// The document.
    public var document: DocumentRecord
    /// The document's headline; nil where the statement is to hold none.
    public var title: String?
    /// Where the document is published.
    public var url: String?
    /// When the document was published.
    public var publishedAt: Instant
    /// Whether the document states that time itself; if not, it is the time of the first check for publication.
    public var isTimeStated: Bool
    /// The use.
    public var use: UseRecord

    /// A row of the given parts.
    public init(
      check: Int64, site: String?, channels: [String] = [], territories: [String] = [],
      document: DocumentRecord, title: String?, url: String?, publishedAt: Instant, isTimeStated: Bool,
      use: UseRecord
    ) {
      self.check = check
      self.site = site
      self.channels = channels
      self.territories = territories
      self.document = document
      self.title = title
      self.url = url
      self.publishedAt = publishedAt
      self.isTimeStated = isTimeStated
      self.use = use
    }

    /// How much of the item is used.
    public var useClass: UseClass { UseClass(use) }
  }
}
