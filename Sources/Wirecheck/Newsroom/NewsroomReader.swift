internal import Foundation
internal import Policies
internal import WireRights
internal import WireText
public import WireYAML

/// Reads a newsroom's configuration, `wirecheck.yaml`.
///
/// The reader opens no file itself: the caller passes contracts that are in files of their own, so that it can be
/// embedded, and tested without a disk.
public struct NewsroomReader {
  /// Returns the files that match a pattern such as `contracts/*.yaml`: path and text of each, ordered by path.
  public typealias Files = (_ pattern: String) throws(YAMLFault) -> [(path: String, text: String)]

  private let file: String
  private let text: String
  private let files: Files
  private var read: [String] = []

  /// A reader.
  ///
  /// - Parameters:
  ///   - text: the configuration.
  ///   - file: its name, for messages.
  ///   - files: returns the contract files that match a pattern.
  public init(_ text: String, file: String, files: @escaping Files) {
    self.file = file
    self.text = text
    self.files = files
  }

  /// The newsroom of a configuration.
  ///
  /// - Throws: `YAMLFault` with file, line, column and next step.
  public mutating func newsroom() throws(YAMLFault) -> Newsroom {
    var reader = try YAMLReader(try YAMLValue(parsing: text, name: file), file: file)
    read = [text]
    let schema = try reader.required("schema")
    guard try schema.text() == "1" else {
      throw schema.fault("this version reads `schema: 1` only", next: "write `schema: 1`")
    }
    let site = try self.site(try reader.required("site"))
    var added: [Agency] = []
    for element in try reader.optional("agencies")?.elements() ?? [] {
      added.append(try Agency(reading: element))
    }
    let policies = try NoticePolicies(agencies: added)
    let contractReader = ContractReader(
      agencies: policies.agencies.agencies.map(\.id), days: DayBoundary(site.timeZone))
    var contracts: [Contract] = []
    if let field = reader.optional("contracts") { contracts = try contractReader.contracts(in: field) }
    if let field = reader.optional("guidelines") {
      contracts += try Guidelines(agencies: policies.agencies).contracts(in: field)
    }
    var check = CheckSettings()
    if let field = reader.optional("check") {
      contracts += try read(field, into: &check, contractReader)
    }
    var newsroom = try Newsroom(site: site, policies: policies, contracts: contracts, check: check)
    if let field = reader.optional("profile") {
      newsroom.engine.profile = try field.choice(DecisionEngine.Profile.self)
    }
    if let field = reader.optional("quotes") {
      newsroom.engine.quotation = try QuotationLimits(reading: field, profiles: QuotationLimits.builtIn())
    }
    if let field = reader.optional("match") { newsroom.minimumWords = try count("min-words", in: field) }
    if let field = reader.optional("report") { newsroom.excerptWords = try count("excerpt-words", in: field) }
    if let field = reader.optional("rules") { newsroom.levels = try levels(field) }
    try reader.finish()
    newsroom.identity = PolicyIdentity(configuration: read)
    return newsroom
  }

  private func site(_ field: YAMLField) throws(YAMLFault) -> Site {
    var reader = try field.mapping()
    let zone = try reader.required("timezone")
    guard let timeZone = TimeZone(identifier: try zone.text()) else {
      throw zone.fault("`\(try zone.text())` is no time zone", next: "write a name such as Europe/Sofia")
    }
    var channels: [String] = []
    for element in try Self.some(try reader.required("channels"), such: "[web]") {
      channels.append(try element.choice(Channel.self).rawValue)
    }
    var territories: [String] = []
    for element in try Self.some(try reader.required("territories"), such: "[BG]") {
      let code = try element.text()
      guard let territory = Territory(code) else {
        throw element.fault(
          "`\(code)` is no territory",
          next: "write an ISO 3166 code such as BG or CA-QC, a region such as EU, or worldwide")
      }
      territories.append(territory.code)
    }
    let site = Site(
      id: try reader.required("id").text(), territories: territories, channels: channels,
      isCommercial: try reader.required("commercial").flag(), timeZone: timeZone)
    try reader.finish()
    return site
  }

