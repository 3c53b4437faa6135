internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// Turns observations into findings: identity, places, and words as far as they may be shown.
struct FindingWriter {
  let newsroom: Newsroom
  let occasion: Occasion
  let draft: Draft
  let excerpts: ExcerptPolicy
  /// Ranges of the draft, in order, that share words with items under embargo.
  let secret: [TextRange]

  /// The finding for an observation; nil if the newsroom has switched its rule off.
  func finding(_ observation: Observation, rule: RuleDescription) -> Finding? {
    let observation = Self.softened(observation, rule)
    guard let level = level(of: rule, observation.level) else { return nil }
    let isSecret =
      observation.encounter?.reuse.state.isUnderEmbargo(at: occasion.now)
      ?? ranges(observation.places).contains(where: isSecret)
    let term = (observation.term ?? observation.ruling?.terms.first).map {
      Term($0, ruling: observation.ruling, isSecret: isSecret)
    }
    let parts = observation.encounter.map { encounter in
      let cutter = PassageParts(draft, content: encounter.reuse.content)
      return encounter.usage.passages.flatMap(cutter.parts)
    }
    let source = observation.encounter.map { self.source($0.reuse, parts ?? [], isSecret: isSecret) }
    let body = parts.flatMap { $0.isEmpty ? nil : .body($0.map(\.draft)) } ?? observation.places
    return Finding(
      rule: rule.id, name: rule.name,
      // A finding that cites no clause and no recorded fact needs a person's judgement, so it is at most a warning.
      level: term == nil && observation.fact == nil ? min(level, .warning) : level, status: .new,
      fingerprint: fingerprint(rule.id, observation, term: term), message: observation.message,
      document: draft.record, places: places(body, isSecret: isSecret), source: source,
      match: observation.encounter.map {
        MatchRecord($0.usage, of: $0.reuse, draftWords: draft.record.words)
      },
      term: term, fact: observation.fact, help: observation.help,
      trace: observation.ruling.map { $0.trace.map { Finding.Step($0, isSecret: isSecret) } } ?? [])
  }

  /// The finding for a list of names and figures: facts are free unless a term forbids even those.
  ///
  /// Kills, embargoes and corrections apply to facts too.
  private static func softened(_ observation: Observation, _ rule: RuleDescription) -> Observation {
    guard observation.encounter?.usage.isFactList == true, rule.family != .time else { return observation }
    var milder = observation
    milder.level = min(milder.level, observation.ruling?.outcome == .violation ? .warning : .info)
    milder.message += "; it is a list of names and figures"
    return milder
  }

  /// The finding for a part that could not be read; nil if the newsroom has switched its rule off.
  func finding(_ problem: Problem, rule: RuleDescription) -> Finding? {
    let line = problem.line.map { " (line \($0))" } ?? ""
    let observation = Observation(
      level: rule.level, message: "not everything was read: \(problem.message)\(line)", fact: problem.code,
      help: [rule.help])
    return finding(observation, rule: rule)
  }

  private func level(of rule: RuleDescription, _ level: Finding.Level) -> Finding.Level? {
    guard let setting = newsroom.levels[rule.id] else { return level }
    // An observation below its rule's default level stays below it.
    return setting.level.map { level < rule.level ? min(level, $0) : $0 }
  }

  // MARK: Identity

  private func fingerprint(_ rule: String, _ observation: Observation, term: Term?) -> String {
    let source = observation.encounter?.reuse
    // What is a finding in its own right, such as a notice, is not prose of the draft and not among its words.
    let words = ranges(observation.places).flatMap { range in
      source == nil ? Tokenizer().words(in: Array(draft.text[range.indices])) : Array(draft.words(in: range))
    }
    return Finding.fingerprint(
      rule: rule, document: draft.record.identity, agency: source?.state.record.agency ?? "",
      item: source?.match.source ?? "", clause: term?.clause ?? "", words: words)
  }

  // MARK: Places

  /// Whether a range of the draft overlaps words of an item under embargo.
  private func isSecret(_ range: TextRange) -> Bool { secret.overlap(range) }

  private func ranges(_ places: Observation.Places) -> [TextRange] {
    if case .body(let ranges) = places { return ranges }
    return []
  }

