import WireReports
import WireRights
import Wirecheck

/// A comparison in words for people.
enum DiffText {
  static func text(_ comparison: PolicyComparison) -> String {
    var lines = comparison.changes.flatMap(change)
    for flip in comparison.flips { lines += self.flip(flip) }
    lines.append(
      "\(Wording.count(comparison.changes.count, "term")) changed, \(Wording.count(comparison.flips.count, "decision")) flipped, "
        + "\(Wording.count(comparison.uses, "use")) decided on either side")
    if comparison.isCut {
      lines.append("there are more uses than are decided: name some with --use, --channel, --territory, --at")
    }
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  private static func change(_ change: TermChange) -> [String] {
    var lines = ["changed: \(change.subject): \(change.key)"]
    func side(_ mark: String, _ value: String?, _ place: PolicyPlace?) {
      guard let value else { return }
      lines.append("  \(mark) \(value)\(place.map { "  (\($0.words))" } ?? "")")
    }
    side("-", change.old, change.oldPlace)
    side("+", change.new, change.newPlace)
    return lines
  }

  private static func flip(_ flip: PolicyComparison.Flip) -> [String] {
    var use =
      "\(flip.action) on \(list(flip.channels)) in \(list(flip.territories)) for \(list(flip.purposes))"
    if !flip.services.isEmpty { use += ", services \(list(flip.services))" }
    if !flip.words.isEmpty { use += ", \(list(flip.words.map(String.init))) words" }
    if !flip.ages.isEmpty { use += ", items of \(list(flip.ages.map(String.init))) days" }
    return [
      "flips: \(flip.agency): \(use), at \(list(flip.instants))", "  - " + verdict(flip.old),
      "  + " + verdict(flip.new),
    ]
  }

  private static func verdict(_ verdict: PolicyComparison.Verdict) -> String {
    var text = "\(verdict.outcome) by \(verdict.basis)"
    if !verdict.duties.isEmpty { text += ", with \(verdict.duties.joined(separator: " and "))" }
    guard let term = verdict.term else { return text }
    let place = Wording.place(term.path, line: term.line)
    return text + (place.isEmpty ? "" : " (\(place))") + " “\(term.words)”"
  }

  /// The first values of a list, and the number of the others.
  private static func list(_ values: [String]) -> String {
    let shown = 8
    guard values.count > shown else { return values.joined(separator: ", ") }
    return values.prefix(shown).joined(separator: ", ") + " and \(values.count - shown) more"
  }
}
