public import WireRights
internal import WireYAML

/// Something about the newsroom's own terms that a person should look at.
public struct PolicyFinding: Codable, Sendable, Hashable {
  /// The rule, for instance `WC805`; nil if no rule covers it.
  public var rule: String?
  /// The kind of finding, in a word or two.
  public var name: String
  /// What was found, in one plain sentence.
  public var message: String
  /// The file; nil if it concerns no file.
  public var path: String?
  /// The line, from 1.
  public var line: Int?
  /// The column in Unicode scalars, from 1.
  public var column: Int?
  /// The words of the clauses or of the notice concerned.
  public var words: [String]
  /// What to do next, beginning with a verb.
  public var help: String

  /// A finding of the given parts.
  public init(
    rule: String?, name: String, message: String, place: PolicyPlace?, words: [String], help: String
  ) {
    self.rule = rule
    self.name = name
    self.message = message
    path = place?.file
    line = place?.position.line
    column = place?.position.column
    self.words = words
    self.help = help
  }

  /// Whether the newsroom has the finding's rule switched on.
  public func isOn(in newsroom: Newsroom) -> Bool { rule.flatMap { newsroom.levels[$0] } != .off }

  init(_ rule: RuleDescription, _ message: String, place: PolicyPlace?, words: [String]) {
    self.init(
      rule: rule.id, name: rule.name, message: message, place: place, words: words, help: rule.help)
  }
}
