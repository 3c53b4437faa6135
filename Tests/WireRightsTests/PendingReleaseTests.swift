import Testing

@testable import WireRights

/// Releases that wait for a time or an event, and clauses that contradict each other; agencies and places are invented.
struct PendingReleaseTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private static func outcome(
    _ text: String, for purposes: Set<Purpose> = [.newsReporting], in territory: String = "NO"
  ) throws -> Outcome {
    let statement = try parser.get().parse(text)
    var item = ItemTerms(agency: nil, statements: [SourcedStatement(statement, source: "body")])
    item.published = Sample.noon
    var use = Sample.use(in: [territory])
    use.actions = [.publish]
    use.purposes = purposes
    use.isCommercial = nil
    let decision = try Sample.engine().decide(on: item, contracts: [], use: use, evidence: Evidence())
    return decision.deciding.outcome
  }

  @Test(
    "an embargo that is to be lifted is not lifted yet",
    arguments: [
      "Embargo lifted at 6pm GMT 5 January 2030.", "Sperrfrist aufgehoben ab 5. Januar 2030, 18 Uhr.",
      "Embargo lifted tomorrow at noon.", "At 6pm GMT on 5 January 2030 the embargo is lifted.",
      "EMBARGO LIFTED WHEN SPEECH ENDS", "Embargo lifted once the minister speaks.",
      "Embargo levé après le discours.", "Sperrfrist aufgehoben, sobald die Rede gehalten ist.",
      "Se levanta el embargo cuando termine el discurso.",
      "For immediate release once the embargo is lifted.", "For immediate release after the embargo.",
      "Once the Harbour Wire embargo is lifted, publication is permitted.",
      "Publication is permitted when the Norwegian embargo is lifted.",
      "Embargo is lifted subject to confirmation.", "Embargo lifted pending confirmation.",
      "Sperrfrist aufgehoben vorbehaltlich der Bestätigung.", "Embargo levé sous réserve de confirmation.",
      "Publication libre à la levée de l'embargo.", "Print embargo lifted.", "Embargo on the photos lifted.",
      "Embargo lifted in print at 6pm GMT 5 January 2020.",
    ])
  func pending(_ text: String) throws {
    #expect(try Self.outcome(text) >= .needsReview)
    #expect(try Self.parser.get().parse(text).advisory?.kind == .embargo)
  }

  @Test(
    "an embargo that is lifted is a release",
    arguments: [
      "Embargo lifted.", "EMBARGO LIFTED", "Embargo lifted at 6pm GMT 5 January 2020.",
      "Embargo lifted: may now be used.", "Embargo lifted, story may be used after editing.",
      "The embargo is lifted. For immediate release.", "After talks, the embargo is lifted.",
      "Nach Rücksprache ist die Sperrfrist aufgehoben.", "Embargo lifted with immediate effect.",
      "Embargo levé, publication libre.", "Publication is permitted, the embargo is lifted.",
      "The embargo on this story is lifted.", "NORWAY: Embargo lifted at 6pm GMT 5 January 2020.",
    ])
  func lifted(_ text: String) throws {
    #expect(try Self.outcome(text) == .allow)
  }

  /// A story tells what happened; it is neither a release nor an embargo.
  @Test func aReportIsNoAdvisory() throws {
    let story = "The embargo was lifted after the speech."
    #expect(try Self.parser.get().parse(story).advisory == nil)
  }

  /// Many cues and words for embargoes are read in time that grows with the text.
  @Test(.timeLimit(.minutes(60))) func manyCues() throws {
    let text = String(repeating: "once embargo lifted after ", count: 5000)
    #expect(try Self.parser.get().parse(text).advisory?.kind != .release)
  }

  @Test(
    "a permit that says the opposite of a prohibition is for a person",
    arguments: [
      (
        "Publication is prohibited in Norway. Publication in Norway and on the web is permitted.",
        Outcome.needsReview
      ),
      // The permit is the permission that the prohibition asks for, and narrower.
      (
        "Publication is prohibited without permission. Publication on the web is permitted.", .allow
      ),
      ("Publication is prohibited. Publication on the web is permitted.", .allow),
    ])
  func contradictions(_ text: String, _ outcome: Outcome) throws {
    #expect(try Self.outcome(text) == outcome)
  }

  /// A limit is as narrow as another only if it names no more.
  @Test func aLimitIsComparedByWhatItNames() {
    func isNarrower(_ permit: [Constraint], _ prohibition: [Constraint]) -> Bool {
      Sample.permit(.publish, .none, permit).isNarrower(than: Sample.prohibit(.publish, .none, prohibition))
    }
    let web = Constraint(.channel, "web")
    let norway = Constraint(.territory, "NO")
    #expect(isNarrower([norway, web], [norway]))
    #expect(!isNarrower([Constraint(.territory, "SE"), web], [norway]))
    #expect(!isNarrower([Constraint(.territory, "NO|SE"), web], [norway]))
    #expect(isNarrower([norway, web], [Constraint(.territory, "NO|SE")]))
    #expect(!isNarrower([Constraint(.territory, "NO", .neq), web], [norway]))
    #expect(isNarrower([norway, web], [Constraint(.territory, "SE", .neq)]))
    #expect(!isNarrower([norway, web], [Constraint(.territory, "NO", .neq)]))
    #expect(
      isNarrower(
        [Constraint(.purpose, "news-reporting"), web], [Constraint(.purpose, "editorial")]))
    #expect(
      !isNarrower([Constraint(.purpose, "editorial"), web], [Constraint(.purpose, "news-reporting")]))
  }

  @Test(
    "a second purpose of a use that earns money counts",
    arguments: [
      ("Publication permitted for research.", [Purpose.research], true),
      ("Publication permitted for research.", [.research, .commercial], false),
      ("Publication permitted for research.", [.research, .commercial, .paywalled], false),
      ("Publication permitted for research.", [.research, .paywalled], true),
      ("Publication permitted for private study.", [.privateStudy], true),
      ("Publication permitted for private study.", [.privateStudy, .commercial], false),
      ("May be published for editorial purposes.", [.editorial, .commercial], true),
      ("May be published for editorial purposes.", [.newsReporting, .commercial], true),
    ])
  func purposes(_ text: String, _ purposes: [Purpose], _ isAllowed: Bool) throws {
    #expect(try (Self.outcome(text, for: Set(purposes)) == .allow) == isAllowed)
  }
}
