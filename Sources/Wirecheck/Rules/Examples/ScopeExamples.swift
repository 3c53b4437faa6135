/// Examples of the rules on scope, WC401 and WC402.
enum ScopeExamples {
  static let all = [territory, channel]

  private static let territory = RuleExamples(
    TerritoryDenied.description,
    RuleExample(
      ExampleWire.copied, wire: [ExampleWire.story()], terms: ExampleWire.contract(["territories: [BG]"])
    ).with { $0.site = $0.site.replacing("[BG]", with: "[BG, RO]") },
    butPassesWhere: "the clause reaches both territories"
  ) { $0.terms = ExampleWire.contract(["territories: [BG, RO]"]) }

  private static let channel = RuleExamples(
    ChannelDenied.description,
    RuleExample(
      ExampleWire.copied, wire: [ExampleWire.story()], terms: ExampleWire.contract(["channels: [web]"])
    ).with { $0.site = $0.site.replacing("[web]", with: "[web, print]") },
    butPassesWhere: "the clause reaches both channels"
  ) { $0.terms = ExampleWire.contract(["channels: [web, print]"]) }
}
