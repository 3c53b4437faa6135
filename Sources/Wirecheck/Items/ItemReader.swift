internal import Foundation
public import WireDocuments
public import WireMatching
internal import WireRights
internal import WireText

/// Converts documents that an agency delivered into items for the index.
public struct ItemReader: Sendable {
  private let newsroom: Newsroom
  private let agency: String?
  private let service: String?

  /// A reader.
  ///
  /// - Parameters:
  ///   - newsroom: provides the agencies and the notice parser.
  ///   - agency: the agency that all items are from; nil to determine it from each item.
  ///   - service: the agency's service that delivered them, in addition to what each item says; nil if unknown.
  public init(_ newsroom: Newsroom, agency: String?, service: String? = nil) {
    self.newsroom = newsroom
    self.agency = agency
    self.service = service
  }

  /// A document as an item, and what the item says about others.
  struct Reading {
    /// The item.
    var item: IndexItem
    /// The record that is stored with its text.
    var record: WireItem
    /// Items that this one withdraws, by identifier.
    var withdraws: [String]
    /// Whether an advisory must be reported if nothing that it names is found.
    var mustMatch: Bool
    /// Whether the agency was given, and not inferred from the item.
    var isAgencyGiven: Bool
  }

  /// Reads a document.
  func read(_ document: Document) -> Reading {
    let text = document.body.utf8
    let paragraphs = document.body.paragraphs.map(\.range)
    let found = Self.credible(newsroom.notices.notices(in: text, paragraphs: paragraphs), in: document)
    let advisory =
      DeliveredAdvisory(of: document, found, newsroom.notices)
      ?? DeliveredAdvisory(plain: document, newsroom.notices)
    var record = record(of: document, found)
    record.status = status(of: document, advisory)
    let isWithdrawal = record.status != .usable
    let kills = document.links.filter { $0.relation == .kills }.map(\.id)
    record.take(advisory, of: document, withdraws: isWithdrawal || !kills.isEmpty)
    var item = IndexItem(
      id: Self.id(of: document), version: Self.version(of: document, isWithdrawal: isWithdrawal), text: text,
      masked: Boilerplate.ranges(in: text, paragraphs: paragraphs, notices: found, newsroom.agencies),
      time: Self.time(of: document))
    if let advisory, advisory.kind == .embargo {
      record.secretUntil = record.secrecy(newsroom, orders: advisory.orders, time: item.time)
    }
    if isWithdrawal {
      record.statusRecord = Self.statusRecord(
        of: item.id, version: record.version, time: item.time, state: record.status)
    }
    item.payload = record.payload
    return Reading(
      item: item, record: record, withdraws: kills, mustMatch: advisory?.mustMatch ?? true,
      isAgencyGiven: agency != nil)
  }

  // MARK: The record

  /// What the document says about itself, without its state and what it asks for as an advisory.
  ///
  /// - Parameter found: the notices in its text.
  private func record(of document: Document, _ found: [FoundNotice]) -> WireItem {
    // A notice in the text determines the agency only as a last resort: agencies pass on the copy of others.
    let holder = found.lazy.compactMap(\.statement.holder?.agency).first
    var record = WireItem(agency: agency ?? Self.agency(of: document, newsroom.agencies) ?? holder ?? "")
    record.version = document.version
    record.language = document.language
    record.isPicture = document.type == .picture ? true : nil
    record.changed = Self.changed(document)?.seconds
    record.slug = document.field(.slug)?.text
    record.title = document.headline
    record.otherIDs = Self.unlessEmpty(document.fields.filter { $0.name == .identifier }.map(\.text))
    record.follows = Self.unlessEmpty(document.links.filter { Self.isChain($0.relation) }.map(\.id))
    let services = document.fields.filter { $0.name == .service }.map(\.text)
    record.services = Self.unlessEmpty(services + [service].compactMap(\.self))
    record.rights = Self.rights(of: document, newsroom.notices)
    record.notices = found.map { [$0.range.lower, $0.range.upper] }
    record.takeTimes(of: document, newsroom)
    return record
  }

