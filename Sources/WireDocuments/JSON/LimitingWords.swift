/// Words by which a code, an identifier or a name says that something does not hold: `not-granted`, `expired`.
enum LimitingWords {
  /// Whether a code or an identifier, such as `not-granted`, says that what stands beside it does not hold.
  ///
  /// The names of licences say what they forbid in words of their own: `CC-BY-NC-4.0`, `GPL-2.0-only`.
  static func limits(code: String) -> Bool {
    let words = KeyWords(String(code.prefix(longest))).words
    return words.indices.contains(where: { index in
      let word = words[index]
      let before = index > 0 ? words[index - 1] : ""
      // “never-expires”, “not-restricted”
      if isNegated(word, after: before) { return false }
      if negations.contains(word), index + 1 < words.count, isNegated(words[index + 1], after: word) {
        return false
      }
      if endings.contains(word) || states.contains(word) { return true }
      if word == "only" { return index == 0 || !before.allSatisfy(\.isNumber) }
      // “no-reuse”, but not “no-rights-reserved” or “No. 5”
      return word == "no" && index == 0 && words.count > 1 && !waived.contains(words[1])
        && !words[1].allSatisfy(\.isNumber)
    })
  }

  private static func isNegated(_ word: String, after before: String) -> Bool {
    negations.contains(before) && negated.contains(word)
  }

  /// Whether what stands in the place of a name, such as “Not valid online”, says that what stands beside it does not
  /// hold.
  static func limits(name: String) -> Bool {
    let name = String(name.prefix(longest))
    let words = KeyWords(name).words
    if isOfFirm(name) { return false }
    // A firm may be “limited” or “private”.
    return words.contains(where: endings.contains)
      || words.count > 1 && (words.first == "only" || words.last == "only")
  }

  /// Whether all words of a name are written like those of a firm, and none is about use: “Never Sleep Media”.
  private static func isOfFirm(_ name: String) -> Bool {
    let words = name.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    return words.count > 1 && words.last != "only" && words.last != "Only"
      && words.allSatisfy { $0.first?.isUppercase ?? false && !usage.contains($0.lowercased()) }
      && name.contains(where: \.isLowercase)
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
  /// What a code waives with “no”; the last one is the language of “no-NO”.
  private static let waived: Set<String> = [
    "rights", "copyright", "known", "restriction", "restrictions", "limit", "limits", "cost", "costs", "fee",
    "fees", "charge", "attribution", "c", "no",
  ]
  private static let negations: Set<String> = ["not", "never"]
  private static let negated: Set<String> = [
    "expire", "expires", "expired", "expiring", "restricted", "limited", "revoked", "withdrawn", "terminated",
  ]
  /// Words of statements about use, which no firm has in its name beside a limiting one.
  private static let usage: Set<String> = [
    "valid", "licence", "license", "licences", "licenses", "licensed", "use", "used", "usage", "right",
    "rights", "permission", "permissions", "granted", "permitted", "allowed", "available", "online", "print",
    "web", "reuse", "copyright", "content", "for", "until", "after", "archive", "syndication",
  ]
}
