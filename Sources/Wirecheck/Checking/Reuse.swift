internal import WireMatching
internal import WireRights
internal import WireDocuments
internal import WireText

/// The reuse of one item in one draft, with everything that rules examine.
struct ItemReuse {
  var match: Match
  var state: ItemState
  /// What is known of the item's text.
  var content: ItemContent
  let terms: ItemTerms
  /// Passages of prose, or of quotations without a credit.
  let prose: Usage?
  /// Passages that are quoted.
  let quoted: Usage?
  /// The item as the original of a translation, if the document says that it is one.
  var translation: Usage?
  /// Words of the whole item.
  let sourceWords: Int
  /// Other items that have the same words.
  var holders: [Holder]
  /// Whether the document itself names the item's agency among those that have the words.
  let isNamed: Bool
  /// Whether the newsroom's archive had the words before every agency.
  let isOurs: Bool
  /// Whether another item is taken for the source of the words, so that only this agency's kills, embargoes and
  /// corrections count.
  var isSecondary = false
  /// What later versions and corrections changed in the passages.
  var corrections: [Correction] = []

  /// All kinds of use, passages of prose first.
  var usages: [Usage] { [prose, quoted, translation].compactMap { $0 } }
}

/// Passages of one item that are used in the same way, and the decision on that use.
struct Usage {
  /// The passages, in the draft's order; empty for a translation.
  var passages: [Passage]
  /// Whether they are in picture captions, so that the picture's credit counts.
  let isUnderPicture: Bool
  /// Whether they are lists of names and figures, which are facts and not protected wording.
  let isFactList: Bool
  /// Whether they are quoted, credited, both or neither.
  let attribution: MatchRecord.Attribution
  /// The use that was decided on.
  let use: Use
  let decision: Decision

  /// Whether the document says that it is a translation, so that none of the item's words can be found in it.
  var isTranslation: Bool { passages.isEmpty }

  /// The kind of reuse with the most words in the passages, as reports name it.
  var kind: String {
    if isTranslation { return Reuse.translated.rawValue }
    var words: [Passage.Kind: Int] = [:]
    for passage in passages { words[passage.kind, default: 0] += passage.words }
    let kind = Passage.Kind.allCases.max { words[$0, default: 0] < words[$1, default: 0] }
    return (kind ?? .verbatim).rawValue
  }

  /// Words of the draft in the passages.
  var words: Int { passages.reduce(0) { $0 + $1.words } }
  /// Words that are in the item in the same order, or elsewhere in it in runs of a few words.
  var identical: Int { passages.reduce(0) { $0 + $1.identicalWords } }
  /// Words disguised by inserted characters that hide them from a machine; nil if there are none.
  var disguised: Int? {
    let words = passages.reduce(0) { $0 + $1.disguisedWords }
    return words > 0 ? words : nil
  }
  /// The total strength of the passages, in nats of surprisal; nil for a translation.
  var score: Int? {
    isTranslation ? nil : Int(passages.reduce(0) { $0 + $1.score }.rounded())
  }
  /// The names and numbers that show whose facts the draft reports; nil if its wording shows it.
  var facts: Passage.Facts? { passages.lazy.compactMap(\.facts).first }
  /// The longest run of equal words.
  var longestRun: Int { passages.reduce(0) { max($0, $1.longestRun) } }
}

/// Finds the items that a draft reuses and decides on each use.
struct ReuseAnalysis {
  let newsroom: Newsroom
  let archive: any ItemArchive
  let draft: Draft
  let occasion: Occasion

  /// The reuse of each item, strongest first.
  ///
  /// - Parameter matches: the matcher's results.
  func reuses(_ matches: [Match]) throws(IndexFault) -> [ItemReuse] {
    var result: [ItemReuse] = []
    let holders = HolderSearch(newsroom: newsroom, archive: archive, draft: draft)
    for match in matches {
      let (match, isNamed) = try holders.source(of: match)
      if let reuse = try reuse(match, isNamed: isNamed, holders) { result.append(reuse) }
      for other in try holders.warned(beside: match) {
        guard var reuse = try reuse(other, isNamed: false, holders) else { continue }
        reuse.isSecondary = true
        result.append(reuse)
      }
    }
    try addTranslations(to: &result)
    return result
  }

