/// A phrase that was recognised, in the language of its sentence.
struct Tag: Sendable {
  var concepts: [Concept] { didSet { bits = ConceptBits(concepts) } }
  private var bits: ConceptBits
  /// The first token, and the one after the last.
  var lower: Int
  var upper: Int

  init(concepts: [Concept], lower: Int, upper: Int) {
    self.concepts = concepts
    bits = ConceptBits(concepts)
    self.lower = lower
    self.upper = upper
  }

  init(_ entry: PhraseTable.Entry, lower: Int, upper: Int) {
    concepts = entry.concepts
    bits = entry.bits
    self.lower = lower
    self.upper = upper
  }

  /// Whether one of its meanings only signals terms, or indicates the manner of the sentence.
  var isSign: Bool { bits.isSignal || bits.isCue }
  var isSignal: Bool { bits.isSignal }
  var isCue: Bool { bits.isCue }

  func means(_ concept: Concept) -> Bool { concepts.contains(concept) }
  func means(_ word: Concept.EffectWord) -> Bool { bits.has(word) }
  func means(_ word: Concept.ConditionWord) -> Bool { bits.has(word) }
  func means(_ word: Concept.HolderWord) -> Bool { bits.has(word) }
  func means(_ word: Concept.AdvisoryWord) -> Bool { bits.has(word) }
  func means(_ word: Concept.DiscourseWord) -> Bool { bits.has(word) }

  /// Whether a sentence with it is not a notice, unless other words show otherwise.
  var isDiscourse: Bool { bits.isDiscourse }
  var action: Action? {
    guard bits.hasAction else { return nil }
    for case .action(let action) in concepts { return action }
    return nil
  }
  /// All acts that it names: “AI 학습 및 활용” is training and use as input.
  var actions: [Action] {
    guard bits.hasAction else { return [] }
    return concepts.compactMap { if case .action(let action) = $0 { action } else { nil } }
  }
  var constraints: [Constraint] {
    guard bits.hasConstraint else { return [] }
    return concepts.compactMap {
      switch $0 {
      case .constraint(let constraint): constraint
      case .territory(let code): Constraint(.territory, code)
      default: nil
      }
    }
  }
  var duties: [Duty.Kind] {
    guard bits.hasDuty else { return [] }
    return concepts.compactMap { if case .duty(let kind) = $0 { kind } else { nil } }
  }
  /// Whether it is a small word such as “for”, rather than one that only joins, such as “and”.
  var isPreposition: Bool { means(.link) && !means(.joint) }
  /// Whether it names the copy, or works in general: “this article”, “content”, “stories”.
  var isWork: Bool {
    means(Concept.DiscourseWord.matter) || means(Concept.HolderWord.matter) || means(.works)
  }
  /// Whether it names works or a part of them, which may be copied: “photos”.
  var isMaterial: Bool { isWork || target != nil }
  /// Whether an act follows: “may be”, “must not”.
  var isModal: Bool { means(.permitNext) || means(.prohibitNext) }
  /// Whether it names what would lift a prohibition, or the lack of it.
  var isCondition: Bool {
    means(.without) || means(.unless) || means(.permission) || means(.written) || means(.agreement)
      || means(.unauthorised) || means(.unlicensed) || means(.beyond)
  }
  /// Whether a limit of a rule follows: “unless”, “provided that”, “except”.
  var isProviso: Bool { means(.unless) || means(.provided) || means(.except) || means(.otherwise) }
  /// Whether it is a limit in time or length, or opens one: “until”, “days”, “up to”.
  var isTimeLimit: Bool {
    means(.until) || isPeriodUnit || means(.time(.upTo)) || month != nil || isWeekday
  }
  /// Whether it limits a rule to a purpose: “commercial”.
  var hasPurpose: Bool { constraints.contains { $0.kind == .purpose } }
  /// Whether it limits a rule to a place: “in Norway”.
  var hasPlace: Bool { constraints.contains { $0.kind == .territory } }
  /// Whether it is a word for what is allowed or not: “may”, “prohibited”, “only”.
  var hasEffect: Bool { concepts.contains { if case .effect = $0 { true } else { false } } }
  /// Whether it denies or forbids what is said next: “may not”, “no”, “not”.
  var denies: Bool { means(.prohibitNext) || means(.no) || means(Concept.EffectWord.not) }
  /// Whether it names an element of a Creative Commons licence: “Attribution”, “ShareAlike”.
  var isLicenceElement: Bool {
    means(.licence(.by)) || means(.licence(.nc)) || means(.licence(.nd)) || means(.licence(.sa))
  }
  /// Whether it only says how the words next to it are meant, as everyday words do: “why”, “the words”.
  var isFrame: Bool {
    concepts.allSatisfy {
      switch $0 {
      case .discourse(.asked), .discourse(.example), .discourse(.wording), .discourse(.actor),
        .discourse(.pending):
        true
      default: false
      }
    }
  }
  /// Whether it is a word of advisories to editors.
  var isAdvisory: Bool { concepts.contains { if case .advisory = $0 { true } else { false } } }
  /// Whether all its meanings are words of dates or times.
  var isTimeOnly: Bool { concepts.allSatisfy { if case .time = $0 { true } else { false } } }
  /// Whether it is a day of the week.
  var isWeekday: Bool { concepts.contains { if case .time(.weekday) = $0 { true } else { false } } }
  /// Whether it is a unit of periods: “days”, “months”.
  var isPeriodUnit: Bool {
    means(.time(.day)) || means(.time(.week)) || means(.time(.monthUnit)) || means(.time(.year))
      || means(.time(.hourUnit))
  }
  /// Whether it is a spelled-out number.
  var isNumber: Bool { number != nil }
  /// The spelled-out number.
  var number: Int? {
    for case .time(.number(let number)) in concepts { return number }
    return nil
  }
  /// The month that it names.
  var month: Int? {
    for case .time(.month(let month)) in concepts { return month }
    return nil
  }
  /// The month of the solar Hijri calendar that it names.
  var solarMonth: Int? {
    for case .time(.solarMonth(let month)) in concepts { return month }
    return nil
  }
  /// Whether it is the start of a period: “transmission”.
  var isBase: Bool { concepts.contains { if case .time(.base) = $0 { true } else { false } } }
  /// Whether it is a small word that only joins or introduces something.
  var isSmall: Bool { concepts.allSatisfy(\.isSmall) }
  /// Whether all its meanings are words of names and of what stands around them.
  var isOfHolder: Bool { concepts.allSatisfy { if case .holder = $0 { true } else { false } } }
  /// The event of the lexicon that a time counts from: `event:speech-end`.
  var event: String? {
    for case .time(.base(let base)) in concepts where base.hasPrefix("event:") { return base }
    return nil
  }
  var target: String? {
    guard bits.hasTarget else { return nil }
    for case .target(let target) in concepts { return target }
    return nil
  }
}

