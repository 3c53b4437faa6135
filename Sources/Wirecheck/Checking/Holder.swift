internal import WireMatching
internal import WireRights
internal import WireText

/// Another item that has the words that a draft shares with an item.
struct Holder {
  /// The item as the index knows it.
  let entry: IndexEntry
  /// Its agency; empty if unknown.
  let agency: String
  /// Its version as written.
  let version: String?
  /// Whether it is one of the newsroom's own stories.
  let isOwn: Bool
  /// Whether it is a version of the same story.
  let isSameStory: Bool
  /// The share of the draft's words in question that it has, in thousandths.
  let permille: Int
}

/// Finds which other items have the words that a draft shares with an item, and which had them first.
///
/// Publication times decide where they can: if the newsroom published the words before any agency, they are not
/// reported as the agency's. Cases that times cannot decide, such as a release that two agencies distributed,
/// are left to a person (`WC108`).
struct HolderSearch {
  let newsroom: Newsroom
  let archive: any ItemArchive
  let draft: Draft

  /// The most holders that are examined; for a text that everybody has, the first few say as much as all.
  private static let mostHolders = 32
  /// The share of a draft's words, in thousandths, that another item must have to count as the possible source.
  private static let wholePermille = 950

  /// The source that the decision is based on, among those that have all words of a match: the one that the
  /// document names, otherwise the one that had them first; and whether it is named.
  ///
  /// Versions of one story count as one source; the newsroom's own stories and items without an agency do not count.
  func source(of match: Match) throws(IndexFault) -> (match: Match, isNamed: Bool) {
    // Most matches have no other holder, so that the document's credits need not be read.
    guard !match.others.isEmpty, let entry = try archive.entry(of: match) else { return (match, false) }
    let own = (match: match, number: Int?.none, entry: entry)
    let all = [own] + (try wholeHolders(of: match, entry).map { ($0.match, $0.number, $0.entry) })
    let fields = draft.creditFields(newsroom.notices)
    if let named = all.first(where: { isNamed($0.entry, fields) }) {
      return (Self.match(match, replacedBy: named.number), true)
    }
    guard all.count > 1 else { return (match, false) }
    let texts = draft.creditTexts(near: match.passages.map(\.draft), newsroom.notices)
    if let named = all.first(where: { isNamed($0.entry, texts) }) {
      return (Self.match(match, replacedBy: named.number), true)
    }
    let times = all.map { $0.entry.time?.seconds ?? .max }
    let first = times.indices.min { (times[$0], $0) < (times[$1], $1) } ?? 0
    return (Self.match(match, replacedBy: all[first].number), false)
  }

  /// The other items that have all words of a match, with their indices in `match.others`.
  private func wholeHolders(
    of match: Match, _ entry: IndexEntry
  ) throws(IndexFault) -> [(number: Int, match: Match, entry: IndexEntry)] {
    var result: [(number: Int, match: Match, entry: IndexEntry)] = []
    for (number, other) in match.others.prefix(Self.mostHolders).enumerated()
    where permille(of: match, in: other) >= Self.wholePermille {
      guard let holder = try archive.entry(of: other), !isSameStory(holder, as: entry),
        case let agency = WireItem(of: holder).agency, !agency.isEmpty, !newsroom.site.isOwn(agency)
      else { continue }
      result.append((number, other, holder))
    }
    return result
  }

  /// Swaps a match with one of its `others`.
  private static func match(_ match: Match, replacedBy number: Int?) -> Match {
    guard let number else { return match }
    var result = match.others[number]
    result.others = match.others
    result.others[number] = match
    result.others[number].others = []
    return result
  }

  /// The other items with words of a match for which their agencies sent an advisory or a later version.
  ///
  /// What an agency says about an item applies to its words, whichever item is taken for their source. The item
  /// must have all of a passage, or the words must be at least half of the item: a paragraph of background is
  /// in many items.
  func warned(beside match: Match) throws(IndexFault) -> [Match] {
    guard !match.others.isEmpty, let entry = try archive.entry(of: match) else { return [] }
    var result: [Match] = []
    for other in match.others.prefix(Self.mostHolders) {
      guard let holder = try archive.entry(of: other), !isSameStory(holder, as: entry),
        let state = try ItemState(of: other, in: archive), state.hasWarnings
      else { continue }
      let words = other.passages.reduce(0) { $0 + $1.words }
      let isHalf = try words * 2 >= archive.content(of: holder).wordCount
      if isHalf || holdsPassage(other, of: match) { result.append(other) }
    }
    return result
  }

