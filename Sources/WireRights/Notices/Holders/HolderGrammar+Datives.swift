/// Names after a small word that is attached to them, and names in brackets after a general word for a holder.
extension HolderGrammar {
  /// A name after its possession, with a small word attached to it: “ملك لوكالة المنارة”, “כל הזכויות שמורות ל-Gull”.
  func dative(after tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    for case .dative(let beginning) in tag.concepts where tag.upper < sentence.upper {
      let next = tokens[tag.upper]
      let count = beginning.utf8.count
      guard next.upper - next.lower >= count,
        text[next.lower..<(next.lower + count)].elementsEqual(beginning.utf8)
      else { continue }
      if next.upper - next.lower == count, let name = scanner.name(from: tag.upper + 1) { return name }
      guard next.upper - next.lower > count + 2, var name = scanner.name(from: tag.upper) else { continue }
      name.beginning = count
      return name
    }
    return nil
  }

  /// The name of a holder in brackets after the general word for it, before its permission: “未经博主（Gull）同意”.
  func nameInBrackets(before tag: Tag) -> NameScanner.Name? {
    let close = tag.lower - 1
    guard close > 0, tokens[close].isMark(")"),
      let open = tokens[max(0, close - Self.longestBracket)..<close].lastIndex(where: { $0.isMark("(") }),
      open + 1 < close, scanner.tagEnding(at: open)?.means(.generic) ?? false,
      tokens[(open + 1)..<close].allSatisfy({ $0.kind != .mark || $0.isMark(in: ["_", "-", "."]) })
    else { return nil }
    return NameScanner.Name(lower: open + 1, upper: close)
  }

  /// The name in quotation marks before a permission in scripts without spaces: “未经《滨江晨报》书面许可”.
  func nameInQuotes(before tag: Tag) -> NameScanner.Name? {
    let close = tag.lower - 1
    guard tokens[tag.lower].isDense, close > 0, tokens[close].isMark("\""),
      let open = tokens[max(0, close - Self.longestTitle)..<close].lastIndex(where: { $0.isMark("\"") }),
      open + 1 < close, tokens[(open + 1)..<close].allSatisfy({ $0.kind == .word })
    else { return nil }
    return NameScanner.Name(lower: open + 1, upper: close)
  }

  /// The most tokens of a name in brackets, and of one in quotation marks, which has a token for each character.
  private static let (longestBracket, longestTitle) = (8, 24)
}
