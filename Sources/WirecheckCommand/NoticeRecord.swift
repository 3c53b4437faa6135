import Foundation
import WireReports
import WireRights

/// A statement with the field names of the JSON output.
struct NoticeRecord: Encodable {
  struct Party: Encodable {
    var holder: String
    var as_written: String
  }
  struct Limit: Encodable {
    var kind: String
    var value: String
    var op: String
    /// The day of the week that is named with a date but may not be that date's.
    var weekday: String?
    /// Present if unread words next to a time may change its meaning.
    var uncertain: Bool?
  }
  struct Rule: Encodable {
    var action: String
    var effect: String
    var condition: String
    var constraints: [Limit]
    var target: String?
    var words: String
  }
  struct Task: Encodable {
    var kind: String
    var value: String?
    var requested: Bool
    var words: String
  }

  var id: String?
  var is_notice: Bool
  var holder: String?
  var holder_as_written: String?
  var agency: String?
  var co_holders: [Party]
  var years: [Int]
  var all_rights_reserved: Bool
  var actions: [Rule]
  var duties: [Task]
  var license: String?
  var advisory_kind: String?
  var residue: [String]
  var truncated: Bool
  /// The document's field that contains it; absent for a notice on its own.
  var source: String?

  init(_ sourced: SourcedStatement) {
    self.init(sourced.statement)
    source = sourced.source.isEmpty ? nil : sourced.source
  }

  init(_ statement: RightsStatement, id: String? = nil) {
    self.id = id
    is_notice = statement.isNotice
    holder = statement.holder?.name
    holder_as_written = statement.holder?.asWritten
    agency = statement.holder?.agency
    co_holders = statement.coHolders.map { Party(holder: $0.name, as_written: $0.asWritten) }
    years = statement.years
    all_rights_reserved = statement.allRightsReserved != nil
    actions = statement.clauses.map { clause in
      Rule(
        action: clause.action.rawValue, effect: clause.effect.rawValue, condition: clause.condition.rawValue,
        constraints: clause.constraints.map {
          Limit(
            kind: $0.kind.rawValue, value: $0.value, op: $0.comparison.rawValue, weekday: $0.weekday?.name,
            uncertain: $0.isUncertain ? true : nil)
        },
        target: clause.target, words: statement.words(clause.evidence))
    }
    duties = statement.duties.map {
      Task(
        kind: $0.kind.rawValue, value: $0.value, requested: $0.isRequest, words: statement.words($0.evidence))
    }
    license = statement.licence?.id
    advisory_kind = statement.advisory?.kind.rawValue
    residue = statement.residue.map(statement.words)
    truncated = statement.isTruncated
  }

  /// One line of JSON with sorted keys; words of the notice that could steer a terminal are escaped.
  func line() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: JSONText.escapingUnsafe([UInt8](try encoder.encode(self))), as: UTF8.self)
  }
}
