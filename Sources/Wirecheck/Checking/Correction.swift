internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// Words in a draft that its source has taken back since: by a later version, or by a correction that names the item.
struct Correction {
  /// Who took them back: the later version, or the correction, by its identifier.
  let id: String
  /// The version whose words the draft has, as written, where that is an earlier one than the version that it matches.
  var earlier: String?
  /// The state of the item in that version; nil where the correction holds no version of it.
  let later: (state: ItemState, content: ItemContent)?
  /// The words of the draft, and those that stand in their place; in the draft's order, none where they are not known.
  let changes: [Passage]
  /// The words in which the correction says what is wrong.
  let orders: [RightsStatement]
  /// The withdrawal of the version whose words the draft has, where another version came after it.
  var withdrawal: WireItem?

  /// The words that oblige whoever uses the item to replace it; nil where the correction only tells.
  var obligation: CitedTerm? {
    for order in orders {
      if let clause = order.clauses.first(where: { $0.effect == .oblige && $0.action == .replace }) {
        return cite(order, clause.evidence)
      }
    }
    return nil
  }

  /// What the correction says, as a whole.
  var words: CitedTerm? { orders.first.map { cite($0, TextRange(0, $0.text.utf8.count)) } }

  private func cite(_ order: RightsStatement, _ range: TextRange) -> CitedTerm {
    CitedTerm(
      .notice(source: "correction \(id)", holder: order.holder?.name, range: range), words: order.words(range)
    )
  }
}

/// Finds out what of an item's words in a draft was corrected.
struct CorrectionSearch {
  let newsroom: Newsroom
  let archive: any ItemArchive
  let draft: Draft

  /// The corrections of a match's words, each source of them once.
  func corrections(
    of match: Match, _ state: ItemState, _ content: ItemContent
  ) throws(IndexFault) -> [Correction] {
    // Hashes tell which words are the item's and cannot tell what stands in their place.
    guard content.hasText, state.withdrawal == nil else { return [] }
    var result: [Correction] = []
    if state.newestEntry.version > state.entry.version {
      let later = try archive.content(of: state.newestEntry)
      let comparison = VersionComparison(content, later)
      // Running numbers without a version begin anew, and name another story the next day.
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

  /// A correction by another version of a story, which says something else in place of words that the draft has.
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

  /// The words of the draft that another version has not any more; none where it left them as they are.
  private func changes(_ comparison: VersionComparison, _ match: Match) -> [Passage] {
    match.passages.flatMap { comparison.changes(in: $0, matched: .earlier, of: draft) }
  }

  /// What was said of words on the way from the version that has them to a later one.
  private struct Steps {
    var orders: [RightsStatement] = []
    var withdrawal: WireItem?
  }

  /// What the versions between a match and the newest one say that took back words of the match, and corrections with
  /// identifiers of their own: an update after a correction takes nothing from it.
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

  /// What a draft has in the words of an earlier version, though all in all it is closest to the one that it matches:
  /// of a long story one word was corrected.
  private func leftovers(
    of match: Match, _ state: ItemState, _ content: ItemContent
  ) throws(IndexFault) -> Correction? {
    var changes: [Passage] = []
    var earliest: String?
    var steps = Steps(orders: orders(of: state.record))
    // The version after the one that is looked at, which is the one that took its words back.
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

  /// Earlier versions that are looked at.
  private static let mostVersions = 8

  // MARK: Corrections in words

  /// The words that a correction quotes and the draft has from the item.
  ///
  /// Corrections give what was wrong and what is right in quotation marks. What the item itself says is what was wrong.
  ///
  /// - Returns: none in a list where the correction cannot be placed; nil where it does not concern the draft's words.
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
    // What is quoted stands in the item, and the draft has other parts of it.
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
