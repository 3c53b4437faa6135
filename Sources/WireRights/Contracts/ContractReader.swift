internal import WireText
public import WireYAML

/// Reads contracts from a newsroom's configuration.
public struct ContractReader: Sendable {
  private let agencies: [String]
  private let days: DayBoundary

  /// A reader.
  ///
  /// - Parameters:
  ///   - agencies: The known agencies, so that a misspelt one is an error.
  ///   - days: When days begin in the newsroom's zone.
  public init(agencies: [String], days: DayBoundary) {
    self.agencies = agencies
    self.days = days
  }

  /// Every contract of a list, or the one contract of a mapping.
  ///
  /// - Throws: `YAMLFault` with the place of the first error.
  public func contracts(in field: YAMLField) throws(YAMLFault) -> [Contract] {
    guard case .sequence = field.value.content else { return [try contract(field)] }
    var contracts: [Contract] = []
    for element in try field.elements() { contracts.append(try contract(element)) }
    return contracts
  }

  /// One contract, which is a file or an entry of `contracts:`.
  ///
  /// With `clauses:`, each clause says what it permits and prohibits, and `excerpt:` permits that much where no
  /// clause permits more. Without it, the contract is one clause: `actions`, `channels`, `territories`, `purposes`,
  /// `services`, `credit`, `retention`, and `excerpt`, which is then the most that may be taken.
  public func contract(_ field: YAMLField) throws(YAMLFault) -> Contract {
    var reader = try field.mapping()
    let place = PolicyPlace(file: field.file, position: reader.position)
    let agency = try reader.required("agency")
    let from = reader.optional("from")
    let until = reader.optional("until")
    var contract = Contract(
      agency: try agency.text(among: agencies), agreement: try reader.required("agreement").text(),
      from: try from?.day(), until: try until?.day(), begins: nil, ends: nil, clauses: [], excerpt: nil,
      cases: [], place: place)
    if let first = contract.from, let last = contract.until, last < first, let until {
      throw until.fault(
        "the contract ends on \(last), before it starts on \(first)", next: "correct `from` or `until`")
    }
    contract.begins = contract.from.map(days.start)
    contract.ends = contract.until.map(days.end)
    if let clauses = reader.optional("clauses") {
      contract.clauses = try self.clauses(clauses)
      if let excerpt = reader.optional("excerpt") { contract.excerpt = try grant(excerpt) }
    } else {
      contract.clauses = [try shortForm(&reader, place: place)]
    }
    if let cases = reader.optional("cases") { contract.cases = try self.cases(cases) }
    contract.draft = try reader.optional("drafted").map(origin)
    contract.confirmation = try reader.optional("confirmed").map(confirmation)
    try reader.finish()
    return contract
  }

  private func origin(_ field: YAMLField) throws(YAMLFault) -> ContractOrigin {
    var reader = try field.mapping()
    let origin = ContractOrigin(
      page: try reader.required("from").text(), digest: try reader.optional("text")?.text())
    try reader.finish()
    return origin
  }

  private func confirmation(_ field: YAMLField) throws(YAMLFault) -> ContractConfirmation {
    var reader = try field.mapping()
    let confirmation = ContractConfirmation(
      by: try reader.required("by").text(), on: try reader.required("on").day(),
      terms: try reader.optional("terms")?.text())
    try reader.finish()
    return confirmation
  }

  // MARK: Clauses

  private func clauses(_ field: YAMLField) throws(YAMLFault) -> [ContractClause] {
    var clauses: [ContractClause] = []
    for element in try field.elements() {
      let clause = try clause(element)
      if clauses.contains(where: { $0.id == clause.id }) {
        throw element.fault("the clause `\(clause.id ?? "")` stands twice", next: "give each its own `id`")
      }
      clauses.append(clause)
    }
    return clauses
  }

  private func clause(_ field: YAMLField) throws(YAMLFault) -> ContractClause {
    var reader = try field.mapping()
    let place = PolicyPlace(file: field.file, position: reader.position)
    var clause = ContractClause(
      id: try reader.required("id").text(), words: try reader.required("text").text(), place: place)
    clause.permits = try reader.optional("permit")?.actions() ?? []
    clause.prohibits = try reader.optional("prohibit")?.actions() ?? []
    try readScope(of: &clause, from: &reader)
    if let duties = reader.optional("duties") { clause.duties = try self.duties(duties) }
    clause.limit = try reader.optional("excerpt").map(limit)
    clause.waives = try reader.optional("waives")?.choices(Waivable.self) ?? []
    try reader.finish()
    return clause
  }

  private func shortForm(_ reader: inout YAMLReader, place: PolicyPlace) throws(YAMLFault) -> ContractClause {
    let actions = try reader.required("actions")
    var clause = ContractClause(id: nil, words: "", place: place)
    clause.permits = try actions.actions()
    try readScope(of: &clause, from: &reader)
    if let credit = reader.optional("credit") { clause.duties = [try self.credit(credit)] }
    clause.limit = try reader.optional("excerpt").map(limit)
    clause.words = try reader.optional("text")?.text() ?? clause.keysAndValues
    return clause
  }

