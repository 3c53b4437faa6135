internal import WireText

/// The parts of a date and time in an RTF file.
struct RTFTime {
  /// The parts by their control words.
  var parts: [String: Int] = [:]

  /// The time as `year-month-dayThour:minute`; nil without a date.
  var text: String? {
    guard let year = parts["yr"], let month = parts["mo"], let day = parts["dy"] else { return nil }
    // Some writers fill in zeros for a missing date.
    guard year > 0, month > 0, day > 0 else { return nil }
    let (hour, minute) = (parts["hr"] ?? 0, parts["min"] ?? 0)
    return "\(year)-\(month.digits(2))-\(day.digits(2))T\(hour.digits(2)):\(minute.digits(2))"
  }
}
