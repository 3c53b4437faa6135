extension Concept {
  /// Words of dates and times.
  enum TimeWord: Sendable, Hashable {
    case month(Int), weekday(Weekday), am, pm, noon, midnight
    /// A month of the solar Hijri calendar: “دی”.
    case solarMonth(Int)
    /// Makes a time limit include the whole day: “inclusive”, “through”, “end of day”.
    case inclusive
    /// Says whose clocks are meant, with or without a name next to it: “time”, “heure de”, “local time”; see
    /// `ZoneNames`.
    case localTime
    /// The last day named: “同日”.
    case sameDay
    /// The beginning of a day, as that of a morning paper: “朝刊”.
    case dayStart
    /// An hour word or sign between hours and minutes.
    case hour
    case zone(String)
    /// The zone of the only country that speaks the language, for clock times without another zone: “時”.
    case homeZone(String)
    case day, minute, second, hourUnit, week, monthUnit, year
    case words, characters, sentences
    /// A part of a text that must contain a link: “the second paragraph”.
    case paragraph
    /// “issue”, “transmission”, “receipt”: the start of a period.
    case base(String)
    /// Introduces the first instant at which a medium may publish, beside its name: “from”, in “online: from 4 May”.
    case starting
    case after, within, upTo, moreThan, once
    /// Counts uses: “times”, “twice”.
    case times
    /// Introduces a period: “for”, in “for 30 days”.
    case lasting
    /// Introduces the beginning of a period or a text: “the first”, in “for the first 90 days”.
    case initial
    case systematic
    /// A number as a word.
    case number(Int)
    /// An era, with the year before its first: “令和”, 2018.
    case era(Int)
  }
}
