/// Cuts a sentence where one effect ends and the next begins.
struct SpanCutter {
  let sentence: Reading.Sentence
  let tokens: [Token]
  private var cuts: [Int] = []

  init(sentence: Reading.Sentence, tokens: [Token]) {
    self.sentence = sentence
    self.tokens = tokens
  }

  mutating func cut() -> [Span] {
    let tags = sentence.tags
    var open: Effect?
    var start = 0
    for index in tags.indices {
      let isRest = deniesRest(at: index, from: start)
      if open != nil && tags[index].means(.but) && isRule(from: index)
        || isAfterDash(index, since: open?.index ?? tags[start..<index].firstIndex(where: Self.isReserving))
        || (open == nil || open?.word == .only) && isDenial(index, from: start)
        || needsMore(index, from: start) || asksMore(index, behind: open) || costs(index, from: start)
        || excludes(index, from: start)
        || startsOrder(index, from: start) || reserves(index, from: start)
        || bindsMore(index, behind: open)
        || index > start && tags[index].isMediumLabel(in: tokens) && tokens[tags[index].lower].isCapitalised
        || isRest
      {
        cuts.append(index)
        start = index
        open = nil
      }
      if !isRest, deniesMore(index, behind: open, from: start) {
        cuts.append(index)
        start = index
        // What follows has an effect of its own: “may be used, not sold, and may be quoted”.
        open = Effect(index: index, word: .prohibitNext)
        continue
      }
      guard !isRest, let word = Self.effect(tags[index]) ?? closing(at: index, from: start) else { continue }
      let effect = Effect(index: index, word: word)
      let cut =
        open.map { self.cut(before: effect, after: $0, from: start) } ?? startsLine(effect, from: start)
      if let cut {
        cuts.append(cut)
        start = cut
      }
      open = effect
    }
    return spans()
  }

  /// A word of effect, by the number of its tag.
  struct Effect {
    var index: Int
    var word: Concept.EffectWord
  }

  /// The tag at which the span of an effect starts; nil if it belongs to the current effect because both govern one
  /// list.
  private func cut(before effect: Effect, after current: Effect, from start: Int) -> Int? {
    let tags = sentence.tags
    let (index, word) = (effect.index, effect.word)
    // Verbs that include their effect, in one list: “másolható vagy tárolható”.
    if word == current.word, tags[index].action != nil, tags[current.index].action != nil,
      word == .permit || word == .prohibit
    {
      return nil
    }
    if let condition = tags[current.index..<index].lastIndex(where: { $0.means(.provided) }),
      !isRuleBehindDuty(index, since: condition)
    {
      return nil
    }
    if joins(current.word, word, between: current.index, index),
      !startsOver(effect, after: current, from: start)
    {
      return nil
    }
    if word == .only, isOnlyBehindBar(index, after: current.index) { return index }
    if word == .only && current.word != .only || word == .out {
      let isListed = current.word == .no || current.word == .out
      return (isListed ? item(upTo: index, after: current.index) : nil)
        ?? unmarkedItem(upTo: effect, after: current)
    }
    if current.word == .only, word == .only, isAfterStroke(tags[index]) { return index }
    if current.word == .only, ![.prohibitNext, .prohibit, .no].contains(word) { return nil }
    let isLabelled = current.word == .only && word == .prohibit && isAfterMark(tags[index])
    if leads(index, after: current.index, from: start) || isLabelled { return index }
    return boundary(
      before: index, after: max(start, current.index), isNext: word != .prohibit && word != .permit)
  }

  /// Whether it negates what is named next, after the object of “only”: “for print use only, not online”.
  private func isDenial(_ index: Int, from start: Int) -> Bool {
    let tags = sentence.tags
    return tags[index].means(Concept.EffectWord.not) && tags[index].action == nil
      && (opensItem(tags[index]) || index > start && tags[index - 1].upper == tags[index].lower)
      && tags[start..<index].contains { $0.means(Concept.EffectWord.only) }
      && tags[(index + 1)...].first { !$0.isSmall }.map { !$0.constraints.isEmpty } ?? false
  }

