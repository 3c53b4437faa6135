/// Examples of the rules on time and status, WC301 to WC306.
enum TimeExamples {
  static let all = [embargo, unclear, killed, corrected, ended, retention]

  private static let embargo = RuleExamples(
    EmbargoBroken.description,
    RuleExample(
      ExampleWire.copied, wire: [ExampleWire.story(#", "embargo": "2026-11-21T06:00:00Z""#)],
      terms: ExampleWire.contract()),
    butPassesWhere: "the document is published when the embargo has ended"
  ) { $0.now = "2026-11-21T06:00:00Z" }

  private static let unclear = RuleExamples(
    EmbargoUnclear.description,
    RuleExample(
      ExampleWire.copied, wire: [ExampleWire.story(#", "embargo": "until the minister has spoken""#)],
      terms: ExampleWire.contract()),
    butPassesWhere: "the embargo names a time, and that is over"
  ) { $0.wire = [ExampleWire.story(#", "embargo": "2026-11-19T18:00:00Z""#)] }

  private static let killed = RuleExamples(
    KilledItem.description,
    RuleExample(
      ExampleWire.copied,
      wire: [
        ExampleWire.story(),
        #"{"id": "NW-1201", "version": "2", "agency": "Northwire", "status": "killed", "text": ""}"#,
      ], terms: ExampleWire.contract()),
    butPassesWhere: "the agency sent the item anew"
  ) { $0.wire[1] = second }

  /// The story's second version, which changes nothing.
  private static let second = ExampleWire.story().replacing("\"1\"", with: "\"2\"")

  private static let corrected = RuleExamples(
    CorrectionPending.description,
    RuleExample(
      ExampleWire.copied,
      wire: [
        ExampleWire.story(),
        second.replacing("Tuesday", with: "Monday")
          .replacing(
            "\"slug\"", with: "\"ednote\": \"CORRECTS day. Please use the corrected version.\", \"slug\""),
      ], terms: ExampleWire.contract()),
    butPassesWhere: "the document has the corrected day"
  ) { $0.draft = ExampleWire.copied.replacing("Tuesday", with: "Monday") }

  private static let ended = RuleExamples(
    LicenceNotInForce.description,
    RuleExample(
      ExampleWire.copied, wire: [ExampleWire.story()],
      terms: ExampleWire.contract(period: "until: 2026-10-31")),
    butPassesWhere: "the contract is in force until the end of the year"
  ) { $0.terms = ExampleWire.contract(period: "until: 2026-12-31") }

  private static let retention = RuleExamples(
    RetentionPassed.description,
    RuleExample(
      #"{"id": "a-17", "published": "2026-11-19T09:00:00Z", "text": "\#(ExampleWire.first)"}"#,
      wire: [ExampleWire.story()], terms: ExampleWire.contract(["retention: 30 days"]),
      now: "2027-01-15T12:00:00Z"
    ).with { $0.isArchive = true },
    butPassesWhere: "the thirty days are not over"
  ) { $0.now = "2026-12-01T12:00:00Z" }
}
