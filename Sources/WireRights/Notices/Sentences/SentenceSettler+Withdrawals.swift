/// Orders not to use an item, which withdraw it unless they say when or without what.
extension SentenceSettler {
  /// Leaves of “do not use the story” only the prohibition if a condition, a time or a limit is beside it: “… before
  /// Monday”, “… without permission”, “… in Norway”.
  func settleOrders(of sentence: inout Reading.Sentence) {
    settleLateDenial(of: &sentence)
    for index in sentence.tags.indices {
      let order = sentence.tags[index]
      guard order.means(.kill), order.action != nil, order.means(.prohibitNext) else { continue }
      let isLimited = sentence.tags.contains { tag in
        isEnd(tag, of: order, in: sentence)
          || isCondition(tag) && isJust(tag.upper, before: order.lower, in: sentence)
          || (isCondition(tag) || !tag.constraints.isEmpty)
            && isJust(order.upper, before: tag.lower, in: sentence)
      }
      guard isLimited else { continue }
      sentence.tags[index].concepts.removeAll { $0 == .advisory(.kill) }
      // The order names the item itself, unless what it is about stands behind it: “do not use the photo”.
      let isNamed = sentence.tags.contains {
        $0.isMaterial && isJust(order.upper, before: $0.lower, in: sentence)
      }
      if !order.isMaterial, !isNamed { sentence.tags[index].concepts.append(.discourse(.matter)) }
    }
  }

  /// Removes words of stories from the title of what is withdrawn: “Gull Wire withdraws the story ‘Mayor says no’”.
  func dropWordsOfTitle(from sentence: inout Reading.Sentence) {
    guard let kill = sentence.tags.first(where: { $0.means(.kill) }),
      let open = (kill.upper..<max(kill.upper, sentence.upper)).first(where: { tokens[$0].isMark("\"") }),
      let close = (open + 1..<sentence.upper).first(where: { tokens[$0].isMark("\"") })
    else { return }
    sentence.tags.removeAll { $0.isDiscourse && open < $0.lower && $0.upper <= close }
  }

  /// Reads the negation at the end of an order that starts with its verb as the withdrawal that “do not use” is: “Bitte
  /// verwenden Sie die um 11.20 Uhr gesendete Meldung nicht”.
  private func settleLateDenial(of sentence: inout Reading.Sentence) {
    let tags = sentence.tags
    guard let last = tags.indices.last, tags[last].means(Concept.EffectWord.not), tags[last].action == nil,
      let act = tags.first(where: { $0.action != nil }), Self.usings.contains(where: act.actions.contains),
      opensOrder(act, in: sentence),
      tokens[tags[last].upper..<sentence.upper].count(where: { $0.kind == .word }) <= 1,
      tags.contains(where: \.isMaterial),
      !tags.dropLast().contains(where: { $0.denies || $0.means(.only) || $0.means(.permitNext) })
    else { return }
    let isLimited = tags.contains { isCondition($0) || !$0.constraints.isEmpty }
    sentence.tags[last].concepts =
      isLimited ? [.effect(.prohibit)] : [.advisory(.kill), .effect(.prohibitNext), .action(.use)]
  }

  private static let usings: Set<Action> = [.use, .publish]

  /// Whether only words of request stand before an act in its sentence.
  private func opensOrder(_ act: Tag, in sentence: Reading.Sentence) -> Bool {
    list.isCovered(sentence.lower..<act.lower, by: sentence.tags.filter { $0.means(.request) || $0.isSmall })
  }

  /// Whether a word ends an order, at any distance: “… the item slugged DAM, filed at noon, until we call”.
  private func isEnd(_ tag: Tag, of order: Tag, in sentence: Reading.Sentence) -> Bool {
    let between =
      tag.lower >= order.upper ? order.upper..<tag.lower : min(tag.upper, order.lower)..<order.lower
    return (tag.means(.until) && !tag.isSmall || tag.means(.meanwhile) || tag.means(.hold))
      && !tokens[between].contains { $0.isMark(";") || $0.isMark(":") }
  }

  private func isCondition(_ tag: Tag) -> Bool {
    tag.isCondition || tag.means(.until)
  }

  /// Whether nothing but the item, a short word or a comma is between two places.
  private func isJust(_ upper: Int, before lower: Int, in sentence: Reading.Sentence) -> Bool {
    guard upper <= lower else { return false }
    let open = (upper..<lower).filter { index in
      !tokens[index].isMark(",")
        && !sentence.tags.contains {
          $0.lower <= index && index < $0.upper && ($0.isMaterial || $0.means(.article))
        }
    }
    return open.isEmpty || open.count == 1 && tokens[open[0]].kind == .word && tokens[open[0]].isShort
  }
}
