import Foundation
import Testing
import WireText

@testable import WireRights

/// A labelled notice of the development set, which stands beside the repository and not in it.
struct GoldNotice: Decodable, Sendable, CustomTestStringConvertible {
  struct Expectation: Decodable, Sendable {
    var is_notice: Bool
    var holder: String?
    var holder_as_written: String?
    var years: [Int]
    var all_rights_reserved: Bool
    var actions: [Rule]
    var duties: [Task]
    var license: String?
    var advisory_kind: String?
  }
  struct Rule: Decodable, Sendable {
    var action: String
    var effect: String
    var condition: String
    var constraints: [Limit]
    var target: String?
  }
  struct Limit: Decodable, Sendable {
    var kind: String
    var value: String
    var op: String?
  }
  struct Task: Decodable, Sendable {
    var kind: String
    var value: String?
  }

  var id: String
  var text: String
  var expect: Expectation

  var testDescription: String { id }

  /// Every labelled notice; none where the set is not at hand.
  static let all: [GoldNotice] = {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      try? JSONDecoder().decode(GoldNotice.self, from: Data(line.utf8))
    }
  }()

  static var path: String {
    let root =
      ProcessInfo.processInfo.environment["WIRECHECK_SHARED"]
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared").path
    return root + "/gold/notices-dev.jsonl"
  }

  /// What the label says, as the parser would say it; every part points at the whole text.
  var statement: RightsStatement {
    let whole = TextRange(0, text.utf8.count)
    var statement = RightsStatement(text: text)
    statement.isNotice = expect.is_notice
    statement.years = expect.years
    statement.allRightsReserved = expect.all_rights_reserved ? whole : nil
    statement.licence = expect.license.map { LicenceReference(id: $0, evidence: whole) }
    statement.advisory = expect.advisory_kind.flatMap(Advisory.Kind.init(rawValue:)).map {
      Advisory($0, evidence: whole)
    }
    if let name = expect.holder ?? expect.holder_as_written {
      statement.holder = Holder(
        name: name, asWritten: expect.holder_as_written ?? name, agency: nil, range: whole)
    }
    statement.clauses = expect.actions.compactMap { rule in
      guard let effect = Effect(rawValue: rule.effect), let action = Action(rawValue: rule.action) else {
        return nil
      }
      return Clause(
        effect, action, condition: Condition(rawValue: rule.condition) ?? .none,
        constraints: rule.constraints.compactMap { limit in
          Constraint.Kind(rawValue: limit.kind).map {
            Constraint($0, limit.value, limit.op.flatMap(Constraint.Comparison.init(rawValue:)) ?? .eq)
          }
        }, target: rule.target, evidence: whole)
    }
    statement.duties = expect.duties.compactMap { duty in
      Duty.Kind(rawValue: duty.kind).map { Duty($0, value: duty.value, evidence: whole) }
    }
    return statement
  }
}
