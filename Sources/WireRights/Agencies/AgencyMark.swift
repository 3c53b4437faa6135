public import WireText

/// A place in a text where an agency is named in one of its own forms.
public struct AgencyMark: Sendable {
  /// The form in which an agency is named.
  public enum Form: Sendable, Hashable {
    /// The mark that ends a dateline, such as `(AP) —`.
    case dateline
    /// A credit or a name, such as `AP Photo`; in prose it may be a mere mention.
    case credit
  }

  /// The agency.
  public var agency: Agency
  /// The form in which it is named.
  public var form: Form
  /// The words.
  public var range: TextRange
}

extension AgencyDirectory {
  /// The places in a range of text where agencies are named, in order; of overlapping forms the longest counts.
  ///
  /// Case, accents, kinds of dashes and spacing are ignored, except that a form of at most five letters must be
  /// spelled as in the policy: `PA` is an agency, `pa` a word. Initials with too many other meanings count in
  /// datelines only. Intended for headlines, bylines and first and last paragraphs; the caller decides whether a
  /// mention in prose is a credit.
  ///
  /// - Complexity: linear in the range.
  public func agencyMarks(in text: [UInt8], range: TextRange) -> [AgencyMark] {
    guard range.upper <= text.count else { return [] }
    return forms.matches(in: text, range: range).map {
      AgencyMark(agency: agencies[$0.agency], form: $0.form, range: $0.range)
    }
  }
}

/// The forms of all agencies, found in a text in one pass.
struct AgencyForms: Sendable {
  struct Match {
    var agency: Int
    var form: AgencyMark.Form
    var range: TextRange
  }

  private struct Form {
    var agency: Int
    var form: AgencyMark.Form
    /// The bytes that must match exactly; nil if case is ignored.
    var exact: [UInt8]?
  }

  private var table: PhraseTable
  private var forms: [Form] = []
  private static let shortestLoose = 6

  init(_ agencies: [Agency]) {
    table = PhraseTable(
      phrases: agencies.reduce(0) { $0 + $1.datelines.count + $1.credits.count + $1.names.count })
    for (index, agency) in agencies.enumerated() {
      // Usually so few that a linear search is cheaper than a set.
      var seen: [String] = []
      for line in agency.datelines where !seen.contains(line) {
        seen.append(line)
        add(line, .dateline, of: index)
      }
      for name in agency.credits + agency.names where !agency.initials.contains(name) && !seen.contains(name)
      {
        seen.append(name)
        add(name, .credit, of: index)
      }
    }
  }

  private mutating func add(_ words: String, _ form: AgencyMark.Form, of agency: Int) {
    let count = table.entries.count
    table.add(words[...], [])
    guard table.entries.count > count else { return }
    let isShort = form == .credit && words.unicodeScalars.count < Self.shortestLoose
    forms.append(Form(agency: agency, form: form, exact: isShort ? Array(words.utf8) : nil))
  }

  func matches(in text: [UInt8], range: TextRange) -> [Match] {
    let list = Lexer.tokens(of: UTF8Piece.text(text, range)[...], at: range.lower)
    var result: [Match] = []
    var end = 0
    var best: PhraseTable.Match?
    func take(_ match: PhraseTable.Match) {
      let form = forms[match.entry]
      let place = TextRange(list.tokens[match.lower].lower, list.tokens[match.upper - 1].upper)
      result.append(Match(agency: form.agency, form: form.form, range: place))
      end = match.upper
    }
    for match in table.matches(in: list) where match.lower >= end {
      let place = list.tokens[match.lower].lower..<list.tokens[match.upper - 1].upper
      if let exact = forms[match.entry].exact, !text[place].elementsEqual(exact) { continue }
      if let current = best, match.lower > current.lower {
        take(current)
        best = match.lower >= end ? match : nil
      } else if best.map({ match.upper > $0.upper }) ?? true {
        best = match
      }
    }
    if let best { take(best) }
    return result
  }
}
