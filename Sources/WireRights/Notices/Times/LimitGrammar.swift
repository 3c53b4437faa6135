/// Reads numeric limits: “within 14 days”, “after 1 June 2025”, “single use”, “up to 75 words”.
struct LimitGrammar {
  let reading: Reading
  let span: Span

  /// The limits of a span: constraints on use, and the amount that may be taken.
  struct Limits {
    /// The instant after which a use is too late, or the amount of it that is too much.
    var constraints: [Constraint] = []
    /// The most that may be taken, in words, characters or sentences.
    var extent: String?
  }

  fileprivate enum Unit { case days(Int), months, hours, minutes, seconds, items, extent(String) }

  /// The limits of the span.
  func limits() -> Limits {
    var limits = Limits()
    if let start = startAfterPeriod() { add(start, to: &limits) }
    for tag in span.tags {
      for case .time(let word) in tag.concepts {
        switch word {
        case .once: add(Constraint(.count, "1", .gt), to: &limits)
        case .systematic: add(Constraint(.count, Constraint.systematic), to: &limits)
        case .lasting, .initial:
          guard amount(after: tag)?.lower == tag.upper, var found = limit(after: tag, .within),
            word == .lasting || span.effect != nil || span.has(.only)
          else { continue }
          if isWaiting(word) { found.kind = .timeBefore }
          add(found, to: &limits)
        case .within, .upTo, .moreThan, .after:
          // “For the first 90 days after publication”, “not until 24 hours after publication”
          if word == .after, amount(after: tag) == nil, amount(before: tag) != nil,
            span.has(.initial) || isCounted(from: tag)
          {
            continue
          }
          guard word != .after || !opensPeriod(tag), var found = limit(after: tag, word) else { continue }
          if word == .within, isWaiting(word), found.isPeriod { found.kind = .timeBefore }
          if word == .after, span.has(.only), case .hours? = amount(before: tag)?.unit {
            found.isUncertain = true
          }
          // What is permitted after an instant is not permitted before it.
          if word == .after, isOpening(isDelay: isDelay(tag), found) {
            found = limit(after: tag, .within) ?? found
            found.kind = .timeBefore
          }
          add(found, to: &limits)
        default: break
        }
      }
      // “May be used for 24 hours only”, but not “after 24 hours only”
      if tag.means(.only), amount(before: tag) != nil,
        !limits.constraints.contains(where: { $0.kind == .timeBefore && $0.isPeriod }),
        let found = limit(after: tag, .within)
      {
        add(found, to: &limits)
      }
      // “May be used only 14 days after transmission”; of hours nobody can tell whether until then or from then on.
      if tag.means(.only), let amount = amount(after: tag), amount.lower - tag.upper <= 1,
        span.tags.contains(where: \.isBase), var found = limit(after: tag, .within)
      {
        if case .hours = amount.unit { found.isUncertain = true }
        add(found, to: &limits)
      }
      if tag.means(.only), let found = keepingLimit(tag) { add(found, to: &limits) }
      if isStart(tag), var found = limit(after: tag, .within) ?? weekday(after: tag), !found.isPeriod {
        found.kind = .timeBefore
        add(found, to: &limits)
      }
      if let end = end(from: tag) { add(end, to: &limits) }
      if tag.means(.until), var found = limit(after: tag, .within) {
        // What is prohibited until an instant, or “before” it, is permitted after it; what is permitted until then
        // is not permitted after it.
        let isBarred =
          span.effect == .prohibit || span.effect == nil && (span.isDenied || span.has(.without))
        if isBarred, found.kind == .timeAfter, !found.isPeriod || isDelayed {
          found.kind = .timeBefore
        }
        if found.isPeriod || !isOpen { add(found, to: &limits) }
      }
    }
    for order in orders() { add(order, to: &limits) }
    limits.extent = extent()
    return limits
  }

  /// Whether a period is what something waits for: “24 hours after publication”, “after 24 hours”, but not “used only 14
  /// days after transmission”, “deleted after 30 days”.
  private func isDelay(_ tag: Tag) -> Bool {
    let isLimited = span.tags.contains {
      $0.means(.time(.upTo)) || $0.means(.time(.lasting)) || $0.means(.time(.within))
        || $0.means(.time(.initial)) || $0.means(.until) || [.delete, .remove, .stopUse].contains($0.action)
    }
    guard !isLimited else { return false }
    if let amount = amount(after: tag) { return amount.lower == tag.upper }
    let next = span.tags.first { $0.lower >= tag.upper && !$0.isSmall }
    return amount(before: tag) != nil && !span.has(.only)
      && (tag.isBase || next.map { $0.isBase || $0.action == .publish && $0.lower <= tag.upper + 1 } ?? false)
  }

