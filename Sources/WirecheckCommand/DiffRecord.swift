import WireRights
import Wirecheck

/// A comparison as a record.
struct DiffRecord: Encodable {
  struct Change: Encodable {
    var subject: String
    var key: String
    var old: String?
    var new: String?
    var oldPlace: String?
    var newPlace: String?
  }
  var schema = "wirecheck/policy-diff/1"
  var changes: [Change]
  var flips: [PolicyComparison.Flip]
  var uses: Int
  var complete: Bool

  init(_ comparison: PolicyComparison) {
    changes = comparison.changes.map {
      Change(
        subject: $0.subject, key: $0.key, old: $0.old, new: $0.new, oldPlace: $0.oldPlace?.words,
        newPlace: $0.newPlace?.words)
    }
    flips = comparison.flips
    uses = comparison.uses
    complete = !comparison.isCut
  }
}
