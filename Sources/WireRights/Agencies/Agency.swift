public import WireYAML

/// A news agency or syndicate, as described by a file of `Policies/Agencies/` or a newsroom's configuration.
public struct Agency: Sendable {
  /// The identifier, for instance `ap`.
  public let id: String
  /// The canonical name.
  public let name: String
  /// Other names, legal names and names in other scripts.
  public let aliases: [String]
  /// Names that match only in their exact spelling, since they mean something else in lower case or in prose:
  /// `MAP`.
  public let initials: [String]
  /// The accepted forms of credit.
  public let credits: [String]
  /// The marks that end its datelines, for instance `(AP) —`.
  public let datelines: [String]
  /// The IANA zone for times that are written without one.
  public let timeZone: String
  /// What its public page says about all its copy; nil if no page was read.
  public let terms: AgencyTerms?
  /// Examples of names and notices that do or do not belong to the agency.
  let cases: [AgencyCase]
  /// Where it is described; nil for one created in code.
  let place: PolicyPlace?

  /// Its canonical name and all others but its initials.
  public var names: [String] { [name] + aliases }
  /// The accepted forms of credit, prepared for comparison with credits.
  public var creditForms: [CreditForm] { credits.compactMap { CreditForm($0) } }

  /// An agency of the given parts.
  ///
  /// - Parameters:
  ///   - id: the identifier, for instance `ap`.
  ///   - name: the canonical name.
  ///   - initials: names that match only in their exact spelling.
  ///   - credits: the accepted forms of credit.
  ///   - datelines: the marks that end its datelines.
  ///   - datelines: the marks that end its datelines.
  ///   - timeZone: an IANA zone name.
  public init(
    id: String, name: String, aliases: [String] = [], initials: [String] = [], credits: [String] = [],
    datelines: [String] = [], timeZone: String
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.initials = initials
    self.credits = credits
    self.datelines = datelines
    self.timeZone = timeZone
    terms = nil
    cases = []
    place = nil
  }
}

/// What an agency's public page says about all its copy; applies unless the item itself says something narrower.
public struct AgencyTerms: Sendable, Hashable {
  /// The terms, in wording that the notice parser reads.
  public var text: String
  /// The page's address.
  public var address: String
  /// The day on which the page was read.
  public var read: CalendarDay

  /// The terms as a statement about the whole site.
  public func statement(_ parser: NoticeParser) -> SourcedStatement {
    SourcedStatement(parser.parse(text), scope: .site, source: address)
  }
}

/// A name or a notice, and the agency that it belongs to.
struct AgencyCase: Sendable {
  /// What is looked up.
  enum Subject: Sendable { case name(String), notice(String) }
  var subject: Subject
  /// The agency's identifier; nil where it belongs to none.
  var agency: String?
  /// The position of the case in its file.
  var position: YAMLValue.Position
}

extension Agency {
  /// Reads one agency of a newsroom's configuration: `id`, `name`, `timezone`, and optionally `aliases`,
  /// `initials`, `credits`, `datelines`, `terms` and `cases`.
  ///
  /// - Throws: `YAMLFault` with the place.
  public init(reading field: YAMLField) throws(YAMLFault) {
    var reader = try field.mapping()
    try self.init(from: &reader)
    try reader.finish()
  }

  /// Reads a file of `Policies/Agencies/`; cases are required.
  init(_ value: YAMLValue, file: String) throws(YAMLFault) {
    var reader = try YAMLReader(value, file: file)
    _ = try reader.required("cases")
    try self.init(from: &reader)
    try reader.finish()
  }

  private init(from reader: inout YAMLReader) throws(YAMLFault) {
    place = PolicyPlace(file: reader.file, position: reader.position)
    id = try reader.required("id").text()
    name = try reader.required("name").text()
    aliases = try reader.optional("aliases")?.texts() ?? []
    initials = try reader.optional("initials")?.texts() ?? []
    credits = try reader.optional("credits")?.texts() ?? []
    datelines = try reader.optional("datelines")?.texts() ?? []
    timeZone = try reader.required("timezone").text()
    terms = try reader.optional("terms").map(AgencyTerms.init(reading:))
    var cases: [AgencyCase] = []
    for element in try reader.optional("cases")?.elements() ?? [] { cases.append(try AgencyCase(element)) }
    self.cases = cases
  }
}

extension AgencyTerms {
  /// Reads `text`, `url` and `read`.
  fileprivate init(reading field: YAMLField) throws(YAMLFault) {
    var reader = try field.mapping()
    text = try reader.required("text").text()
    address = try reader.required("url").text()
    read = try reader.required("read").day()
    try reader.finish()
  }
}

extension AgencyCase {
  fileprivate init(_ field: YAMLField) throws(YAMLFault) {
    var reader = try field.mapping()
    let agency = try reader.required("agency").text()
    if let name = reader.optional("name") {
      subject = .name(try name.text())
    } else {
      subject = .notice(try reader.required("text").text())
    }
    self.agency = agency == "none" ? nil : agency
    position = field.position
    try reader.finish()
  }
}