  /// The period that use has to wait for: “no earlier than 24 hours after publication”, “only 24 hours after” in
  /// languages that have one word for that.
  private func startAfterPeriod() -> Constraint? {
    for start in span.tags where start.means(Concept.EffectWord.only) && start.means(.time(.after)) {
      let counted = span.tags.first { $0.lower > start.upper && amount(before: $0) != nil }
      let isLed =
        amount(after: start).map { $0.lower <= start.upper + 1 } ?? false || amount(before: start) != nil
      guard let word = isLed ? start : counted, var limit = limit(after: word, .within), limit.isPeriod else {
        continue
      }
      limit.kind = .timeBefore
      return limit
    }
    return nil
  }

  /// How long alone something may be kept: “may be kept seven days only”, “darf nur sieben Tage aufbewahrt werden”.
  private func keepingLimit(_ only: Tag) -> Constraint? {
    guard span.effect != .prohibit,
      let kept = span.tags.first(where: { $0.action.map(ClauseGrammar.isKeeping) ?? false }),
      let word = [only, kept].first(where: { word in
        amount(after: word).map { $0.lower - word.upper <= 1 } ?? false
      }),
      let limit = limit(after: word, .within), limit.isPeriod
    else { return nil }
    return limit
  }

  /// Adds a limit, the first of its kind; a period that something waits for is not one for which it is open.
  private func add(_ constraint: Constraint, to limits: inout Limits) {
    let isKnown = limits.constraints.contains {
      $0.kind == constraint.kind || $0.kind == .timeBefore && $0.isPeriod && $0.value == constraint.value
    }
    if !isKnown { limits.constraints.append(constraint) }
  }

  /// A period or a date that follows a word such as “within” or “after”.
  func limit(after tag: Tag, _ word: Concept.TimeWord) -> Constraint? {
    if let date = date(before: tag), word == .after || moment(after: tag) == nil {
      return date
    }
    // “2027年3月以降”: not three months.
    if amount(after: tag) == nil, let month = dated(before: tag, word) { return month }
    if let amount = amount(after: tag) ?? amount(before: tag) {
      let (number, unit) = (amount.number, amount.unit)
      switch unit {
      case .extent: return nil
      case .items: return Constraint(.count, String(number), .gt)
      case .minutes, .seconds:
        let seconds = amount.seconds.map { "\($0)S" } ?? ""
        return Constraint(.count, "PT\(number)\(unit.letter)\(seconds)", .gt)
      case .days, .months, .hours:
        let start = isOfAgreement(tag) ? Constraint.endOfAgreement : base
        return Constraint(.timeAfter, start + "+" + unit.period(number))
      }
    }
    guard word != .upTo, word != .moreThan else { return nil }
    guard let moment = moment(after: tag) else { return month(beside: tag, word) ?? event(after: tag) }
    var limit = moment.gate
    limit.kind = .timeAfter
    return limit
  }

  /// The day or time that follows a word such as “after”.
  private func moment(after tag: Tag) -> TimeGrammar.Moment? {
    guard let found = TimeGrammar(reading: reading).moment(from: tag.upper, to: span.upper, tags: span.tags),
      found.lower <= tag.upper + 3,
      found.moment.text != nil || found.moment.isOnWeekday && span.effect != .permit
    else { return nil }
    return found.moment
  }

  /// The date right before a word such as “after”, in languages that put it last: “2027年2月28日以降の使用は不可”.
  private func date(before tag: Tag) -> Constraint? {
    guard amount(after: tag) == nil,
      let found = TimeGrammar(reading: reading).moment(from: span.lower, to: tag.lower, tags: span.tags),
      isBeside(found.upper, tag), found.moment.month != nil, found.moment.day != nil,
      found.moment.text != nil
    else { return nil }
    var limit = found.moment.gate
    limit.kind = .timeAfter
    return limit
  }

  /// A number with its unit.
  private struct Amount {
    var number: Int
    var unit: Unit
    /// The seconds in addition to minutes: “2:30 minutes”, “2 minutes 30 seconds”.
    var seconds: Int?
    /// The first token.
    var lower: Int
  }

