internal import WireText
internal import WireTrees

/// Writes a statement as a policy of ODRL 2.2 in JSON-LD, with our profile for what ODRL has no terms for.
///
/// The policy can be read by any ODRL engine: standard names where they fit, terms of the profile with `includedIn`
/// otherwise, and `conflict: prohibit`. It also keeps the notice's text and the position of every part in it, so
/// that `ODRLPolicy.statement(in:)` restores the statement without loss. The same statement always gives the same
/// bytes.
public struct ODRLWriter: Sendable {
  /// The identifier of the policy; those of its rules begin with it.
  public var uid: String
  /// The identifier of the asset that the notice is about.
  public var target: String

  /// A writer for the policy on one asset.
  public init(uid: String, target: String) {
    self.uid = uid
    self.target = target
  }

  /// The policy of a statement, JSON with a line end.
  public func policy(_ statement: RightsStatement) -> String { document(statement).text }

  func document(_ statement: RightsStatement) -> JSONOutput {
    let isGrant = statement.holder != nil
    let rules = statement.clauses.indices.map { ($0, statement.clauses[$0]) }
    func written(_ effect: Effect) -> [JSONOutput] {
      rules.filter { $0.1.effect == effect }.map { rule($0.1, number: $0.0, of: statement) }
    }
    let permissions = written(.permit)
    let prohibitions = written(.prohibit)
    let obligations =
      statement.duties.indices.map { duty(statement.duties[$0], number: $0) } + written(.oblige)
    return .object([
      ("@context", Self.context), ("@type", isGrant ? "Offer" : "Set"), ("uid", .string(uid)),
      ("profile", .string(ODRLNames.profile)), ("conflict", "prohibit"),
      ("assigner", statement.holder.map(Self.party)),
      ("permission", permissions.isEmpty ? nil : .array(permissions)),
      ("prohibition", prohibitions.isEmpty ? nil : .array(prohibitions)),
      ("obligation", obligations.isEmpty ? nil : .array(obligations)),
      ("wr:isNotice", .bool(statement.isNotice)),
      ("wr:coHolder", statement.coHolders.isEmpty ? nil : .array(statement.coHolders.map(Self.party))),
      ("wr:copyrightYear", statement.years.isEmpty ? nil : .array(statement.years.map(JSONOutput.integer))),
      ("wr:allRightsReserved", statement.allRightsReserved.map { .object([("wr:range", Self.range($0))]) }),
      (
        "wr:license",
        statement.licence.map { licence in
          let target = licence.target.map { [("wr:target", JSONOutput.string($0))] } ?? []
          return .object(
            [("wr:id", .string(licence.id)), ("wr:range", Self.range(licence.evidence))] + target)
        }
      ),
      (
        "wr:advisory",
        statement.advisory.map {
          .object([("wr:kind", .string($0.kind.rawValue)), ("wr:range", Self.range($0.evidence))])
        }
      ),
      ("wr:residue", statement.residue.isEmpty ? nil : .array(statement.residue.map(Self.range))),
      ("wr:truncated", statement.isTruncated ? true : nil), ("wr:text", .string(statement.text)),
    ])
  }

  static let context: JSONOutput = .array([
    "http://www.w3.org/ns/odrl.jsonld",
    .object([
      ("wr", .string(ODRLNames.profile)), ("cc", "http://creativecommons.org/ns#"),
      ("tdm", "http://www.w3.org/ns/tdmrep#"), ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ]),
  ])

  static func range(_ range: TextRange) -> JSONOutput {
    .array([.integer(range.lower), .integer(range.upper)])
  }

  private static func party(_ holder: Holder) -> JSONOutput {
    .object([
      ("uid", .string(partyID(holder.agency ?? holder.name))), ("wr:name", .string(holder.name)),
      ("wr:asWritten", .string(holder.asWritten)), ("wr:agency", holder.agency.map(JSONOutput.string)),
      ("wr:range", range(holder.range)),
    ])
  }

  /// An identifier for a party whose name alone is known.
  static func partyID(_ name: String) -> String {
    var id = "urn:wirecheck:party:"
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: id.unicodeScalars.append(Unicode.Scalar(byte))
      default: id += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return id
  }

  // MARK: Rules

  private func rule(_ clause: Clause, number: Int, of statement: RightsStatement) -> JSONOutput {
    let owed =
      clause.effect == .permit && clause.condition == .ifDutiesMet
      ? statement.duties.indices.map { JSONOutput.string(dutyID($0)) } : []
    return .object([
      ("uid", .string("\(uid)#clause-\(number + 1)")), ("target", target(clause.target)),
      ("action", Self.action(clause.action, clause.condition)),
      ("constraint", clause.constraints.isEmpty ? nil : .array(clause.constraints.map(Self.constraint))),
      ("duty", owed.isEmpty ? nil : .array(owed)), ("wr:order", .integer(number)),
      ("wr:range", Self.range(clause.evidence)),
    ])
  }

