/// The limits of a span, and to which of its actions each applies.
extension ClauseGrammar {
  /// The limits that are part of a phrase for an action.
  func own(_ tag: Tag, isAlone: Bool) -> [Constraint] {
    guard !isAlone else { return tag.constraints }
    let limits = tags.filter { !$0.constraints.isEmpty }
    let modifiers = limits.filter {
      modifies($0, tag) || tag.action == .use && (follows($0, tag) || precedes($0, tag))
        || isInside($0, after: tag) || isReceiver($0, of: tag) || isAdjective($0, of: tag)
        || isLed($0, to: tag) || isDestination($0, of: tag) || isOfOneUse($0, tag) || isOfLastBar($0, tag)
        || isPurposeBesideMachine($0, of: tag)
    }
    return tag.constraints + modifiers.flatMap(constraints(of:)) + training(after: tag)
  }

  /// Whether a purpose immediately follows “used”, so that it limits no other action: “edited or used for sales”.
  func isOwnPurpose(_ tag: Tag, _ items: [Item]) -> Bool {
    items.count > 1
      && (isPurposeBesideMachine(tag)
        || tags.contains { act in
          // “For reprint and rebroadcast, for non-commercial use”: not an act of the list.
          guard act.action != .use || items.contains(where: { $0.action == .use }) else { return false }
          return act.action == .use && (follows(tag, act) || precedes(tag, act))
            || modifies(tag, act) && !isObject(act) || isAdjective(tag, of: act)
        })
  }

  /// Whether a purpose immediately follows an action, the position of adjectives in many languages: “explotación
  /// comercial”.
  func isAdjective(_ purpose: Tag, of action: Tag) -> Bool {
    guard action.action != nil, action.upper == purpose.lower, purpose.action == nil else { return false }
    // Without spaces a word has several characters: “转载或用于商业用途”.
    let isWord =
      purpose.upper - purpose.lower == 1 || action.action == .use && reading.tokens[purpose.lower].isDense
    // “No comercial”, but not “в некоммерческих целях”, which limits the whole list.
    let isNegated = purpose.upper - purpose.lower == 2 && !isFor(purpose.lower)
    return purpose.constraints.contains {
      $0.kind == .purpose && (isWord || $0.value == "noncommercial" && isNegated)
    }
  }

  /// Whether a purpose immediately precedes an action, or a medium a noun: “commercially exploited”, “commercieel
  /// te gebruiken”, “copying or digital reproduction”.
  func modifies(_ limit: Tag, _ action: Tag) -> Bool {
    guard limit.action == nil, action.action != nil, limit.upper <= action.lower, !limit.constraints.isEmpty
    else { return false }
    let start = tags.first { $0.lower == limit.upper && $0.means(.infinitive) }?.upper ?? limit.upper
    return start == action.lower && (limit.hasPurpose || isMediumInList(limit))
  }

  /// Whether a particle between a medium and an act connects the two: “書籍などへの掲載、放送”.
  private func isLed(_ limit: Tag, to action: Tag) -> Bool {
    guard limit.action == nil, action.action != nil,
      limit.constraints.contains(where: { $0.kind == .channel }),
      let particle = tags.first(where: { $0.upper == action.lower && $0.means(.from) })
    else { return false }
    return reading.tokens[particle.lower].isDense && (0...8).contains(particle.lower - limit.upper)
  }

  /// Whether a medium is alone after the comma or small word of a list of acts.
  private func isMediumInList(_ limit: Tag) -> Bool {
    guard limit.constraints.contains(where: { $0.kind == .channel }), !tags.contains(where: \.isModal),
      let before = tags.last(where: { $0.upper <= limit.lower && !$0.isSmall }), before.action != nil
    else { return false }
    return limit.lower - before.upper <= 1 && isParted(before.upper, limit.lower)
  }

  /// Whether a medium or recipient is between two actions of a list, so that it limits only the first: “copied,
  /// posted to newsgroups or transmitted”.
  func isInside(_ limit: Tag, after action: Tag? = nil) -> Bool {
    guard limit.action == nil,
      limit.constraints.contains(where: { $0.kind == .channel || $0.kind == .recipient }),
      let last = tags.last(where: { $0.action != nil && $0.upper <= limit.lower }),
      limit.lower - last.upper <= 3,
      let next = tags.first(where: {
        $0.lower >= limit.upper && ($0.action != nil && !$0.isBase || endsList($0))
      }),
      next.action != nil, !endsList(next)
    else { return false }
    // “Gekürzt oder in sozialen Netzwerken geteilt”: the verb that it limits follows.
    let isLeading = limit.upper == next.lower && isParted(last.upper, limit.lower)
    return action.map { $0.lower == (isLeading ? next : last).lower } ?? true
  }

  /// Whether a limit belongs to the exception before a prohibition: “apart from fair dealing for research”.
  func isExempt(_ limit: Tag) -> Bool {
    guard let exemption = span.first(.exemption), limit.lower >= exemption.lower else { return false }
    let effect = tags.first {
      $0.lower >= exemption.upper && ($0.means(.no) || $0.means(.prohibitNext) || $0.means(.permitNext))
    }
    return effect.map { limit.upper <= $0.lower } ?? true
  }