extension Concept {
  /// Whether a word of this kind precedes a noun: “no”, “commercial”, “unauthorised”.
  var leads: Bool {
    switch self {
    case .effect, .condition, .constraint, .holder(.determiner), .holder(.from): true
    default: false
    }
  }
  /// Whether it is a word of a date or a time of day.
  var isTime: Bool {
    switch self {
    case .time(.month), .time(.weekday), .time(.am), .time(.pm), .time(.noon), .time(.midnight), .time(.hour),
      .time(.zone):
      true
    default: false
    }
  }
  var isZone: Bool { if case .time(.zone) = self { true } else { false } }
  var isMonth: Bool { if case .time(.month) = self { true } else { false } }
  var isLicence: Bool { if case .licence = self { true } else { false } }
  /// Whether it only joins or introduces something.
  var isSmall: Bool {
    switch self {
    case .holder(let word):
      switch word {
      case .link, .joint, .article, .plain, .particle, .from, .by: true
      default: false
      }
    case .discourse(let word): word.isCue
    // “From”
    case .time(.starting): true
    default: false
    }
  }
}

extension Concept.DiscourseWord {
  /// Whether it is typical of terms, points to them or takes from them, and makes no rule.
  var isSignal: Bool {
    switch self {
    case .terms, .pointer, .policy, .inapplicable: true
    default: false
    }
  }
  /// Whether it only indicates the manner of a sentence, and nothing about terms.
  var isCue: Bool {
    switch self {
    case .speaker, .addressee, .indefinite, .general, .party, .anaphor, .withdrawal, .trade, .edition,
      .editionLead, .demand, .asked, .example, .wording, .actor, .pending, .freed:
      true
    default: false
    }
  }
}

extension Tag {
  /// Whether it is a medium with a colon, as the label of what follows: “Digital: …”.
  func isMediumLabel(in tokens: [Token]) -> Bool {
    action == nil && upper < tokens.count && tokens[upper].isMark(":")
      && constraints.contains { $0.kind == .channel }
  }
}
