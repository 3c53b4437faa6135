/// Whether everything was read that may shift a time.
extension TimeGrammar {
  /// The first moment in a range of tokens of a sentence, for a prohibition before it.
  ///
  /// It is uncertain if something next to it that may shift it was not read: an event, a part of the day, a number,
  /// the name of a zone. A day with a word such as “inclusive” lasts to its end.
  func opening(in sentence: Reading.Sentence, from lower: Int, to upper: Int) -> Found? {
    guard var found = moment(from: lower, to: upper, tags: sentence.tags) else { return nil }
    let opener = sentence.tags.last { $0.upper <= found.lower && Self.opensTime($0) }
    let reach = (opener?.lower ?? found.lower)..<self.reach(of: found, upTo: upper)
    if found.moment.hour == nil,
      sentence.tags.contains(where: { reach.contains($0.lower) && $0.means(.time(.inclusive)) })
    {
      found.moment.hour = 24
    }
    let first = max(lower, opener?.upper ?? found.lower)
    var open = Set(min(first, reach.upperBound)..<reach.upperBound).subtracting(found.read)
    if found.moment.hour != nil { open.subtract(secondTime(in: found, open, sentence)) }
    let isEvent = opener?.means(.until) ?? false
    let known = known(in: sentence, open)
    found.moment.isUncertain =
      found.moment.isUncertain
      || open.contains { index in
        guard let tag = sentence.tags.first(where: { $0.lower <= index && index < $0.upper }) else {
          return !known.contains(index)
        }
        return Self.shifts(tag) || isEvent && tag.lower < found.lower && Self.isEventNoun(tag)
      }
    return found
  }

  /// Whether a time follows a word.
  private static func opensTime(_ tag: Tag) -> Bool {
    tag.isAdvisory || tag.means(.time(.after)) || tag.means(.prohibitNext)
  }

  /// How far words after a moment may shift it: to the end of the line or a separating mark, if it names no hour.
  private func reach(of found: Found, upTo upper: Int) -> Int {
    guard found.moment.hour == nil else { return found.upper }
    var index = found.upper
    while index < upper {
      let token = reading.tokens[index]
      let isParted = index > found.upper && token.gap >= .line
      if isParted || token.isMark(in: [":", ";", "|", "\u{2013}", "\u{2014}"]) || isDash(index) { break }
      index += 1
    }
    return index
  }

  private func isDash(_ index: Int) -> Bool {
    reading.tokens[index].isMark("-") && reading.tokens[index].gap == .space
  }

  /// The same time in another zone, within a moment: “10:00 EST (15:00 London time) Thursday”.
  private func secondTime(in found: Found, _ open: Set<Int>, _ sentence: Reading.Sentence) -> Set<Int> {
    guard let first = open.filter({ found.lower < $0 && reading.tokens[$0].kind == .number }).min(),
      let second = moment(from: first, to: found.upper, tags: sentence.tags), second.moment.hour != nil,
      second.moment.zone != nil, second.lower == first
    else { return [] }
    return second.read
  }

  /// Tokens without a tag that have nothing to do with a time: marks, everyday words, and numbers of releases.
  func known(in sentence: Reading.Sentence, _ open: Set<Int>) -> Set<Int> {
    guard let first = open.min(), let last = open.max() else { return [] }
    return open.filter { reading.tokens[$0].kind == .mark || isJoined($0) }
      .union(sentence.fillers(in: reading.list, from: first, to: last + 1))
  }

  /// Whether a token is attached to a number: in that of a release, as in `USDL-24-1817`, in `2026-05-04T10:00`, or
  /// as an ending, as in “18.30'a” and “Monday's”.
  private func isJoined(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    let isUpper = token.kind == .number || token.isUpper
    if token.gap == .hyphen, reading.list.word(index).utf8.count == 1, !token.isUpper { return true }
    return isUpper && (isMark(index + 1, "-") || isMark(index - 1, "-") && token.gap == .none)
      || token.gap == .none && index > 0
        && (isMark(index - 1, "'") || isMark(index - 1, "\u{2019}")
          || reading.tokens[index - 1].kind == .number)
  }

  /// Whether there is a mark at a token, right after the one before it.
  private func isMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    reading.tokens.indices.contains(index) && reading.tokens[index].isMark(scalar)
      && reading.tokens[index].gap == .none
  }

  /// Whether a word gives the time of day of something, and was not read.
  private static func shifts(_ tag: Tag) -> Bool {
    tag.means(.event)
      || tag.concepts.contains {
        guard case .time(let word) = $0 else { return false }
        return switch word {
        case .am, .pm, .noon, .midnight, .hour, .hourUnit, .minute, .week, .number, .base: true
        default: false
        }
      }
  }

  /// Whether a word may name an event that something waits for: “until publication of the report on 4 May”.
  private static func isEventNoun(_ tag: Tag) -> Bool {
    tag.action != nil || tag.target != nil || tag.means(Concept.DiscourseWord.matter)
  }
}
