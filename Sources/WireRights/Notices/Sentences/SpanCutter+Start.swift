/// The start of a span.
extension SpanCutter {
  /// The first token of the span that starts with a tag.
  func start(of index: Int) -> Int {
    guard index > 0 else { return sentence.lower }
    let tag = sentence.tags[index]
    let floor = sentence.tags[index - 1].upper
    // A name that no lexicon contains precedes “OUT”: “INTERNET OUT, KEXM OUT”.
    if tag.means(Concept.EffectWord.out) { return floor }
    // Or a name with some words that one contains: “TV OUT, NY POST OUT”.
    let next = sentence.tags[index...].first { $0.means(Concept.EffectWord.out) }
    guard let next, sentence.tags[index - 1].means(Concept.EffectWord.out),
      (floor..<next.lower).allSatisfy({ tokens[$0].kind == .mark || tokens[$0].isCapitalised })
    else { return tag.lower }
    return floor
  }

  /// Whether another purpose, and what it requires, starts after a comma or what “only” closes: “free for personal use,
  /// commercial use requires a licence”, “EDITORIAL USE ONLY COMMERCIAL USE SUBJECT TO CLEARANCE”.
  func needsMore(_ index: Int, from start: Int) -> Bool {
    let tags = sentence.tags
    // The lead of a list stands for nothing in the text: what follows it may be at its start.
    guard index > start, tags[index].hasPurpose, tags[index].lower > sentence.lower,
      tokens[tags[index].lower - 1].isMark(",")
        || tags[index - 1].means(Concept.EffectWord.only) && tags[index - 1].upper == tags[index].lower
    else { return false }
    let before = tags[start..<index]
    guard before.contains(where: \.hasPurpose), !before.contains(where: \.isCondition),
      before.contains(where: {
        $0.means(.free) || $0.means(.permit) || $0.means(.permitNext) || $0.means(Concept.EffectWord.only)
      })
    else { return false }
    let after = tags[index...]
    return after.contains { $0.means(.required) || $0.means(.ask) }
      && after.contains { $0.means(.permission) || $0.means(.agreement) }
  }

  /// Whether another subject, and the permission that it requires, starts after a comma behind a rule: “may not be sold,
  /// and translations need our written consent”.
  func asksMore(_ index: Int, behind rule: Effect?) -> Bool {
    let tags = sentence.tags
    guard let rule, rule.index + 1 < index, !tags[index].isSmall else { return false }
    let start = tags[index - 1].means(.joint) ? tags[index - 1].lower : tags[index].lower
    guard start > sentence.lower, tokens[start - 1].isMark(","),
      tags[..<index].contains(where: { $0.action != nil }),
      let need = tags[index...].firstIndex(where: { $0.means(.required) || $0.means(.ask) }), need > index
    else { return false }
    let subject = tags[index..<need]
    return subject.contains { $0.action != nil || $0.isMaterial }
      && subject.allSatisfy { Self.effect($0) == nil && !$0.isCondition && !$0.means(.provided) }
      && !tokens[tags[index].lower..<tags[need].lower].contains { $0.isMark(",") }
      && tags[need...].contains { $0.means(.permission) || $0.means(.agreement) }
  }

  /// Whether a prohibition after a comma follows the duty that a permission depends on: “may be quoted provided that the
  /// source is named, and any commercial use is prohibited”, “欢迎转载，但须注明出处，不得用于商业用途”.
  func isRuleBehindDuty(_ index: Int, since condition: Int) -> Bool {
    let tags = sentence.tags
    guard let duty = tags[condition..<index].last(where: { !$0.duties.isEmpty }),
      tags[index...].allSatisfy({ $0.duties.isEmpty })
    else { return false }
    if tokens[tags[index].lower].isDense {
      return tags[index].means(.prohibitNext) && isAfterMark(tags[index])
        && tags[index...].contains { $0.action != nil }
    }
    guard tags[index].means(.prohibitNext) || tags[index].means(.prohibit),
      let comma = (duty.upper..<max(duty.upper, tags[index].lower)).last(where: { tokens[$0].isMark(",") })
    else { return false }
    let rule = tags[condition...].filter { $0.lower > comma }
    return rule.contains { $0.action != nil } && !rule.contains { $0.means(.otherwise) }
  }