  private func reuse(_ match: Match, isNamed: Bool, _ search: HolderSearch) throws(IndexFault) -> ItemReuse? {
    guard let state = try ItemState(of: match, in: archive) else { return nil }
    guard !newsroom.site.isOwn(state.record.agency) else { return nil }
    let content = try archive.content(of: state.entry)
    var match = match
    let cutter = PassageParts(draft, content: content)
    let passages = match.passages.flatMap { parts(of: $0, content) }.flatMap(cutter.shown)
      .map { draft.cutToQuotation($0, content) }
    let isQuoted = passages.map(draft.isQuoted)
    match.passages = passages.map(draft.written)
    let pairs = zip(match.passages, isQuoted)
    let prose = pairs.filter { !$1 && $0.words >= newsroom.minimumWords }.map(\.0)
    let quoted = pairs.filter(\.1).map(\.0)
    guard !prose.isEmpty || !quoted.isEmpty else { return nil }
    let context = UsageContext(state, content, newsroom)
    let holders = try search.holders(beside: match, state)
    return ItemReuse(
      match: match, state: state, content: content, terms: context.terms,
      prose: usage(prose, isQuoted: false, context), quoted: usage(quoted, isQuoted: true, context),
      sourceWords: context.sourceWords, holders: holders, isNamed: isNamed,
      isOurs: try search.isOurs(match, state, holders, on: occasion),
      corrections: try CorrectionSearch(newsroom: newsroom, archive: archive, draft: draft).corrections(
        of: match, state, content))
  }

  /// A passage, with its copied parts separated from those that paraphrase.
  private func parts(of passage: Passage, _ content: ItemContent) -> [Passage] {
    guard content.hasText else { return [passage] }
    return CopiedParts().parts(
      of: passage, draft: Array(draft.words(in: passage.draft)),
      source: PassageParts.words(of: content.text, in: passage.source), sentences: draft.sentences)
  }

  private func usage(_ passages: [Passage], isQuoted: Bool, _ context: UsageContext) -> Usage? {
    guard !passages.isEmpty else { return nil }
    // Copied passages come before rewritten ones: among equal rulings the first decides.
    let found = Self.kinds(of: passages)
    let kinds = isQuoted ? [Reuse.excerpted] : Passage.Kind.allCases.filter(found.contains).map(Self.reuse)
    return usage(
      kinds, passages, extent(passages, isQuoted: isQuoted, sourceWords: context.sourceWords), context)
  }

  /// The use of an item in the given ways, and the decision on it.
  func usage(_ kinds: [Reuse], _ passages: [Passage], _ extent: Extent, _ context: UsageContext) -> Usage {
    let ranges = passages.map(\.draft)
    let isUnderPicture = !ranges.isEmpty && (context.isPicture || ranges.allSatisfy(draft.isCaption))
    let places =
      isUnderPicture
      ? draft.pictureCredits(near: ranges, newsroom.notices)
      : draft.creditTexts(near: ranges, newsroom.notices)
    let channels = occasion.channels(of: draft.document, newsroom.site)
    var actions: [Action] = []
    for action in kinds.flatMap({ Use.actions(for: $0, on: channels) }) where !actions.contains(action) {
      actions.append(action)
    }
    var use = Use(
      actions, on: channels, in: occasion.territories(of: draft.document, newsroom.site),
      at: occasion.instant(of: draft.document), stage: occasion.stage,
      isCommercial: newsroom.isConfigured ? newsroom.site.isCommercial : nil,
      extent: extent)
    if newsroom.isConfigured { use.recipients.append(.named(newsroom.site.id)) }
    use.firstPublished = occasion.isArchive ? draft.document.time(.published)?.instant : nil
    let others = newsroom.agencies.credits(ofOthersThan: context.terms.agency)
    let evidence = Evidence(credits: places, otherCredits: others, links: draft.links)
    let decision = decision(on: context.settled(use), use, evidence)
    return Usage(
      passages: passages, isUnderPicture: isUnderPicture,
      isFactList: !passages.isEmpty
        && passages.allSatisfy { draft.isFactList($0.draft) || context.isFactList($0) },
      attribution: attribution(
        isQuoted: extent.isQuoted == true, isCredited: isCredited(context.terms, places)), use: use,
      decision: decision)
  }

