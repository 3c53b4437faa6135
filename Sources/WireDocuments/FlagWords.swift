/// The words and numbers that texts have for flags, in lower case.
enum FlagWords {
  static let yes: Set<String> = ["true", "yes", "on", "1"]
  static let no: Set<String> = ["false", "no", "off", "0"]
  static let all = yes.union(no)
}