  private func holdsPassage(_ other: Match, of match: Match) -> Bool {
    match.passages.contains { passage in
      var single = match
      single.passages = [passage]
      return permille(of: single, in: other) >= Self.wholePermille
    }
  }

  private func isSameStory(_ a: IndexEntry, as b: IndexEntry) -> Bool {
    a.id == b.id || WireItem(of: a).follows?.contains(b.id) == true
      || WireItem(of: b).follows?.contains(a.id) == true
  }

  private func isNamed(_ entry: IndexEntry, _ texts: [CreditText]) -> Bool {
    guard let agency = newsroom.agencies.agency(id: WireItem(of: entry).agency) else { return false }
    let forms = (agency.credits + [agency.name]).compactMap { CreditForm($0) }
    return CreditCheck.accepted(forms, in: texts) != nil
  }

  /// The other holders of a match's words, in the order of the match.
  func holders(beside match: Match, _ state: ItemState) throws(IndexFault) -> [Holder] {
    var result: [Holder] = []
    for other in match.others.prefix(Self.mostHolders) {
      guard let entry = try archive.entry(of: other) else { continue }
      let item = WireItem(of: entry)
      let isOwn = newsroom.site.isOwn(item.agency)
      // The archived copy of the document itself says nothing about where its words come from.
      if isOwn, entry.id == draft.record.id { continue }
      result.append(
        Holder(
          entry: entry, agency: item.agency, version: item.version, isOwn: isOwn,
          isSameStory: isSameStory(entry, as: state.entry), permille: permille(of: match, in: other)))
    }
    return result
  }

  /// Whether the document, or a story in the newsroom's archive, had all words of a match before any version of
  /// any agency's item.
  ///
  /// An item that is withdrawn or under embargo never counts as the newsroom's own.
  func isOurs(_ match: Match, _ state: ItemState, _ holders: [Holder], on occasion: Occasion)
    throws(IndexFault) -> Bool
  {
    guard state.status == .usable, !state.isUnderEmbargo(at: occasion.now) else { return false }
    let archived = holders.filter { $0.isOwn && $0.permille >= Self.wholePermille }.compactMap(\.entry.time)
    let own = (archived + [occasion.cameOut(draft.document)].compactMap(\.self)).min()
    guard let own else { return false }
    for holder in [match] + match.others.prefix(Self.mostHolders) {
      let versions = try archive.versions(of: holder)
        .filter { !newsroom.site.isOwn(WireItem(of: $0).agency) }
      let isLater = versions.allSatisfy { $0.time.map { own < $0 } ?? false }
      guard isLater, !archived.isEmpty || Self.beginWithFirst(versions) else { return false }
    }
    return true
  }

  /// Whether the index has an item's first version, as far as the versions say.
  private static func beginWithFirst(_ versions: [IndexEntry]) -> Bool {
    guard
      let oldest = versions.min(by: { $0.version < $1.version }).flatMap({ WireItem(payload: $0.payload) })
    else { return true }
    return oldest.follows == nil && oldest.version.flatMap { Int($0) } ?? 1 <= 1
  }

  /// The share of a match's words in the draft that another match has as well, in thousandths.
  private func permille(of match: Match, in other: Match) -> Int {
    var (all, held) = (0, 0)
    let ranges = other.passages.map(\.draft).merged()
    for passage in match.passages {
      for word in draft.words(in: passage.draft) {
        all += 1
        let at = ranges.firstIndex(endingAfter: Int(word.start))
        if at < ranges.count, ranges[at].contains(word.range) { held += 1 }
      }
    }
    return held * 1000 / max(1, all)
  }
}

extension ItemReuse {
  /// The identifiers of the other holders, each once; earlier versions of the same item with their version.
  var alsoIn: [String] {
    var seen: Set<String> = []
    return holders.map { holder in
      guard holder.entry.id == match.source else { return holder.entry.id }
      return "\(holder.entry.id) version \(holder.version ?? String(holder.entry.version))"
    }.filter { seen.insert($0).inserted }
  }
}
