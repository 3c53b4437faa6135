internal import Wirecheck

/// Phrases that several reports share.
///
/// They speak of words and terms, never of people. They take untrusted text unescaped; the report escapes the result.
public enum Wording {
  /// A number with its noun.
  public static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A share in thousandths as a percentage, with one decimal place if it is not 0.
  static func percent(_ permille: Int) -> String {
    let (whole, tenth) = permille.magnitude.quotientAndRemainder(dividingBy: 10)
    return tenth == 0 ? "\(whole)%" : "\(whole).\(tenth)%"
  }

  /// The numbers of findings, documents and skipped inputs.
  static func summary(_ run: RunRecord) -> String {
    let counts = run.counts
    let levels = [count(counts.error, "error"), count(counts.warning, "warning"), "\(counts.info) info"]
    return "\(count(run.findings.count, "finding")) (\(levels.joined(separator: ", "))) in "
      + "\(count(run.run.documents, "document")), \(count(run.run.skipped.count, "input")) skipped"
  }

  /// The outcome of a run and its consequence.
  static func verdict(_ verdict: RunRecord.Verdict) -> String {
    switch verdict {
    case .pass: "pass: nothing stands in the way of publishing"
    case .warn: "warn: a person should look at the warnings before publishing"
    case .block: "block: do not publish yet"
    case .incomplete: "incomplete: not everything was checked"
    }
  }

  /// The disclaimer in every report of a match.
  static let disclaimer = "A match is a fact about words; whether it is a breach is for your rights desk."

  /// How many of the passages' words are the item's.
  static func overlap(_ match: MatchRecord) -> String { overlap(match.identical, of: match.words) }

  /// How many words out of a total are identical.
  static func overlap(_ identical: Int, of words: Int) -> String {
    let all = count(words, "word")
    return identical == words ? "\(all), all identical" : "\(identical) of \(all) identical"
  }

  /// The reuse in numbers, each with what it is a share of, and whether it is quoted or credited.
  static func shares(_ match: MatchRecord) -> String {
    "\(percent(match.draftPermille)) of the draft, \(percent(match.sourcePermille)) of the item; longest run "
      + "\(count(match.longestRun, "word")); \(attribution(match.attribution))"
  }

  /// The evidence that a draft reports the facts of an item in other words.
  static func facts(_ shared: Int, of all: Int) -> String {
    "\(shared) of the \(all) names and numbers in the draft stand in the item"
  }

  /// The evidence that copying was deliberately disguised.
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

  /// An item's identifier with its version; a translation may name no item.
  static func item(_ item: String, version: String?) -> String {
    if item.isEmpty { return "an item that is not named" }
    guard let version, !version.isEmpty else { return item }
    let isNumber = version.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? "\(item) v\(version)" : "\(item) version \(version)"
  }

  /// `2026-11-19 08:12 UTC` for an instant in the format of records; any other text is unchanged.
  static func instant(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z") else {
      return text
    }
    return String(decoding: bytes[..<10] + [0x20] + bytes[11..<16], as: UTF8.self) + " UTC"
  }

  /// The name of a clause in a sentence.
  static func clause(_ term: Term) -> String {
    let clause = term.clause.map { "clause \($0)" }
    switch (clause, term.agreement) {
    case (let clause?, let agreement?): return "\(clause) of agreement \(agreement)"
    case (let clause?, nil): return clause
    case (nil, let agreement?): return "agreement \(agreement)"
    case (nil, nil): return "the term that decides"
    }
  }

  /// The place of a clause: its file, line and column, or its origin if it is in no file of the newsroom.
  static func place(of term: Term) -> String {
    term.path == nil ? origin(term) : place(term.path, line: term.line, column: term.column)
  }

  /// `path:line:column`, as far as they are known.
  public static func place(_ path: String?, line: Int?, column: Int? = nil) -> String {
    [path, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
  }

  /// The origin of a clause.
  static func origin(_ term: Term) -> String {
    switch term.origin {
    case .contract: "contract with \(term.policy)"
    case .notice: "notice of \(term.policy)"
    case .licence: "licence \(term.policy)"
    case .quotation: "limits of quotation, \(term.policy)"
    case .standing: term.policy == "record" ? "on record" : "standing rule, \(term.policy)"
    }
  }

  /// A document with the line and column of a passage, and the item if its input contains several.
  static func place(of document: DocumentRecord, at span: FileSpan?) -> String {
    var text = place(document.path, line: span?.line, column: span?.column)
    if document.item > 1 || (document.id != document.path && !document.id.isEmpty && span == nil) {
      text += ", item \(document.item) (\(document.id))"
    }
    return text
  }

  /// A finding's message, with the item if the input contains several and no line identifies it.
  static func message(of finding: Finding) -> String {
    guard finding.places.first?.file == nil, let item = item(finding.document) else { return finding.message }
    return "\(finding.message) (in \(item))"
  }

  /// A document by its path, with its item if the input may contain several.
  static func name(of document: DocumentRecord) -> String {
    document.path + (item(document).map { " (\($0))" } ?? "")
  }

  /// The item of its input that a document is; nil if the path alone identifies it.
  private static func item(_ document: DocumentRecord) -> String? {
    let hasName = document.id != document.path && !document.id.isEmpty
    let parts = (document.item > 1 ? ["item \(document.item)"] : []) + (hasName ? [document.id] : [])
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The part of a document that contains a passage.
  static func part(_ place: Place) -> String {
    place.field == "body" && place.paragraph > 0 ? "paragraph \(place.paragraph)" : place.field
  }

  /// A source with its version and time.
  static func headline(of source: SourceRecord) -> String {
    let title = "\(source.agency.isEmpty ? source.agencyName : source.agency) \(item(source))"
    return source.publishedAt.map { "\(title), \(instant($0))" } ?? title
  }

  /// Why a source's words are not shown.
  static func withheld(_ reason: Excerpt.Withholding) -> String {
    switch reason {
    case .audience: "source text withheld (--excerpts short to show)"
    case .embargo: "source text withheld: the item is under embargo"
    }
  }

  /// A permitted use with its basis.
  static func permission(_ use: UseRecord) -> String {
    let credit = use.creditOK.map { $0 ? "; the credit stands" : "; the credit is owed" } ?? ""
    let end = use.removeBy.map { "; to be taken down by \($0)" } ?? ""
    return "\(extent(of: use))\(basis(of: use))\(credit)\(duties(of: use))\(end)"
  }

  /// How much of which item is used; a translation has no words to count, and may name only its agency.
  private static func extent(of use: UseRecord) -> String {
    let isTranslation = use.words == 0
    let item = use.item.isEmpty ? "copy of \(use.agencyName)" : "\(use.agencyName) \(use.item)"
    return "\(isTranslation ? "a translation" : count(use.words, "word")) of \(item)"
  }

  /// The duties other than the credit that were not found to be met.
  private static func duties(of use: UseRecord) -> String {
    func list(_ state: OwedDuty.State) -> [String] {
      (use.duties ?? []).filter { $0.state == state }.map(\.kind)
    }
    let (missing, open) = (list(.missing), list(.open))
    return (missing.isEmpty ? "" : "; missing: \(missing.joined(separator: ", "))")
      + (open.isEmpty ? "" : "; also required and not looked at: \(open.joined(separator: ", "))")
  }

  private static func basis(of use: UseRecord) -> String {
    guard let agreement = use.agreement else {
      if let basis = use.basis { return " by \(basis)" }
      return use.attribution == .both ? ", quoted within the limits" : ""
    }
    return use.clause.map { " by clause \($0) of \(agreement)" } ?? " by \(agreement)"
  }
}
