extension TimeGrammar {
  /// A point in time as written; parts that the text does not give are nil.
  struct Moment: Equatable {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute = 0
    var zone: String?
    /// The day of the week that is named beside the day.
    var weekday: Weekday?
    /// Whether day and month are numbers with strokes, which Americans write the other way round.
    var isStroked = false

    /// Reads numbers with strokes month first where an American zone says whose they are.
    mutating func settle() {
      guard isStroked, let month, let day, day <= 12, let zone, Zones.isAmerican(zone) else { return }
      self.month = day
      self.day = month
    }

    /// Takes the day of another moment, and its zone where it has none.
    mutating func takeDay(of other: Moment) {
      (year, month, day, weekday) = (other.year, other.month, other.day, other.weekday)
      zone = zone ?? other.zone
    }

    /// ISO 8601, with `XXXX` for a year that is not given; nil without a day.
    var text: String? {
      guard let month, let day else { return nil }
      var text = (year.map { pad($0, 4) } ?? "XXXX") + "-" + pad(month, 2) + "-" + pad(day, 2)
      guard let hour else { return text }
      text += "T" + pad(hour, 2) + ":" + pad(minute, 2)
      if let zone, let offset = Zones.offset(zone, year: year, month: month, day: day, hour: hour) {
        text += offset
      }
      return text
    }

    /// The limit of what may not be done before it; `unknown` without a day.
    ///
    /// The day of the week is kept where it is another than the date's, or where the year is missing and only the time
    /// of receipt can tell.
    var gate: Constraint {
      var gate = Constraint(.timeBefore, text ?? "unknown")
      if text != nil, let weekday, weekday != date?.weekday { gate.weekday = weekday }
      return gate
    }

    private var date: CalendarDay? {
      guard let year, let month, let day else { return nil }
      return CalendarDay(year: year, month: month, day: day)
    }

    private func pad(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }
}