  private func amount(after tag: Tag) -> Amount? {
    guard let (number, at) = number(from: tag.upper, to: min(span.upper, tag.upper + 8)) else { return nil }
    if at + 1 < span.upper, reading.tokens[at].isMark(":"), reading.tokens[at].gap == .none,
      let seconds = Int(reading.list.word(at + 1)),
      case .minutes? = unit(from: at + 2, to: min(span.upper, at + 4))
    {
      return Amount(number: number, unit: .minutes, seconds: seconds, lower: at - 1)
    }
    guard let unit = unit(from: at, to: min(span.upper, at + 4)) else { return nil }
    var amount = Amount(number: number, unit: unit, lower: at - 1)
    if case .minutes = unit,
      let minutes = span.tags.first(where: { $0.lower >= at && $0.means(.time(.minute)) }),
      let (seconds, end) = self.number(from: minutes.upper, to: min(span.upper, minutes.upper + 2)),
      span.tags.contains(where: { $0.lower == end && $0.means(.time(.second)) })
    {
      amount.seconds = seconds
    }
    return amount
  }

  /// A number and its unit right before a word, in languages that put it last: “14日以内”.
  private func amount(before tag: Tag) -> Amount? {
    guard let last = span.tags.last(where: { $0.upper == tag.lower }), let unit = Unit(last),
      let (number, at) = number(from: max(span.lower, last.lower - 2), to: last.lower),
      at == last.lower || at + 1 == last.lower && reading.tokens[at].isMark("-")
    else { return nil }
    return Amount(number: number, unit: unit, lower: at - 1)
  }

  /// The start of a period: as given in the text, else the receipt for keeping and the transmission for everything
  /// else.
  private var base: String {
    for tag in span.tags {
      for case .time(.base(let base)) in tag.concepts where !base.hasPrefix("event:") { return base }
    }
    let isKept = span.tags.contains { $0.action == .archive || $0.action == .cache || $0.action == .delete }
    return isKept ? "receipt" : "transmission"
  }

  /// “Seventy-five words”, “the first two sentences”, “500 characters”.
  private func extent() -> String? {
    for tag in span.tags {
      guard case .extent(let name)? = Unit(tag) else { continue }
      let from = max(span.lower, tag.lower - 4)
      if let (number, at) = number(from: from, to: tag.lower), at <= tag.lower { return "\(name):\(number)" }
    }
    return nil
  }

  /// The first number in digits or words, and the token after it.
  private func number(from lower: Int, to upper: Int) -> (Int, Int)? {
    for index in lower..<max(lower, upper) {
      if reading.tokens[index].kind == .number {
        let word = reading.list.word(index)
        // “0001 hrs” is a time of day.
        guard word.utf8.count <= 4, word.utf8.count < 3 || !word.hasPrefix("0"), let number = Int(word),
          Year.value(reading.tokens[index], reading.list) == nil
        else { return nil }
        return (number, index + 1)
      }
      for tag in span.tags where tag.lower == index {
        for case .time(.number(let number)) in tag.concepts { return (number, tag.upper) }
      }
    }
    return nil
  }

  private func unit(from lower: Int, to upper: Int) -> Unit? {
    for tag in span.tags where tag.lower >= lower && tag.lower < upper {
      // “After 5 May of the year 2026” is not a period of years.
      if tag.concepts.contains(where: \.isMonth) { return nil }
      if let unit = Unit(tag) ?? (tag.target == "image" ? .items : nil) {
        return isRate(lower, tag.lower) ? nil : unit
      }
    }
    return nil
  }
}

extension LimitGrammar.Unit {
  fileprivate init?(_ tag: Tag) {
    for case .time(let word) in tag.concepts {
      switch word {
      case .day: self = .days(1)
      case .week: self = .days(7)
      case .monthUnit: self = .months
      case .year: self = .days(365)
      case .hourUnit: self = .hours
      case .minute: self = .minutes
      case .second: self = .seconds
      case .words: self = .extent("words")
      case .characters: self = .extent("chars")
      case .sentences: self = .extent("sentences")
      default: continue
      }
      return
    }
    return nil
  }

  fileprivate var letter: String {
    switch self {
    case .minutes: "M"
    case .seconds: "S"
    default: ""
    }
  }

  /// An ISO 8601 duration.
  fileprivate func period(_ number: Int) -> String {
    switch self {
    case .days(let days): "P\(number * days)D"
    case .months: "P\(number)M"
    case .hours: "PT\(number)H"
    case .minutes, .seconds, .items, .extent: "PT\(number)\(letter)"
    }
  }
}