  /// The purpose of an action, if it is training: “copied for training models”.
  func training(after tag: Tag) -> [Constraint] {
    switch tag.action {
    case .use, .trainAI, .tdm, .aiInput, nil: return []
    default: break
    }
    // “Scraping, and use of content for training”: only the use has that purpose.
    let isOther = tags.contains { use in
      guard use.action == .use, use.lower >= tag.upper else { return false }
      let isJoined =
        use.lower - tag.upper <= 4
        && tags.contains { $0.means(.joint) && $0.lower >= tag.upper && $0.upper <= use.lower }
        && !tags.contains(where: \.isModal)
      return isJoined
        || tags.contains {
          $0.lower == use.upper && ($0.means(.from) || $0.means(Concept.DiscourseWord.matter))
            || $0.upper == use.lower && $0.means(.article)
        }
    }
    if isOther { return [] }
    // Only the first word for training: its object may follow, “scraping and training of models”.
    let next = tags.first { $0.action == .trainAI && $0.lower >= tag.upper }
    guard let next,
      !tags.contains(where: { $0.action == .use && $0.lower >= tag.upper && $0.upper <= next.lower })
    else { return [] }
    if isAgent(next) { return [] }
    let isFor =
      self.isFor(next.lower) || next.lower - tag.upper == 1 && !isParted(tag.upper, next.lower)
    return isFor ? [Constraint(.purpose, "ai-training")] : []
  }

  /// Whether “not” immediately precedes a limit: “free for publication (not web)”.
  private func isDenied(_ limit: Tag) -> Bool {
    tags.contains { $0.means(.not) && (0...1).contains(limit.lower - $0.upper) }
  }

  func follows(_ purpose: Tag, _ use: Tag) -> Bool {
    guard purpose.constraints.contains(where: { $0.kind == .purpose }), purpose.lower >= use.upper else {
      return false
    }
    // “May be copied, printed or used for private purposes”: nothing is permitted beyond what ends the list.
    if span.effect == .permit, !tags.contains(where: { $0.action != nil && $0.lower >= purpose.upper }) {
      return false
    }
    if purpose.lower > use.upper {
      // “Use the content in advertising”: the object may be between.
      let matter = tags.filter {
        $0.lower >= use.upper && $0.upper <= purpose.lower
          && ($0.means(Concept.DiscourseWord.matter) || $0.target != nil)
      }
      // “Copy, distribute or use any content for sales”: what all acts have as their object is limited for all.
      if !matter.isEmpty, sharesObject(use) { return false }
      let covered = matter.reduce(0) { $0 + $1.upper - $1.lower }
      return purpose.lower - use.upper - covered <= 2 && isFor(purpose.lower)
    }
    // “Or used to sell anything”
    if purpose.upper - purpose.lower > 1, tags.contains(where: { $0.upper == use.lower && $0.means(.joint) })
    {
      return true
    }
    // “L'utilizzo a scopo commerciale o la diffusione”: the next act of the list has no purpose.
    return tags.contains { $0.lower == purpose.upper && $0.means(.joint) }
      && tags.contains { $0.action != nil && $0.lower > purpose.upper && $0.lower - purpose.upper <= 3 }
  }

  /// Whether a purpose precedes “used” in a list of verbs at the end of a clause: “niet bewerkt of voor reclame
  /// gebruikt”.
  func precedes(_ purpose: Tag, _ use: Tag) -> Bool {
    guard purpose.action == nil, purpose.constraints.contains(where: { $0.kind == .purpose }),
      (0...3).contains(use.lower - purpose.upper), isFor(purpose.lower),
      let before = tags.last(where: { $0.action != nil && $0.upper <= purpose.lower })
    else { return false }
    return isParted(before.upper, purpose.lower)
      && !tags.contains { $0.action != nil && $0.lower >= purpose.upper && $0.upper <= use.lower }
  }

  /// The limits that apply to all actions of the span.
  func sharedConstraints(items: [Item], isList: Bool = false) -> [Constraint] {
    let beyond = min(span.first(.beyond)?.lower ?? span.upper, quoted?.lower ?? span.upper)
    let limits = tags.filter { tag in
      guard !tag.constraints.isEmpty, tag.lower < beyond, !isExempt(tag) else { return false }
      if tag.action != nil || isOwnPurpose(tag, items) || isInside(tag) { return false }
      if isDoer(tag) || isGiver(tag) || isExampleOfRule(tag) { return false }
      if items.count > 1, tags.contains(where: { isLed(tag, to: $0) }) { return false }
      if items.count > 1, tags.contains(where: { isReceiver(tag, of: $0) || isDestination(tag, of: $0) }) {
        return false
      }
      if isOfOneUse(tag) || isOfLastBar(tag) || isOwner(tag) || isOfRemoval(tag) || isNamedSite(tag)
        || isInvited(tag)
      {
        return false
      }
      if isList, !isLabel(tag),
        Self.isPurposeOrChannel(tag)
      {
        return false
      }
      return true
    }
    return Self.merged(limits.flatMap(constraints(of:)))
  }

