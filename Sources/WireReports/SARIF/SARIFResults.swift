internal import Wirecheck

/// Findings as results of a SARIF file.
struct SARIFResults {
  private let options: ReportOptions
  /// The line hashes of the inputs encountered so far.
  private var hashes: [String: [String]] = [:]
  /// The rules and lines that already have a result.
  private var taken: Set<[String]> = []

  /// The most places of a result that GitHub reads.
  private static let mostPlaces = 100

  init(options: ReportOptions) { self.options = options }

  /// The level in SARIF's terms.
  static func level(_ level: Finding.Level) -> String { level == .info ? "note" : level.rawValue }

  /// A finding as a result.
  mutating func result(_ finding: Finding, rule: Int) -> SARIFLog.Result {
    let document = SARIFText.location(of: options.relative(finding.document.path))
    var locations = finding.places.prefix(Self.mostPlaces).map { Self.location($0, in: document) }
    if locations.isEmpty {
      locations = [.init(physicalLocation: .init(artifactLocation: document, region: .init(startLine: 1)))]
    }
    let term = finding.term.flatMap(location)
    return SARIFLog.Result(
      ruleId: SARIFText.plain(finding.rule, longest: 255), ruleIndex: rule, level: Self.level(finding.level),
      message: .init(text: Self.message(finding, linksTerm: term != nil)), locations: locations,
      relatedLocations: term.map { [$0] },
      partialFingerprints: partialFingerprints(finding, line: locations[0].physicalLocation.region.startLine),
      fingerprints: ["wirecheck/v1": SARIFText.plain(finding.fingerprint)],
      properties: finding.source.map { .init(wire: Self.wire($0, finding.match)) })
  }

  /// The last result of a truncated report: how many results are missing.
  func omitted(_ count: Int, example: Finding, rules: inout SARIFRules) -> SARIFLog.Result {
    let text = "results-omitted: \(Wording.count(count, "more finding")) left out, the least grave ones"
    let rule = RuleDescription(
      id: "results-omitted", name: "results-omitted", level: .info,
      title: "More findings than a report for code scanning may hold", explanation: text,
      help: "Read the report in another format, or check fewer documents at once")
    let place = SARIFText.location(of: options.relative(example.document.path))
    return SARIFLog.Result(
      ruleId: rule.id, ruleIndex: rules.index(of: rule), level: "note", message: .init(text: text),
      locations: [.init(physicalLocation: .init(artifactLocation: place, region: .init(startLine: 1)))])
  }

  // MARK: Parts

  private static func message(_ finding: Finding, linksTerm: Bool) -> String {
    var text = SARIFText.message(Wording.message(of: finding))
    if !text.hasSuffix(".") { text += "." }
    if let term = finding.term {
      let name = SARIFText.message(Wording.clause(term))
      text +=
        linksTerm
        ? " Decided by [\(name)](1)." : " Decided by \(name), \(SARIFText.message(Wording.origin(term)))."
    }
    let left = finding.places.count - mostPlaces
    if left > 0 { text += " There are \(Wording.count(left, "more passage"))." }
    return text
  }

  private static func location(
    _ place: Place, in document: SARIFLog.ArtifactLocation
  ) -> SARIFLog.Location {
    let name = place.paragraph > 0 ? "\(place.field)/p[\(place.paragraph)]" : place.field
    return SARIFLog.Location(
      physicalLocation: .init(artifactLocation: document, region: region(place.file)),
      logicalLocations: [.init(fullyQualifiedName: SARIFText.plain(name))])
  }

  /// A span as a region; an invalid span that ends before it begins, which only a forged record has, becomes its
  /// first line.
  private static func region(_ span: FileSpan?) -> SARIFLog.Region {
    guard let span, span.line >= 1, span.column >= 1, span.endColumn >= 1,
      (span.line, span.column) <= (span.endLine, span.endColumn)
    else { return .init(startLine: max(1, span?.line ?? 1)) }
    return .init(
      startLine: span.line, startColumn: span.column, endLine: span.endLine, endColumn: span.endColumn)
  }

  /// The location of the clause, if it is in a file.
  private func location(_ term: Term) -> SARIFLog.Location? {
    guard let path = term.path, !path.isEmpty else { return nil }
    return SARIFLog.Location(
      id: 1, message: .init(text: "the term that decides"),
      physicalLocation: .init(
        artifactLocation: SARIFText.location(of: options.relative(path)),
        region: .init(startLine: max(1, term.line ?? 1), startColumn: term.column.map { max(1, $0) })))
  }

  /// GitHub's hash of the line, and the finding's own fingerprint.
  ///
  /// Two findings of one rule on one line have the same line hash, and GitHub would keep only one; the second one
  /// therefore gets a hash of its own, at the price of a warning.
  private mutating func partialFingerprints(_ finding: Finding, line: Int) -> [String: String] {
    let own = SARIFText.plain(String(finding.fingerprint.drop { $0 != ":" }.dropFirst().prefix(16)))
    var result = ["wirecheckMatch/v1": own]
    guard let hash = lineHash(finding.document, line: line) else { return result }
    let isFirst = taken.insert([finding.rule, finding.document.path, String(line)]).inserted
    result["primaryLocationLineHash"] = isFirst ? hash : "\(own):1"
    return result
  }

  private mutating func lineHash(_ document: DocumentRecord, line: Int) -> String? {
    if hashes[document.path] == nil {
      hashes[document.path] = options.contents(document).map(LineHash.all) ?? []
    }
    guard let lines = hashes[document.path], line >= 1, line <= lines.count else { return nil }
    return lines[line - 1]
  }

  private static func wire(_ source: SourceRecord, _ match: MatchRecord?) -> SARIFLog.Wire {
    SARIFLog.Wire(
      agency: SARIFText.plain(source.agency), item: SARIFText.plain(source.item),
      version: source.version.map { SARIFText.plain($0) }, matchedWords: match?.words,
      identicalWords: match?.identical)
  }
}
