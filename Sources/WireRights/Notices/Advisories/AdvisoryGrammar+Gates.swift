internal import WireText

/// The times before which nothing may be published.
extension AdvisoryGrammar {
  var times: TimeGrammar { TimeGrammar(reading: reading) }

  /// “For release: May 4, 10 a.m.”: an embargo without the word, by a label at the start and a time right after it.
  func due(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard let tag = sentence.tags.first(where: { $0.means(.due) }),
      startsWithTerms(sentence, upTo: tag.lower),
      let found = times.opening(in: sentence, from: tag.upper, to: sentence.upper),
      found.moment.day != nil || found.moment.hour != nil || isWhole(sentence), found.lower <= tag.upper + 2,
      !isEnd(found.lower, of: tag, in: sentence)
    else { return nil }
    return Found(
      advisory: Advisory(.embargo, evidence: evidence),
      clauses: [Clause(.prohibit, .publish, constraints: [found.moment.gate], evidence: evidence)])
  }

  /// Whether the time after a label is the end of what it permits: “For use until 30 June”, “please do not publish after
  /// 30 June”.
  private func isEnd(_ time: Int, of label: Tag, in sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { tag in
      tag.denies && tag.upper == label.lower
        || tag.means(.until) && !label.means(.until) && !label.means(.embargo) && label.upper <= tag.lower
          && tag.upper <= time
    }
  }

  /// Whether it is a line of a few words, all of them known: “For release Sunday”.
  func isWhole(_ sentence: Reading.Sentence) -> Bool {
    let form = OrderForm(reading: reading, sentence: sentence)
    return form.isShort && form.isWholly
  }

  /// “May not be published before Monday, 0001 GMT”: an embargo without the word.
  func gate(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    let tags = sentence.tags
    if let opening = opening(sentence) {
      return opensAfterPeriod(opening, sentence) ? nil : opened(sentence, at: opening, evidence)
    }
    guard let until = tags.first(where: { $0.means(.until) }) else { return nil }
    if let gate = gateLine(sentence, until) { return shut([], [[gate]], evidence) }
    let earlier = timeRightBefore(until, sentence) ?? eventRightBefore(until, sentence)
    // The act may follow the time: “mag niet voor 8 mei worden gepubliceerd”.
    let isActFirst = tags.contains { Self.isPublishing($0) && $0.upper <= until.lower }
    let reach = earlier == nil && isActFirst ? until.lower : sentence.upper
    guard
      let first = tags.first(where: {
        $0.upper <= reach
          && (Self.isPublishing($0) || $0.constraints.contains { $0.kind == .channel })
      }),
      tags.contains(where: {
        (earlier != nil || $0.lower <= max(first.lower, until.lower))
          && ($0.means(.no) || $0.means(.prohibitNext) || $0.means(.not) || $0.means(.internal))
          || $0.means(.prohibit) && !tags.contains { $0.means(.permission) || $0.means(.agreement) }
      }),
      let time = time(in: sentence, from: timeStart(of: until)) ?? earlier
        ?? (hasClock(after: until, sentence) ? Constraint.unknownGate : nil)
    else { return nil }
    // “Not for publication: ask for Jo Bell before 6 p.m.”
    guard
      first.upper > until.lower
        || !reading.tokens[first.upper..<until.lower].contains(where: { $0.isMark(":") })
    else { return nil }
    let bar = tags.last { $0.means(.prohibitNext) && $0.upper <= until.lower }
    let named = tags.filter { Self.isPublishing($0) && $0.upper <= reach }
    let barred = named.filter { act in bar.map { $0.upper <= act.lower } ?? false }
    let acts = barred.isEmpty ? named : barred
    let gates = gates(sentence)
    return shut(
      acts, gates.isEmpty ? [ClauseGrammar.merged(onlyMedia(of: sentence)) + [time]] : gates, evidence)
  }

  /// The media that a sentence with one prohibition names on either side of its time: “土曜日前のオンライン掲載不可”.
  private func onlyMedia(of sentence: Reading.Sentence) -> [Constraint] {
    let bars = sentence.tags.filter {
      $0.means(.no) || $0.means(.prohibitNext) || $0.means(.not) || $0.means(.internal) || $0.means(.prohibit)
    }
    return bars.count == 1 ? media(from: sentence.lower, to: sentence.upper, sentence) : []
  }

  /// The embargo on acts, with its times.
  func shut(_ acts: [Tag], _ gates: [[Constraint]], _ evidence: TextRange) -> Found {
    return Found(
      advisory: Advisory(.embargo, evidence: evidence),
      clauses: gates.flatMap { limits in
        shut(acts, isAlone: gates.count == 1).map { action in
          let (action, limits) = ClauseGrammar.plain(action, limits, isAlone: false)
          return Clause(.prohibit, action, constraints: limits, evidence: evidence)
        }
      })
  }

