internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// Turns observations into findings: identity, places, words as far as they may be shown.
struct FindingWriter {
  let newsroom: Newsroom
  let occasion: Occasion
  let draft: Draft
  let excerpts: ExcerptPolicy

  /// The finding of an observation; nil where the newsroom switched its rule off.
  func finding(_ observation: Observation, rule: RuleDescription) -> Finding? {
    guard let level = level(of: rule, observation.level) else { return nil }
    let isSecret = observation.encounter.map { $0.reuse.state.isUnderEmbargo(at: occasion.now) } ?? false
    let term = (observation.term ?? observation.ruling?.terms.first).map {
      Term($0, ruling: observation.ruling)
    }
    let parts = observation.encounter.map { encounter in
      let cutter = PassageParts(draft, sourceText: encounter.reuse.sourceText)
      return encounter.usage.passages.flatMap(cutter.parts)
    }
    let source = observation.encounter.map { self.source($0.reuse, parts ?? [], isSecret: isSecret) }
    let body = parts.map { Observation.Places.body($0.map(\.draft)) } ?? observation.places
    return Finding(
      rule: rule.id, name: rule.name,
      // What cites no clause and no fact of record is for a person to judge.
      level: term == nil && observation.fact == nil ? min(level, .warning) : level, status: .new,
      fingerprint: fingerprint(rule.id, observation, term: term), message: observation.message,
      document: draft.record, places: places(body, isSecret: isSecret), source: source,
      match: observation.encounter.map { MatchRecord($0.usage, of: $0.reuse, draftWords: draft.words.count) },
      term: term, fact: observation.fact, help: observation.help,
      trace: observation.ruling.map { $0.trace.map(Finding.Step.init) } ?? [])
  }

  /// The finding of a part that could not be read; nil where the newsroom switched its rule off.
  func finding(_ problem: Problem, rule: RuleDescription) -> Finding? {
    let observation = Observation(
      level: rule.level, message: "not everything was read: \(problem.message)", fact: problem.code,
      help: [rule.help])
    return finding(observation, rule: rule)
  }

  private func level(of rule: RuleDescription, _ level: Finding.Level) -> Finding.Level? {
    guard let setting = newsroom.levels[rule.id] else { return level }
    // A milder observation of a rule stays milder.
    return setting.level.map { level < rule.level ? min(level, $0) : $0 }
  }

  // MARK: Identity

  private func fingerprint(_ rule: String, _ observation: Observation, term: Term?) -> String {
    let words = ranges(observation.places).flatMap { draft.words(in: $0) }
    let source = observation.encounter?.reuse
    return Finding.fingerprint(
      rule: rule, document: draft.id, agency: source?.state.record.agency ?? "",
      item: source?.match.source ?? "", clause: term?.clause ?? "", words: words)
  }

  // MARK: Places

  private func ranges(_ places: Observation.Places) -> [TextRange] {
    if case .body(let ranges) = places { return ranges }
    return []
  }

  private func places(_ places: Observation.Places, isSecret: Bool) -> [Place] {
    switch places {
    case .document: return []
    case .field(let name, let range):
      return [
        Place(field: name, paragraph: 0, bytes: range.map { [$0.lower, $0.upper] }, file: nil, excerpt: nil)
      ]
    case .body(let ranges):
      return ranges.map { range in
        let file = draft.document.body.map.fileRange(of: range)
        return Place(
          field: "body", paragraph: draft.paragraph(at: range.lower),
          bytes: file.map { [$0.lower, $0.upper] }, file: nil,
          excerpt: excerpt(of: draft.text, range, isSource: false, isSecret: isSecret))
      }
    }
  }

  private func source(_ reuse: ItemReuse, _ parts: [PassageParts.Part], isSecret: Bool) -> SourceRecord {
    let record = reuse.state.record
    let paragraphs = BodyText(plain: reuse.sourceText, map: SourceMap()).paragraphs.map(\.range)
    let passages = parts.map { part in
      SourcePassage(
        paragraph: (paragraphs.firstIndex { $0.upper > part.source.lower } ?? 0) + 1,
        bytes: [part.source.lower, part.source.upper],
        excerpt: excerpt(of: reuse.sourceText, part.source, isSource: true, isSecret: isSecret))
    }
    return SourceRecord(
      agency: record.agency, agencyName: newsroom.name(ofAgency: record.agency), item: reuse.match.source,
      version: record.version, publishedAt: reuse.state.entry.time?.iso8601,
      status: reuse.state.status(at: occasion.now), sha256: sha256(reuse.sourceText), passages: passages,
      alsoIn: reuse.match.alsoIn.filter { $0 != reuse.match.source })
  }

  private func excerpt(of text: [UInt8], _ range: TextRange, isSource: Bool, isSecret: Bool) -> Excerpt {
    if isSecret { return .withheld(.embargo) }
    if excerpts == .none || (isSource && excerpts == .draft) { return .withheld(.audience) }
    return Excerpt(text, range, wordsAtEachEnd: excerpts == .full ? nil : newsroom.excerptWords)
  }
}

extension Excerpt {
  /// The words of a range on one line.
  ///
  /// - Parameter wordsAtEachEnd: how many words to keep at each end; nil for all.
  init(_ text: [UInt8], _ range: TextRange, wordsAtEachEnd count: Int?) {
    guard range.upper <= text.count else {
      self.init(head: "", omitted: 0, tail: "")
      return
    }
    let words = text[range.indices].split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
    guard let count, words.count > count * 2 + 2 else {
      self.init(head: words.joined(separator: " "), omitted: 0, tail: "")
      return
    }
    self.init(
      head: words.prefix(count).joined(separator: " "), omitted: words.count - 2 * count,
      tail: words.suffix(count).joined(separator: " "))
  }
}