  /// The decision on a use; for copy that is already published also on whether it may stay published.
  private func decision(on terms: ItemTerms, _ use: Use, _ evidence: Evidence) -> Decision {
    let contracts = newsroom.contracts
    var decision = newsroom.engine.decide(on: terms, contracts: contracts, use: use, evidence: evidence)
    let now = occasion.now
    let isOver = decision.rulings.contains { $0.removeBy.map { $0 <= now } ?? false }
    guard use.firstPublished != nil, decision.outcome < .violation, isOver else { return decision }
    var today = use
    today.instant = now
    let later = newsroom.engine.decide(on: terms, contracts: contracts, use: today, evidence: evidence)
    if case .retentionPassed = later.deciding.reason { return later }
    // The contract that set the time limit has expired by now, but its limit still applies.
    for index in decision.rulings.indices {
      guard let by = decision.rulings[index].removeBy, by <= now else { continue }
      decision.rulings[index].outcome = .violation
      decision.rulings[index].tier = .contract
      decision.rulings[index].reason = .retentionPassed(by: by)
    }
    decision.deciding = decision.rulings.first { $0.outcome == .violation } ?? decision.deciding
    return decision
  }

  /// The kinds of passages; in a text that mostly paraphrases, a short run of equal words is names and figures
  /// of the facts, not copying.
  static func kinds(of passages: [Passage]) -> [Passage.Kind] {
    let paraphrased = passages.filter { [.rewritten, .summarised].contains($0.kind) }.reduce(0) {
      $0 + $1.words
    }
    let isParaphrase = paraphrased * 2 > passages.reduce(0) { $0 + $1.words }
    return passages.map { passage in
      isParaphrase && passage.kind == .edited && passage.longestRun < MatchSettings.standard.copiedRun
        ? .rewritten : passage.kind
    }
  }

  private static func reuse(_ kind: Passage.Kind) -> Reuse {
    switch kind {
    case .verbatim: .verbatim
    case .edited: .edited
    case .rewritten: .rewritten
    case .summarised: .summarised
    }
  }

  private func extent(_ passages: [Passage], isQuoted: Bool, sourceWords: Int) -> Extent {
    let words = passages.reduce(0) { $0 + $1.words }
    let worded = zip(passages, Self.kinds(of: passages)).filter { passage, kind in
      ![.rewritten, .summarised].contains(kind) || passage.longestRun >= MatchSettings.standard.copiedRun
    }
    let identical = worded.reduce(0) { $0 + $1.0.identicalWords }
    // A run that continues over the words between two quotations is more than the quotation.
    let quotations = isQuoted ? passages.map(draft.longestQuotation) : passages.map(\.words)
    let runs = zip(passages, quotations).map { min($0.longestRun, $1) }
    let taken = passages.map(\.draft).merged()
    return Extent(
      words: words, sourceWords: sourceWords, longestRun: runs.max(),
      longestQuotation: isQuoted ? quotations.max() : nil, isQuoted: isQuoted,
      characters: draft.characters(in: taken), sentences: draft.sentences.count(where: taken.overlap),
      similarity: Double(identical) / Double(max(1, words)))
  }

  /// Whether the agency is named, in any of its accepted forms, where a credit may be.
  private func isCredited(_ terms: ItemTerms, _ places: [CreditText]) -> Bool {
    let forms = terms.creditForms + terms.names.compactMap { CreditForm($0) }
    return CreditCheck.accepted(forms, in: places) != nil
  }

  private func attribution(isQuoted: Bool, isCredited: Bool) -> MatchRecord.Attribution {
    switch (isQuoted, isCredited) {
    case (true, true): .both
    case (true, false): .quoted
    case (false, true): .credited
    case (false, false): .neither
    }
  }
}

/// The facts on which the decision about a use is based.
struct UsageContext {
  let terms: ItemTerms
  let sourceWords: Int
  /// Whether the item is a picture with its caption.
  let isPicture: Bool
  /// The terms for a specific use.
  let settled: (Use) -> ItemTerms
  /// Whether a passage only paraphrases what the item lists as names and figures.
  let isFactList: (Passage) -> Bool

  init(_ state: ItemState, _ content: ItemContent, _ newsroom: Newsroom) {
    let text = content.text
    let terms = state.terms(text: text, newsroom)
    self.terms = terms
    sourceWords = content.wordCount
    isPicture = state.record.isPicture == true
    isFactList = { passage in
      guard [.rewritten, .summarised].contains(passage.kind), passage.source.upper <= text.count else {
        return false
      }
      return FactList.isList(String(decoding: text[passage.source.indices], as: UTF8.self))
    }
    settled = { state.hasExpression ? state.terms(text: text, newsroom, for: $0) : terms }
  }
}
