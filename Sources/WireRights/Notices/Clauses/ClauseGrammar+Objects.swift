/// The parts of the material that are the objects of single acts.
extension ClauseGrammar {
  /// The parts that each act of a list is about, if the acts have objects of their own: “copy articles or sell
  /// photos”, but not “copy or sell photos”; nil where they share what the span is about.
  ///
  /// An act without an object has that of the act beside it: “print or copy articles, or sell photos”.
  ///
  /// - Parameter acts: the places of the acts among the tags, in order.
  func ownObjects(of acts: [Int]) -> [Int: [String?]]? {
    guard acts.count > 1, !tags.contains(where: { $0.target == "third-party" }) else { return nil }
    // “Texte kopieren oder Fotos verkaufen”: the objects are before the verbs.
    let isBefore = tags[..<acts[0]].contains { $0.isMaterial && isObjectPlace($0, before: tags[acts[0]]) }
    let found = acts.indices.map { isBefore ? object(before: $0, of: acts) : object(behind: $0, of: acts) }
    guard Set(found.filter { !$0.isEmpty }).count > 1 else { return nil }
    var objects: [Int: [String?]] = [:]
    for place in acts.indices {
      let before = found[...place].last { !$0.isEmpty }
      let behind = found[place...].first { !$0.isEmpty }
      objects[acts[place]] = isBefore ? before ?? behind : behind ?? before
    }
    return objects
  }

  /// Whether only marks and small words stand between an act and the one before it, so that both have one object:
  /// “copy, distribute or use any content”.
  func sharesObject(_ act: Tag) -> Bool {
    guard let before = tags.last(where: { $0.action != nil && $0.upper <= act.lower }) else { return false }
    return (before.upper..<act.lower).allSatisfy { index in
      reading.tokens[index].kind == .mark
        || tags.contains { $0.lower <= index && index < $0.upper && $0.isSmall }
    }
  }

  /// The parts named right behind an act, before the next one; empty for none.
  private func object(behind place: Int, of acts: [Int]) -> [String?] {
    let act = tags[acts[place]]
    let end = place + 1 < acts.count ? acts[place + 1] : tags.endIndex
    let zone = tags[(acts[place] + 1)..<end].prefix { !endsList($0) && $0.duties.isEmpty && $0.action == nil }
    guard let first = zone.first(where: { $0.isMaterial }), first.lower - act.upper <= Self.farthestObject
    else { return [] }
    return parts(zone.filter { $0.isMaterial && $0.lower >= first.lower })
  }

  /// The parts named right before an act, after the act before it; empty for none.
  private func object(before place: Int, of acts: [Int]) -> [String?] {
    let start = place > 0 ? acts[place - 1] + 1 : tags.startIndex
    let zone = tags[start..<acts[place]].filter(\.isMaterial)
    guard let last = zone.last, isObjectPlace(last, before: tags[acts[place]]) else { return [] }
    return parts(zone)
  }

  private func isObjectPlace(_ tag: Tag, before act: Tag) -> Bool {
    act.lower - tag.upper <= Self.farthestObject
  }

  /// The parts of a list of nouns, up to one that is in no list with those before it; a single nil is everything.
  private func parts(_ nouns: some Collection<Tag>) -> [String?] {
    var listed: [Tag] = []
    for noun in nouns {
      if let last = listed.last, !isListed(last, noun) { break }
      listed.append(noun)
    }
    return listed.allSatisfy { $0.target != nil } ? deduplicated(listed.map(\.target)) : [nil]
  }

  /// The most words between an act and its object.
  private static let farthestObject = 3
}
