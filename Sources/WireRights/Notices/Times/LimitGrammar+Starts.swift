/// Where permissions and prohibitions start.
extension LimitGrammar {
  /// Whether a small word introduces the start of a permission: “may be published from 6 December”.
  func isStart(_ tag: Tag) -> Bool {
    tag.means(.from) && !tag.means(.until) && span.effect == .permit
      && span.tags.contains { start in
        (start.action != nil || start.means(.permit)) && start.upper <= tag.lower
          // “You may publish this story from Monday”
          && (start.upper..<tag.lower).allSatisfy { index in
            span.tags.contains {
              $0.lower <= index && index < $0.upper
                && ($0.means(Concept.DiscourseWord.matter) || $0.means(.article) || $0.means(.determiner)
                  || $0.target != nil)
            }
          }
      }
  }

  /// Whether nothing says that a publication is permitted until an instant rather than barred: “publication is frozen
  /// until 5 May”.
  var isOpen: Bool {
    let acts = span.tags.compactMap(\.action)
    return span.effect == nil && !span.has(.only) && !span.has(.free) && !span.has(.not)
      && !span.has(.without)
      && !acts.isEmpty && acts.allSatisfy { $0 == .publish || $0 == .communicate }
  }

  /// The day of the week on which a permission starts.
  func weekday(after tag: Tag) -> Constraint? {
    let found = TimeGrammar(reading: reading).moment(from: tag.upper, to: span.upper, tags: span.tags)
    return found.flatMap { $0.lower <= tag.upper + 1 && $0.moment.isOnWeekday ? $0.moment.gate : nil }
  }

  /// The last day before a prohibition starts: “no use from 1 April 2027”.
  func end(from tag: Tag) -> Constraint? {
    guard tag.means(.from), span.effect == .prohibit, !span.has(.permission), !span.has(.agreement),
      span.tags.contains(where: { $0.action != nil && $0.upper == tag.lower }),
      let found = TimeGrammar(reading: reading).moment(from: tag.upper, to: span.upper, tags: span.tags),
      found.lower <= tag.upper + 1, !found.moment.isUncertain
    else { return nil }
    if found.moment.hour != nil { return Constraint(.timeAfter, found.moment.gate.value) }
    let day = found.moment.text.flatMap(CalendarDay.init(iso:))?.previous
    return day.map { Constraint(.timeAfter, $0.description) }
  }

  /// The event that ends or starts a permission: “may be used until the end of the season”, “no use after the match”.
  func event(after tag: Tag) -> Constraint? {
    guard tag.means(.until) || tag.means(.time(.after)), !tag.isPreposition, !tag.isProviso,
      span.effect != nil,
      span.tags.contains(where: { $0.action != nil && $0.upper <= tag.lower }),
      let article = span.tags.first(where: { $0.lower == tag.upper }), article.means(.article),
      !article.means(.joint), !article.means(.determiner), article.upper < span.upper,
      reading.tokens[article.upper].kind == .word,
      !span.tags.contains(where: { $0.lower == article.upper && ($0.action != nil || $0.isAdvisory) }),
      let event = TimeGrammar(reading: reading).event(from: tag.upper, to: span.upper, tags: span.tags)
    else { return nil }
    return Constraint(.timeAfter, event)
  }
}
