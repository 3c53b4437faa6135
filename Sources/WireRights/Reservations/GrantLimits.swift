internal import WireText

/// The begin and end of a right, from dedicated fields.
///
/// Sources: NITF 3.6 `doc.rights`, NewsML 1.2 `UsageRights`. No use is permitted before the begin and after the end.
public enum GrantTime {
  /// The statement of a field for the begin of a right.
  public static func begin(_ text: String) -> RightsStatement { statement(text, .timeBefore) }

  /// The statement of a field for the end of a right; a day is included in the period.
  public static func end(_ text: String) -> RightsStatement { statement(text, .timeAfter) }

  private static func statement(_ text: String, _ kind: Constraint.Kind) -> RightsStatement {
    var reservation = Reservation(text)
    // A template that was never filled in sets no limit.
    if text.uppercased().contains("YYYY") { return reservation.statement }
    if let value = value(text) {
      reservation.reserve([.use], .none, where: [Constraint(kind, value)], at: reservation.whole)
    } else {
      reservation.leave(reservation.whole)
    }
    return reservation.statement
  }

  /// The day or time in the format of a limit; nil if it cannot be read.
  private static func value(_ text: String) -> String? {
    guard let time = CivilTime(reading: text), time.possibleOffsets == nil, !time.isOrderUnclear else {
      return nil
    }
    return time.iso8601
  }
}

extension NoticeParser {
  /// The statement of a field for the area of a right: no use is permitted outside the named places.
  ///
  /// Places are codes of countries, or names in any language of the policies; other words are unread unless they
  /// are an instruction by themselves.
  public func area(_ text: String) -> RightsStatement {
    let statement = parse(text)
    if statement.isNotice || !statement.residue.isEmpty { return statement }
    var reservation = Reservation(text)
    guard let places = codes(text) ?? names(text) else {
      reservation.leave(reservation.whole)
      return reservation.statement
    }
    if !places.contains("worldwide") {
      let limit = Constraint(.territory, places.joined(separator: "|"), .neq)
      reservation.reserve([.use], .none, where: [limit], at: reservation.whole)
    }
    return reservation.statement
  }

  /// The codes in a list of nothing but codes; nil for other texts.
  private func codes(_ text: String) -> [String]? {
    let words = text.split { " ,;|/".contains($0) }.filter { $0 != "only" }.map(String.init)
    // Short words in lower case are words of some language.
    let codes = words.compactMap { word in
      word.utf8.count <= 3 && word != word.uppercased()
        ? nil : Territory.usual(for: word) ?? CountryCodes.alpha2[word]
    }
    return words.isEmpty || codes.count < words.count ? nil : codes
  }

  /// The places named in a text whose other words are all small words or fillers; nil for other texts.
  private func names(_ text: String) -> [String]? {
    let reading = reading(of: text)
    var places: [String] = []
    var known: Set<Int> = []
    for sentence in reading.sentences {
      known.formUnion(sentence.fillers(in: reading.list, from: sentence.lower, to: sentence.upper))
      for tag in sentence.tags {
        let named = tag.constraints.filter { $0.kind == .territory }.map(\.value)
        if named.isEmpty, !tag.isSmall, !tag.means(.only) { continue }
        places += named
        known.formUnion(tag.lower..<tag.upper)
      }
    }
    let isAll = reading.tokens.indices.allSatisfy { known.contains($0) || reading.tokens[$0].kind == .mark }
    return isAll && !places.isEmpty ? places : nil
  }
}
