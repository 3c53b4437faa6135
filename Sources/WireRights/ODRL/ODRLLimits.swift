internal import WireText

/// Translates ODRL constraints to limits of clauses.
struct ODRLLimits {
  /// Whether the values are words of our profile, which are taken unchanged.
  let isOwn: Bool
  /// Whether the policy follows TDMRep's profile, whose areas are alternatives: “isPartOf” of Canada and Brazil.
  var isAboutMining = false
  /// The most alternatives that are expanded.
  private static let mostAlternatives = 64

  /// A conjunction of constraints as alternatives, each a list of limits that hold together; nil if limits cannot
  /// express it.
  ///
  /// Clauses cannot express exclusive alternatives and sequences.
  func alternatives(_ constraints: [ODRLConstraint]) -> [[Constraint]]? {
    var all: [[Constraint]] = [[]]
    for constraint in constraints {
      guard let next = alternatives(constraint), all.count * next.count <= Self.mostAlternatives else {
        return nil
      }
      all = all.flatMap { left in next.map { left + $0 } }
    }
    return all
  }

  private func alternatives(_ constraint: ODRLConstraint) -> [[Constraint]]? {
    switch constraint {
    case .comparison(let comparison): return limits(comparison).map { [$0] }
    case .unread: return nil
    case .logical(.and, let parts, _): return alternatives(parts)
    case .logical(_, let parts, _) where parts.count == 1: return alternatives(parts)
    case .logical(.or, let parts, _):
      var all: [[Constraint]] = []
      for part in parts {
        guard let next = alternatives(part), all.count + next.count <= Self.mostAlternatives else {
          return nil
        }
        all += next
      }
      return all
    case .logical(.xone, _, _), .logical(.andSequence, _, _): return nil
    }
  }

  /// A comparison as limits; nil if limits cannot express it.
  func limits(_ comparison: ODRLComparison) -> [Constraint]? {
    switch comparison.left {
    case "spatial": return set(.territory, comparison, ODRLValues.territory)
    case "deliveryChannel": return set(.channel, comparison, ODRLValues.channel)
    case "purpose": return set(.purpose, comparison, ODRLValues.purpose)
    case "recipient": return set(.recipient, comparison, { $0 })
    case "dateTime": return time(comparison)
    case "count": return comparison.unit == nil ? number(.count, comparison) { String($0) } : nil
    case "wr:extent":
      guard let unit = comparison.unit, ["wr:words", "wr:chars", "wr:sentences"].contains(unit) else {
        return nil
      }
      return number(.wordLimit, comparison) { "\(unit.dropFirst(3)):\($0)" }
    default: return raw(comparison)
    }
  }

  /// A limit of our profile, for which ODRL has no term.
  private func raw(_ comparison: ODRLComparison) -> [Constraint]? {
    guard let kind = ODRLVocabulary.own(Constraint.Kind.self, comparison.left), comparison.right.count == 1,
      let how = Constraint.Comparison(rawValue: comparison.comparison.rawValue)
    else { return nil }
    var limit = Constraint(kind, comparison.right[0], how)
    limit.isUncertain = comparison.unit == ODRLVocabulary.uncertain
    limit.weekday = comparison.unit.flatMap { unit in
      Weekday.allCases.first { ODRLVocabulary.profileName($0.name) == unit }
    }
    return [limit]
  }

