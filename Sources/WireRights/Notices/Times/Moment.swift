internal import WireText

extension TimeGrammar {
  /// A point in time as written; parts that the text does not give are nil.
  struct Moment: Equatable {
    var year: Int?
    var month: Int?
    var day: Int?
    /// The hour, 24 for the end of the day.
    var hour: Int?
    var minute = 0
    var zone: String?
    /// The zone to use if none is named.
    var homeZone: String?
    /// Whether it is on the day named before.
    var isSameDay = false
    /// The day of the week named with the day.
    var weekday: Weekday?
    /// Whether day and month are numbers with slashes, which are in the opposite order in American dates.
    var isStroked = false
    /// Whether year, month and day are in the solar Hijri calendar.
    var isSolar = false
    /// Whether something that may shift it was not read: the name of a zone, a part of the day, an event.
    var isUncertain = false

    /// Whether it names a day.
    var hasDay: Bool { day != nil || weekday != nil }

    /// Whether it names only a day of the week, meaning the next one.
    var isOnWeekday: Bool { weekday != nil && day == nil && !isUncertain }

    /// Whether it names an hour, or a day that cannot be told without its year.
    var isClock: Bool { hour != nil || isSolar && isUncertain }

    /// Reads numbers with slashes month first if the zone is an American one.
    mutating func settle() {
      if isSolar { settleSolar() }
      guard isStroked, let month, let day, day <= 12, let zone, Zones.isAmerican(zone) else { return }
      self.month = day
      self.day = month
    }

    /// Converts a date of the solar calendar to the Gregorian one, which requires the year.
    private mutating func settleSolar() {
      let date = year.flatMap { year in
        month.flatMap { month in
          day.flatMap { SolarDate(year: year, month: month, day: $0).gregorian }
        }
      }
      (year, month, day) = (date?.year, date?.month, date?.day)
      isUncertain = isUncertain || date == nil
    }

    /// Takes the zone of a word for clock times, if no other is named.
    mutating func takeHome(of tag: Tag) {
      for case .time(.homeZone(let zone)) in tag.concepts { homeZone = zone }
    }

    /// Takes the day of another moment, and its zone where it has none.
    mutating func takeDay(of other: Moment) {
      (year, month, day, weekday) = (other.year, other.month, other.day, other.weekday)
      zone = zone ?? other.zone
      homeZone = homeZone ?? other.homeZone
    }

    /// ISO 8601, with `XXXX` for a missing year; nil without a day.
    var text: String? {
      guard let (year, month, day, hour) = dayAndHour else { return nil }
      let date = (year.map { $0.digits(4) } ?? "XXXX") + "-" + month.digits(2) + "-" + day.digits(2)
      guard let hour else { return date }
      let seconds = Int64(hour * 60 + minute) * 60
      let zone = (zone ?? homeZone).map { Zones.suffix($0, on: (year, month, day), at: seconds) } ?? ""
      return date + time(hour) + zone
    }

    /// The limit of a prohibition before it; `unknown` without a day.
    ///
    /// The day of the week is kept if it differs from the date's, or if the year is missing, so that only the time
    /// of receipt can determine it; and if there is no date, in which case the text has `X` for all digits.
    var gate: Constraint {
      guard let text else { return weekdayGate }
      var gate = Constraint(.timeBefore, text)
      gate.isUncertain = isUncertain
      if !isUncertain, let weekday, weekday != date?.weekday {
        gate.weekday = dayAndHour?.day == day ? weekday : weekday.next
      }
      return gate
    }

    /// The limit if only a day of the week is named: the first such day after the text was sent.
    private var weekdayGate: Constraint {
      if let day, month == nil, !isUncertain { return dayGate(day) }
      guard let weekday, !isUncertain else { return Constraint.unknownGate }
      let clock = hour.map { time($0 == 24 ? 0 : $0) + (zone.map { Zones.suffix($0) } ?? "") }
      var gate = Constraint(.timeBefore, "XXXX-XX-XX" + (clock ?? ""))
      gate.weekday = hour == 24 ? weekday.next : weekday
      return gate
    }

    /// The limit if only the day of a month is named: the first such day after the text was sent.
    private func dayGate(_ day: Int) -> Constraint {
      let zone = (zone ?? homeZone).map { Zones.suffix($0) } ?? ""
      // The end of a day may be that of the month.
      guard hour != 24 else { return Constraint.unknownGate }
      return Constraint(.timeBefore, "XXXX-XX-" + day.digits(2) + (hour.map { time($0) + zone } ?? ""))
    }

    /// The parts; the end of a day becomes the start of the next one, if that is possible without the year.
    private var dayAndHour: (year: Int?, month: Int, day: Int, hour: Int?)? {
      guard let month, let day else { return nil }
      guard hour == 24, year != nil || month != 2 || day < 28,
        let next = CalendarDay(year: year ?? 2001, month: month, day: day)?.next
      else { return (year, month, day, hour) }
      return (year.map { _ in next.year }, next.month, next.day, 0)
    }

    private var date: CalendarDay? {
      guard let year, let month, let day else { return nil }
      return CalendarDay(year: year, month: month, day: day)
    }

    private func time(_ hour: Int) -> String { "T" + hour.digits(2) + ":" + minute.digits(2) }
  }
}
