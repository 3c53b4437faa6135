/// Examples of the rules on completeness, WC901 to WC904: inputs, and the state of the index.
enum CompletenessExamples {
  static let all = [unreadable, damaged, stale, limit]

  private static let line = #"{"id": "a-17", "text": "\#(ExampleWire.own)"}"#

  private static let unreadable = RuleExamples(
    Completeness.unreadable, RuleExample(String(line.dropLast(20))),
    butPassesWhere: "the file does not break off"
  ) { $0.draft = line }

  private static let damaged = RuleExamples(
    Completeness.damaged,
    RuleExample(line.replacing(#""id""#, with: #""text": "The council met.", "id""#)),
    butPassesWhere: "the object has one text"
  ) { $0.draft = line }

  private static let stale = RuleExamples(
    Completeness.indexStale, RuleExample(ExampleWire.own).with { $0.hasIndex = false },
    butPassesWhere: "there is an index"
  ) { $0.hasIndex = true }

  private static let limit = RuleExamples(
    Completeness.limitReached, RuleExample(ExampleWire.own).with { $0.inputLimit = 40 },
    butPassesWhere: "the file is not larger than what is read"
  ) { $0.inputLimit = 4000 }
}
