internal import Wirecheck

/// Phrases that several reports share.
///
/// They speak of words and terms, never of people. Text from outside goes in raw; the report escapes the whole.
enum Wording {
  /// A number with its noun.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// A share in a thousand as per cent, with one decimal where it is not 0.
  static func percent(_ permille: Int) -> String {
    let (whole, tenth) = permille.magnitude.quotientAndRemainder(dividingBy: 10)
    return tenth == 0 ? "\(whole)%" : "\(whole).\(tenth)%"
  }

  /// How many findings, documents and skipped inputs.
  static func summary(_ run: RunRecord) -> String {
    let counts = run.counts
    let levels = [count(counts.error, "error"), count(counts.warning, "warning"), "\(counts.info) info"]
    return "\(count(run.findings.count, "finding")) (\(levels.joined(separator: ", "))) in "
      + "\(count(run.run.documents, "document")), \(count(run.run.skipped.count, "input")) skipped"
  }

  /// What a run comes to and what follows from it.
  static func verdict(_ verdict: RunRecord.Verdict) -> String {
    switch verdict {
    case .pass: "pass: nothing stands in the way of publishing"
    case .warn: "warn: a person should look at the warnings before publishing"
    case .block: "block: do not publish yet"
    case .incomplete: "incomplete: not everything was checked"
    }
  }

  /// How much of the passages' words are the item's.
  static func overlap(_ match: MatchRecord) -> String {
    match.identical == match.words
      ? "\(count(match.words, "word")), all identical"
      : "\(match.identical) of \(count(match.words, "word")) identical"
  }

  /// The reuse in numbers that name their wholes, and whether it is quoted or credited.
  static func shares(_ match: MatchRecord) -> String {
    "\(percent(match.draftPermille)) of the draft, \(percent(match.sourcePermille)) of the item; longest run "
      + "\(count(match.longestRun, "word")); \(attribution(match.attribution))"
  }

  /// What speaks for copying that was meant to be hidden.
  static func disguise(_ words: Int) -> String {
    "\(count(words, "word")) with letters of another script or invisible characters put in, which hides copying"
  }

  private static func attribution(_ attribution: MatchRecord.Attribution) -> String {
    switch attribution {
    case .neither: "not quoted, not credited"
    case .credited: "credited, not quoted"
    case .quoted: "quoted, not credited"
    case .both: "quoted and credited"
    }
  }

  /// The item with its version.
  static func item(_ source: SourceRecord) -> String { item(source.item, version: source.version) }

  /// An item's identifier with its version.
  static func item(_ item: String, version: String?) -> String {
    guard let version, !version.isEmpty else { return item }
    let isNumber = version.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? "\(item) v\(version)" : "\(item) version \(version)"
  }

  /// `2026-11-19 08:12 UTC` for an instant as records write it; all else as it is.
  static func instant(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z") else {
      return text
    }
    return String(decoding: bytes[..<10] + [0x20] + bytes[11..<16], as: UTF8.self) + " UTC"
  }

  /// What a clause is called in a sentence.
  static func clause(_ term: Term) -> String {
    let clause = term.clause.map { "clause \($0)" }
    switch (clause, term.agreement) {
    case (let clause?, let agreement?): return "\(clause) of agreement \(agreement)"
    case (let clause?, nil): return clause
    case (nil, let agreement?): return "agreement \(agreement)"
    case (nil, nil): return "the term that decides"
    }
  }

  /// Where a clause stands that is in no file of the newsroom.
  static func origin(_ term: Term) -> String {
    switch term.origin {
    case .contract: "contract with \(term.policy)"
    case .notice: "notice of \(term.policy)"
    case .licence: "licence \(term.policy)"
    case .quotation: "limits of quotation, \(term.policy)"
    case .standing: term.policy == "record" ? "on record" : "standing rule, \(term.policy)"
    }
  }
}
