import WireReports
import Wirecheck

/// A decision in words for people.
enum DecisionText {
  /// The whole answer: what it comes to, the clauses, the duties, what to do next, and how it was decided.
  ///
  /// - Parameter advice: what to do next.
  static func text(_ record: DecisionRecord, advice: [String] = []) -> String {
    var lines = ["\(record.outcome): \(record.summary)", "  asked: \(question(record))"]
    if let first = record.rulings.first { lines += decisive(first) }
    for ruling in record.rulings.dropFirst() {
      lines.append("  also \(ruling.outcome): \(ruling.summary)")
      lines += ruling.terms.prefix(1).flatMap { cited($0, indent: "    ") }
    }
    lines += advice.map { "  next: \($0)" }
    if let first = record.rulings.first {
      lines.append("  how it was decided:")
      for (number, step) in first.trace.enumerated() { lines += self.step(step, number: number + 1) }
    }
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  private static func question(_ record: DecisionRecord) -> String {
    let use = record.use
    let subject = record.subject.document ?? "copy of \(record.subject.name ?? "nobody known")"
    func list(_ values: [String], _ unknown: String) -> String {
      values.isEmpty ? unknown : values.joined(separator: ", ")
    }
    return [
      subject, list(use.actions, "any use"), "on \(list(use.channels, "a channel that is not known"))",
      "in \(list(use.territories, "a territory that is not known"))", "at \(use.at)", "stage \(use.stage)",
      "for \(list(use.purposes, "a purpose that is not known"))",
    ].joined(separator: "; ")
  }

  private static func decisive(_ ruling: DecisionRecord.Entry) -> [String] {
    var lines = (ruling.terms + limits(of: ruling)).flatMap { cited($0, indent: "  ") }
    for duty in ruling.duties { lines.append("  " + self.duty(duty)) }
    if !ruling.obligations.isEmpty {
      lines.append("  commanded: \(ruling.obligations.joined(separator: ", "))")
    }
    if let time = ruling.notBefore { lines.append("  not before \(time)") }
    if let time = ruling.removeBy { lines.append("  to be taken down by \(time)") }
    return lines
  }

  /// The clause at which the newsroom's own contract ends, where something else decides.
  private static func limits(of ruling: DecisionRecord.Entry) -> [Term] {
    guard ["not-in-force", "not-covered", "unclear"].contains(ruling.coverage) else { return [] }
    let terms = ruling.trace.first { $0.tier == "contract" }?.terms ?? []
    return terms.filter { !ruling.terms.contains($0) }
  }

  /// A term with its place and its words.
  private static func cited(_ term: Term, indent: String) -> [String] {
    ["\(indent)--> \(place(term))", "\(indent)    “\(term.words)”"]
  }

  private static func place(_ term: Term) -> String {
    let place = Wording.place(term.path, line: term.line, column: term.column)
    switch term.origin {
    case .contract:
      let clause = term.clause.map { "clause \($0) of " } ?? "contract "
      return "\(place) (\(clause)\(term.agreement ?? term.policy))"
    case .notice: return place.isEmpty ? "notice of \(term.policy)" : "\(place) (notice of \(term.policy))"
    case .licence: return "licence \(term.policy)"
    case .quotation: return "house limits for quoting (\(term.policy))"
    case .standing: return "fact of record"
    }
  }

  private static func duty(_ duty: DecisionRecord.DutyEntry) -> String {
    let verb = duty.isRequest ? "asked for" : duty.isCondition ? "a condition" : "required"
    let forms = duty.accepted.map { "“\($0)”" }.joined(separator: " or ")
    let state =
      switch duty.state {
      case "met": "met"
      case "altered": "there, and not in an accepted form"
      case "missing": "missing"
      default: "not looked at"
      }
    return "\(verb): \(duty.kind)\(forms.isEmpty ? "" : " \(forms)") (\(state))"
  }

  private static func step(_ step: DecisionRecord.TraceEntry, number: Int) -> [String] {
    let head = "    \(number). \(step.tier): \(step.effect); \(step.finding)"
    return [head] + step.terms.map { "       “\(TerminalText.clipped($0.words, to: 300))”" }
  }
}
