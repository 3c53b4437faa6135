/// The words and numbers that texts have for flags, in lower case.
enum FlagWords {
  static let yes: Set<String> = ["true", "yes", "on", "1"]
  static let no: Set<String> = ["false", "no", "off", "0"]
  static let all = yes.union(no)

  /// Whether a text says yes.
  ///
  /// - Parameter isOne: whether the number 1 does; it may count people or hours.
  static func isYes(_ text: String, isOne: Bool = true) -> Bool {
    yes.contains(text.lowercased()) && (isOne || text != "1")
  }
}