  /// Whether a second predicate follows one whose act precedes it: “resale is prohibited, and the photos may not be
  /// archived”.
  func startsOver(_ effect: Effect, after current: Effect, from start: Int) -> Bool {
    let tags = sentence.tags
    guard tags[effect.index].isModal, current.word == .prohibit || current.word == .permit,
      tags[current.index].action == nil,
      tags[start..<current.index].contains(where: { $0.action != nil }),
      tags[effect.index].action != nil || tags[(effect.index + 1)...].contains(where: { $0.action != nil })
    else { return false }
    let end = tags[current.index].upper
    return tags[current.index..<effect.index].contains { $0.means(.joint) }
      || (end..<max(end, tags[effect.index].lower)).contains { tokens[$0].isMark(",") }
  }

  /// Whether what a permission does not cover starts after a comma or a conjunction: “may be republished online, not in
  /// print”, “you may share it, not sell it”, “may be used once and not archived”.
  func deniesMore(_ index: Int, behind permission: Effect?, from start: Int) -> Bool {
    let tags = sentence.tags
    guard let permission, permission.word == .permit || permission.word == .permitNext,
      tags[index].means(Concept.EffectWord.not), tags[index].action == nil, tags[index].constraints.isEmpty,
      isAfterComma(index) || isJoinedTo(index),
      tags[start..<index].contains(where: { $0.action != nil || $0.means(.time(.once)) }),
      !tags[start..<index].contains(where: { $0.isCondition || $0.isProviso }),
      let next = tags[(index + 1)...].first(where: { !$0.isSmall && !$0.means(.but) && !$0.means(.except) })
    else { return false }
    return Self.effect(next) == nil && (next.action != nil || !next.constraints.isEmpty)
  }

  /// Whether what alone is permitted of an act starts after a conjunction behind a bar with its act: “may not be archived
  /// and only be used once”.
  func bindsMore(_ index: Int, behind bar: Effect?) -> Bool {
    let tags = sentence.tags
    guard let bar, bar.word == .prohibitNext || bar.word == .permitNext,
      tags[index].means(Concept.EffectWord.only), tags[index].constraints.isEmpty,
      isAfterComma(index) || isJoinedTo(index),
      tags[bar.index..<index].contains(where: { $0.denies }),
      tags[bar.index..<index].contains(where: { $0.action != nil }),
      let act = tags[index...].firstIndex(where: { $0.action != nil })
    else { return false }
    return tags[index...act].contains { !$0.constraints.isEmpty || $0.means(.time(.once)) }
      && !tags[index..<act].contains { Self.effect($0) != nil || $0.isCondition }
  }

  /// The last tag that certainly belongs to a modal word behind which another predicate follows after a comma or a
  /// conjunction: “may not be sold, and archiving is prohibited”.
  func lastOfPredicate(at modal: Int, before predicate: Int) -> Int {
    let tags = sentence.tags
    guard tags[modal].isModal, tags[modal].action == nil,
      let own = tags[(modal + 1)..<predicate].firstIndex(where: { $0.action != nil }),
      tags[(modal + 1)..<own].reduce(tags[own].lower - tags[modal].upper, { $0 - ($1.upper - $1.lower) }) <= 1
    else { return modal }
    let rest = own + 1..<predicate
    let isAnd = { (index: Int) in tags[index].means(.joint) && isAfterComma(index) }
    if let last = rest.last(where: isAnd) { return last - 1 }
    let between = tags[own].upper..<max(tags[own].upper, tags[predicate].lower)
    let comma = between.last { tokens[$0].isMark(",") }
    if tags[modal].means(.permitNext) {
      // “The texts may be used, the photos not”, but not a list of acts that the last word denies.
      let subject = comma.map { comma in rest.filter { tags[$0].lower > comma } } ?? []
      let isOther =
        subject.contains { tags[$0].target != nil } && subject.allSatisfy { tags[$0].action == nil }
      return isOther ? (subject.first ?? own + 1) - 1 : modal
    }
    let isParted = comma != nil || rest.contains { tags[$0].means(.joint) }
    return isParted ? own : modal
  }

  private func isAfterComma(_ index: Int) -> Bool {
    let lower = sentence.tags[index].lower
    return lower > sentence.lower && tokens[lower - 1].isMark(",")
  }

  /// Whether “and” or “but” stands right before a tag, or belongs to it.
  private func isJoinedTo(_ index: Int) -> Bool {
    if sentence.tags[index].means(.joint) { return true }
    guard index > 0 else { return false }
    let before = sentence.tags[index - 1]
    return before.upper == sentence.tags[index].lower && (before.means(.joint) || before.means(.but))
  }

