/// Whether whole sentences that were not read may limit what others permit.
extension UnreadLimits {
  /// Whether an unread sentence may limit what others permit, such as “No derivatives”.
  static func mayLimit(_ sentence: Reading.Sentence) -> Bool {
    let isRule = sentence.tags.contains { $0.action != nil || $0.target != nil || !$0.constraints.isEmpty }
    // “However, …”
    if let first = sentence.tags.first, first.means(.but), first.lower == sentence.lower { return true }
    // “See script for restrictions”, but not “For questions about restrictions please contact …”
    if !sentence.isNarrative, !sentence.tags.contains(where: { $0.means(.ask) }),
      (sentence.tags + sentence.signals).contains(where: { $0.means(.restriction) })
    {
      return true
    }
    if !sentence.isNarrative, mayEnd(sentence) || takesBack(sentence) || opensLate(sentence) { return true }
    // “Ads must not stand beside it.”
    if !sentence.isNarrative, sentence.tags.contains(where: { $0.means(.prohibitNext) }) { return true }
    return sentence.tags.contains { tag in
      tag.means(.only) || tag.means(.out) || tag.means(.provided) || tag.means(.unless) || tag.means(.except)
        || tag.means(.required) || tag.means(.otherwise) || tag.means(.agreement) || tag.means(.no)
        || tag.means(.licence(.nd)) || tag.means(.licence(.nc))
        || isRule && (tag.means(.prohibit) || tag.means(.prohibitNext) || tag.means(.permission))
    }
  }

  /// Whether it says when the permission ends, or what it waits for: “This permission ended on 1 January”, “Pending
  /// approval”.
  private static func mayEnd(_ sentence: Reading.Sentence) -> Bool {
    let tags = sentence.tags
    guard tags.contains(where: { $0.means(.permission) }) else { return false }
    return sentence.upper - sentence.lower <= Self.longestLabel
      || tags.contains { $0.month != nil || $0.isWeekday || $0.isPeriodUnit }
  }

  /// Whether it says that the permission does not hold for something in or around the text: “This does not apply to
  /// newspapers”, but not “… to photographs”.
  private static func takesBack(_ sentence: Reading.Sentence) -> Bool {
    guard sentence.signals.contains(where: { $0.means(.inapplicable) }) else { return false }
    let targets = Set(sentence.tags.compactMap(\.target))
    let isOfText = targets.isEmpty || targets.contains("text")
    return isOfText || sentence.tags.contains { !$0.constraints.isEmpty }
  }

  /// Whether it denies something until a day: “Not before Monday”.
  private static func opensLate(_ sentence: Reading.Sentence) -> Bool {
    sentence.upper - sentence.lower <= longestGate && sentence.tags.contains(where: \.denies)
      && sentence.tags.contains { $0.month != nil || $0.isWeekday }
  }

  /// The most tokens of a line that only says from when something is permitted.
  private static let longestGate = 8
  /// The most tokens of a line that names a permission and says nothing else, as “Pending approval” is.
  private static let longestLabel = 4
}
