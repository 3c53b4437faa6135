import Foundation
import Testing
import WireText

@testable import WireRights

/// A labelled notice: one of those that were invented for the tests, or one of the development set, which stands beside
/// the repository and not in it.
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

  /// The invented notices.
  private static let invented = read(tests.appendingPathComponent("Notices/invented.jsonl").path)
  /// The development set; empty where it is not at hand.
  private static let development = read(shared + "/gold/notices-dev.jsonl")

  /// Every labelled notice that is at hand.
  static let all = invented + development

  /// The fewest of a kind that must be among the notices at hand.
  ///
  /// - Parameters:
  ///   - invented: the fewest among those that are invented.
  ///   - development: the fewest among those of the development set.
  static func fewest(invented: Int, development count: Int) -> Int {
    invented + (development.isEmpty ? 0 : count)
  }

  private static func read(_ path: String) -> [GoldNotice] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      try? JSONDecoder().decode(GoldNotice.self, from: Data(line.utf8))
    }
  }

  private static var tests: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  }

  private static var shared: String {
    ProcessInfo.processInfo.environment["WIRECHECK_SHARED"]
      ?? tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared").path
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