  private func dutyID(_ number: Int) -> String { "\(uid)#duty-\(number + 1)" }

  private func duty(_ duty: Duty, number: Int) -> JSONOutput {
    .object([
      ("uid", .string(dutyID(number))), ("target", .string(target)),
      ("action", .string(ODRLVocabulary.name(of: duty.kind))),
      ("wr:value", duty.value.map(JSONOutput.string)),
      ("wr:requested", duty.isRequest ? true : nil), ("wr:order", .integer(number)),
      ("wr:range", Self.range(duty.evidence)),
    ])
  }

  private func target(_ part: String?) -> JSONOutput {
    guard let part else { return .string(target) }
    return .object([
      ("@type", "AssetCollection"), ("source", .string(target)),
      ("refinement", .array([Self.comparison("wr:part", "eq", Self.literal(part))])),
    ])
  }

  static func action(_ action: Action, _ condition: Condition) -> JSONOutput {
    let name = ODRLVocabulary.name(of: action)
    let refinement: JSONOutput
    if condition == .ifDutiesMet {
      refinement = comparison("wr:onlyIf", "eq", .object([("@id", "wr:dutiesMet")]))
    } else if let lifted = ODRLVocabulary.name(lifting: condition) {
      refinement = comparison("wr:unless", "eq", .object([("@id", .string(lifted))]))
    } else {
      return .string(name)
    }
    return .array([
      .object([("rdf:value", .object([("@id", .string(name))])), ("refinement", .array([refinement]))])
    ])
  }

  // MARK: Constraints

  static func comparison(
    _ left: String, _ name: String, _ right: JSONOutput, unit: String? = nil
  ) -> JSONOutput {
    .object([
      ("leftOperand", .string(left)), ("operator", .string(name)), ("rightOperand", right),
      ("unit", unit.map { .object([("@id", .string($0))]) }),
    ])
  }

  /// A limit in ODRL's terms if they express it exactly, else in those of the profile.
  static func constraint(_ limit: Constraint) -> JSONOutput {
    standard(limit)
      ?? comparison(
        ODRLVocabulary.profileName(limit.kind.rawValue), limit.comparison.rawValue, literal(limit.value),
        unit: limit.isUncertain
          ? ODRLVocabulary.uncertain : limit.weekday.map { ODRLVocabulary.profileName($0.name) })
  }

  private static func standard(_ limit: Constraint) -> JSONOutput? {
    switch limit.kind {
    case .territory: return set("spatial", limit)
    case .channel: return set("deliveryChannel", limit)
    case .purpose: return set("purpose", limit)
    case .recipient: return set("recipient", limit)
    case .count:
      return number(limit.value).map { comparison("count", limit.comparison.rawValue, .integer($0)) }
    case .wordLimit:
      let parts = limit.value.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, ["words", "chars", "sentences"].contains(parts[0]),
        let number = number(parts[1])
      else { return nil }
      return comparison("wr:extent", limit.comparison.rawValue, .integer(number), unit: "wr:" + parts[0])
    case .timeBefore, .timeAfter:
      guard limit.comparison == .eq, limit.weekday == nil, !limit.isUncertain, isFullTime(limit.value) else {
        return nil
      }
      let isDay = limit.value.utf8.count == 10
      let name = limit.kind == .timeBefore ? "lt" : isDay ? "gt" : "gteq"
      let type = isDay ? "xsd:date" : "xsd:dateTime"
      return comparison(
        "dateTime", name, .object([("@value", .string(limit.value)), ("@type", .string(type))]))
    }
  }

  /// A text that cannot be mistaken for a prefixed name.
  private static func literal(_ text: String) -> JSONOutput {
    ODRLNames().name(text) == text ? .string(text) : .object([("@value", .string(text))])
  }

  private static func set(_ left: String, _ limit: Constraint) -> JSONOutput? {
    let members = limit.members
    guard let first = members.first, members.joined(separator: "|") == limit.value else { return nil }
    let isSingle = members.count == 1
    let right = isSingle ? literal(first) : .array(members.map(literal))
    switch limit.comparison {
    case .eq: return comparison(left, isSingle ? "eq" : "isAnyOf", right)
    case .neq: return comparison(left, isSingle ? "neq" : "isNoneOf", right)
    case .gt, .lteq: return nil
    }
  }

  /// A number whose digits are preserved in a round trip.
  private static func number(_ text: String) -> Int? {
    digits(text.utf8).flatMap { String($0) == text ? $0 : nil }
  }

  /// Whether it is a day or time with a known year.
  private static func isFullTime(_ text: String) -> Bool {
    text.utf8.count >= 10 && text.utf8.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
      && TimeValue(text) != nil
  }
}
