internal import Wirecheck

/// The rules of a report, so that every result refers to a listed rule.
struct SARIFRules {
  /// The rules in order.
  private(set) var all: [SARIFLog.Rule] = []
  private var indices: [String: Int] = [:]

  /// Starts with the known rules; unknown rules of findings are added when they occur.
  init(_ rules: [RuleDescription]) {
    for rule in rules where indices[rule.id] == nil { add(rule) }
  }

  /// The index of a finding's rule.
  mutating func index(of finding: Finding) -> Int {
    index(
      of: RuleDescription(
        id: finding.rule, name: finding.name, level: finding.level, title: finding.name,
        explanation: finding.name, help: finding.help.first ?? finding.name))
  }

  /// The index of a rule, which is added if it is not known.
  mutating func index(of rule: RuleDescription) -> Int { indices[rule.id] ?? add(rule) }

  @discardableResult
  private mutating func add(_ rule: RuleDescription) -> Int {
    let index = all.count
    indices[rule.id] = index
    all.append(
      SARIFLog.Rule(
        id: SARIFText.plain(rule.id, longest: 255), name: SARIFText.pascal(rule.name),
        shortDescription: .init(text: SARIFText.message(rule.title, longest: SARIFText.longest)),
        fullDescription: .init(text: SARIFText.message(rule.explanation, longest: SARIFText.longest)),
        help: .init(text: SARIFText.message("\(rule.explanation) \(rule.help).")),
        defaultConfiguration: .init(level: SARIFResults.level(rule.level)),
        properties: .init(tags: ["licensing", rule.family.rawValue], severity: Self.severity(rule.level))))
    return index
  }

  private static func severity(_ level: Finding.Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .info: "recommendation"
    }
  }
}
