/// Capitalised words before the sign of a copyright line, where anything may stand.
struct TitleWords {
  /// The tags in a range of tokens.
  let tags: [Tag]
  let range: Range<Int>

  init(_ range: Range<Int>, of list: TokenList, _ tagAt: [Int: Tag]) {
    // “Will Bell, © 2024”
    let end = range.reversed().first { list.tokens[$0].kind != .mark } ?? range.lowerBound
    self.range = range.lowerBound..<end + 1
    // “G. I. Bell”
    tags = self.range.compactMap { index in
      let isInitial =
        index < end && list.isInitial(index) && list.tokens[index + 1].isMark(".")
      return isInitial ? nil : tagAt[index]
    }
  }

  /// Whether they may be a name: none is a word of rules, of prose or “by”, and they are no limit or date: not “Credit Gull
  /// Wire © 2024”, “Story by Jo Bell © 2024”, “For Use in Print © 2024”.
  var mayBeName: Bool {
    // “In Print or Online” is one phrase.
    guard
      tags.allSatisfy({
        (Self.mayBeOfName($0) || isFirstName($0)) && ($0.constraints.isEmpty || $0.upper == $0.lower + 1)
      })
    else { return false }
    if let first = tags.first, first.lower == range.lowerBound, first.isPreposition,
      tags.contains(where: { $0.action != nil || !$0.constraints.isEmpty })
    {
      return false
    }
    return tags.isEmpty || !tags.allSatisfy(\.isTimeOnly)
      || tags.reduce(0) { $0 + $1.upper - $1.lower } < range.count
  }

  /// Whether it is a modal verb that is also a first name, before a word that is nothing else: “Will Bell”.
  private func isFirstName(_ tag: Tag) -> Bool {
    tag.means(.infinitive) && tag.lower == range.lowerBound && range.count == 2 && tags.count == 1
  }

  private static func mayBeOfName(_ tag: Tag) -> Bool {
    // “Del”, “sur”
    if tag.means(.link) { return true }
    return tag.concepts.allSatisfy {
      switch $0 {
      case .holder(let word): word != .by
      case .time(let word): word != .once && word != .upTo
      // “Ministry”, “Spokesman”
      case .discourse(let word): word != .narrative && !word.isCue
      case .action, .target, .territory, .constraint, .genitive, .dative: true
      default: false
      }
    }
  }
}
