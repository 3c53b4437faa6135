/// Words by which a code, an identifier or a name says that something does not hold: `not-granted`, `expired`.
enum LimitingWords {
  /// Whether a code or an identifier, such as `not-granted`, says that what stands beside it does not hold.
  ///
  /// The names of licences say what they forbid in words of their own: `CC-BY-NC-4.0`, `GPL-2.0-only`.
  static func limits(code: String) -> Bool {
    let words = KeyWords(String(code.prefix(longest))).words
    return words.indices.contains(where: { index in
      let word = words[index]
      if endings.contains(word) || states.contains(word) { return true }
      if word == "only" { return index == 0 || !words[index - 1].allSatisfy(\.isNumber) }
      // “no-reuse”, but not “no-rights-reserved”
      return word == "no" && index == 0 && words.count > 1 && !waived.contains(words[1])
    })
  }

  /// Whether what stands in the place of a name, such as “Not valid online”, says that what stands beside it does not
  /// hold.
  static func limits(name: String) -> Bool {
    let words = KeyWords(String(name.prefix(longest))).words
    // A firm may be “limited” or “private”.
    return words.contains(where: endings.contains)
      || words.count > 1 && (words.first == "only" || words.last == "only")
  }

  /// The longest text that is searched, in characters; codes and names are shorter.
  private static let longest = 200
  private static let endings: Set<String> = [
    "not", "never", "except", "excluding", "expired", "expires", "revoked", "withdrawn", "denied", "refused",
    "rejected", "forbidden", "prohibited", "invalid", "void", "cancelled", "canceled", "terminated",
    "suspended",
    "lapsed", "unlicensed", "unlicenced", "unauthorised", "unauthorized", "superseded", "nicht", "ikke",
    "abgelaufen",
    "expiré", "caducado", "utløpt", "verlopen",
  ]
  private static let states: Set<String> = [
    "none", "without", "ended", "deny", "inactive", "disabled", "restricted", "limited", "pending", "draft",
    "unapproved", "internal", "private", "embargoed", "blocked", "closed", "obsolete", "deprecated",
    "archived",
    "hold", "disputed", "removed", "deleted", "unknown", "temporary",
  ]
  private static let waived: Set<String> = ["rights", "copyright", "known"]
}
