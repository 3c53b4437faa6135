public import WireText

/// A newsroom's use of one agency's copy in a period, in identifiers and numbers.
public struct UsageStatement: Sendable, Hashable {
  /// The agency's identifier, for instance `reuters`.
  public var agency: String
  /// The agency's name as people write it; the identifier if the ledger has no name.
  public var agencyName: String
  /// The period.
  public var period: Period
  /// The site that the statement is limited to; nil for all sites.
  public var site: String?
  /// The uses, ordered by time of publication, document and item; one row for each document and item, and another for
  /// channels with a different decision.
  public var rows: [Row]
  /// The part of the ledger that the statement is based on.
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

  /// Removes the headlines, so that the statement may go to the agency: a document's headline may be taken from a
  /// competitor's item, or refer to it.
  public mutating func leaveOutHeadlines() {
    for index in rows.indices { rows[index].title = nil }
  }

  /// A range of days in a time zone, excluding the last one.
  public struct Period: Sendable, Hashable {
    /// The first day, `YYYY-MM-DD`.
    public var firstDay: String
    /// The day after the last one, `YYYY-MM-DD`.
    public var endDay: String
    /// The name of the time zone in which the days begin.
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

  /// The data that the statement is based on.
  public struct Basis: Sendable, Hashable {
    /// The number of the last check in the ledger; nil for an empty ledger.
    public var lastCheck: Int64?
    /// When that check was made.
    public var lastCheckAt: Instant?
    /// Publication checks made in the period that were incomplete.
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
    /// The number of the check that the row is based on.
    public var check: Int64
    /// The site; nil if the check named none.
    public var site: String?
    /// The channels on which the document is published; empty if the check recorded none.
    public var channels: [String]
    /// The territories in which it is published; empty if the check recorded none.
    public var territories: [String]
    /// The document.
    public var document: DocumentRecord
    /// The document's headline; nil if the statement is not to contain headlines.
    public var title: String?
    /// The address at which the document is published.
    public var url: String?
    /// When the document was published.
    public var publishedAt: Instant
    /// Whether the document states that time itself; otherwise it is the time of the first check for publication.
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
