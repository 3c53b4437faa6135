internal import WireMatching
internal import WireRights
internal import WireText

/// Another item that holds words which a draft has from an item.
struct Holder {
  /// The item as the index knows it.
  let entry: IndexEntry
  /// Its agency; empty where nothing says whose item it is.
  let agency: String
  /// Its version as written.
  let version: String?
  /// Whether it is a story of the newsroom itself.
  let isOwn: Bool
  /// Whether it is a version of the same story.
  let isSameStory: Bool
  /// The share of the draft's words in question that it holds, in a thousand.
  let permille: Int
}

/// Finds out who else holds words that a draft has from an item, and who had them first.
///
/// Time decides what it can: a newsroom that published the words before any agency is not told that they are the agency's.
/// What time does not decide, such as a release that two agencies sent on, is for a person (`WC108`).
struct HolderSearch {
  let newsroom: Newsroom
  let archive: any ItemArchive
  let draft: Draft

  /// Holders that are looked at, at most: of a text that everybody has the first few say as much as all.
  private static let mostHolders = 32
  /// The share of a draft's words that another item must hold to stand for the first one.
  private static let wholePermille = 950

  /// The match of the source that the document itself names, where that is another one that holds all its words; and
  /// whether it names that source.
  func named(_ match: Match) throws(IndexFault) -> (match: Match, isNamed: Bool) {
    // Most matches have no other holder, and then nobody needs to know whom the fields name.
    let fields = match.others.isEmpty ? [] : draft.creditFields(newsroom.notices)
    guard !fields.isEmpty else { return (match, false) }
    if try isNamed(match, fields) { return (match, true) }
    for (number, other) in match.others.prefix(Self.mostHolders).enumerated()
    where permille(of: match, in: other) >= Self.wholePermille {
      guard try isNamed(other, fields) else { continue }
      var result = other
      result.others = match.others
      result.others[number] = match
      result.others[number].others = []
      return (result, true)
    }
    return (match, false)
  }

  private func isNamed(_ match: Match, _ fields: [CreditText]) throws(IndexFault) -> Bool {
    guard let entry = try archive.entry(of: match), let id = WireItem(payload: entry.payload)?.agency,
      let agency = newsroom.agencies.agency(id: id)
    else { return false }
    let forms = (agency.credits + [agency.name]).compactMap { CreditForm($0) }
    return CreditCheck.accepted(forms, in: fields) != nil
  }

  /// The other holders of a match's words, in the order of the match.
  func holders(beside match: Match, _ state: ItemState) throws(IndexFault) -> [Holder] {
    var result: [Holder] = []
    for other in match.others.prefix(Self.mostHolders) {
      guard let entry = try archive.entry(of: other) else { continue }
      let item = WireItem(of: entry)
      let isOwn = newsroom.site.isOwn(item.agency)
      // The copy of the document itself says nothing of where its words come from.
      if isOwn, entry.id == draft.record.id { continue }
      let isSameStory =
        entry.id == match.source || item.follows?.contains(match.source) == true
        || state.record.follows?.contains(entry.id) == true
      result.append(
        Holder(
          entry: entry, agency: item.agency, version: item.version, isOwn: isOwn, isSameStory: isSameStory,
          permille: permille(of: match, in: other)))
    }
    return result
  }

  /// Whether the document, or a story of the newsroom's archive, had all words of a match before any version of any
  /// agency's item had.
  ///
  /// An item that was withdrawn or is under embargo is never taken for the newsroom's.
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

  /// Whether the versions of an item that an index holds begin with its first, as far as they say.
  private static func beginWithFirst(_ versions: [IndexEntry]) -> Bool {
    guard
      let oldest = versions.min(by: { $0.version < $1.version }).flatMap({ WireItem(payload: $0.payload) })
    else { return true }
    return oldest.follows == nil && oldest.version.flatMap { Int($0) } ?? 1 <= 1
  }

  /// The share of a match's words in the draft that another one has as well.
  private func permille(of match: Match, in other: Match) -> Int {
    var (all, held) = (0, 0)
    let ranges = Furniture.inOrder(other.passages.map(\.draft))
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
  /// The other holders by their identifiers, earlier versions of the same item with their version, each once.
  var alsoIn: [String] {
    var seen: Set<String> = []
    return holders.map { holder in
      guard holder.entry.id == match.source else { return holder.entry.id }
      return "\(holder.entry.id) version \(holder.version ?? String(holder.entry.version))"
    }.filter { seen.insert($0).inserted }
  }
}