  private static func unlessEmpty(_ values: [String]) -> [String]? { values.isEmpty ? nil : values }

  /// Whether the document may be used, by its own field, its words, and its state in its agency's system.
  private func status(of document: Document, _ advisory: DeliveredAdvisory?) -> Status.Value {
    let state = Self.state(of: document, advisory: advisory.flatMap { $0.isPlain ? nil : $0.kind })
    let isAgencys = agency != nil && agency != newsroom.site.id
    return state == .usable && isAgencys && Self.isUnreleased(document) ? .withheld : state
  }

  // MARK: Parts

  /// The identifier, or the path and number of an item without one; for standard input, which has no path, a
  /// hash of its text.
  static func id(of document: Document) -> String {
    if let id = document.id, !id.isEmpty { return id }
    guard document.origin.path != "-" else { return "sha256:\(sha256(document.body.utf8).prefix(20))" }
    return "\(document.origin.path)#\(document.origin.item)"
  }

  /// The version as a number: as written, otherwise the time of this version.
  ///
  /// A withdrawal is numbered right after the version that it withdraws, so that it never replaces a text.
  private static func version(of document: Document, isWithdrawal: Bool) -> Int {
    var number = changed(document).map { Int(clamping: $0.seconds) } ?? 1
    if let version = document.version, let written = Int(version), written >= 0 { number = written }
    return min(max(number, 0), highestVersion) * 2 + (isWithdrawal ? 1 : 0)
  }

  /// The highest version number; higher ones are reserved for withdrawals by other items.
  static let highestVersion = Int(Int64.max >> 2)

  /// When this version was made.
  private static func changed(_ document: Document) -> Instant? {
    [.updated, .published, .created].lazy.compactMap { document.time($0)?.instant }.first
  }

  /// When the item was first published.
  static func time(of document: Document) -> Instant? {
    [.published, .updated, .created].lazy.compactMap { document.time($0)?.instant }.first
  }

  /// The longest first paragraph that may be a byline, in bytes.
  private static let longestByline = 100

  /// The agency that the item's own fields name; provider and credit take precedence over source, and these
  /// over the holder.
  private static func agency(of document: Document, _ agencies: AgencyDirectory) -> String? {
    for name in [Field.Name.provider, .credit, .source, .channel] {
      for field in document.fields where field.name == name {
        if let agency = agencies.agency(named: field.text) { return agency.id }
      }
    }
    for rights in document.textRights where rights.kind == .holder {
      if let agency = agencies.agency(named: rights.text) { return agency.id }
    }
    guard let first = document.body.paragraphs.first else { return nil }
    let marks = agencies.agencyMarks(in: document.body.utf8, range: first.range)
    // In a byline or a credit line a name is a credit; in a sentence it may be an agency that is quoted.
    let isLine = first.range.count <= longestByline
    return marks.first { $0.form == .dateline || isLine }?.agency.id
  }

  /// Whether a link leads to another version of the same story.
  private static func isChain(_ relation: ItemLink.Relation) -> Bool {
    switch relation {
    case .updates, .replaces, .evolvedFrom: true
    case .kills, .translates, .other: false
    }
  }

  private static func rights(of document: Document, _ parser: NoticeParser) -> [WireItem.Rights] {
    var rights = document.textRights.filter { $0.place != .body }.map {
      WireItem.Rights(kind: $0.kind, text: $0.text, key: $0.key)
    }
    for field in document.fields where field.name == .editorsNote {
      rights.append(WireItem.Rights(kind: .note, text: field.text, key: field.key))
    }
    // `EMBARGOED UNTIL 0600 GMT MAY 5: Ferry sinks`
    if let label = HeadlineLabel.embargo(of: document, parser) {
      rights.append(WireItem.Rights(kind: .terms, text: label, key: "headline"))
    }
    return rights
  }

