internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// Words in a draft that the agency has since corrected, by a later version or by a correction that names the item.
struct Correction {
  /// The identifier of the later version or of the correction.
  let id: String
  /// The version whose words the draft has, as written, if that is an earlier one than the version that it matches.
  var earlier: String?
  /// The state of the item in that version; nil if the correction is not itself a version of the item.
  let later: (state: ItemState, content: ItemContent)?
  /// The words of the draft with what replaces them, in the draft's order; empty if not known.
  let changes: [Passage]
  /// The statements in which the correction says what is wrong.
  let orders: [RightsStatement]
  /// The withdrawal of the version whose words the draft has, if another version came after it.
  var withdrawal: WireItem?

  /// The clause that requires users of the item to replace it; nil if the correction only informs.
  var obligation: CitedTerm? {
    for order in orders {
      if let clause = order.clauses.first(where: { $0.effect == .oblige && $0.action == .replace }) {
        return cite(order, clause.evidence)
      }
    }
    return nil
  }

  /// The whole text of the correction.
  var words: CitedTerm? { orders.first.map { cite($0, TextRange(0, $0.text.utf8.count)) } }

  private func cite(_ order: RightsStatement, _ range: TextRange) -> CitedTerm {
    CitedTerm(
      .notice(source: "correction \(id)", holder: order.holder?.name, range: range), words: order.words(range)
    )
  }
}

/// Finds the words of an item in a draft that were corrected later.
struct CorrectionSearch {
  let newsroom: Newsroom
  let archive: any ItemArchive
  let draft: Draft

  /// The corrections that concern a match's words, one for each source.
  func corrections(
    of match: Match, _ state: ItemState, _ content: ItemContent
  ) throws(IndexFault) -> [Correction] {
    // Hashes show which words are the item's but not what replaces them.
    guard content.hasText, state.withdrawal == nil else { return [] }
    var result: [Correction] = []
    if state.newestEntry.version > state.entry.version {
      let later = try archive.content(of: state.newestEntry)
      let comparison = VersionComparison(content, later)
      // Numbering without versions is reused: the next day the same identifier can be another story.
      if state.newest.version != nil || comparison.isOfOneStory {
        let found = changes(comparison, match)
        if !found.isEmpty {
          let steps = try steps(from: content, match, state)
          result.append(correction(found, by: state.newestEntry, later, state, steps))
        }
      }
    }
    if let correction = try leftovers(of: match, state, content) { result.append(correction) }
    for note in state.notes.corrections {
      let id = note.withdrawnBy ?? ""
      let orders = orders(of: note)
      if let entry = try ItemState(ofItem: id, in: archive)?.entry {
        let later = try archive.content(of: entry)
        let comparison = VersionComparison(content, later)
        if comparison.isOfOneStory {
          let found = changes(comparison, match)
          if !found.isEmpty {
            result.append(correction(found, by: entry, later, state, Steps(orders: orders)))
          }
          continue
        }
      }
      if let changes = quoted(in: orders, match, content.text) {
        result.append(Correction(id: id, later: nil, changes: changes, orders: orders))
      }
    }
    return result
  }

  private func orders(of item: WireItem) -> [RightsStatement] {
    (item.orders ?? []).map(newsroom.notices.parse)
  }

  // MARK: Later versions

  /// A correction by another version of a story that replaces words the draft has.
  private func correction(
    _ changes: [Passage], by entry: IndexEntry, _ later: ItemContent, _ state: ItemState, _ steps: Steps
  ) -> Correction {
    var state = state
    state.entry = entry
    state.record = WireItem(payload: entry.payload) ?? state.newest
    return Correction(
      id: entry.id, later: (state, later), changes: changes, orders: steps.orders,
      withdrawal: steps.withdrawal)
  }

  /// The words of the draft that the other version no longer has; empty if it kept them.
  private func changes(_ comparison: VersionComparison, _ match: Match) -> [Passage] {
    match.passages.flatMap { comparison.changes(in: $0, matched: .earlier, of: draft) }
  }

  /// What the versions between the matched one and the latest say about the words.
  private struct Steps {
    var orders: [RightsStatement] = []
    var withdrawal: WireItem?
  }

