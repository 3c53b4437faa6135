internal import WireText

/// Embargoes named by a word for them.
extension AdvisoryGrammar {
  /// The embargo of a sentence with its times, which may be in the following sentences.
  func embargo(
    _ sentence: Reading.Sentence, _ following: ArraySlice<Reading.Sentence>, _ evidence: TextRange
  ) -> Found? {
    guard isOrder(.embargo, sentence), let start = sentence.tags.first(where: { $0.means(.embargo) })?.upper
    else { return nil }
    var value = time(in: sentence, from: start) ?? time(in: sentence, from: sentence.lower)
    if value == nil, let next = following.first { value = time(in: next, from: next.lower) }
    var gates = gates(sentence)
    if gates.isEmpty {
      gates = lines(following)
    } else {
      // “Embargo: online 6 p.m. Friday; print Saturday”
      gates += lines(following, isList: true)
    }
    let gate =
      value ?? Constraint(.timeBefore, month(in: sentence) ?? event(in: sentence, from: start) ?? "unknown")
    let constraints = gates.isEmpty ? [[gate]] : gates
    let actions = embargoed(sentence, isAlone: constraints.count == 1)
    return Found(
      advisory: Advisory(.embargo, evidence: evidence),
      clauses: constraints.flatMap { limits in
        actions.map { Clause(.prohibit, $0, constraints: limits, evidence: evidence) }
      })
  }

  /// What a sentence permits after its embargo: “Embargoed until 6 p.m., may be used in print from then”.
  ///
  /// What may be done before that time is a communication to the recipient and no permission to publish.
  func permission(behind embargo: Found, in sentence: Reading.Sentence) -> Reading.Sentence? {
    guard embargo.advisory?.kind == .embargo,
      let until = sentence.tags.first(where: { $0.means(.until) }),
      let permit = sentence.tags.first(where: {
        $0.lower >= until.upper && ($0.means(.permit) || $0.means(.permitNext) || $0.means(.free))
          && !$0.isAdvisory
      })
    else { return nil }
    let tags = sentence.tags.filter { $0.lower >= permit.lower }
    guard tags.contains(where: { $0.action != nil }),
      !tags.contains(where: {
        $0.means(.then) || $0.means(.until) || $0.means(.not) || $0.means(.no) || $0.means(.prohibit)
          || $0.means(.prohibitNext)
      })
    else { return nil }
    return Reading.Sentence(
      lower: permit.lower, upper: sentence.upper, tags: tags,
      signals: sentence.signals.filter { $0.lower >= permit.lower },
      cues: sentence.cues.filter { $0.lower >= permit.lower }, language: sentence.language)
  }

  /// The acts that an embargo prohibits: publication, and any other act that its sentence bars: “not to be
  /// published or broadcast before”.
  private func embargoed(_ sentence: Reading.Sentence, isAlone: Bool) -> [Action] {
    if let sent = sentence.tags.first(where: { $0.action == .communicate })?.action { return [sent] }
    guard
      let bar = sentence.tags.first(where: {
        $0.denies || $0.means(.prohibit)
      })
    else { return isOnAir(sentence) ? [.publish, .broadcast] : [.publish] }
    // Verbs that include the prohibition, and languages that put the prohibition last.
    let acts = sentence.tags.filter { Self.isPublishing($0) && $0.action != .use }
    return acts.contains { $0.lower <= bar.upper + 2 } ? shut(acts, isAlone: isAlone) : [.publish]
  }

  /// Whether a word that includes the bar of one act is joined to broadcasting: “前不得刊登或播出”.
  private func isOnAir(_ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { act in
      act.action == .broadcast && reading.tokens[act.lower].isDense
        && sentence.tags.contains { $0.means(.embargo) && (0...2).contains(act.lower - $0.upper) }
    }
  }

  /// The times of lines that each start with a medium: “Online: 9 p.m., 4 May. Newspapers: 6 a.m., 5 May.”
  ///
  /// - Parameter isList: whether they continue a list after semicolons, in which a medium needs no colon.
  private func lines(_ following: ArraySlice<Reading.Sentence>, isList: Bool = false) -> [[Constraint]] {
    var gates: [[Constraint]] = []
    for line in following {
      let isItem = isList && reading.tokens[line.lower - 1].isMark(";")
      guard let label = line.tags.first, label.lower == line.lower,
        isItem && label.constraints.contains(where: { $0.kind == .channel })
          || !isList && label.isMediumLabel(in: reading.tokens),
        let found = times.opening(in: line, from: label.upper, to: line.upper), found.moment.day != nil
      else { break }
      gates.append(label.constraints.filter { $0.kind == .channel } + [found.moment.gate])
    }
    return gates
  }

  /// The event that ends an embargo, as written: “until the end of the match”.
  func event(in sentence: Reading.Sentence, from start: Int) -> String? {
    guard
      let until = sentence.tags.last(where: { $0.means(.until) && $0.upper >= start && $0.upper <= start + 8 }
      )
    else { return nil }
    // Scripts without spaces put the event first.
    if until.upper < sentence.upper, reading.tokens[until.upper].isDense { return nil }
    // “Before the embargo expires” names no event.
    if sentence.tags.contains(where: { $0.means(.embargo) && $0.lower >= until.upper }) { return nil }
    return times.event(from: until.upper, to: sentence.upper, tags: sentence.tags)
  }

  /// The month, with or without its year, that alone ends an embargo: “until July”, “until May 2026”.
  private func month(in sentence: Reading.Sentence) -> String? {
    guard let until = sentence.tags.last(where: { $0.means(.until) }),
      let tag = sentence.tags.first(where: { $0.lower == until.upper }), let month = tag.month
    else { return nil }
    var end = tag.upper
    var year: Int?
    if end < sentence.upper, let value = Year.value(reading.tokens[end], reading.list) {
      year = value
      end += 1
    }
    guard reading.tokens[end..<sentence.upper].allSatisfy({ $0.kind == .mark }) else { return nil }
    return (year.map { $0.digits(4) } ?? "XXXX") + "-" + month.digits(2)
  }
}
