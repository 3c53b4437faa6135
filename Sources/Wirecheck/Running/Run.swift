internal import WireRights
public import WireDocuments
public import WireMatching
internal import WireText

/// One run over many inputs: checks the documents and collects the record.
///
/// The documents of an input are checked in parallel and reported in order, so that the record is the same for any
/// number of threads.
public struct Run: ~Copyable {
  /// The parameters of a run.
  public struct Plan: Sendable {
    /// The command, for instance `check`.
    public var command: String
    /// The use for which documents are checked.
    public var occasion: Occasion
    /// Whether the occasion's time was given rather than read from the clock.
    public var isClockGiven: Bool
    /// Which words may appear in findings.
    public var excerpts: ExcerptPolicy
    /// The statuses that are checked; nil for every document.
    public var statuses: Set<Status.Value>?
    /// Whether documents without uses are kept as well, for a ledger of all checks.
    public var keepsDocuments: Bool

    /// A plan of the given parts.
    public init(
      command: String, occasion: Occasion, isClockGiven: Bool, excerpts: ExcerptPolicy,
      statuses: Set<Status.Value>? = nil, keepsDocuments: Bool = false
    ) {
      self.command = command
      self.occasion = occasion
      self.isClockGiven = isClockGiven
      self.excerpts = excerpts
      self.statuses = statuses
      self.keepsDocuments = keepsDocuments
    }
  }

  private let checker: Checker
  private let plan: Plan
  private var findings = Gathered<Finding>()
  private var counts = RunRecord.Counts()
  private var used = Gathered<DocumentUses>()
  /// Every document that was checked, if the plan keeps them.
  private var all: RecordList<DocumentUses> = []
  private var shared: SharedIdentities
  private var skipped: [RunRecord.Skipped] = []
  /// The byte offsets in the current input whose lines findings need.
  private var placedBytes: [Int] = []
  /// Documents that were checked.
  public private(set) var documents = 0
  /// Documents that were skipped because of their status.
  public private(set) var leftAside = 0
  /// Findings so far.
  public var findingCount: Int { findings.records.count }

  /// How many documents are checked together.
  private static let batch = 64

  /// A run that has checked nothing yet.
  public init(_ checker: Checker, _ plan: Plan) {
    self.checker = checker
    self.plan = plan
    shared = SharedIdentities(checker.newsroom.paths)
  }

  /// Checks all documents of an input.
  ///
  /// A fault of the input becomes a finding; documents read before it are kept.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - open: opens the input; by default in this process, with the format detected from the content.
  ///   - progress: called with the run after each batch.
  /// - Throws: `IndexFault` if the index turns out to be damaged.
  public mutating func check(
    path: String, open: FeedOpening = { path throws(ReadingFault) in try DocumentSource(path: path) },
    progress: (borrowing Run) -> Void = { _ in }
  ) throws(IndexFault) {
    var source: any DocumentFeed
    do throws(ReadingFault) { source = try open(path) } catch { return add(error) }
    try check(&source, progress: progress)
  }

  /// Checks the documents of an open input.
  public mutating func check(
    _ source: inout some DocumentFeed, progress: (borrowing Run) -> Void = { _ in }
  ) throws(IndexFault) {
    let firstFinding = findingCount
    var texts = TextCount()
    var fault: ReadingFault?
    var isAtEnd = false
    while !isAtEnd {
      var batch: [Document] = []
      while batch.count < Self.batch, !isAtEnd {
        do throws(ReadingFault) {
          guard let document = try source.next() else {
            isAtEnd = true
            continue
          }
          texts.count(document)
          if isWanted(document) { batch.append(document) } else { leftAside += 1 }
        } catch {
          fault = error
          isAtEnd = true
        }
      }
      try check(batch)
      progress(self)
    }
    locate(from: firstFinding, in: source)
    if let fault { add(fault, isPartial: texts.documents > 0) } else if let fault = texts.fault { add(fault) }
  }

  /// Tracks whether any document of an input had text.
  private struct TextCount {
    private(set) var documents = 0
    private var isEmpty = true
    private var wordless: Document?
    private var isLossTold = false

    mutating func count(_ document: Document) {
      documents += 1
      isLossTold = isLossTold || document.problems.contains(where: \.losesText)
      if document.body.utf8.contains(where: { $0 > 0x20 }) {
        isEmpty = false
      } else if Self.promisesText(document) {
        wordless = wordless ?? document
      }
    }

    /// The fault of an input whose documents contain not a single word: its text is somewhere no reader looks.
    var fault: ReadingFault? {
      guard isEmpty, !isLossTold, let wordless else { return nil }
      return ReadingFault(
        "no-text", path: wordless.origin.path, "no document in it has any text",
        next: "name its format with --input-format, or say with --mapping FILE where its text is")
    }

    /// Pictures have no text, withdrawn items and pages of metadata need none, and lost text is reported separately.
    private static func promisesText(_ document: Document) -> Bool {
      switch document.type {
      case .text, .other: break
      default: return false
      }
      if document.origin.format == "markdown", document.headline != nil || !document.fields.isEmpty {
        return false
      }
      return document.status?.value != .canceled && !document.problems.contains(where: \.losesText)
    }
  }

