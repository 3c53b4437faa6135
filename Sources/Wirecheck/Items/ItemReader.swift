public import WireDocuments
public import WireMatching
internal import WireRights
internal import WireText

/// Turns what an agency delivered into items for the index.
public struct ItemReader: Sendable {
  private let newsroom: Newsroom
  private let agency: String?
  private let service: String?

  /// A reader.
  ///
  /// - Parameters:
  ///   - newsroom: knows the agencies and reads notices.
  ///   - agency: the agency that all items are from; nil to tell it from each item.
  ///   - service: the agency's service that carried them, beside what each item says; nil where it is not known.
  public init(_ newsroom: Newsroom, agency: String?, service: String? = nil) {
    self.newsroom = newsroom
    self.agency = agency
    self.service = service
  }

  /// A document as an item, and what the item says about others.
  struct Reading {
    /// The item.
    var item: IndexItem
    /// What is kept beside its text.
    var record: WireItem
    /// Items that this one withdraws, by identifier.
    var withdraws: [String]
    /// Whether it is an advisory that withdraws what carries its slug, and names no identifier.
    var withdrawsBySlug: Bool
  }

  /// Reads a document.
  func read(_ document: Document) -> Reading {
    let text = document.body.utf8
    let paragraphs = document.body.paragraphs.map(\.range)
    let found = newsroom.notices.notices(in: text, paragraphs: paragraphs)
    // A notice in the text names the agency only where nothing else does: agencies pass on the copy of others.
    let holder = found.lazy.compactMap(\.statement.holder?.agency).first
    var record = WireItem(agency: agency ?? Self.agency(of: document, newsroom.agencies) ?? holder ?? "")
    record.version = document.version
    record.slug = document.field(.slug)?.text
    let services = document.fields.filter { $0.name == .service }.map(\.text) + [service].compactMap(\.self)
    record.services = services.isEmpty ? nil : services
    record.rights = Self.rights(of: document)
    record.notices = found.map { [$0.range.lower, $0.range.upper] }
    if let embargo = document.embargo {
      record.embargo = embargo.raw
      record.embargoUntil = embargo.instant?.seconds
    }
    record.expires = document.time(.expiry)?.instant?.seconds
    let id = Self.id(of: document)
    let advisory = Self.advisory(of: document, found, newsroom.notices)
    let state = Self.state(of: document, advisory: advisory)
    record.status = state.rawValue
    if state != .usable { record.statusRecord = Self.statusRecord(of: document, id: id, state: state) }
    let kills = document.links.filter { $0.relation == .kills }.map(\.id)
    let item = IndexItem(
      id: id, version: Self.version(of: document), payload: record.payload, text: text,

      masked: Furniture.ranges(in: text, paragraphs: paragraphs, notices: found, newsroom.agencies),
      time: Self.time(of: document))
    let isKill = advisory == .kill
    return Reading(
      item: item, record: record, withdraws: kills,
      withdrawsBySlug: isKill && kills.isEmpty && document.status?.value != .canceled)
  }

  // MARK: Parts

  /// The identifier, or the place of an item that has none.
  static func id(of document: Document) -> String {
    if let id = document.id, !id.isEmpty { return id }
    return "\(document.origin.path)#\(document.origin.item)"
  }

  /// The version as a number: as written, else the time of this version.
  private static func version(of document: Document) -> Int {
    if let version = document.version, let number = Int(version), number >= 0 { return number }
    let time = document.time(.updated) ?? document.time(.published) ?? document.time(.created)
    return time?.instant.map { Int(clamping: $0.seconds) } ?? 1
  }

  /// When the item came out.
  static func time(of document: Document) -> Instant? {
    [.published, .updated, .created].lazy.compactMap { document.time($0)?.instant }.first
  }

  /// The agency that the item's own fields name; provider and credit before source, these before the holder.
  private static func agency(of document: Document, _ agencies: AgencyDirectory) -> String? {
    for name in [Field.Name.provider, .credit, .source, .channel] {
      for field in document.fields where field.name == name {
        if let agency = agencies.agency(named: field.text) { return agency.id }
      }
    }
    for rights in document.rights where rights.kind == .holder {
      if let agency = agencies.agency(named: rights.text) { return agency.id }
    }
    guard let first = document.body.paragraphs.first else { return nil }
    return agencies.agencyMarks(in: document.body.utf8, range: first.range).first?.agency.id
  }

  private static func rights(of document: Document) -> [WireItem.Rights] {
    var rights = document.rights.filter { $0.place != .body }.map {
      WireItem.Rights(kind: $0.kind.rawValue, text: $0.text, key: $0.key)
    }
    for field in document.fields where field.name == .editorsNote {
      rights.append(WireItem.Rights(kind: RightsField.Kind.terms.rawValue, text: field.text, key: field.key))
    }
    return rights
  }

  /// The gravest advisory that the item's own words give.
  private static func advisory(
    of document: Document, _ found: [FoundNotice], _ parser: NoticeParser
  ) -> Advisory.Kind? {
    var kinds = found.compactMap(\.statement.advisory?.kind)
    for field in document.fields where field.name == .editorsNote {
      if let kind = parser.parse(field.text).advisory?.kind { kinds.append(kind) }
    }
    return [.kill, .hold].first(where: kinds.contains)
  }

  private static func state(of document: Document, advisory: Advisory.Kind?) -> Status.Value {
    switch (document.status?.value, advisory) {
    case (.canceled, _), (_, .kill): .canceled
    case (.withheld, _) where document.embargo == nil: .withheld
    case (_, .hold): .withheld
    default: .usable
    }
  }

  private static func statusRecord(of document: Document, id: String, state: Status.Value) -> String {
    let what = state == .canceled ? "withdrawn" : "held back"
    let version = document.version.map { " version \($0)" } ?? ""
    let time = time(of: document).map { " of \($0.iso8601)" } ?? ""
    return "\(what) by \(id)\(version)\(time)"
  }
}

extension ItemReader {
  /// The items of documents with a text, for an index that is used once.
  public func items(of documents: [Document]) -> [IndexItem] {
    documents.filter { !$0.body.isEmpty }.map { read($0).item }
  }
}
