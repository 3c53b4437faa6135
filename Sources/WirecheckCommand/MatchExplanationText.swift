import WireMatching
import WireReports
import Wirecheck

/// An explanation why a draft is, or is not, a match of an item, as text.
enum MatchExplanationText {
  static func text(_ explanation: MatchExplanation) -> String {
    let item = TerminalText.escaped(explanation.item)
    var text = "\(head(explanation.verdict)) \(item)\n\n"
    text += "  compared: \(explanation.words) words of the draft"
    if explanation.maskedWords > 0 {
      text += "; \(explanation.maskedWords) of notices, datelines and credits are left out"
    }
    text += "\n"
    if let passage = explanation.passage {
      text +=
        "  strongest passage: \(passage.identical) of \(passage.words) words in the item's order, longest run "
        + "\(passage.longestRun)\(passage.isQuoted ? ", in quotation marks" : "")\n"
        + "    \(words(passage.excerpt))\n"
    }
    if let facts = explanation.facts, facts.facts.all > 0 { text += "  \(line(facts))\n" }
    return text + "  why: \(reason(explanation))\n"
  }

  /// The evidence for a retelling of the whole, and what it would take.
  private static func line(_ found: FactComparison) -> String {
    let settings = MatchSettings.standard
    return "names and numbers: the item has \(found.facts.shared) of the draft's \(found.facts.all) "
      + "(\(Int(found.share * 100)) % by rarity), and \(found.otherWordsShared) of its \(found.otherWords) other words; "
      + "a retelling of the whole has \(Int(settings.factShare * 100)) %, and \(settings.manyFacts) names and numbers or "
      + "\(settings.leastOtherWords) words or \(Int(settings.otherWordShare * 100)) % of them"
  }

  private static func words(_ excerpt: Excerpt) -> String {
    excerpt.withheld == nil
      ? "“\(TerminalText.clipped(excerpt.head, to: 240))”" : "(words withheld: they are under embargo)"
  }

  private static func head(_ verdict: MatchExplanation.Verdict) -> String {
    switch verdict {
    case .matched: "a match of"
    case .short: "a match, not reported, of"
    case .otherItem: "not reported as a match of"
    case .weak, .nothing: "no match of"
    }
  }

  private static func reason(_ explanation: MatchExplanation) -> String {
    let bar = Int(explanation.bar)
    switch explanation.verdict {
    case .matched:
      return
        "it reaches the bar of \(bar) nats; what may be done with the words is decided by `wirecheck check`"
    case .short(let least):
      return "it is shorter than \(least) words (`match.min-words` in the configuration)"
    case .otherItem(let other):
      return
        "the same words stand in \(TerminalText.escaped(other)) too, which holds more of them or is newer"
    case .weak(let percent):
      return
        "it reaches \(percent) % of the bar of \(bar) nats: too few words in a row, or words that many items share"
    case .nothing: return "the two share no words near each other that are rare enough to be looked at"
    }
  }
}