  /// Whether a tag follows the only dash after an effect, or the only colon after a bar, with a rule on each side of
  /// it: “Data mining is reserved: the texts may not be used to …”.
  private func isAfterDash(_ index: Int, since effect: Int?) -> Bool {
    guard index > 0, let effect else { return false }
    let bar = sentence.tags[effect]
    let isBar = Self.isReserving(bar) || Self.effect(bar) == .prohibit
    func isDash(_ at: Int) -> Bool {
      guard at + 1 < tokens.count, tokens[at + 1].gap >= .space else { return false }
      return tokens[at].isMark("-") && tokens[at].gap >= .space || isBar && tokens[at].isMark(":")
    }
    let tags = sentence.tags
    guard (tags[index - 1].upper..<max(tags[index - 1].upper, tags[index].lower)).contains(where: isDash),
      (tags[effect].upper..<sentence.upper).count(where: isDash) == 1
    else { return false }
    return [tags[..<index], tags[index...]].allSatisfy { side in
      side.contains { $0.action != nil }
        && side.contains {
          Self.effect($0) != nil || Self.isReserving($0) || $0.means(.permission) || $0.means(.agreement)
        }
    }
  }

  static func isReserving(_ tag: Tag) -> Bool { tag.means(Concept.EffectWord.reserve) }

  /// Whether what follows a tag is a rule of its own, or uses the words of terms.
  private func isRule(from index: Int) -> Bool {
    let start = sentence.tags[index].lower
    let tags = sentence.tags[index...]
    // “The text may be reproduced, but the photographs, which belong to others, may not”
    if tags.contains(where: { $0.target != nil || Span.isParty($0) }), Span.leavesOutAct(tags) { return true }
    return tags.contains { $0.action != nil }
      || sentence.signals.count { $0.lower >= start && $0.means(Concept.DiscourseWord.terms) } > 1
  }

  /// Whether “and not” ends the object of “only”: “only for editorial purposes and not in advertising”.
  private func deniesRest(at index: Int, from start: Int) -> Bool {
    let tags = sentence.tags
    guard tags[index].means(Concept.EffectWord.not), index > start + 1,
      let next = tags[(index + 1)...].first(where: { !$0.isSmall }),
      tags[index - 1].means(.joint), tags[index - 1].upper == tags[index].lower,
      let only = tags[start..<index].first(where: { $0.means(Concept.EffectWord.only) })
    else { return false }
    return !next.constraints.isEmpty && next.lower - tags[index].upper <= 3
      && tags[start..<index].contains { $0.lower >= only.upper && !$0.constraints.isEmpty }
  }

  /// A word that ends the words it applies to: “for private use only and …”, “MAGS OUT, NO …”.
  private func closing(at index: Int, from start: Int) -> Concept.EffectWord? {
    let tags = sentence.tags
    if tags[index].means(Concept.EffectWord.out) { return .out }
    // “使用は1回限り、加工不可”
    if tags[index].means(.time(.once)), tokens[tags[index].upper - 1].isDense,
      tags[index].upper < sentence.upper,
      tokens[tags[index].upper].isMark(","), tags[start..<index].contains(where: { $0.action != nil })
    {
      return .only
    }
    guard tags[index].means(Concept.EffectWord.only) else { return nil }
    if tags[start...index].contains(where: { !$0.constraints.isEmpty }) { return .only }
    return isLabel(index, from: start) ? .only : nil
  }