  /// Reads the keys that both forms share.
  private func readScope(of clause: inout ContractClause, from reader: inout YAMLReader) throws(YAMLFault) {
    clause.channels = try reader.optional("channels")?.choices(Channel.self) ?? []
    clause.territories = try reader.optional("territories")?.territories() ?? []
    clause.purposes = try reader.optional("purposes")?.choices(Purpose.self) ?? []
    clause.services = try reader.optional("services")?.texts() ?? []
    clause.withinDays = try reader.optional("within")?.days()
    clause.retentionDays = try reader.optional("retention")?.days()
  }

  // MARK: Duties and limits

  /// A list of duties: names of duties, or `credit:` with the accepted forms.
  private func duties(_ field: YAMLField) throws(YAMLFault) -> [ContractDuty] {
    var duties: [ContractDuty] = []
    for element in try field.items() {
      if case .scalar = element.value.content {
        duties.append(ContractDuty(try element.choice(Duty.Kind.self)))
      } else {
        var reader = try element.mapping()
        duties.append(try credit(try reader.required("credit")))
        try reader.finish()
      }
    }
    return duties
  }

  private func credit(_ field: YAMLField) throws(YAMLFault) -> ContractDuty {
    var forms: [CreditForm] = []
    for item in try field.items() {
      let text = try item.text()
      guard let form = CreditForm(text) else {
        throw item.fault("the credit `\(text)` has no words", next: "write the credit as it shall stand")
      }
      forms.append(form)
    }
    return ContractDuty(.credit, forms: forms)
  }

  private func limit(_ field: YAMLField) throws(YAMLFault) -> ExcerptLimit {
    var reader = try field.mapping()
    let words = reader.optional("words")
    let paragraphs = reader.optional("paragraphs")
    let limit = ExcerptLimit(
      words: try words?.integer(), share: try reader.optional("share")?.share(),
      paragraphs: try paragraphs?.integer())
    try reader.finish()
    for (field, number) in [(words, limit.words), (paragraphs, limit.paragraphs)] {
      if let field, let number, number < 0 {
        throw field.fault("`\(field.name)` must not be negative", next: "write a number of \(field.name)")
      }
    }
    guard limit != ExcerptLimit() else {
      throw field.fault("`\(field.name)` has no limit", next: "write `\(field.name): {words: 75}`")
    }
    return limit
  }

  private func grant(_ field: YAMLField) throws(YAMLFault) -> ExcerptGrant {
    let limit = try limit(field)
    return ExcerptGrant(
      limit: limit, words: "excerpt: \(limit.keysAndValues)",
      place: PolicyPlace(file: field.file, position: field.position))
  }

  // MARK: Cases

  private func cases(_ field: YAMLField) throws(YAMLFault) -> [ContractCase] {
    var cases: [ContractCase] = []
    for element in try field.elements() {
      var reader = try element.mapping()
      let name = try reader.required("name").text()
      var given = try reader.required("given").mapping()
      cases.append(
        ContractCase(
          name: name, action: try given.required("use").action(),
          channel: try given.optional("channel")?.choice(Channel.self),
          territory: try given.optional("territory")?.territory(),
          words: try given.optional("words")?.integer(),
          published: try given.optional("published")?.instant(), at: try given.required("at").instant(),
          purpose: try given.optional("purpose")?.choice(Purpose.self),
          isCommercial: try given.optional("commercial")?.flag(),
          expect: try reader.required("expect").choice(Outcome.self),
          clause: try reader.optional("clause")?.text(),
          place: PolicyPlace(file: element.file, position: element.position)))
      try given.finish()
      try reader.finish()
    }
    return cases
  }
}

extension ContractClause {
  /// The clause as keys and values, for citing a contract without words of its own.
  fileprivate var keysAndValues: String {
    var parts = ["actions: \(permits.map(\.rawValue).joined(separator: ", "))"]
    func add(_ key: String, _ values: [String]) {
      if !values.isEmpty { parts.append("\(key): \(values.joined(separator: ", "))") }
    }
    add("channels", channels.map(\.rawValue))
    add("territories", territories.map(\.code))
    add("purposes", purposes.map(\.rawValue))
    add("services", services)
    add("credit", duties.flatMap(\.forms).map(\.text))
    add("excerpt", [limit?.keysAndValues].compactMap { $0 })
    add("within", [withinDays.map { "\($0) days" }].compactMap { $0 })
    add("retention", [retentionDays.map { "\($0) days" }].compactMap { $0 })
    return parts.joined(separator: "; ")
  }
}

extension ExcerptLimit {
  /// The limit as keys and values.
  fileprivate var keysAndValues: String {
    let parts = [
      words.map { "words: \($0)" }, share.map { "share: \($0)" }, paragraphs.map { "paragraphs: \($0)" },
    ].compactMap { $0 }
    return "{\(parts.joined(separator: ", "))}"
  }
}
