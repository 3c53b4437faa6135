extension Concept {
  /// The sections of a lexicon, each a mapping of keys to phrases.
  static let sections = [
    "actions", "effects", "conditions", "duties", "channels", "purposes", "recipients", "territories",
    "targets", "holders", "genitives", "datives", "licences", "advisories", "discourse", "time",
  ]

  /// The concept of a key in a section; nil if the key is unknown.
  init?(section: String, key: String) {
    switch section {
    case "actions": self.init(Action(rawValue: key).map(Concept.action))
    case "duties": self.init(Duty.Kind(rawValue: key).map(Concept.duty))
    case "channels": self = .constraint(Constraint(.channel, key))
    case "purposes": self = .constraint(Constraint(.purpose, key))
    case "recipients": self = .constraint(Constraint(.recipient, key))
    case "territories": self = .territory(key)
    case "targets": self = .target(key)
    case "datives": self = .dative(key)
    case "genitives": self = .genitive(key == "bare" ? "" : key)
    case "licences": self = .licence(LicenceWord(key))
    case "effects", "conditions", "holders", "advisories", "discourse":
      self.init(Self.words["\(section) \(key)"])
    case "time": self.init(TimeWord(key).map(Concept.time))
    default: return nil
    }
  }

  /// The words that the engine knows, by section and key.
  private static let words = Dictionary(
    uniqueKeysWithValues: names("effects", Concept.effect) + names("conditions", Concept.condition)
      + names("holders", Concept.holder) + names("advisories", Concept.advisory)
      + names("discourse", Concept.discourse))

  private static func names<Word: ConceptWord>(_ section: String, _ concept: (Word) -> Concept) -> [(
    String, Concept
  )] {
    Word.allCases.map { ("\(section) \($0.key)", concept($0)) }
  }

  private init?(_ concept: Concept?) {
    guard let concept else { return nil }
    self = concept
  }
}

extension Concept.LicenceWord {
  init(_ key: String) {
    switch key {
    case "creative-commons": self = .creativeCommons
    case "by": self = .by
    case "nc": self = .nc
    case "nd": self = .nd
    case "sa": self = .sa
    case "zero": self = .zero
    case "licence": self = .licence
    case "under": self = .under
    default: self = .named(key)
    }
  }
}

extension Concept.TimeWord {
  init?(_ key: String) {
    let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      switch parts[0] {
      case "month":
        guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        self = .month(month)
      case "solar-month":
        guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        self = .solarMonth(month)
      case "weekday":
        guard let weekday = Int(parts[1]).flatMap(Weekday.init) else { return nil }
        self = .weekday(weekday)
      case "zone": self = .zone(parts[1])
      case "home-zone": self = .homeZone(parts[1])
      case "base": self = .base(parts[1])
      case "number":
        guard let number = Int(parts[1]) else { return nil }
        self = .number(number)
      case "era":
        guard let year = Int(parts[1]), (0...3000).contains(year) else { return nil }
        self = .era(year)
      default: return nil
      }
      return
    }
    switch key {
    case "am": self = .am
    case "pm": self = .pm
    case "noon": self = .noon
    case "midnight": self = .midnight
    case "inclusive": self = .inclusive
    case "same-day": self = .sameDay
    case "day-start": self = .dayStart
    case "clock": self = .hour
    case "day": self = .day
    case "minute": self = .minute
    case "second": self = .second
    case "hour": self = .hourUnit
    case "week": self = .week
    case "months": self = .monthUnit
    case "year": self = .year
    case "words": self = .words
    case "characters": self = .characters
    case "sentences": self = .sentences
    case "paragraph": self = .paragraph
    case "after": self = .after
    case "starting": self = .starting
    case "within": self = .within
    case "lasting": self = .lasting
    case "initial": self = .initial
    case "up-to": self = .upTo
    case "more-than": self = .moreThan
    case "once": self = .once
    case "times": self = .times
    case "systematic": self = .systematic
    default: return nil
    }
  }
}
