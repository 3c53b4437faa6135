public import WireDocuments
public import WireMatching
internal import WireRights
public import WireText
internal import WireYAML

/// Checks documents: which wire copy they contain, and whether it may be used.
///
///     let index = try WireIndex(opening: ".wirecheck/index")
///     let checker = try Checker(newsroom, index: index, vocabulary: .standard())
///     for document in try DocumentSource(path: "export.jsonl") {
///       let outcome = try checker.check(document, on: Occasion(now: now))
///     }
///
/// A check is a pure function of the document, the newsroom, the index and the occasion; checkers can be used from
/// several threads at once.
public struct Checker: Sendable {
  /// The newsroom.
  public let newsroom: Newsroom
  /// What drafts are matched against; nil if there is nothing to match against.
  let archive: (any ItemArchive)?

  /// A checker.
  ///
  /// - Throws: `IndexFault` if the index was made with other language data.
  public init(_ newsroom: Newsroom, index: WireIndex, vocabulary: Vocabulary) throws(IndexFault) {
    self.newsroom = newsroom
    archive = TextArchive(index: index, matcher: try Matcher(index: index, vocabulary: vocabulary))
  }

  /// A checker with nothing to match against: it looks for notices and advisories only.
  public init(_ newsroom: Newsroom) {
    self.newsroom = newsroom
    archive = nil
  }

  /// A checker against keyed hashes: it locates the words in the draft but cannot show the source's text.
  public init(_ newsroom: Newsroom, hashes: HashIndex) {
    self.newsroom = newsroom
    archive = HashArchive(index: hashes)
  }

  /// The result of checking one document.
  public struct Outcome: Sendable {
    /// The document.
    public var document: DocumentRecord
    /// What a person has to look at, in reading order; `Place.file` is not filled in yet.
    public var findings: [Finding]
    /// The document with every use of wire copy, permitted or not.
    public var uses: DocumentUses
    /// Parts that were not checked.
    public var skipped: [RunRecord.Skipped]
  }

  /// Checks a document.
  ///
  /// - Parameters:
  ///   - document: the document as its reader delivered it.
  ///   - occasion: the use that is checked.
  ///   - excerpts: which words may appear in findings.
  /// - Throws: `IndexFault` if the index turns out to be damaged.
  public func check(
    _ document: Document, on occasion: Occasion, excerpts: ExcerptPolicy = .short
  ) throws(IndexFault) -> Outcome {
    let draft = Draft(document, newsroom)
    let analysis = analysis(of: draft, on: occasion)
    let found = try reuses(in: draft, analysis)
    let subject = Subject(
      newsroom: newsroom, occasion: occasion, draft: draft, reuses: found,
      unknownOriginals: try analysis?.unknownOriginals() ?? [],
      ownHold: DocumentHold(of: draft, newsroom, on: occasion))
    let secret = Self.embargoed(found, on: occasion)
    let writer = FindingWriter(
      newsroom: newsroom, occasion: occasion, draft: draft, excerpts: excerpts,
      secret: secret)
    var findings: [Finding] = []
    for rule in Rules.table {
      for observation in rule.evaluate(subject) {
        if let finding = writer.finding(observation, rule: rule.description) { findings.append(finding) }
      }
    }
    var skipped: [RunRecord.Skipped] = []
    for problem in document.problems where problem.losesText {
      skipped.append(
        RunRecord.Skipped(
          path: document.origin.path, reason: problem.code, message: problem.message, line: problem.line))
      let rule = Completeness.rule(
        ofCode: problem.code, isFault: document.type == .other && draft.text.isEmpty)
      if let finding = writer.finding(problem, rule: rule) { findings.append(finding) }
    }
    let uses = subject.reuses.flatMap { reuse in
      reuse.usages.map { UseRecord($0, of: reuse, draftWords: draft.record.words, newsroom) }
    }
    return Outcome(
      document: draft.record, findings: Finding.numbered(findings.sorted(by: Finding.isBefore)),
      uses: DocumentUses(
        draft, uses, occasion.scope(of: document, newsroom.site),
        isSecret: subject.ownHold != nil || found.contains { $0.state.isUnderEmbargo(at: occasion.now) }),
      skipped: skipped)
  }

  /// The items that a draft reuses, strongest first.
  func reuses(in draft: Draft, on occasion: Occasion) throws(IndexFault) -> [ItemReuse] {
    try reuses(in: draft, analysis(of: draft, on: occasion))
  }

  /// The ranges of a draft, in order, that share words with items under embargo.
  func embargoed(in draft: Draft, on occasion: Occasion) throws(IndexFault) -> [TextRange] {
    Self.embargoed(try reuses(in: draft, on: occasion), on: occasion)
  }

  private static func embargoed(_ reuses: [ItemReuse], on occasion: Occasion) -> [TextRange] {
    let embargoed = reuses.filter { $0.state.isUnderEmbargo(at: occasion.now) }
    return embargoed.flatMap(\.usages).flatMap(\.passages).map(\.draft).merged()
  }

  private func reuses(in draft: Draft, _ analysis: ReuseAnalysis?) throws(IndexFault) -> [ItemReuse] {
    guard let analysis else { return [] }
    return try analysis.reuses(try analysis.archive.matches(of: draft, for: newsroom.site))
  }

  /// Nil if there is no text to compare, or nothing to compare it with.
  private func analysis(of draft: Draft, on occasion: Occasion) -> ReuseAnalysis? {
    guard let archive, !draft.words.isEmpty else { return nil }
    return ReuseAnalysis(newsroom: newsroom, archive: archive, draft: draft, occasion: occasion)
  }
}

/// Which words may appear in findings.
public enum ExcerptPolicy: String, Sendable, Hashable, CaseIterable {
  /// Neither the draft's nor the source's words.
  case none
  /// The draft's words, shortened; the source's are withheld, for reports that third parties may read.
  case draft
  /// Both, shortened to a few words at each end.
  case short
  /// Both, in full.
  case full
}
