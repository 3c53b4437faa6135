internal import WireTrees

extension ODRLWriter {
  /// A newsroom's contract with an agency as an Agreement of ODRL 2.2, JSON-LD with a line end.
  ///
  /// Each clause gives its permissions and prohibitions with the contract's period, the clause's channels,
  /// territories, purposes and services, and its limits; its words are included. Restrictions that a clause lifts
  /// explicitly are `wr:waives`.
  ///
  /// - Parameters:
  ///   - contract: the contract.
  ///   - newsroom: the identifier of the newsroom, an IRI.
  public static func agreement(_ contract: Contract, newsroom: String = "urn:wirecheck:party:newsroom")
    -> String
  {
    let agreement = "urn:wirecheck:agreement:\(part(contract.agency)):\(part(contract.agreement))"
    var writer = ODRLAgreement(contract, uid: agreement)
    for clause in contract.clauses { writer.add(clause) }
    if let excerpt = contract.excerpt { writer.add(excerpt) }
    return JSONOutput.object([
      ("@context", context), ("@type", "Agreement"), ("uid", .string(agreement)),
      ("profile", .string(ODRLNames.profile)), ("conflict", "prohibit"),
      (
        "assigner",
        .object([("uid", .string(partyID(contract.agency))), ("wr:agency", .string(contract.agency))])
      ),
      ("assignee", .string(newsroom)), ("permission", .array(writer.permissions).nonempty),
      ("prohibition", .array(writer.prohibitions).nonempty),
      ("obligation", .array(writer.obligations).nonempty),
    ]).text
  }

  /// A text encoded as a part of a URN.
  static func part(_ text: String) -> String { String(partyID(text).dropFirst("urn:wirecheck:party:".count)) }
}

/// Collects the rules of an agreement.
private struct ODRLAgreement {
  let contract: Contract
  let uid: String
  var permissions: [JSONOutput] = []
  var prohibitions: [JSONOutput] = []
  var obligations: [JSONOutput] = []

  init(_ contract: Contract, uid: String) {
    self.contract = contract
    self.uid = uid
  }

  mutating func add(_ clause: ContractClause) {
    let constraints = period + limits(of: clause) + Self.days(clause.withinDays, "delayPeriod")
    let extent = clause.limit.map(Self.extent) ?? []
    let owed = clause.duties.map(duty)
    if !clause.permits.isEmpty {
      permissions.append(
        rule(
          clause, clause.permits, extent, constraints + Self.days(clause.retentionDays, "elapsedTime"),
          duties: owed,
          number: permissions.count + prohibitions.count))
    } else {
      // The duties of a clause that permits nothing apply to every use under the contract.
      obligations += owed
    }
    if !clause.prohibits.isEmpty {
      prohibitions.append(
        rule(
          clause, clause.prohibits, [], constraints, duties: [],
          number: permissions.count + prohibitions.count))
    }
  }

  mutating func add(_ excerpt: ExcerptGrant) {
    permissions.append(
      .object([
        ("uid", .string("\(uid)#excerpt")), ("target", .string(target(nil))),
        ("action", Self.action(.excerpt, refinedBy: Self.extent(excerpt.limit))),
        ("constraint", .array(period).nonempty), ("wr:words", .string(excerpt.words)),
      ]))
  }

  private func rule(
    _ clause: ContractClause, _ actions: [Action], _ extent: [JSONOutput], _ constraints: [JSONOutput],
    duties: [JSONOutput], number: Int
  ) -> JSONOutput {
    let targets = clause.services.isEmpty ? [target(nil)] : clause.services.map(target)
    let written = actions.map { Self.action($0, refinedBy: extent) }
    return .object([
      ("uid", .string("\(uid)#\(clause.id.map(ODRLWriter.part) ?? "rule")-\(number + 1)")),
      ("target", targets.count == 1 ? .string(targets[0]) : .array(targets.map(JSONOutput.string))),
      ("action", written.count == 1 ? written[0] : .array(written)),
      ("constraint", .array(constraints).nonempty),
      ("duty", .array(duties).nonempty),
      ("wr:waives", .array(clause.waives.map { .string($0.rawValue) }).nonempty),
      ("wr:words", .string(clause.words)),
    ])
  }

  /// The agency's copy, or that of one of its services.
  private func target(_ service: String?) -> String {
    "urn:wirecheck:copy:\(ODRLWriter.part(contract.agency))"
      + (service.map { ":\(ODRLWriter.part($0))" } ?? "")
  }

  private static func action(_ action: Action, refinedBy refinements: [JSONOutput]) -> JSONOutput {
    let name = ODRLVocabulary.name(of: action)
    guard !refinements.isEmpty else { return .string(name) }
    return .object([("rdf:value", .object([("@id", .string(name))])), ("refinement", .array(refinements))])
  }

  private func duty(_ duty: ContractDuty) -> JSONOutput {
    let forms = duty.forms.map(\.text)
    return .object([
      ("action", .string(ODRLVocabulary.name(of: duty.kind))),
      ("wr:value", forms.first.map(JSONOutput.string)),
    ])
  }

  // MARK: Limits

  /// From the first instant of the contract up to the first after it; whole days if the zone is not known.
  private var period: [JSONOutput] {
    func day(_ name: String, _ day: CalendarDay) -> JSONOutput {
      ODRLWriter.comparison(
        "dateTime", name, .object([("@value", .string(day.description)), ("@type", "xsd:date")]))
    }
    return [contract.from.map { day("gteq", $0) }, contract.until.map { day("lteq", $0) }].compactMap { $0 }
  }

  private func limits(of clause: ContractClause) -> [JSONOutput] {
    let sets: [(Constraint.Kind, [String])] = [
      (.channel, clause.channels.map(\.rawValue)), (.territory, clause.territories.map(\.code)),
      (.purpose, clause.purposes.map(\.rawValue)),
    ]
    return sets.filter { !$0.1.isEmpty }.map {
      ODRLWriter.constraint(Constraint($0.0, $0.1.joined(separator: "|")))
    }
  }

  /// A number of days as a limit: `delayPeriod` from the item's publication, `elapsedTime` from that of the copy.
  private static func days(_ days: Int?, _ operand: String) -> [JSONOutput] {
    days.map { days in
      [
        ODRLWriter.comparison(
          operand, "lteq", .object([("@value", .string("P\(days)D")), ("@type", "xsd:duration")]))
      ]
    } ?? []
  }

  private static func extent(_ limit: ExcerptLimit) -> [JSONOutput] {
    let words = limit.words.map { ODRLWriter.constraint(Constraint(.wordLimit, "words:\($0)", .lteq)) }
    let share = limit.share.map {
      ODRLWriter.comparison("percentage", "lteq", .integer(Int(($0 * 100).rounded(.down))))
    }
    let paragraphs = limit.paragraphs.map {
      ODRLWriter.constraint(Constraint(.wordLimit, "paragraphs:\($0)", .lteq))
    }
    return [words, share, paragraphs].compactMap { $0 }
  }
}
