import WireRights
import WireText
import Wirecheck

/// A newsroom's terms in words.
struct TermsText {
  let newsroom: Newsroom
  let now: Instant

  /// Every contract on one line, and the terms that apply without one.
  var overview: [String] {
    var lines: [String] = []
    if newsroom.isConfigured {
      let site = newsroom.site
      lines.append(
        "site \(site.id): \(site.channels.joined(separator: ", ")) in \(site.territories.joined(separator: ", ")), "
          + (site.isCommercial ? "commercial" : "not commercial"))
    }
    lines.append(newsroom.contracts.isEmpty ? "contracts: none on file" : "contracts:")
    for contract in newsroom.contracts { lines.append("  " + heading(contract)) }
    return lines + standing
  }

  /// An agency with its contracts, and the other terms that apply.
  func agency(_ agency: Agency) -> [String] {
    var lines = ["\(agency.name) (\(agency.id))"]
    if !agency.credits.isEmpty { lines.append("  credits: \(agency.credits.joined(separator: ", "))") }
    lines.append("  times without a zone: \(agency.timeZone)")
    let contracts = newsroom.contracts.filter { $0.agency == agency.id }
    if contracts.isEmpty { lines.append("  no contract on file") }
    return lines + contracts.flatMap(whole) + standing
  }

  /// A contract with all its clauses.
  func whole(_ contract: Contract) -> [String] {
    var lines = [heading(contract), "  \(contract.place.words)"]
    for clause in contract.clauses {
      lines.append("  \(clause.id.map { "\($0)  " } ?? "")\(clause.sentence)")
      lines += ["      “\(clause.words)”", "      \(clause.place.words)"]
    }
    if let excerpt = contract.excerpt {
      lines.append("  excerpts of at most \(excerpt.limit.phrase) where no clause permits more")
    }
    if !contract.cases.isEmpty { lines.append("  cases: \(contract.cases.count)") }
    return lines
  }

  private func heading(_ contract: Contract) -> String {
    var parts = ["\(contract.agreement) with \(contract.agency)"]
    if let from = contract.from { parts.append("from \(from)") }
    if let until = contract.until { parts.append("until \(until)") }
    let standing =
      switch contract.standing(at: now) {
      case .inForce: "in force"
      case .notBegun: "not in force yet"
      case .ended: "over"
      }
    let review = contract.isUnreviewed ? "; drafted by machine, not confirmed" : ""
    return "\(parts.joined(separator: " ")): \(standing)\(review)"
  }

  /// The terms that apply where no contract does.
  private var standing: [String] {
    let isStrict = newsroom.engine.profile == .strict
    let quotes = newsroom.engine.quotation
    let reserved = isStrict ? "may not be used" : "is for a person to judge"
    return [
      "without a contract (profile \(newsroom.engine.profile.rawValue)):",
      "  copy whose rights are reserved \(reserved); of copy without a notice nothing is known",
      "  mining and machine learning: an explicit reservation holds; "
        + (isStrict ? "“all rights reserved” is one" : "silence is for a person to judge"),
      "quoting (profile \(quotes.profile)), for \(quotes.purposes.map(\.rawValue).sorted().joined(separator: ", ")):",
      "  at most \(quotes.maxWordsPerQuote) words a quotation, \(quotes.maxTotalWords) of one item, "
        + "\(Int((quotes.maxShareOfSource * 100).rounded()))% of it, \(quotes.maxLongestRun) in a row; "
        + "items below \(quotes.shortSourceFloorWords) words are not measured by share",
      "  \(needs(quotes))",
    ]
  }

  private func needs(_ quotes: QuotationLimits) -> String {
    let needs = [
      quotes.requireAttribution ? "the source is named" : nil,
      quotes.requireQuotationMarks ? "the words stand in quotation marks" : nil,
      quotes.requireLinkOnWeb ? "on the web a link is asked for" : nil,
      quotes.appliesToImages ? "pictures count too" : "pictures are not quoted",
    ]
    return needs.compactMap(\.self).joined(separator: "; ")
  }
}
