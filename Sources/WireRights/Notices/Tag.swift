/// A phrase that was recognised, in the language that its sentence is read in.
struct Tag: Sendable {
  var concepts: [Concept]
  /// The first token, and the one after the last.
  var lower: Int
  var upper: Int

  func means(_ concept: Concept) -> Bool { concepts.contains(concept) }
  func means(_ word: Concept.EffectWord) -> Bool { concepts.contains(.effect(word)) }
  func means(_ word: Concept.ConditionWord) -> Bool { concepts.contains(.condition(word)) }
  func means(_ word: Concept.HolderWord) -> Bool { concepts.contains(.holder(word)) }
  func means(_ word: Concept.AdvisoryWord) -> Bool { concepts.contains(.advisory(word)) }
  func means(_ word: Concept.DiscourseWord) -> Bool { concepts.contains(.discourse(word)) }

  var action: Action? {
    for case .action(let action) in concepts { return action }
    return nil
  }
  var constraints: [Constraint] {
    concepts.compactMap {
      switch $0 {
      case .constraint(let constraint): constraint
      case .territory(let code): Constraint(.territory, code)
      default: nil
      }
    }
  }
  var duties: [Duty.Kind] {
    concepts.compactMap { if case .duty(let kind) = $0 { kind } else { nil } }
  }
  /// Whether it is a small word such as “for”, and none that only joins, such as “and”.
  var isPreposition: Bool { means(.link) && !means(.joint) }
  /// Whether it is what a period counts from: “transmission”.
  var isBase: Bool { concepts.contains { if case .time(.base) = $0 { true } else { false } } }
  /// Whether it is a small word that only joins or leads on.
  var isSmall: Bool {
    concepts.allSatisfy {
      switch $0 {
      case .holder(.link), .holder(.joint), .holder(.article), .holder(.from), .holder(.by): true
      default: false
      }
    }
  }
  var target: String? {
    for case .target(let target) in concepts { return target }
    return nil
  }
}

extension Concept {
  var isMonth: Bool { if case .time(.month) = self { true } else { false } }
}