  /// The constraints of a limit, or of all but it if words beside it except it.
  private func constraints(of limit: Tag) -> [Constraint] {
    constraints([limit], isExcepted(limit) || span.has(.free) && isDenied(limit) ? .neq : .eq)
  }

  /// What lies beyond the limits of “only”: all but Norway for “only in Norway”, Norway for “only outside Norway”.
  ///
  /// Only of places: “only partners may use it for other than personal use” bars others from such use.
  func beyond(_ limits: [Tag]) -> [Constraint] {
    Self.merged(limits.flatMap { constraints([$0], $0.hasPlace && isExcepted($0) ? .eq : .neq) })
  }

  private func isExcepted(_ limit: Tag) -> Bool {
    tags.contains { excepts($0, limit) } || isLeftOut(limit)
  }

  /// Whether words before a limit except it from a prohibition: “except in Norway”, “unless by subscribers”.
  private func excepts(_ except: Tag, _ limit: Tag) -> Bool {
    guard except.upper <= limit.lower, limit.lower - except.upper <= Self.farthestException else {
      return false
    }
    if except.means(Concept.ConditionWord.except) { return true }
    let isRecipient = limit.constraints.contains { $0.kind == .recipient }
    return except.means(.unless)
      && (except.means(.only) && isRecipient || !span.has(.permission) && !span.has(.agreement))
  }

  /// The most tokens between words that except something and what they except.
  private static let farthestException = 6

  /// Whether it is only an example of what the rule covers: “publication in whole or in part, including online, is
  /// prohibited”, “free to adapt, including commercially”.
  func isExampleOfRule(_ limit: Tag) -> Bool {
    (span.effect != nil || span.has(.free))
      && tags.contains { including in
        including.means(.including) && including.upper <= limit.lower
          && tags.allSatisfy { tag in
            tag.lower < including.upper || tag.upper > limit.lower || !tag.constraints.isEmpty || tag.isSmall
          } && reading.tokens[including.upper..<limit.lower].allSatisfy { $0.kind == .word || $0.isMark(",") }
          && tags.contains { ($0.action != nil || $0.isMaterial) && $0.upper <= including.lower }
      }
  }

  /// Whether it is a medium as the label of a line: “Broadcast: …”.
  func isLabel(_ limit: Tag) -> Bool {
    limit.lower == tags.first?.lower && limit.action == nil && limit.upper < reading.tokens.count
      && reading.tokens[limit.upper].isMark(":")
  }

  /// Whether the exception precedes the word for it, as in “私的使用以外の利用”, also as part of a list of places: “Türkiye
  /// ve Kıbrıs dışında”.
  private func isLeftOut(_ limit: Tag) -> Bool {
    let last = lastPlace(ofList: limit)
    return tags.contains { except in
      // One phrase may name both: “報道以外の目的”.
      if except.means(.except), except.lower == limit.lower, except.upper == limit.upper { return true }
      return except.means(.except) && (0...1).contains(except.lower - last.upper)
        && !reading.tokens[last.upper..<except.lower].contains { $0.isMark(",") }
        && !tags.contains { !$0.constraints.isEmpty && (0...3).contains($0.lower - except.upper) }
    }
  }

  /// The last place of the list in which a place stands; the limit itself if it is none.
  private func lastPlace(ofList limit: Tag) -> Tag {
    guard limit.hasPlace, let start = tags.firstIndex(where: { $0.lower == limit.lower }) else {
      return limit
    }
    var last = limit
    for tag in tags[(start + 1)...] where !tag.isSmall {
      guard tag.hasPlace, tag.lower - last.upper <= 2, isParted(last.upper, tag.lower) else { break }
      last = tag
    }
    return last
  }

  static func isPlace(_ constraint: Constraint) -> Bool {
    constraint.kind == .territory || constraint.kind == .channel
  }

  func constraints(_ tags: [Tag], _ comparison: Constraint.Comparison) -> [Constraint] {
    Self.merged(tags.flatMap(\.constraints).map { Constraint($0.kind, $0.value, comparison) })
  }

  /// One constraint for each kind and comparison, with the set of its values; personal use is non-commercial anyway.
  static func merged(_ constraints: [Constraint]) -> [Constraint] {
    var result: [Constraint] = []
    for constraint in constraints {
      if let index = result.firstIndex(where: {
        $0.kind == constraint.kind && $0.comparison == constraint.comparison
      }) {
        if !result[index].members.contains(constraint.value) { result[index].value += "|" + constraint.value }
      } else {
        result.append(constraint)
      }
    }
    for index in result.indices where result[index].kind == .purpose {
      let members = result[index].members
      if members.contains("personal") {
        result[index].value = members.filter { $0 != "noncommercial" }.joined(separator: "|")
      }
    }
    return result
  }
}
