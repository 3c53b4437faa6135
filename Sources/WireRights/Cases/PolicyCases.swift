public import WireYAML

extension NoticePolicies {
  /// Reads the files that are otherwise read when they are needed, and whose faults are silent then.
  ///
  /// - Throws: `YAMLFault` with the place of what is wrong in a lexicon, in a region or in the names of zones.
  public func demandSoundFiles() throws(YAMLFault) { _ = try soundLanguages() }

  private func soundLanguages() throws(YAMLFault) -> [Language] {
    try zones.requireNames()
    _ = try Region.read(regionFiles)
    return try allLanguages()
  }

  /// Runs every case of every lexicon, agency and public licence.
  ///
  /// - Throws: `YAMLFault` with the place of an error in a lexicon, in a region or in the names of zones.
  public func caseResults() throws(YAMLFault) -> [CaseResult] {
    let lexicons = try soundLanguages().map(\.lexicon)
    let parser = NoticeParser(self)
    return lexicons.flatMap { lexicon in lexicon.cases.map { result(of: $0, in: lexicon, parser) } }
      + agencies.agencies.flatMap { agency in agency.cases.map { result(of: $0, in: agency, parser) } }
      + licences.flatMap { licence in licence.cases.map { result(of: $0, in: licence, parser) } }
  }

  private func result(of example: NoticeCase, in lexicon: Lexicon, _ parser: NoticeParser) -> CaseResult {
    let place = PolicyPlace(file: lexicon.file, position: example.position)
    let subject = Self.start(of: example.text)
    for line in example.expected {
      if let fault = StatementLines.fault(in: line) {
        return CaseResult(place: place, subject: subject, verdict: .error(fault))
      }
    }
    guard !example.expected.isEmpty else {
      return CaseResult(place: place, subject: subject, verdict: .error("the case says nothing"))
    }
    let expected = Set(example.expected)
    let found = StatementLines.lines(parser.parse(example.text))
    return CaseResult(place: place, subject: subject, verdict: Self.compare(expected, found))
  }

  private func result(of example: AgencyCase, in agency: Agency, _ parser: NoticeParser) -> CaseResult {
    let place = PolicyPlace(file: agency.place?.file ?? agency.id, position: example.position)
    let found: String?
    let subject: String
    switch example.subject {
    case .name(let name):
      subject = name
      found = agencies.agency(named: name)?.id
    case .notice(let text):
      subject = Self.start(of: text)
      found = parser.parse(text).holder?.agency
    }
    if let expected = example.agency, agencies.agency(id: expected) == nil {
      return CaseResult(place: place, subject: subject, verdict: .error("there is no agency `\(expected)`"))
    }
    let verdict = Self.compare([example.agency ?? "none"], [found ?? "none"])
    return CaseResult(place: place, subject: subject, verdict: verdict)
  }

  private func result(of example: LicenceName.Case, in licence: LicenceName, _ parser: NoticeParser)
    -> CaseResult
  {
    let found = parser.parse(example.text).licence?.id ?? "none"
    return CaseResult(
      place: PolicyPlace(file: licence.file, position: example.position),
      subject: Self.start(of: example.text),
      verdict: Self.compare([example.licence], [found]))
  }

  private static func compare(_ expected: Set<String>, _ found: Set<String>) -> CaseResult.Verdict {
    let missing = expected.subtracting(found).sorted()
    let extra = found.subtracting(expected).sorted()
    guard !missing.isEmpty || !extra.isEmpty else { return .passed }
    let parts = missing.map { "expected `\($0)`" } + extra.map { "came `\($0)`" }
    return .failed(parts.joined(separator: ", "))
  }

  private static func start(of text: String) -> String {
    text.count <= 60 ? text : String(text.prefix(57)) + "…"
  }
}