  /// Whether “only” opens a line of restrictions, and applies to everything that follows: “ONLY FOR EDITORIAL USE,
  /// NO …”.
  private func isLabel(_ index: Int, from start: Int) -> Bool {
    let tags = sentence.tags
    guard let next = tags[(index + 1)...].first(where: { Self.effect($0) != nil }),
      next.means(Concept.EffectWord.no) && index == start
        || next.means(Concept.EffectWord.prohibit) && isAfterMark(next)
        || next.means(Concept.EffectWord.prohibitNext)
    else { return false }
    let bound = tags[(index + 1)...].prefix {
      $0.lower < next.lower && !$0.means(.without) && !$0.means(.unless)
    }
    return bound.contains { !$0.constraints.isEmpty }
      && !bound.contains { $0.means(.permission) || $0.means(.agreement) }
  }

  func isAfterMark(_ tag: Tag) -> Bool {
    tag.lower > sentence.lower && tokens[tag.lower - 1].isMark(in: [",", "-", "/", "."])
  }

  /// Whether a slash separates it from a line in capitals: “EDITORIAL USE ONLY/ONLY FOR …”.
  func isAfterStroke(_ tag: Tag) -> Bool {
    tag.lower > sentence.lower && tokens[tag.lower - 1].isMark("/") && tokens[tag.lower].isUpper
  }

  /// Whether an effect at `index` precedes its actions like the one before it: “permitted is copying, prohibited
  /// the sale” in languages that put it first.
  private func leads(_ index: Int, after current: Int, from start: Int) -> Bool {
    let tags = sentence.tags
    guard Self.isPredicate(tags[index]), Self.isPredicate(tags[current]) else { return false }
    let next = tags[(index + 1)...].firstIndex { Self.effect($0) != nil } ?? tags.endIndex
    return tags[(index + 1)..<next].contains { $0.action != nil }
      && tags[(current + 1)..<index].contains { $0.action != nil }
      && !tags[start..<current].contains { $0.action != nil || $0.means(Concept.EffectWord.only) }
  }

  private static func isPredicate(_ tag: Tag) -> Bool {
    (tag.means(Concept.EffectWord.prohibit) || tag.means(Concept.EffectWord.permit)) && tag.action == nil
  }

  /// The first tag of the list item that a tag ends; nil if no comma precedes it.
  private func item(upTo index: Int, after floor: Int) -> Int? {
    let tags = sentence.tags
    let from = tags[floor].upper
    guard let comma = tokens[from..<max(from, tags[index].lower)].lastIndex(where: { $0.isMark(",") }) else {
      return tags[index].lower > from && !tags[index].constraints.isEmpty && index > floor + 1 ? index : nil
    }
    return tags.indices.first { $0 > floor && tags[$0].lower > comma }
  }

  static func effect(_ tag: Tag) -> Concept.EffectWord? {
    for word in [Concept.EffectWord.prohibit, .prohibitNext, .prohibitAlso, .permit, .permitNext, .no]
    where tag.means(word) {
      return word
    }
    return nil
  }

