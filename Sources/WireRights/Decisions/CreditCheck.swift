/// The places of a draft where a credit may stand, each as written.
public struct CreditPlaces: Sendable, Hashable {
  /// Byline, credit line, dateline, source and the like: places that are for credits.
  public var fields: [String]
  /// The first and the last paragraph.
  public var edges: [String]
  /// The sentences within two of each passage.
  public var nearby: [String]

  /// Places with these texts.
  public init(fields: [String] = [], edges: [String] = [], nearby: [String] = []) {
    self.fields = fields
    self.edges = edges
    self.nearby = nearby
  }
}

/// Looks for an agency's credit where one may stand.
public enum CreditCheck {
  /// What was found.
  public enum Finding: Sendable, Hashable {
    /// An accepted form.
    case accepted(CreditForm)
    /// Something close to an accepted form, misspelt or shortened, or another agency's credit in its place.
    case altered(found: String, expected: CreditForm)
    /// None.
    case missing
  }

  /// What stands in the places.
  ///
  /// Words are compared without case and punctuation. Misspelt is a run of words that differs from a form by at
  /// most one letter in six; shortened is half of a form or more. Another agency's credit counts only in the places
  /// that are for credits, where it would take the place of the right one.
  ///
  /// - Parameters:
  ///   - forms: The accepted forms, the usual one first.
  ///   - others: Credit forms of other agencies.
  public static func find(
    _ forms: [CreditForm], in places: CreditPlaces, others: [CreditForm] = []
  ) -> Finding {
    guard let usual = forms.first else { return .missing }
    let fields = places.fields.map(foldedWords)
    let running = (places.edges + places.nearby).map(foldedWords)
    for form in forms where (fields + running).contains(where: form.stands(in:)) { return .accepted(form) }
    for form in forms {
      for words in fields + running {
        if let found = nearMiss(of: form.words, in: words) { return .altered(found: found, expected: form) }
      }
    }
    if let other = others.first(where: { other in fields.contains(where: other.stands(in:)) }) {
      return .altered(found: other.text, expected: usual)
    }
    return .missing
  }

  /// The words of a text that are nearly those of a form.
  private static func nearMiss(of form: [String], in words: [String]) -> String? {
    misspelt(form, in: words) ?? shortened(form, in: words)
  }

  private static func misspelt(_ form: [String], in words: [String]) -> String? {
    let wanted = Array(form.joined(separator: " ").unicodeScalars)
    let allowed = wanted.count / 6
    guard allowed > 0, wanted.count <= longestForm else { return nil }
    for length in max(1, form.count - 1)...(form.count + 1) where length <= words.count {
      for start in 0...(words.count - length) {
        let candidate = words[start..<start + length].joined(separator: " ")
        let letters = Array(candidate.unicodeScalars)
        guard abs(letters.count - wanted.count) <= allowed else { continue }
        if editDistance(letters, wanted) <= allowed { return candidate }
      }
    }
    return nil
  }

  private static func shortened(_ form: [String], in words: [String]) -> String? {
    guard form.count > 1 else { return nil }
    let letters = form.reduce(0) { $0 + $1.unicodeScalars.count }
    for length in (1..<form.count).reversed() {
      for start in 0...(form.count - length) {
        let part = form[start..<start + length]
        let partLetters = part.reduce(0) { $0 + $1.unicodeScalars.count }
        guard partLetters * 2 >= letters, words.count >= length else { continue }
        if (0...(words.count - length)).contains(where: { words[$0..<$0 + length].elementsEqual(part) }) {
          return part.joined(separator: " ")
        }
      }
    }
    return nil
  }

  /// Longer forms are found in full only, so that a check costs no more than its text.
  private static let longestForm = 120
}