  /// The acts prohibited before a time: any use of a text, or publishing and broadcasting if each is named.
  func shut(_ acts: [Tag], isAlone: Bool) -> [Action] {
    if acts.contains(where: { $0.action == .use }) { return [.use] }
    guard isAlone, acts.contains(where: { $0.action == .broadcast }) else { return [.publish] }
    return acts.contains { $0.action != .broadcast } ? [.publish, .broadcast] : [.broadcast]
  }

  /// The word before the first instant at which something is permitted: “only after 6 p.m.”, “publication is
  /// permitted from 4 May”.
  private func opening(_ sentence: Reading.Sentence) -> Tag? {
    sentence.tags.first { tag in
      tag.means(.time(.after))
        && (tag.means(.only)
          || sentence.tags.contains {
            $0.means(.only) && ($0.upper == tag.lower || isLed($0, to: tag, sentence))
          }
          || isGranted(from: tag, sentence) || isMediumLine(sentence))
    }
  }

  /// Whether it opens after a period from the publication, a limit rather than an embargo: “no earlier than 24 hours
  /// after publication”, but not “no earlier than 10 hours on 5 May”.
  private func opensAfterPeriod(_ opening: Tag, _ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { unit in
      unit.isPeriodUnit && (1...LimitGrammar.longestPeriod).contains(unit.lower - opening.upper)
        && sentence.tags.contains { start in
          (0...2).contains(start.lower - unit.upper) && (start.isBase || start.means(.time(.after)))
        }
    }
  }

  /// Whether it is a line with nothing but a medium and a start time, such as “Online only from Saturday”.
  private func isMediumLine(_ sentence: Reading.Sentence) -> Bool {
    isWhole(sentence) && sentence.tags.contains { $0.constraints.contains { $0.kind == .channel } }
      && !sentence.tags.contains {
        $0.means(.no) || $0.means(.not) || $0.means(.prohibit) || $0.isModal || $0.means(.out)
          || $0.means(.only) && !isOfTime($0, sentence) || $0.means(.permission) || $0.means(.agreement)
      }
  }

  /// Whether “only” is adjacent to a time, and so refers to it.
  private func isOfTime(_ only: Tag, _ sentence: Reading.Sentence) -> Bool {
    guard let time = times.opening(in: sentence, from: sentence.lower, to: sentence.upper) else {
      return false
    }
    let after = sentence.tags.filter { $0.means(.time(.after)) }
    let lower = after.first { $0.upper == time.lower }?.lower ?? time.lower
    let upper = after.first { $0.lower == time.upper }?.upper ?? time.upper
    return only.upper == lower || only.lower == upper
  }

  /// Whether publication is permitted from a day on.
  private func isGranted(from opening: Tag, _ sentence: Reading.Sentence) -> Bool {
    let tags = sentence.tags
    return tags.contains { $0.means(.permit) || $0.means(.permitNext) || $0.means(.free) }
      && !tags.contains { $0.denies || $0.means(.prohibit) }
      && tags.contains { Self.isPublishing($0) && ($0.action != .use || isAboutItem(sentence)) }
      && times.moment(from: opening.upper, to: sentence.upper, tags: tags)?.moment.hasDay ?? false
  }

  /// Whether only words of effect separate two tags: “solo está permitida a partir de”.
  private func isLed(_ only: Tag, to after: Tag, _ sentence: Reading.Sentence) -> Bool {
    let between = sentence.tags.filter { $0.lower >= only.upper && $0.upper <= after.lower }
    return (1...4).contains(after.lower - only.upper) && !between.isEmpty
      && between.allSatisfy { $0.means(.permit) || $0.means(.permitNext) || $0.isSmall || $0.action != nil }
  }

  /// “May be broadcast only after 6 o'clock”: an embargo worded as what is permitted later.
  private func opened(_ sentence: Reading.Sentence, at opening: Tag, _ evidence: TextRange) -> Found? {
    let acts = sentence.tags.filter(Self.isPublishing)
    let media = media(from: sentence.lower, to: opening.upper, sentence)
    let isAbout =
      acts.contains { $0.action != .use }
      || sentence.tags.contains { $0.means(Concept.DiscourseWord.matter) || $0.target != nil }
      // “Online only from Saturday”
      || !media.isEmpty && isWhole(sentence)
    guard isAbout,
      !sentence.tags.contains(where: { $0.means(.permission) || $0.means(.agreement) }),
      let moment = firstMoment(beside: opening, sentence)
    else { return nil }
    return shut(acts, [ClauseGrammar.merged(media) + [moment.gate]], evidence)
  }

