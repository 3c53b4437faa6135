/// Examples of the rules on public licences, WC601 and WC602.
enum LicenceExamples {
  static let all = [changed, commercial]

  private static func story(under licence: String) -> String {
    ExampleWire.story(#", "license": "https://creativecommons.org/licenses/\#(licence)/4.0/""#)
  }

  private static let changed = RuleExamples(
    ChangesForbidden.description,
    RuleExample(
      """
      The keeper of the Ormsby lighthouse climbed its 212 steps for the last time on Tuesday morning and gave a small \
      brass key to the engineer who will now run the lamp from an office forty miles inland. He had wound the clock \
      beneath the lantern each evening since 1987, he told us, and did not intend to ask who would wind it from now on.

      Reporting by Northwire.
      """, wire: [story(under: "by-nd")]),
    butPassesWhere: "the item's words are left as they are"
  ) { $0.draft = "\(ExampleWire.first) \(ExampleWire.second)\n\nReporting by Northwire.\n" }

  private static let commercial = RuleExamples(
    CommercialUseForbidden.description,
    RuleExample("\(ExampleWire.first)\n\nReporting by Northwire.\n", wire: [story(under: "by-nc")]),
    butPassesWhere: "the site earns no money"
  ) { $0.site = $0.site.replacing("commercial: true", with: "commercial: false") }
}