  /// Reads `check:` and returns the contracts of the files that it names.
  private mutating func read(
    _ field: YAMLField, into check: inout CheckSettings, _ contractReader: ContractReader
  ) throws(YAMLFault) -> [Contract] {
    var reader = try field.mapping()
    check.include = try reader.optional("include")?.texts() ?? []
    check.exclude = try reader.optional("exclude")?.texts() ?? []
    if let index = reader.optional("index") { check.index = try index.text() }
    check.ledger = try reader.optional("ledger")?.text()
    check.maximumIndexAge = try reader.optional("max-index-age").map(Self.seconds)
    check.indexRetention = try reader.optional("index-retention").map(Self.seconds)
    if let level = reader.optional("fail-on") {
      let word = try level.text(among: Finding.Level.allCases.map(\.rawValue) + ["never"])
      check.failOn = Finding.Level(rawValue: word)
    }
    var contracts: [Contract] = []
    if let patterns = reader.optional("contracts") {
      for pattern in try Self.items(patterns) { contracts += try self.contracts(of: pattern, contractReader) }
    }
    try reader.finish()
    return contracts
  }

  private mutating func contracts(
    of pattern: YAMLField, _ contractReader: ContractReader
  ) throws(YAMLFault) -> [Contract] {
    let found = try files(try pattern.text())
    guard !found.isEmpty else {
      throw pattern.fault(
        "`\(try pattern.text())` names no file", next: "correct the pattern or add the file")
    }
    var contracts: [Contract] = []
    for file in found {
      read.append(file.text)
      let value = try YAMLValue(parsing: file.text, name: file.path)
      contracts += try contractReader.contracts(
        in: YAMLField(name: "contracts", value: value, file: file.path))
    }
    return contracts
  }

  private func levels(_ field: YAMLField) throws(YAMLFault) -> [String: Newsroom.LevelSetting] {
    var reader = try field.mapping()
    var levels: [String: Newsroom.LevelSetting] = [:]
    for rule in Rules.all {
      levels[rule.id] = try reader.optional(rule.id)?.choice(Newsroom.LevelSetting.self)
    }
    try reader.finish()
    return levels
  }

  private func count(_ key: String, in field: YAMLField) throws(YAMLFault) -> Int {
    var reader = try field.mapping()
    let value = try reader.required(key)
    let number = try value.integer()
    guard (1...1000).contains(number) else {
      throw value.fault("`\(key)` must be between 1 and 1000", next: "write a number of words")
    }
    try reader.finish()
    return number
  }

  /// A duration in seconds: `90m`, `24h`, `7d`.
  private static func seconds(_ field: YAMLField) throws(YAMLFault) -> Int {
    let text = try field.text()
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()),
      (1...100_000).contains(number)
    else {
      throw field.fault("`\(text)` is no length of time", next: "write for instance 24h or 7d")
    }
    return number * unit
  }

  /// The values of a list that must not be empty: a site that is published nowhere has nothing to check.
  private static func some(_ field: YAMLField, such example: String) throws(YAMLFault) -> [YAMLField] {
    let items = try items(field)
    guard !items.isEmpty else {
      throw field.fault("`\(field.name)` is empty", next: "write for instance `\(field.name): \(example)`")
    }
    return items
  }

  /// The values of a list; a single value counts as a list of one.
  private static func items(_ field: YAMLField) throws(YAMLFault) -> [YAMLField] {
    if case .scalar = field.value.content { return [field] }
    return try field.elements()
  }
}

extension Newsroom {
  /// A newsroom with the default limits.
  ///
  /// - Throws: `YAMLFault` if an embedded policy is faulty.
  init(site: Site, policies: NoticePolicies, contracts: [Contract], check: CheckSettings) throws(YAMLFault) {
    let parser = NoticeParser(policies)
    let engine = try DecisionEngine.builtIn()
    self.init(
      site: site, agencies: policies.agencies, contracts: contracts, engine: engine, notices: parser,
      expressions: try RightsExpressions(parser, engine.licences), levels: [:], check: check,
      minimumWords: 10, excerptWords: 8,
      isConfigured: true, identity: PolicyIdentity(configuration: []))
  }

  /// A newsroom without configuration, for examining texts.
  ///
  /// - Throws: `YAMLFault` if an embedded policy is faulty.
  public static func unconfigured() throws(YAMLFault) -> Newsroom {
    let site = Site(
      id: "", territories: [], channels: ["web"], isCommercial: true,
      timeZone: TimeZone(secondsFromGMT: 0) ?? .gmt)
    var newsroom = try Newsroom(
      site: site, policies: NoticePolicies(), contracts: [], check: CheckSettings())
    newsroom.isConfigured = false
    return newsroom
  }
}