  /// The time right after a word such as “only after”, or right before it in languages that put it last.
  private func firstMoment(beside opening: Tag, _ sentence: Reading.Sentence) -> TimeGrammar.Moment? {
    if let found = times.opening(in: sentence, from: opening.upper, to: sentence.upper),
      found.moment.hasDay || found.moment.hour != nil, found.lower <= opening.upper + 3
    {
      return found.moment
    }
    guard let found = times.opening(in: sentence, from: sentence.lower, to: opening.lower),
      found.moment.hasDay || found.moment.hour != nil, opening.lower - found.upper <= 1
    else { return nil }
    return found.moment
  }

  /// The times of a sentence that names media: “not online before 6 a.m., not on television before noon of 5 May”.
  func gates(_ sentence: Reading.Sentence) -> [[Constraint]] {
    let untils = sentence.tags.filter { $0.means(.until) }
    var gates: [(media: [Constraint], moment: TimeGrammar.Moment)] = []
    var start = sentence.lower
    for (index, until) in untils.enumerated() where until.lower >= start {
      let upper = index + 1 < untils.count ? untils[index + 1].lower : sentence.upper
      guard
        let found = times.opening(in: sentence, from: timeStart(of: until), to: upper)
      else { continue }
      gates.append((media(from: start, to: until.upper, sentence), found.moment))
      start = found.upper
    }
    guard gates.contains(where: { !$0.media.isEmpty }) else { return listedGates(sentence) }
    // A day that is named once applies to the hours before it.
    for index in gates.indices where gates[index].moment.day == nil && gates[index].moment.hour != nil {
      if let day = gates[(index + 1)...].first(where: { $0.moment.day != nil })?.moment, day.hour != nil {
        gates[index].moment.takeDay(of: day)
      }
    }
    // “For print until 6 a.m. on 5 May and for the web until 5 a.m. that day”
    for index in gates.indices.dropFirst()
    where gates[index].moment.isSameDay && gates[index].moment.day == nil {
      if let day = gates[..<index].last(where: { $0.moment.day != nil })?.moment {
        gates[index].moment.takeDay(of: day)
      }
    }
    return gates.map { ClauseGrammar.merged($0.media) + [$0.moment.gate] }
  }

  /// The times of a sentence in which each time follows its media: “television: 5 May, 6 p.m.; newspapers: 6 May”.
  private func listedGates(_ sentence: Reading.Sentence) -> [[Constraint]] {
    var gates: [[Constraint]] = []
    var start = sentence.lower
    var last: TimeGrammar.Moment?
    while let found = times.opening(in: sentence, from: start, to: sentence.upper) {
      var moment = found.moment
      if moment.isSameDay, let last { moment.takeDay(of: last) }
      let media = media(from: start, to: found.lower, sentence)
      guard !media.isEmpty, moment.day != nil else { return [] }
      gates.append(ClauseGrammar.merged(media) + [moment.gate])
      start = found.upper
      last = moment
    }
    // A medium without its own time, as in “newspapers: same day”, is not free before the others.
    return media(from: start, to: sentence.upper, sentence).isEmpty ? gates : []
  }

  /// The media between two tokens, except one that belongs to the last of several acts: “published or posted online”.
  private func media(from lower: Int, to upper: Int, _ sentence: Reading.Sentence) -> [Constraint] {
    let tags = sentence.tags.filter { $0.lower >= lower && $0.upper <= upper }
    let media = tags.flatMap(\.constraints).filter { $0.kind == .channel }
    let acts = tags.filter(Self.isPublishing)
    if acts.count > 1, let last = acts.last,
      tags.allSatisfy({ tag in tag.lower >= last.lower || !tag.constraints.contains { $0.kind == .channel } })
    {
      return []
    }
    // “Not for broadcast before noon”
    let isSecond = sentence.tags.contains {
      $0.upper <= lower && $0.constraints.contains { $0.kind == .channel }
    }
    if media.isEmpty, isSecond, acts.contains(where: { $0.action == .broadcast }) {
      return [Constraint(.channel, "broadcast")]
    }
    return media
  }

  static func isPublishing(_ tag: Tag) -> Bool {
    switch tag.action {
    case .publish, .broadcast, .use, .communicate, .distribute, .display: true
    default: false
    }
  }

  /// The time before which something is prohibited: a moment, or an event in the lexicon.
  func time(in sentence: Reading.Sentence, from start: Int) -> Constraint? {
    let found = times.opening(in: sentence, from: start, to: sentence.upper)
    if let moment = found?.moment, moment.hasDay { return moment.gate }
    return sentence.tags.lazy.filter { $0.lower >= start }.compactMap(\.event).first
      .map { Constraint(.timeBefore, $0) }
  }
}