  /// Whether two effects are one: “no part … may be”, “no reproduction is permitted”.
  private func joins(
    _ first: Concept.EffectWord, _ second: Concept.EffectWord, between lower: Int, _ upper: Int
  ) -> Bool {
    let inner = sentence.tags[(lower + 1)..<upper]
    switch (first, second) {
    // “No part of it … is prohibited” is the phrasing of some languages that put the verb last.
    case (.no, .prohibit) where sentence.tags[lower].means(Concept.DiscourseWord.matter): return true
    case (.no, .permitNext), (.no, .permit):
      return !inner.contains { $0.means(Concept.DiscourseWord.reports) }
    // “Aucun article ne peut être reproduit”: one negation in two words.
    case (.no, .prohibitNext):
      return !inner.contains { $0.action != nil || !$0.constraints.isEmpty }
    case (.no, .no):
      return false
    case (.prohibit, .prohibit), (.permit, .permit):
      // Verbs that include the prohibition: “kopyalanamaz, çoğaltılamaz”.
      return sentence.tags[lower].action != nil && sentence.tags[upper].action != nil
        && !inner.contains { $0.means(.permission) || $0.means(.agreement) || $0.means(.but) }
    // “May be used free of charge for editorial purposes”
    case (.permitNext, .permit) where sentence.tags[upper].means(.free): return true
    // “Dürfen Inhalte nicht für … verwendet werden”
    case (.permitNext, .no), (.permitNext, .permit), (.prohibitNext, .prohibit), (.prohibit, .prohibitNext),
      (.permitNext, .prohibitNext),
      (.permit, .permitNext):
      return !inner.contains { $0.action != nil }
    // “Får användas fritt för”, “dürfen frei für … verwendet werden”: one permit in two places.
    case (.permitNext, .permitNext): return isOnePermit(lower, upper)
    // “Must not be permitted to”, “under no circumstances the pictures may be sold”
    case (.prohibitNext, .permit), (.prohibitNext, .permitNext):
      // “Får inte användas fritt för”
      return sentence.tags[lower].upper == sentence.tags[upper].lower || isOnePermit(lower, upper)
        || !inner.contains { $0.action != nil || !$0.constraints.isEmpty || !$0.duties.isEmpty }
    // “Copying, as well as passing on to others, is prohibited”
    case (.prohibitAlso, .prohibit): return true
    default: return false
    }
  }

  /// The first tag that belongs to the effect at `index`: its subject, and for a predicate the actions before it.
  private func boundary(before index: Int, after floor: Int, isNext: Bool) -> Int {
    var first = index
    let floor = isNext ? floor : lastOfPredicate(at: floor, before: index)
    while first - 1 > floor {
      let tag = sentence.tags[first - 1]
      // “Limited to 20 pictures, no video”
      if sentence.tags[index].means(.no),
        tokens[tag.upper..<sentence.tags[first].lower].contains(where: { $0.isMark(",") })
      {
        break
      }
      // “未经许可，不得复制本网内容，不得抓取”: the object of what precedes.
      if isNext, first == index, tokens[tag.lower].isDense, tokens[sentence.tags[first].lower - 1].isMark(",")
      {
        break
      }
      let isSubject =
        tag.means(Concept.DiscourseWord.matter) || tag.target != nil
        || tag.means(Concept.ConditionWord.unauthorised)
        || tag.means(Concept.EffectWord.not) || tag.means(Concept.EffectWord.only)
        // “취재 이외의 용도로 사용할 수 없습니다”
        || !isNext && tag.means(Concept.ConditionWord.except) && tokens[tag.lower].isDense
      let isAction =
        !isNext && (tag.action != nil || !tag.constraints.isEmpty || tag.means(Concept.EffectWord.free))
      let isLink =
        !isNext && tag.isSmall
        && sentence.tags[..<(first - 1)].last { !$0.isSmall }.map {
          $0.action != nil || isLed(by: tag, from: $0)
        }
          ?? false
      // “The photos and videos not”
      let isJoint =
        (!isNext || index == sentence.tags.count - 1) && tag.means(.joint) && first - 2 > floor
        && sentence.tags[first].target != nil && sentence.tags[first - 2].target != nil
      guard isSubject || isAction || isLink || isJoint else { break }
      first -= 1
    }
    return first
  }

  /// Whether a particle connects a limit to what follows: “SNSへの転載不可”.
  private func isLed(by particle: Tag, from limit: Tag) -> Bool {
    !limit.constraints.isEmpty && tokens[particle.lower].isDense && particle.lower == limit.upper
  }

  private func spans() -> [Span] {
    var result: [Span] = []
    var start = 0
    for cut in cuts + [sentence.tags.count] where cut > start {
      let tags = start == 0 ? Array(sentence.tags[start..<cut]) : shut(sentence.tags[start..<cut])
      let upper = cut < sentence.tags.count ? self.start(of: cut) : sentence.upper
      result.append(Span(tags: tags, lower: self.start(of: start), upper: upper))
      start = cut
    }
    return result
  }
}