  private func isWanted(_ document: Document) -> Bool {
    guard let statuses = plan.statuses, let status = document.status?.value else { return true }
    return statuses.contains(status)
  }

  private mutating func check(_ batch: [Document]) throws(IndexFault) {
    let (checker, plan) = (checker, plan)
    let outcomes = parallelMap(batch) { document -> Result<Checker.Outcome, IndexFault> in
      do throws(IndexFault) {
        return .success(try checker.check(document, on: plan.occasion, excerpts: plan.excerpts))
      } catch {
        return .failure(error)
      }
    }
    for outcome in outcomes {
      let outcome = try outcome.get()
      for finding in outcome.findings { add(finding) }
      skipped += outcome.skipped
      keep(outcome.uses)
      documents += 1
    }
  }

  private mutating func add(_ finding: Finding) {
    findings.append(finding, at: finding.document.path)
    counts.add(finding.level)
    placedBytes += finding.placedBytes
  }

  private mutating func keep(_ document: DocumentUses) {
    guard plan.keepsDocuments || !document.uses.isEmpty else { return }
    shared.add(document.document)
    if !document.uses.isEmpty { used.append(document, at: document.document.path) }
    if plan.keepsDocuments { all.append(document) }
  }

  /// Fills in lines and columns, if the input is available or can be read again.
  private mutating func locate(from first: Int, in source: some DocumentFeed) {
    defer { placedBytes = [] }
    guard !placedBytes.isEmpty, let places = source.places(of: placedBytes) else { return }
    findings.update(from: first) { $0 = $0.located(by: places) }
  }

  // MARK: What was not checked

  /// Adds an input that could not be read, or not to its end.
  ///
  /// - Parameter isPartial: whether some of its documents were read.
  public mutating func add(_ fault: ReadingFault, isPartial: Bool = false) {
    skipped.append(
      RunRecord.Skipped(
        path: fault.path, reason: fault.code, message: "\(fault.message) (\(fault.next))", line: fault.line))
    let rule = Completeness.rule(ofCode: fault.code, isFault: true)
    addIncompleteness(
      rule, path: fault.path, message: "not \(isPartial ? "all of it was " : "")checked: \(fault.message)",
      fact: fault.code, help: fault.next,
      line: fault.line)
  }

  /// Records that there is no index to match against, or that it is too old.
  ///
  /// - Parameters:
  ///   - path: the index's folder.
  ///   - reason: what is wrong, as a sentence.
  public mutating func addStaleIndex(path: String, _ reason: String) {
    skipped.append(RunRecord.Skipped(path: path, reason: "index-stale", message: reason, line: nil))
    addIncompleteness(
      Completeness.indexStale, path: path, message: reason, fact: "index-stale",
      help: Completeness.indexStale.help, line: nil)
  }

  private mutating func addIncompleteness(
    _ rule: RuleDescription, path: String, message: String, fact: String, help: String, line: Int?
  ) {
    guard let level = checker.newsroom.levels[rule.id, default: .init(rule.level)].level else { return }
    let document = DocumentRecord(
      id: path, path: path, item: 0, sha256: "", words: 0, name: checker.newsroom.paths.name(of: path))
    add(
      Finding(
        rule: rule.id, name: rule.name, level: level, status: .new,
        fingerprint: Finding.fingerprint(
          rule: rule.id, document: document.identity, agency: "", item: fact, clause: "", words: []),
        message: message + (line.map { " (line \($0))" } ?? ""), document: document, places: [], source: nil,
        match: nil, term: nil, fact: fact, help: [help.prefix(1).uppercased() + help.dropFirst()], trace: nil)
    )
  }

  // MARK: The record

  /// Ends the run.
  ///
  /// - Parameter files: files in the given folders that contain nothing to check.
  /// - Returns: the record, and all checked documents with their uses if the plan keeps them.
  public consuming func finish(
    leftAside files: [RunRecord.LeftAside] = []
  ) -> (record: RunRecord, documents: RecordList<DocumentUses>) {
    var (uses, documents) = (used.byPath, all)
    shared.tell(apart: &uses)
    shared.tell(apart: &documents)
    let occasion = plan.occasion
    let record = RunRecord(
      tool: .init(name: "wirecheck", version: toolVersion),
      run: .init(
        command: plan.command, site: checker.newsroom.site.id.isEmpty ? nil : checker.newsroom.site.id,
        stage: occasion.stage.rawValue, now: occasion.now.iso8601,
        clock: plan.isClockGiven ? "given" : "system", policy: checker.newsroom.policyID,
        index: checker.archive?.record, complete: skipped.isEmpty, documents: self.documents,
        skipped: Gathered<RunRecord.Skipped>.order(of: skipped.map(\.path)).map { skipped[$0] },
        leftAside: files.isEmpty ? nil : files),
      verdict: .init(counts, isComplete: skipped.isEmpty), counts: counts, findings: findings.byPath,
      uses: uses)
    return (record, documents)
  }
}

extension Newsroom.LevelSetting {
  /// The setting that corresponds to a level.
  init(_ level: Finding.Level) { self = Self(rawValue: level.rawValue) ?? .error }
}