  private func places(_ places: Observation.Places, isSecret: Bool) -> [Place] {
    switch places {
    case .document: return []
    case .body(let ranges):
      return ranges.map { range in
        let file = draft.document.body.map.fileRange(of: range)
        return Place(
          field: "body", paragraph: draft.paragraph(at: range.lower),
          bytes: file.map { [$0.lower, $0.upper] }, file: nil,
          excerpt: excerpt(of: draft.text, range, isSource: false, isSecret: isSecret || self.isSecret(range))
        )
      }
    }
  }

  private func source(_ reuse: ItemReuse, _ parts: [PassageParts.Part], isSecret: Bool) -> SourceRecord {
    let record = reuse.state.record
    let text = reuse.content.text
    let paragraphs = Paragraphs.lines(in: text)
    // Hashes show that words of the item are here, but not the words themselves.
    let parts = reuse.content.hasText ? parts : []
    var scan = PlaceScan(for: parts.flatMap { FileSpan.ends($0.source.lower, $0.source.upper) })
    scan.take(text)
    let places = scan.finish()
    let passages = parts.map { part in
      SourcePassage(
        paragraph: min(paragraphs.firstIndex(endingAfter: part.source.lower), max(0, paragraphs.count - 1))
          + 1,
        bytes: [part.source.lower, part.source.upper],
        text: FileSpan(part.source.lower, part.source.upper, in: places),
        excerpt: excerpt(of: text, part.source, isSource: true, isSecret: isSecret))
    }
    return SourceRecord(
      agency: record.agency, agencyName: newsroom.name(ofAgency: record.agency), item: reuse.match.source,
      version: record.version, publishedAt: reuse.state.entry.time?.iso8601,
      status: reuse.state.status(at: occasion.now), sha256: reuse.content.digest, passages: passages,
      alsoIn: reuse.alsoIn)
  }

  private func excerpt(of text: [UInt8], _ range: TextRange, isSource: Bool, isSecret: Bool) -> Excerpt {
    if isSecret { return .withheld(.embargo) }
    if excerpts == .none || (isSource && excerpts == .draft) { return .withheld(.audience) }
    return Excerpt(text, range, wordsAtEachEnd: excerpts == .full ? nil : newsroom.excerptWords)
  }
}

extension Excerpt {
  /// The words of a range, on one line.
  ///
  /// - Parameter wordsAtEachEnd: how many words to keep at each end; nil keeps all.
  init(_ text: [UInt8], _ range: TextRange, wordsAtEachEnd count: Int?) {
    guard range.upper <= text.count else {
      self.init(head: "", omitted: 0, tail: "")
      return
    }
    let bytes = Array(text[range.indices])
    let words = count.map { ($0, Tokenizer().words(in: bytes)) }
    guard let (count, words) = words, words.count > count * 2 + 2 else {
      self.init(head: Self.oneLine(bytes[...]), omitted: 0, tail: "")
      return
    }
    let head = Self.end(ofWord: count - 1, of: words, in: bytes)
    let tail = Self.start(ofWord: words.count - count, of: words, in: bytes)
    self.init(
      head: Self.oneLine(bytes[..<head]), omitted: words.count - 2 * count, tail: Self.oneLine(bytes[tail...])
    )
  }

  /// The end of a word including the punctuation that follows it, up to white space or the next word.
  private static func end(ofWord index: Int, of words: [Word], in bytes: [UInt8]) -> Int {
    let limit = index + 1 < words.count ? Int(words[index + 1].start) : bytes.count
    return bytes[Int(words[index].end)..<limit].firstIndex { $0 <= 0x20 } ?? Int(words[index].end)
  }

  /// The start of a word including the punctuation that precedes it, back to white space or the previous word.
  private static func start(ofWord index: Int, of words: [Word], in bytes: [UInt8]) -> Int {
    let limit = index > 0 ? Int(words[index - 1].end) : 0
    let space = bytes[limit..<Int(words[index].start)].lastIndex { $0 <= 0x20 }
    return space.map { $0 + 1 } ?? Int(words[index].start)
  }

  private static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
