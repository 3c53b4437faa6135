/// Maps our actions, duties and conditions to the terms of ODRL and of our profile, and back.
enum ODRLVocabulary {
  // MARK: Actions

  /// The name of an action: ODRL's own where it has one.
  static func name(of action: Action) -> String { actionNames[action] ?? profileName(action.rawValue) }

  /// The meaning of an action's name: an action, with a purpose if the name implies one; nil if there is none.
  static func action(named name: String) -> (action: Action, purpose: Purpose?)? {
    if let action = actionsByName[name] { return (action, nil) }
    if name == "cc:CommercialUse" || name == "commercialize" { return (.use, .commercial) }
    return own(Action.self, name).map { ($0, nil) }
  }

  private static let actionNames: [Action: String] = [
    .use: "use", .reproduce: "reproduce", .display: "display", .distribute: "distribute", .derive: "derive",
    .modify: "modify", .translate: "translate", .summarize: "summarize", .excerpt: "extract",
    .aggregate: "aggregate", .index: "index", .archive: "archive", .print: "print", .resell: "sell",
    .sublicense: "grantUse", .delete: "delete", .tdm: "tdm:mine",
  ]

  private static let actionsByName: [String: Action] = {
    // Deprecated and related names that mean one of our actions.
    var names: [String: Action] = [
      "copy": .reproduce, "excerpt": .excerpt, "present": .communicate, "stream": .broadcast,
      "license": .sublicense, "cc:Reproduction": .reproduce, "cc:Distribution": .distribute,
      "cc:DerivativeWorks": .derive, "cc:Sharing": .publish, "rightsml:removeFromService": .remove,
      "removeFromService": .remove,
    ]
    for (action, name) in actionNames { names[name] = action }
    return names
  }()

  /// The ODRL action that includes a term of our profile, as in `includedIn`.
  static func including(_ action: Action) -> String? {
    switch action {
    case .publish, .link, .frame, .aiInput, .remove, .stopUse, .replace: "use"
    case .broadcast, .communicate: "present"
    case .redistribute: "distribute"
    case .rewrite: "derive"
    case .cache: "archive"
    case .scrape: "reproduce"
    case .trainAI: "tdm:mine"
    default: nil
    }
  }

  // MARK: Duties

  /// The name of the action that a duty requires.
  static func name(of duty: Duty.Kind) -> String {
    switch duty {
    case .credit: "attribute"
    case .notice: "cc:Notice"
    case .shareAlike: "cc:ShareAlike"
    default: profileName(duty.rawValue)
    }
  }

  /// The duty that an action's name means.
  static func duty(named name: String) -> Duty.Kind? {
    switch name {
    case "attribute", "cc:Attribution": .credit
    case "cc:Notice": .notice
    case "cc:ShareAlike", "shareAlike": .shareAlike
    default: own(Duty.Kind.self, name)
    }
  }

  /// The condition equivalent to a duty that requires somebody's consent.
  static func condition(ofDuty name: String) -> Condition? {
    switch name {
    case "obtainConsent": .withoutPermission
    case "compensate", "pay": .withoutAgreement
    default: nil
    }
  }

  // MARK: Conditions

  /// What lifts a prohibition, as the right operand of `wr:unless`.
  static func name(lifting condition: Condition) -> String? {
    switch condition {
    case .none, .ifDutiesMet: nil
    case .withoutPermission: "wr:permission"
    case .withoutWrittenPermission: "wr:writtenPermission"
    case .withoutAgreement: "wr:agreement"
    case .beyondScope: "wr:scope"
    }
  }

  /// The condition that a comparison of an action means; nil if it is none of these.
  static func condition(_ comparison: ODRLComparison) -> Condition? {
    guard comparison.comparison == .eq, comparison.right.count == 1 else { return nil }
    switch (comparison.left, comparison.right[0]) {
    case ("wr:unless", let name): return Condition.allCases.first { self.name(lifting: $0) == name }
    case ("wr:onlyIf", "wr:dutiesMet"): return .ifDutiesMet
    case ("wr:permissionHeld", "wr:none"): return .withoutPermission
    default: return nil
    }
  }

  // MARK: Names of the profile

  /// The unit of a time that nearby unread words may shift.
  static let uncertain = profileName("uncertain")

  /// A word of our vocabulary as a name of the profile: `link-back` is `wr:linkBack`.
  static func profileName(_ word: String) -> String {
    let parts = word.split(separator: "-")
    return "wr:" + parts.prefix(1).joined()
      + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The word for a name of the profile, in either spelling.
  static func own<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type, _ name: String
  ) -> Word? where Word.RawValue == String {
    guard name.hasPrefix("wr:") else { return nil }
    return Word.allCases.first { profileName($0.rawValue) == name || "wr:" + $0.rawValue == name }
  }
}
