/// Rules about things other than copies: letters, keys, phones.
extension DiscourseJudge {
  /// Whether the object of a prohibition is something other than texts: “the use of water”, “the sale of tickets”.
  func isForeign(_ span: Span, in sentence: Reading.Sentence, _ clauses: [Clause]) -> Bool {
    // “Reprint a poem”
    let isAny = span.tags.contains { act in
      act.action != nil
        && sentence.cues.contains {
          $0.lower == act.upper && $0.means(.indefinite) && isUnknownNoun($0.upper, in: sentence)
        }
    }
    if isAny, !isAboutCopy(sentence) { return true }
    // “Residents must not copy keys without the landlord's permission”
    if isSubjectForeign(span, in: sentence),
      span.tags.contains(where: { act in
        act.action != nil && isUnknownNoun(act.upper, in: sentence)
          && sentence.fillers(in: reading.list, from: act.upper, to: act.upper + 1).isEmpty
      })
    {
      return true
    }
    if isListForeign(span, clauses, in: sentence) { return true }
    // “Letters may be edited for length”
    if clauses.allSatisfy({ $0.effect == .permit && $0.condition == .none && $0.action != .index }),
      isSubjectForeign(span, in: sentence)
    {
      return true
    }
    // “Reuse of statistics is authorised, provided that the source is named”: only copies have a source.
    guard clauses.allSatisfy({ [.use, .resell, .distribute, .archive].contains($0.action) }),
      !span.has(.permission) || !isAboutCopy(sentence),
      !(span.has(.provided) && span.tags.contains { $0.duties.contains(.credit) })
    else { return false }
    if clauses.allSatisfy(\.constraints.isEmpty), isSubjectForeign(span, in: sentence) { return true }
    return span.tags.contains { act in
      guard act.action != nil else { return false }
      if isOfMeasure(after: act, in: sentence) { return true }
      guard let from = sentence.tags.first(where: { $0.lower == act.upper }) else {
        guard !span.has(.unauthorised), isUnknownNoun(act.upper, in: sentence) else { return false }
        return !reading.tokens[act.upper].isBrief || span.has(.no) && isLast(act.upper, in: sentence)
      }
      guard from.means(.from) || from.means(.article) || from.means(.infinitive) && from.means(.by) else {
        return false
      }
      let article =
        !from.means(.article)
        ? sentence.tags.first {
          $0.lower == from.upper && ($0.means(.article) || $0.means(.determiner) && !from.means(.by))
        } : nil
      // “Online use of our dispatches”
      if sentence.cues.contains(where: { $0.means(.speaker) && $0.lower == from.upper }) { return false }
      let object = article?.upper ?? from.upper
      return isUnknownNoun(object, in: sentence) || isMediumUsed(by: act, object, in: sentence)
    }
  }

  /// Whether a use is in a list with something that no list contains: “smoking, eating and commercial use are
  /// prohibited”.
  private func isListForeign(_ span: Span, _ clauses: [Clause], in sentence: Reading.Sentence) -> Bool {
    guard clauses.allSatisfy({ $0.action == .use }), span.has(.prohibit), !isAboutCopy(sentence),
      let use = span.tags.first(where: { $0.action == .use }), use.lower > sentence.lower,
      !sentence.known.contains(where: { $0.lower == sentence.lower })
    else { return false }
    return reading.list.isJoint(sentence.lower + 1)
      && !unknownNouns(in: sentence, sentence.lower + 1..<use.lower).isEmpty
  }

  /// Whether a medium itself is the object of use: “use of mobile phones”.
  private func isMediumUsed(by act: Tag, _ object: Int, in sentence: Reading.Sentence) -> Bool {
    guard act.action == .use, !isAboutCopy(sentence),
      let medium = sentence.tags.first(where: { $0.lower == object }), medium.action == nil
    else { return false }
    return medium.constraints.contains { $0.kind == .channel }
  }

  /// Whether punctuation or nothing follows.
  private func isLast(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    index + 1 >= sentence.upper || reading.tokens[index + 1].kind == .mark
  }
}
