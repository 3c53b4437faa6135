/// Examples of the rules on notices, WC502 and WC801.
enum NoticeExamples {
  static let all = [leftIn, unknown]

  private static let leftIn = RuleExamples(
    NoticeLeftIn.description,
    RuleExample(
      """
      \(ExampleWire.own)

      © 2026 Northwire. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
      """),
    butPassesWhere: "the notice is gone"
  ) { $0.draft = ExampleWire.own }

  private static let unknown = RuleExamples(
    NoticeUnknown.description,
    RuleExample(
      "\(ExampleWire.copied)\nReporting by Northwire.\n",
      wire: [
        ExampleWire.story(#", "notice": "© 2026 Northwire. Published under a Creative Commons licence.""#)
      ]),
    butPassesWhere: "the notice says which licence it is"
  ) {
    $0.wire = [ExampleWire.story(#", "notice": "© 2026 Northwire. Published under the licence CC BY 4.0.""#)]
  }
}
