/// Named parties.
extension ClauseGrammar {
  /// A party named in capitals with words of no list: “NO ACCESS BBC”.
  func party(from lower: Int, to upper: Int) -> Constraint? {
    var (words, name) = (0, "")
    for index in lower..<max(lower, upper) {
      let token = reading.tokens[index]
      guard token.kind == .word && token.isCapitalised || isNumberOfName(index),
        !isTaken(index, inName: words > 0)
      else {
        if words == 0 { continue }
        break
      }
      // “TG9” is one word.
      name += (words == 0 || token.gap == .none ? "" : " ") + reading.list.name(index)
      words += 1
    }
    return (1...4).contains(words) ? Constraint(.recipient, name) : nil
  }

  /// Parties named as doing an act: “not for use by the Daily Tide or Harbour Press”.
  var doers: [Constraint] {
    guard let act = tags.first(where: { act in act.action != nil && tags.contains { isBy($0, act) } }),
      let by = tags.first(where: { isBy($0, act) })
    else { return [] }
    return parties(from: by.upper)
  }

  /// All parties named one after the other from a token on: “NO ACCESS CTV, GLOBAL NEWS OR TVA”.
  func parties(from lower: Int) -> [Constraint] {
    var parties: [Constraint] = []
    var at = lower
    while let start = nameStart(at), let party = party(from: start, to: nameEnd(start)) {
      at = nameEnd(start)
      // “Reuters third-party distributors”: the distributors are barred, not their owner.
      let isOwner = tags.contains { tag in
        tag.lower == at && tag.constraints.contains { $0.kind == .recipient }
      }
      if !isOwner { parties.append(party) }
    }
    return Self.merged(parties)
  }

  /// Whether it introduces who does an act, right after it.
  private func isBy(_ tag: Tag, _ act: Tag) -> Bool {
    tag.lower == act.upper && tag.means(.by) && tag.means(.from) && !tag.means(.link)
  }

  /// The start of a name, after an article or a conjunction.
  private func nameStart(_ index: Int) -> Int? {
    var at = index
    while at < span.upper {
      if reading.tokens[at].isMark(",") {
        at += 1
      } else if let small = tags.first(where: { $0.lower == at }) {
        guard small.means(.joint) || small.means(.article) else { return nil }
        at = small.upper
      } else {
        return reading.tokens[at].kind == .word && reading.tokens[at].isCapitalised ? at : nil
      }
    }
    return nil
  }

  private func nameEnd(_ start: Int) -> Int {
    (start..<span.upper).first { index in
      !reading.tokens[index].isCapitalised && !isNumberOfName(index)
        || isTaken(index, inName: index > start)
    } ?? span.upper
  }

  /// Whether there is a word of the lists that is not a word for works within a name in capitals: “GLOBAL NEWS”.
  private func isTaken(_ index: Int, inName: Bool) -> Bool {
    tags.contains { tag in
      let isOfName =
        inName && reading.tokens[index].isUpper
        && (tag.isMaterial || tag.means(Concept.HolderWord.matter))
      return tag.lower <= index && index < tag.upper && !isOfName
    }
  }

  /// Whether a number is part of a name: “CHANNEL 7”.
  private func isNumberOfName(_ index: Int) -> Bool {
    guard index > span.lower, reading.tokens[index].kind == .number else { return false }
    let before = reading.tokens[index - 1]
    guard before.kind == .word, reading.tokens[index].gap <= .space,
      !tags.contains(where: { $0.upper == index })
    else { return false }
    guard index + 1 < span.upper, reading.tokens[index + 1].kind != .mark else { return before.isUpper }
    let next = tags.first { $0.lower == index + 1 }
    // “CHANNEL 6 GLENMORE”
    return before.isUpper && next?.means(.out) ?? false
      || before.isCapitalised && reading.tokens[index + 1].isCapitalised && next == nil
  }

  /// The only parties that may use it: “for use by the Daily Tide only”, “Daily Tide use only”.
  var soleUsers: [Constraint] {
    guard span.has(.only), let act = tags.first(where: { $0.action == .use }) else { return [] }
    let named = doers
    guard named.isEmpty else { return named.map { Constraint($0.kind, $0.value, .neq) } }
    let words = reading.tokens[span.lower..<max(span.lower, act.lower)]
    guard words.count > 1, isLine, words.allSatisfy({ $0.kind == .word && $0.isTitle }),
      tags.contains(where: { $0.means(.only) && $0.lower == act.upper }),
      let party = party(from: span.lower, to: act.lower)
    else { return [] }
    return [Constraint(party.kind, party.value, .neq)]
  }
}