  /// Collects what the versions between a match and the newest one say where they changed words of the match,
  /// and what separate corrections say: an update after a correction does not cancel it.
  private func steps(
    from content: ItemContent, _ match: Match, _ state: ItemState
  ) throws(IndexFault) -> Steps {
    var steps = Steps(
      orders: orders(of: state.newest)
        + state.notes.corrections(of: state.record, before: state.newest).flatMap(orders),
      withdrawal: state.withdrawal(after: state.entry))
    var known: [Passage] = []
    let between = try archive.versions(of: match).filter {
      $0.version > state.entry.version && $0.version < state.newestEntry.version
    }
    for entry in between.suffix(Self.mostVersions).reversed() {
      guard let item = WireItem(payload: entry.payload), item.isCopy else { continue }
      let found = changes(VersionComparison(content, try archive.content(of: entry)), match)
        .filter { change in !known.contains { $0.draft.overlaps(change.draft) } }
      if !found.isEmpty { steps.orders += orders(of: item) }
      known += found
    }
    return steps
  }

  /// Words in the draft from an earlier version, although as a whole the draft is closest to the matched
  /// version: typically one corrected word in a long story.
  private func leftovers(
    of match: Match, _ state: ItemState, _ content: ItemContent
  ) throws(IndexFault) -> Correction? {
    var changes: [Passage] = []
    var earliest: String?
    var steps = Steps(orders: orders(of: state.record))
    // The version after the one being compared, which is the one that removed its words.
    var next = state.record
    let earlier = try archive.versions(of: match).filter { $0.version < state.entry.version }
    for entry in earlier.prefix(Self.mostVersions) {
      guard let item = WireItem(payload: entry.payload), item.isCopy else { continue }
      let comparison = VersionComparison(try archive.content(of: entry), content)
      guard comparison.isOfOneStory else { continue }
      let found = match.passages.flatMap { comparison.changes(in: $0, matched: .later, of: draft) }
        .filter { change in !changes.contains { $0.draft.overlaps(change.draft) } }
      if !found.isEmpty {
        earliest = item.version ?? String(entry.version)
        steps.orders +=
          orders(of: next) + state.notes.corrections(of: item, before: state.record).flatMap(orders)
        steps.withdrawal = steps.withdrawal ?? state.withdrawal(after: entry)
      }
      changes += found
      next = item
    }
    guard let earliest else { return nil }
    changes.sort { $0.draft < $1.draft }
    return Correction(
      id: state.entry.id, earlier: earliest, later: (state, content), changes: changes,
      orders: steps.orders, withdrawal: steps.withdrawal)
  }

  /// The most earlier versions that are compared.
  private static let mostVersions = 8

  // MARK: Corrections in words

  /// The quoted words of a correction that the draft has from the item.
  ///
  /// Corrections give what was wrong and what is right in quotation marks; the part that the item contains is
  /// what was wrong.
  ///
  /// - Returns: an empty list if the correction cannot be located; nil if it does not concern words of the draft.
  private func quoted(in orders: [RightsStatement], _ match: Match, _ text: [UInt8]) -> [Passage]? {
    let phrases = orders.flatMap { AdvisoryNames.quotations(in: $0.text) }
      .map { Tokenizer().words(in: Array($0.utf8)).map(\.hash) }.filter { !$0.isEmpty }
    guard !phrases.isEmpty else { return [] }
    let source = Tokenizer().words(in: text)
    var changes: [Passage] = []
    var isKnown = false
    for phrase in phrases {
      let places = Self.places(of: phrase, in: source)
      isKnown = isKnown || !places.isEmpty
      for passage in match.passages {
        guard let place = places.first(where: { passage.source.contains($0) }),
          let own = Self.places(of: phrase, in: Array(draft.words(in: passage.draft))).first
        else { continue }
        changes.append(.changed(own, place, words: phrase.count))
      }
    }
    changes.sort { $0.draft < $1.draft }
    // If the quoted words are in the item but not in the draft, the correction does not concern the draft.
    return changes.isEmpty && isKnown ? nil : changes
  }

  private static func places(of phrase: [UInt64], in words: [Word]) -> [TextRange] {
    guard phrase.count <= words.count else { return [] }
    return (0...(words.count - phrase.count)).compactMap { start in
      let end = start + phrase.count
      guard words[start..<end].map(\.hash) == phrase else { return nil }
      return TextRange(Int(words[start].start), Int(words[end - 1].end))
    }
  }
}