  /// Whether “only” after a comma follows a prohibition with its act, in scripts whose clauses have no conjunctions:
  /// “谢绝转载，仅供个人阅读”.
  func isOnlyBehindBar(_ index: Int, after bar: Int) -> Bool {
    let tags = sentence.tags
    return tags[bar].means(.prohibitNext) && tokens[tags[index].lower].isDense && isAfterMark(tags[index])
      && tags[bar..<index].contains { $0.action != nil }
      && tags[index...].contains { !$0.constraints.isEmpty }
  }

  /// Whether a prohibition after a comma follows a duty that nothing makes its condition: “credit the source, do not
  /// sell it”, “转载请注明出处，禁止商用”.
  func isAfterDuty(_ index: Int, from start: Int) -> Bool {
    let tags = sentence.tags[start..<index]
    return sentence.tags[index].means(.prohibitNext) && isAfterMark(sentence.tags[index])
      && tags.contains { !$0.duties.isEmpty }
      && !tags.contains { tag in
        tag.isCondition || tag.means(.provided) || tag.means(.except) || tag.means(.exemption)
          || tag.means(Concept.EffectWord.only) || tag.means(Concept.EffectWord.not)
      }
  }

  /// The tag itself, if the first effect of a span starts a line of its own: “Maximum 40 images, no video”, “Print
  /// only / UK only”.
  func startsLine(_ effect: Effect, from start: Int) -> Int? {
    let tags = sentence.tags[start..<effect.index]
    let tag = sentence.tags[effect.index]
    if let rule = ruleAfterCount(effect, from: start) { return rule }
    // “Solo uso editorial Noruega OUT”
    if effect.word == .out, let only = tags.firstIndex(where: { $0.means(Concept.EffectWord.only) }) {
      return unmarkedItem(upTo: effect, after: Effect(index: only, word: .only))
    }
    let isAfterLimit =
      effect.word == .no && isAfterMark(tag) && tags.contains { $0.means(.time(.upTo)) }
    let isSecond =
      effect.word == .only && isAfterStroke(tag) && tags.contains { $0.means(Concept.EffectWord.only) }
    return isAfterLimit || isSecond || isAfterDuty(effect.index, from: start) ? effect.index : nil
  }

  /// Whether what follows a comma costs a fee after what is free: “free for newspapers, fee payable by magazines”.
  func costs(_ index: Int, from start: Int) -> Bool {
    let tags = sentence.tags
    guard index > start, isAfterMark(tags[index]), tags[start..<index].contains(where: { $0.means(.free) })
    else {
      return false
    }
    let upper = tokens[tags[index].lower..<sentence.upper].firstIndex { $0.isMark(",") } ?? sentence.upper
    let item = tags[index...].prefix { $0.lower < upper }
    return item.contains { $0.means(.agreement) } && item.contains { !$0.constraints.isEmpty }
      && !item.contains { $0.means(.free) || $0.means(.without) || $0.means(.no) || $0.means(.not) }
  }

  /// Whether acts that are reserved follow the predicate of others: “copying is prohibited, and translation is reserved”.
  func reserves(_ index: Int, from start: Int) -> Bool {
    let tags = sentence.tags
    guard index > start, tags[index].action != nil,
      let before = tags[start..<index].last(where: { !$0.isSmall && $0.target == nil }),
      before.means(.prohibit) || before.means(.permit)
    else { return false }
    // One phrase may be both: “data mining is reserved”.
    let next = tags[index...].first {
      Self.isReserving($0) || $0.action == nil && !$0.isSmall && !$0.means(.right)
    }
    return next.map { Self.isReserving($0) || $0.means(.formula) } ?? false
  }

  /// The first tag of a prohibition that a comma parts from how often something may be used: “one-time use only, no
  /// archiving”, “usage unique, archivage interdit”.
  private func ruleAfterCount(_ effect: Effect, from start: Int) -> Int? {
    guard [.no, .prohibitNext, .prohibit].contains(effect.word),
      let once = sentence.tags[start..<effect.index].last(where: { $0.means(.time(.once)) }),
      let comma = (once.upper..<max(once.upper, sentence.tags[effect.index].lower))
        .first(where: { tokens[$0].isMark(",") })
    else { return nil }
    let first = sentence.tags[start...effect.index].firstIndex { $0.lower > comma }
    return first.flatMap { $0 > start ? $0 : nil }
  }
}
