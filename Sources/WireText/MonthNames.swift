/// The names of the months.
package enum MonthNames {
  /// In English, in lower case, January first.
  package static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
