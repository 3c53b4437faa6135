internal import WireText

/// The rules of sentences.
extension StatementBuilder {
  /// Adds the rules of a sentence, span by span.
  mutating func addClauses(
    _ sentence: Reading.Sentence, _ reading: Reading, hasContext: Bool, known: [TextRange]
  ) {
    addCommands(of: sentence, reading)
    let goesOn = sentence.lower > 0 && reading.tokens[sentence.lower - 1].isMark(";")
    var previous = goesOn ? result.clauses : []
    var effects: Set<Effect> = []
    // “Copying without a credit is prohibited” permits what has one.
    var read: [Span] = []
    for span in Span.spans(of: sentence, in: reading) {
      var rules = rules(of: span, after: previous, reading)
      previous = rules.clauses
      effects.formUnion(rules.clauses.map(\.effect))
      guard !rules.clauses.isEmpty else {
        // “…, but not by firms”, “…, but firms may not”
        if effects.contains(.permit),
          span.tags.contains(where: { $0.means(.but) && $0.denies }) || Span.leavesOutAct(span.tags)
        {
          result.residue.append(reading.range(span.lower, span.upper))
        }
        continue
      }
      understood.append(reading.range(span.lower, span.upper))
      let limits = UnreadLimits(
        reading: reading, span: span, clauses: rules.clauses, known: known, language: sentence.language)
      if span.effect == .prohibit { read.append(span) }
      guard hasContext || isRuling(rules.clauses, of: span, in: sentence, reading) else {
        if isNote(span, reading), let words = limits.barredWords() { result.residue.append(words) }
        continue
      }
      carryCondition(into: &rules.clauses, of: span)
      let isPermit = rules.clauses.contains { $0.effect == .permit }
      if let words = isPermit ? limits.words() : limits.barredWords() { result.residue.append(words) }
      let label =
        label(of: sentence, reading) ?? subject(of: sentence, reading)
        ?? object(of: span, in: sentence, reading)
      for var clause in rules.clauses {
        clause.target = clause.target ?? label
        if clause.effect == .prohibit {
          clause.target = clause.target ?? part(for: clause, of: sentence, reading)
        }
        append(Anaphora.elsewhere(clause, after: result.clauses))
      }
      if rules.isRestriction || isListOfRestrictions(sentence, reading) { isRestriction = true }
    }
    if effects == [.permit], let bar = unreadBar(of: sentence, besides: read, reading) {
      let words = reading.range(bar.lower, bar.upper)
      if !result.residue.contains(where: { $0.contains(words) }) { result.residue.append(words) }
    }
  }

  /// The first word of a sentence that only permits which forbids or restricts something, so that something was not
  /// understood: “The text is free, on television forbidden”, “Free to use, restrictions apply”.
  ///
  /// - Parameter read: the spans whose prohibition was read.
  private func unreadBar(of sentence: Reading.Sentence, besides read: [Span], _ reading: Reading) -> Tag? {
    var known: Set<Int> = []
    for span in read { known.formUnion(span.lower..<span.upper) }
    // The tokens next to a word such as “no” or “without”, which lifts the bar.
    var ends: Set<Int> = []
    var starts: Set<Int> = []
    for tag in sentence.tags where tag.denies || tag.means(.without) {
      ends.insert(tag.upper)
      starts.insert(tag.lower)
    }
    return sentence.tags.first { tag in
      let isLabel = tag.upper < sentence.upper && reading.tokens[tag.upper].isMark(":")
      let isBar = tag.means(.prohibit) || tag.means(.shutOut) || tag.means(.restriction)
      return isBar && !tag.means(.permit) && !isLabel && !known.contains(tag.lower)
        && !ends.contains(tag.lower) && !starts.contains(tag.upper)
    }
  }

  /// Adds what the advisory that was read orders about copies.
  private mutating func addCommands(of sentence: Reading.Sentence, _ reading: Reading) {
    let advisories = AdvisoryGrammar(reading: reading)
    switch result.advisory?.kind {
    case .kill:
      // “Photo kill: … Please remove it”: the item named before.
      let killed = result.clauses.first { $0.action == .use && $0.effect == .prohibit }
      advisories.commands(sentence, target: killed?.target).forEach { append($0) }
    case .correction, .update: advisories.commands(sentence, among: [.replace]).forEach { append($0) }
    default: break
    }
  }

  /// The rules of a span, in which words such as “then” and “otherwise” stand for what earlier ones say.
  private mutating func rules(
    of span: Span, after previous: [Clause], _ reading: Reading
  ) -> ClauseGrammar.Rules {
    let grammar = ClauseGrammar(reading: reading, span: span)
    var rules = grammar.rules()
    // The orders of a kill were read with it.
    if result.advisory?.kind == .kill { rules.clauses.removeAll { $0.effect == .oblige } }
    if rules.clauses.isEmpty { rules.clauses = grammar.ellipsis(after: previous) }
    let anaphora = Anaphora(before: result.clauses)
    if let further = anaphora.further(rules.clauses, lift: grammar.lift, in: span) {
      rules.clauses = further.clauses.map { clause in
        var clause = clause
        clause.evidence = reading.range(span.lower, span.upper)
        return clause
      }
      if let old = further.replaced, let index = result.clauses.lastIndex(of: old) {
        result.clauses.remove(at: index)
      }
    }
    let then = span.tags.first { $0.means(Concept.AdvisoryWord.then) }
    rules.clauses = rules.clauses.map { anaphora.resolved($0, then: then) }
    return rules
  }