  /// How many paragraphs at the start of an item may contain an advisory about it.
  private static let advisoryParagraphs = 2

  /// The notices without those that withdraw the item by words in the middle of a story: a senator who asks to
  /// kill a bill is not a desk that kills the item.
  private static func credible(_ found: [FoundNotice], in document: Document) -> [FoundNotice] {
    let grave = found.filter { [.kill, .hold].contains($0.statement.advisory?.kind) }
    guard !grave.isEmpty else { return found }
    let opening = document.body.paragraphs.dropFirst(advisoryParagraphs).first?.range.lower ?? .max
    let prose = Tokenizer().words(in: document.body.utf8, masking: found.map(\.range).merged())
    return found.filter { notice in
      switch notice.statement.advisory?.kind {
      // Above a story one sentence may be its headline; an advisory gives instructions in several.
      case .kill:
        notice.range.lower < opening
          && (prose.count < DeliveredAdvisory.storyWords
            || Sentences.ranges(in: document.body.utf8, paragraphs: [notice.range]).count > 1)
      case .hold: notice.range.lower < opening
      default: true
      }
    }
  }

  /// The status in the item's own field, unless its words are stricter.
  private static func state(of document: Document, advisory: Advisory.Kind?) -> Status.Value {
    switch (document.status?.value, advisory) {
    case (.canceled, _), (_, .kill): .canceled
    case (.withheld, _) where document.embargo == nil: .withheld
    case (_, .hold): .withheld
    default: .usable
    }
  }

  /// Whether the agency's system has not released the item, or has put it away.
  static func isUnreleased(_ document: Document) -> Bool {
    switch document.status?.value {
    case .draft, .private, .trashed: true
    case .scheduled: document.embargo == nil && document.time(.published)?.instant == nil
    default: false
    }
  }

  /// What withdrew or held an item, in words.
  static func statusRecord(
    of id: String, version: String?, time: Instant?, state: Status.Value
  ) -> String {
    let what = state == .canceled ? "withdrawn" : "held back"
    let version = version.map { " version \($0)" } ?? ""
    let time = time.map { " of \($0.iso8601)" } ?? ""
    return "\(what) by \(id)\(version)\(time)"
  }
}

extension ItemReader {
  /// The items of all documents with a text, for an index that is used only once.
  public func items(of documents: [Document]) -> [IndexItem] {
    documents.filter { !$0.body.isEmpty }.map { read($0).item }
  }
}

extension WireItem {
  /// Stores when the item may be used.
  fileprivate mutating func takeTimes(of document: Document, _ newsroom: Newsroom) {
    if let embargo = document.embargo {
      self.embargo = embargo.raw
      let item = terms(newsroom, time: ItemReader.time(of: document))
      embargoUntil = newsroom.end(of: embargo, on: item)?.seconds
    } else if document.status?.value == .scheduled,
      let time = document.times.last(where: { $0.role == .published }), let start = time.instant
    {
      embargo = time.raw
      embargoUntil = start.seconds
    }
    // An item that may be used until a day may still be used on that day.
    expires = document.time(.expiry)?.end(in: homeZone(newsroom), acceptsDayAlone: true)?.seconds
  }

  /// Stores what an item says as an advisory about others.
  ///
  /// - Parameter withdraws: whether the item's status or one of its links withdraws or holds something.
  fileprivate mutating func take(
    _ advisory: DeliveredAdvisory?, of document: Document, withdraws: Bool
  ) {
    if let advisory { orders = [DeliveredAdvisory.shortened(advisory.orders.map(\.text))] }
    if withdraws {
      advisoryKind = status == .withheld ? .hold : .kill
      self.advisory = DeliveredAdvisory.words(of: document)
    } else if let advisory {
      advisoryKind = advisory.kind
      self.advisory = advisory.names
      isPlain = advisory.isPlain ? true : nil
      isStory = advisory.isStory ? true : nil
    }
  }
}
