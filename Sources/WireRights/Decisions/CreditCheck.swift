internal import WireText

/// Looks for an agency's credit in those texts of a draft where one may appear.
public enum CreditCheck {
  /// The result.
  public enum Finding: Sendable, Hashable {
    /// An accepted form.
    case accepted(CreditForm)
    /// Something close to an accepted form, misspelt or shortened, or another agency's credit in its place.
    case altered(found: String, expected: CreditForm)
    /// No credit.
    case missing
  }

  /// Looks for the credit in the texts.
  ///
  /// Words are compared without case and punctuation. A run of words is misspelt if it differs from a form by at
  /// most one letter in six, and shortened if it is half of a form or more. Another agency's credit counts only in
  /// texts that are meant for credits, where it would replace the right one.
  ///
  /// - Parameters:
  ///   - forms: The accepted forms, the preferred one first.
  ///   - others: Credit forms of other agencies.
  public static func find(
    _ forms: [CreditForm], in texts: [CreditText], others: [CreditForm] = []
  ) -> Finding {
    guard let usual = forms.first else { return .missing }
    if let form = accepted(forms, in: texts) { return .accepted(form) }
    for form in forms {
      for text in texts {
        if let found = nearMiss(of: form.words, in: text) { return .altered(found: found, expected: form) }
      }
    }
    let fields = texts.filter { $0.place == .field }
    if let other = others.first(where: { other in fields.contains { $0.credits(other) } }) {
      return .altered(found: other.text, expected: usual)
    }
    return .missing
  }

  /// The first of the forms that appears as a credit in a text.
  public static func accepted(_ forms: [CreditForm], in texts: [CreditText]) -> CreditForm? {
    forms.first { form in texts.contains { $0.credits(form) } }
  }

  /// The words of a text that nearly match a form, if they would be a credit.
  private static func nearMiss(of form: [String], in text: CreditText) -> String? {
    let words = text.folded.words
    // A single word of a name may be an everyday word in a sentence: “A Canadian report said so.”
    let parts = shortened(form, in: words).filter { run in
      run.count > 1 || text.place == .field || run.count * 2 >= words.count
    }
    let run = (misspelt(form, in: words) + parts).first(where: text.isCredit)
    return run.map { words[$0].joined(separator: " ") }
  }

  private static func misspelt(_ form: [String], in words: [String]) -> [Range<Int>] {
    let wanted = Array(form.joined(separator: " ").unicodeScalars)
    let allowed = wanted.count / 6
    guard allowed > 0, wanted.count <= longestForm else { return [] }
    let lengths = words.map(\.unicodeScalars.count)
    return runs(of: max(1, form.count - 1)...(form.count + 1), in: words).filter { run in
      guard abs(lengths[run].reduce(run.count - 1, +) - wanted.count) <= allowed else { return false }
      return editDistance(Array(words[run].joined(separator: " ").unicodeScalars), wanted) <= allowed
    }
  }

  /// Runs of words that are half of a form or more, the longest first.
  private static func shortened(_ form: [String], in words: [String]) -> [Range<Int>] {
    guard form.count > 1 else { return [] }
    let letters = form.reduce(0) { $0 + $1.unicodeScalars.count }
    var found: [Range<Int>] = []
    for length in (1..<form.count).reversed() {
      for part in runs(of: length...length, in: form).map({ form[$0] }) {
        guard part.reduce(0, { $0 + $1.unicodeScalars.count }) * 2 >= letters else { continue }
        found += runs(of: length...length, in: words).filter { words[$0].elementsEqual(part) }
      }
    }
    return found
  }

  /// All runs of the given lengths.
  private static func runs(of lengths: ClosedRange<Int>, in words: [String]) -> [Range<Int>] {
    lengths.filter { $0 <= words.count }.flatMap { length in
      (0...(words.count - length)).map { $0..<$0 + length }
    }
  }

  /// Longer forms are matched in full only, so that the cost of a check stays proportional to its text.
  private static let longestForm = 120
}