  /// Whether rules count in a text that is not known to be a notice.
  private func isRuling(
    _ clauses: [Clause], of span: Span, in sentence: Reading.Sentence, _ reading: Reading
  ) -> Bool {
    // Rules already added are not judged again, which keeps repetitive texts cheap.
    clauses.allSatisfy { $0.effect == .prohibit && isSeen($0) } || isOfRule(sentence)
      || addressesReader(sentence)
      || DiscourseJudge(reading: reading).isStrong(span, in: sentence, clauses)
      || isLimitLine(sentence, clauses, reading)
  }

  /// Gives a prohibition that goes on from the last one, as after “nor”, the condition that lifts that one, and the
  /// time until which it lasts.
  private mutating func carryCondition(into clauses: inout [Clause], of span: Span) {
    let gate = result.clauses.last?.constraints.filter { $0.kind == .timeBefore } ?? []
    for index in clauses.indices where clauses[index].effect == .prohibit {
      if span.has(.prohibitAlso), clauses[index].condition == .none {
        clauses[index].condition = lastCondition
        if !clauses[index].constraints.contains(where: { $0.kind == .timeBefore }) {
          clauses[index].constraints += gate
        }
      } else {
        lastCondition = clauses[index].condition
      }
    }
  }

  /// Whether it is labelled as restrictions: “Restrictions: (a) no archives; (b) no sales”.
  private func isListOfRestrictions(_ sentence: Reading.Sentence, _ reading: Reading) -> Bool {
    sentence.tags.first.map {
      $0.means(.restriction) && $0.lower == sentence.lower && $0.upper < sentence.upper
        && reading.tokens[$0.upper].isMark(":")
    } ?? false
  }

  /// Whether it has the form of an order with an end of use, such as “Use until 30 June 2026”.
  private func isLimitLine(_ sentence: Reading.Sentence, _ clauses: [Clause], _ reading: Reading) -> Bool {
    clauses.contains { $0.constraints.contains { $0.kind == .timeAfter } }
      && OrderForm(reading: reading, sentence: sentence).isOrder
  }

  /// Whether it is the whole text, and starts with its prohibition: “Not for use by competitors”.
  private func isNote(_ span: Span, _ reading: Reading) -> Bool {
    reading.sentences.count == 1 && span.lower == reading.sentences[0].lower
      && span.tags.first.map {
        $0.lower == span.lower && ($0.means(.no) || $0.means(.not) || $0.means(.prohibitNext))
      }
        ?? false
  }

  /// Adds a rule that was not added yet.
  mutating func append(_ clause: Clause) {
    understood.append(clause.evidence)
    statedRules += 1
    if isGatedAlready(clause) || isWithdrawnAlready(clause) { return }
    guard insertSeen(clause) else { return }
    dropUnknownGate(before: clause)
    result.clauses.append(clause)
    guard clause.effect == .permit, clause.constraints.contains(where: { $0.kind == .timeAfter }) else {
      return
    }
    endedClauses = result.clauses.count
    seenGates.removeAll()
  }

  /// Whether a rule was already added.
  private func isSeen(_ clause: Clause) -> Bool {
    let key = Self.key(of: clause)
    return seenClauses.contains(key) || seenGates.contains(key)
  }

  /// Notes a rule; returns whether it is a new one.
  private mutating func insertSeen(_ clause: Clause) -> Bool {
    let key = Self.key(of: clause)
    return clause.constraints.contains { $0.kind == .timeBefore }
      ? seenGates.insert(key).inserted : seenClauses.insert(key).inserted
  }

  /// A rule without its position.
  private static func key(of clause: Clause) -> Clause {
    var key = clause
    key.evidence = TextRange(0, 0)
    return key
  }

  /// Whether it depends on an instant that it does not name, and a preceding clause names one.
  private func isGatedAlready(_ clause: Clause) -> Bool {
    guard clause.constraints.contains(Constraint.unknownGate) else { return false }
    return result.clauses[endedClauses...].contains { other in
      other.action == clause.action && other.effect == clause.effect
        && other.constraints.contains { $0.kind == .timeBefore }
    }
  }

  /// Removes the gate without a time that a preceding sentence stated, if a rule that bars as much has one: “EMBARGOED ·
  /// Not for publication before the festival opens”, but not “Not online before 6pm”.
  private mutating func dropUnknownGate(before clause: Clause) {
    guard !clause.constraints.isEmpty, clause.condition == .none,
      clause.constraints.allSatisfy({ $0.kind == .timeBefore && $0.value != "unknown" })
    else { return }
    let open = result.clauses[endedClauses...].filter { other in
      other.action != clause.action || other.effect != clause.effect || other.target != clause.target
        || other.constraints != [Constraint.unknownGate]
    }
    result.clauses.replaceSubrange(endedClauses..., with: open)
  }

  /// Whether the kill or hold that was read already states this about the item, to which “it” refers.
  private func isWithdrawnAlready(_ clause: Clause) -> Bool {
    let isPlain =
      clause.effect == .prohibit && clause.condition == .none && clause.constraints.isEmpty
      && (clause.target == nil
        || result.clauses.contains { $0.effect == .prohibit && $0.target == clause.target })
    let acts: Set<Action>
    switch result.advisory?.kind {
    case .kill: acts = [.use, .publish]
    case .hold: acts = [.publish, .communicate]
    default: return false
    }
    return isPlain && acts.contains(clause.action)
      && result.clauses.contains { $0.effect == .prohibit && ($0.target != nil || !$0.constraints.isEmpty) }
  }
}