  private func set(
    _ kind: Constraint.Kind, _ comparison: ODRLComparison, _ meaning: (String) -> String
  ) -> [Constraint]? {
    let isSingle = comparison.right.count == 1
    let how: Constraint.Comparison
    switch comparison.comparison {
    case .isAnyOf: how = .eq
    case .isPartOf where isAboutMining && kind == .territory: how = .eq
    case .isNoneOf: how = .neq
    case .eq, .isA, .isPartOf, .isAllOf:
      guard isSingle else { return nil }
      how = .eq
    case .neq:
      guard isSingle else { return nil }
      how = .neq
    case .gt, .gteq, .lt, .lteq, .hasPart: return nil
    }
    let members = isOwn ? comparison.right : comparison.right.map(meaning)
    guard members.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0x7C) }) else { return nil }
    return [Constraint(kind, members.joined(separator: "|"), how)]
  }

  private func number(
    _ kind: Constraint.Kind, _ comparison: ODRLComparison, _ write: (Int) -> String
  ) -> [Constraint]? {
    guard comparison.right.count == 1, let number = digits(comparison.right[0].utf8) else { return nil }
    switch comparison.comparison {
    case .eq: return [Constraint(kind, write(number))]
    case .neq: return [Constraint(kind, write(number), .neq)]
    case .gt: return [Constraint(kind, write(number), .gt)]
    case .lteq: return [Constraint(kind, write(number), .lteq)]
    case .gteq where number > 0: return [Constraint(kind, write(number - 1), .gt)]
    case .lt where number > 0: return [Constraint(kind, write(number - 1), .lteq)]
    default: return nil
    }
  }

  /// A time limit: clauses have "before an instant" and "from an instant on", with days for whole days.
  private func time(_ comparison: ODRLComparison) -> [Constraint]? {
    guard comparison.right.count == 1 else { return nil }
    let value = isOwn ? comparison.right[0] : ODRLValues.time(comparison.right[0])
    guard TimeValue(value) != nil else { return nil }
    let isDay = value.utf8.count == 10
    switch comparison.comparison {
    case .lt: return [Constraint(.timeBefore, value)]
    case .lteq: return ODRLValues.later(value, by: isDay ? 86_400 : 1).map { [Constraint(.timeBefore, $0)] }
    case .gteq where isDay: return ODRLValues.later(value, by: -86_400).map { [Constraint(.timeAfter, $0)] }
    case .gteq: return [Constraint(.timeAfter, value)]
    case .gt where isDay: return [Constraint(.timeAfter, value)]
    case .gt: return ODRLValues.later(value, by: 1).map { [Constraint(.timeAfter, $0)] }
    default: return nil
    }
  }
}

/// Translates values of constraints to our vocabulary where possible.
enum ODRLValues {
  /// A territory: a code in either case, or at the end of an IRI of a code list.
  static func territory(_ value: String) -> String {
    if Territory(value) != nil { return value }
    return Territory.usual(for: lastPart(value)) ?? CountryCodes.alpha2[lastPart(value).uppercased()] ?? value
  }

  /// A channel.
  static func channel(_ value: String) -> String {
    let word = lastPart(value).lowercased()
    if Channel(rawValue: word) != nil { return word }
    switch word {
    case "internet", "online", "www", "website": return "web"
    case "television": return "tv"
    case "newspapers": return "newspaper"
    case "magazines": return "magazine"
    case "app", "apps", "mobile-app": return "mobile"
    default: return value
    }
  }

  /// A purpose; the last part of an IRI may be spelled without separators.
  static func purpose(_ value: String) -> String {
    func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter } }
    var word = letters(lastPart(value))
    if let known = Purpose.allCases.first(where: { letters($0.rawValue) == word }) { return known.rawValue }
    for ending in ["use", "purposes", "purpose"] where word.hasSuffix(ending) && word != ending {
      word = String(word.dropLast(ending.count))
    }
    return Purpose.allCases.first { letters($0.rawValue) == word }?.rawValue ?? value
  }

  /// A time without fractions of a second.
  static func time(_ value: String) -> String {
    guard let dot = value.firstIndex(of: ".") else { return value }
    let rest = value[value.index(after: dot)...].drop { $0.isASCII && $0.isNumber }
    return String(value[..<dot] + rest)
  }

  /// A day or a time shifted by seconds, in the same format; nil if it is not a full one.
  static func later(_ value: String, by seconds: Int64) -> String? {
    let bytes = Array(value.utf8)
    let dayEnd = min(10, bytes.count)
    guard let day = CalendarDay(iso: String(decoding: bytes[..<dayEnd], as: UTF8.self)) else { return nil }
    var clock: Int64 = 0
    var zone = ""
    if bytes.count > 10 {
      let end = bytes[11...].firstIndex { $0 == 0x5A || $0 == 0x2B || $0 == 0x2D } ?? bytes.count
      let numbers = bytes[11..<end].split(separator: 0x3A).compactMap { digits($0) }
      guard (2...3).contains(numbers.count) else { return nil }
      clock = Int64(numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0))
      zone = String(decoding: bytes[end...], as: UTF8.self)
    }
    var civil = CivilTime(Instant(seconds: day.ordinal * 86_400 + clock + seconds))
    guard CalendarDay(year: civil.year, month: civil.month, day: civil.day) != nil else { return nil }
    civil.offset = nil
    if bytes.count <= 10 { civil.secondOfDay = nil }
    return civil.iso8601 + zone
  }

  /// The part after the last slash, hash or colon.
  static func lastPart(_ value: String) -> String {
    let bytes = Array(value.utf8)
    let start = bytes.lastIndex { $0 == 0x2F || $0 == 0x23 || $0 == 0x3A }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }
}
