internal import WireTrees

extension ODRLWriter {
  /// The policies of several statements: a single one as an object, several as an array.
  public static func document(of statements: [(writer: ODRLWriter, statement: RightsStatement)]) -> String {
    text(statements.map { $0.writer.document($0.statement) })
  }

  /// The same in RightsML 2.0, JSON, as far as RightsML can express it.
  ///
  /// Prohibitions that consent lifts become permissions with the duty to obtain it. Without the limits that
  /// RightsML cannot express, a prohibition or permission would be too wide, so rules are written completely or not
  /// at all.
  ///
  /// - Parameter leftOut: receives the words of each rule and duty that was not written.
  public static func rightsML(
    of statements: [(writer: ODRLWriter, statement: RightsStatement)], leftOut: inout [String]
  ) -> String {
    text(statements.map { $0.writer.rightsML($0.statement, leftOut: &leftOut) })
  }

  private static func text(_ policies: [JSONOutput]) -> String {
    policies.count == 1 ? policies[0].text : JSONOutput.array(policies).text
  }

  private func rightsML(_ statement: RightsStatement, leftOut: inout [String]) -> JSONOutput {
    var rules: [(String, JSONOutput)] = []
    let duties = statement.duties.filter { duty in
      guard duty.kind == .credit, !duty.isRequest else {
        leftOut.append(statement.words(duty.evidence))
        return false
      }
      return true
    }
    for clause in statement.clauses {
      guard let rule = rightsML(clause, owing: duties, whole: duties.count == statement.duties.count) else {
        leftOut.append(statement.words(clause.evidence))
        continue
      }
      rules.append(rule)
    }
    func named(_ kind: String) -> JSONOutput? {
      let found = rules.filter { $0.0 == kind }.map(\.1)
      return found.isEmpty ? nil : .array(found)
    }
    let credits = duties.map { duty in
      JSONOutput.object([
        ("target", .string(target)), ("action", "attribute"),
        ("attributedParty", duty.value.map(JSONOutput.string)),
      ])
    }
    return .object([
      (
        "@context",
        .array([
          "http://www.w3.org/ns/odrl.jsonld",
          .object([("rightsml", "https://iptc.org/std/RightsML/odrl-profile/")]),
        ])
      ),
      ("@type", statement.holder == nil ? "Set" : "Offer"), ("uid", .string(uid)),
      ("profile", "https://iptc.org/std/RightsML/odrl-profile/"), ("conflict", "prohibit"),
      ("assigner", statement.holder.map { .string(Self.partyID($0.agency ?? $0.name)) }),
      ("permission", named("permission")), ("prohibition", named("prohibition")),
      (
        "obligation",
        .array((rules.filter { $0.0 == "obligation" }.map(\.1)) + credits).nonempty
      ),
    ])
  }

  private func rightsML(_ clause: Clause, owing duties: [Duty], whole: Bool) -> (String, JSONOutput)? {
    let name =
      clause.action == .remove ? "rightsml:removeFromService" : ODRLVocabulary.name(of: clause.action)
    let constraints = clause.constraints.map(Self.constraint)
    guard clause.target == nil, !name.hasPrefix("wr:"), !name.hasPrefix("tdm:"),
      constraints.allSatisfy({ !$0.text.contains("\"wr:") })
    else { return nil }
    func rule(_ kind: String, _ owed: [JSONOutput]) -> (String, JSONOutput) {
      (
        kind,
        .object([
          ("target", .string(target)), ("action", .string(name)),
          ("constraint", .array(constraints).nonempty),
          ("duty", .array(owed).nonempty),
        ])
      )
    }
    switch (clause.effect, clause.condition) {
    case (.prohibit, .none): return rule("prohibition", [])
    case (.prohibit, .withoutPermission), (.prohibit, .withoutWrittenPermission):
      return rule("permission", [.object([("action", "obtainConsent")])])
    case (.prohibit, .withoutAgreement): return rule("permission", [.object([("action", "compensate")])])
    case (.permit, .none): return rule("permission", [])
    case (.permit, .ifDutiesMet) where whole:
      return rule(
        "permission",
        duties.map {
          .object([("action", "attribute"), ("attributedParty", $0.value.map(JSONOutput.string))])
        })
    case (.oblige, _): return rule("obligation", [])
    default: return nil
    }
  }
}

extension JSONOutput {
  /// The array; nil if it is empty.
  var nonempty: JSONOutput? {
    if case .array(let values) = self, values.isEmpty { return nil }
    return self
  }
}
