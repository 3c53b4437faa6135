/// Conditions that lift a prohibition, and duties that imply one.
extension ClauseGrammar {
  /// The condition that would lift the span's prohibition.
  var lift: Condition {
    if span.has(.permission) { return span.has(.written) ? .withoutWrittenPermission : .withoutPermission }
    // “Outside the terms of your contract is an infringement and will be charged”
    if span.has(.beyond), span.has(.prohibit), !span.has(.without), !span.has(.unless), !span.has(.required) {
      return .beyondScope
    }
    if hasAgreement, !isUnauthorised { return .withoutAgreement }
    if span.has(.unauthorised) { return span.has(.written) ? .withoutWrittenPermission : .withoutPermission }
    if span.has(.unlicensed) { return .withoutAgreement }
    if span.has(.beyond) || hasUnreadException { return .beyondScope }
    return .none
  }

  /// Whether only acts without permission are prohibited, whatever follows: “any unauthorised copying is an
  /// infringement, and a fee is due”.
  private var isUnauthorised: Bool {
    guard let word = tags.first(where: { $0.means(.unauthorised) }),
      let agreement = tags.first(where: { $0.means(.agreement) })
    else { return false }
    return word.lower < agreement.lower && span.has(.prohibit) && !span.has(.unless) && !span.has(.without)
  }

  /// Whether there is an exception without a limit that was read, so that its scope is unknown: “except for style
  /// changes”.
  private var hasUnreadException: Bool {
    guard let except = tags.first(where: { $0.means(.except) && $0.constraints.isEmpty }),
      tags.contains(where: { $0.means(.prohibitNext) || $0.means(.prohibit) }),
      except.upper < span.upper, reading.tokens[except.upper].kind == .word,
      !tags.contains(where: { !$0.constraints.isEmpty && (0...1).contains(except.lower - $0.upper) })
    else { return false }
    let end =
      tags.first { $0.lower >= except.upper && ($0.isModal || $0.means(.prohibit)) }?.lower ?? span.upper
    return !tags.contains {
      $0.lower >= except.upper && $0.lower < end
        && (!$0.constraints.isEmpty || $0.target != nil || !$0.duties.isEmpty || $0.means(.permission)
          || $0.means(.agreement) || $0.action == .excerpt || $0.means(Concept.DiscourseWord.matter))
    }
  }

  /// Whether an agreement would lift the prohibition, rather than impose it: “this licence does not allow sales”.
  private var hasAgreement: Bool {
    guard let effect = tags.first(where: { $0.means(.prohibitNext) }) else { return namesAgreement }
    return tags.contains { tag in
      tag.means(.agreement)
        && (tag.lower >= effect.upper
          || tags.contains {
            $0.upper <= tag.lower && ($0.means(.without) || $0.means(.unless) || $0.means(.beyond))
          })
    }
  }

  /// Whether it names an agreement other than as the label of its terms: “Licence: print, UK only”.
  var namesAgreement: Bool {
    tags.contains { $0.means(.agreement) && !isLabel($0) }
  }

  /// The prohibitions; those of machine acts after a comma have no condition if an uninflected adjective qualifies
  /// only the acts before: “무단 전재 및 재배포, AI 학습 금지”.
  func withMachinesBarred(_ clauses: [Clause]) -> [Clause] {
    guard let adjective = span.first(.unauthorised), !reading.tokens[adjective.lower].hasCase,
      !span.has(.permission), !hasAgreement,
      let comma = (adjective.upper..<span.upper).first(where: { reading.tokens[$0].isMark(",") })
    else { return clauses }
    let barred = Set(tags.filter { $0.lower > comma }.flatMap(\.actions).filter { Self.isMachine($0) })
    return clauses.map { clause in
      guard barred.contains(clause.action) else { return clause }
      var clause = clause
      clause.condition = .none
      return clause
    }
  }

  static func isManner(_ duty: Duty.Kind) -> Bool {
    [.unaltered, .accurateContext, .keepLogo, .noAds, .noCharge].contains(duty)
  }

  /// Whether use without the duty is what is prohibited: “no use without credit”.
  var isDutyLacking: Bool {
    tags.contains { tag in
      !tag.duties.isEmpty
        && (tag.means(.without)
          || tags.contains { $0.means(.without) && (0...2).contains(tag.lower - $0.upper) })
    }
  }

  /// Whether the prohibited use is free if the duty is met: “may not be reused unless it is credited”, “… if you do
  /// not credit us”.
  var isDutyExcepted: Bool {
    guard quoted == nil, let duty = tags.last(where: { !$0.duties.isEmpty }) else { return false }
    return tags.contains { bar in
      let between = tags.filter { $0.lower >= bar.upper && $0.upper <= duty.lower }
      guard bar.upper <= duty.lower, tags.contains(where: { $0.action != nil && $0.upper <= bar.lower }),
        !between.contains(where: { $0.action != nil || $0.target != nil })
      else { return false }
      let isDenied = between.contains { $0.means(.prohibitNext) || $0.means(Concept.EffectWord.not) }
      return bar.means(.unless) && !isDenied || bar.means(.provided) && isDenied
    }
  }

  var hasDuty: Bool { tags.contains { !$0.duties.isEmpty && !reading.isRequested($0, among: tags) } }

  /// The acts with which a list continues after a duty: “must not sell ads against this story or alter its headline”.
  func itemsListed(behind duty: Tag) -> [Item] {
    tags.flatMap { act in
      let isListed =
        act.lower >= duty.upper && act.duties.isEmpty
        && isJoinedOn(act)
      return isListed ? act.actions.map { Item(action: $0) } : []
    }
  }

  /// Whether it says how an act may not be done, rather than being a further item of the list of prohibited acts:
  /// “may not sell our stories, or place advertising on them”.
  func isMannerOfAct(_ tag: Tag) -> Bool {
    guard tag.duties.contains(where: Self.isManner) else { return false }
    let before = tags.last {
      $0.upper <= tag.lower && !$0.isSmall && ($0.action != nil || !$0.duties.isEmpty)
    }
    // “Covering, removing or hiding our watermark”: the mark is the object of all of them.
    if let before, before.action != nil, tag.duties == [.keepLogo],
      (before.upper..<tag.lower).allSatisfy({ index in
        reading.tokens[index].kind == .mark || tags.contains { $0.lower == index && $0.isSmall }
      })
    {
      return true
    }
    return !(isJoinedOn(tag) && tag.lower > span.lower && before?.action != nil)
  }

  /// Whether a comma or a small word such as “or” immediately precedes it.
  func isJoinedOn(_ tag: Tag) -> Bool {
    reading.list.isJoint(tag.lower - 1) || tags.contains { $0.means(.joint) && $0.upper == tag.lower }
  }
}
