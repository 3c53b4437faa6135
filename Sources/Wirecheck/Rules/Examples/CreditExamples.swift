/// Examples of the rules on credits, WC201, WC202 and WC205.
enum CreditExamples {
  static let all = [missing, altered, linkMissing]

  private static let terms = ExampleWire.contract(["duties: [{credit: [Northwire]}]"])

  private static let missing = RuleExamples(
    CreditMissing.description,
    RuleExample(ExampleWire.copied, wire: [ExampleWire.story()], terms: terms),
    butPassesWhere: "the credit stands in the last paragraph"
  ) { $0.draft += "\nReporting by Northwire.\n" }

  private static let altered = RuleExamples(
    CreditAltered.description,
    RuleExample(
      "\(ExampleWire.copied)\nReporting by Nortwire.\n", wire: [ExampleWire.story()], terms: terms),
    butPassesWhere: "the credit is spelt as the contract has it"
  ) { $0.draft = $0.draft.replacing("Nortwire", with: "Northwire") }

  private static let linkMissing = RuleExamples(
    LinkBackMissing.description,
    RuleExample(
      "<p>\(ExampleWire.first)</p>\n<p>\(ExampleWire.own)</p>\n", wire: [ExampleWire.story()],
      terms: ExampleWire.contract(["duties: [link-back]"])),
    butPassesWhere: "the draft has a link"
  ) {
    $0.draft += "<p>The <a href=\"https://northwire.example/ormsby\">whole story</a> is at Northwire.</p>\n"
  }
}
