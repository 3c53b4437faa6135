import Testing
import WireText

@testable import WireRights

/// What stands beside a permission in a body: its limits on lines of their own, conditions, and other matters.
struct PermissionBesideTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private static let story = """
    The harbour board agreed on Monday to open the gates. It said nothing else about the matter on that day, and \
    nobody in the town asked.
    """

  private static func found(_ text: String) throws -> [FoundNotice] {
    let bytes = Array(text.utf8)
    return try parser.get().notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes))
  }

  /// What the notices of a body say about its publication on a website.
  private static func outcome(_ text: String, for action: Action = .publish) throws -> Outcome {
    let statements = try found(text).map { SourcedStatement($0.statement, source: "body") }
    var item = ItemTerms(agency: nil, statements: statements)
    item.published = Sample.noon
    var use = Sample.use(in: ["NO"])
    use.actions = [action]
    return try Sample.engine().decide(on: item, contracts: [], use: use, evidence: Evidence()).deciding
      .outcome
  }

  @Test(
    "a line that only limits what is permitted beside it is a limit",
    arguments: [
      "Publication is permitted\n\nIn Norway", "In Norway\n\nPublication is permitted",
      "You may republish this article free of charge.\n\nFor personal use",
      "You may republish this article free of charge.\n\nUp to 75 words",
      "Publication is permitted\n\n• In Norway\n\n• Until 1 January 2020",
      "Der Abdruck ist frei\n\nNach Ablauf der Sperrfrist",
      "• Nach Ablauf der Sperrfrist\n\n• Der Abdruck ist frei",
      "FOR IMMEDIATE RELEASE\nAfter 24 hours", "For immediate release | After 24 hours",
      "Pour diffusion immédiate | Après 24 heures",
    ])
  func limits(_ lines: String) throws {
    for text in ["\(lines)\n\n\(Self.story)", "\(Self.story)\n\n\(lines)"] {
      #expect(try Self.outcome(text) >= .needsReview)
    }
  }

  @Test(
    "days, places, names and headlines below a release do not limit it",
    arguments: [
      "Monday, 5 January 2026", "5 January 2026", "Oslo, Norway", "Contact: Jo Bell, 555 1234",
      "Radio festival opens", "Gates open in Norway", "After the storm", "By Jo Bell in Ruritania",
    ])
  func noLimits(_ line: String) throws {
    #expect(try Self.outcome("FOR IMMEDIATE RELEASE\n\n\(line)\n\n\(Self.story)") == .allow)
  }

  @Test(
    "whom to ask first is a condition",
    arguments: [
      ("You may republish our stories. Contact us first.", Outcome.needsReview),
      ("You may republish our stories. Please contact the editor first.", .needsReview),
      ("You may republish our stories. Contact us for terms.", .needsReview),
      ("You may republish our stories. Contact us first for terms.", .needsReview),
      ("Der Abdruck ist frei. Kontaktieren Sie uns vorher.", .needsReview),
      ("You may republish our stories. Contact us with questions.", .allow),
      ("You may republish our stories. Contact us for more information.", .allow),
      ("You may republish our stories. For questions please contact desk@harbour.example.", .allow),
    ])
  func asking(_ text: String, _ outcome: Outcome) throws {
    #expect(try Self.outcome("\(Self.story)\n\n\(text)") == outcome)
  }

  @Test(
    "what a story says is permitted is about its own matter",
    arguments: [
      ("The harbour archive is the property of the town library. Publication is permitted.", 0),
      ("Boats may dock at the northern quay. Reproduction is permitted.", 0),
      ("These photos are the property of the town library. Publication is permitted.", 1),
      ("Photo: Jo Bell. Publication is permitted.", 1),
      ("Publication is permitted.", 1),
    ])
  func otherMatter(_ text: String, _ count: Int) throws {
    #expect(try Self.found("\(text)\n\n\(Self.story)").count == count)
  }

  @Test(
    "a restriction behind credits counts, whatever the names are",
    arguments: [
      "Kestrel | Marten | No sales", "Jo Bell | Gull Press | No sales", "Gull | No sales",
      "No sales | No archives",
    ])
  func creditLines(_ line: String) throws {
    #expect(try Self.found("\(line)\n\n\(Self.story)").count == 1)
  }

  @Test(
    "a permission of what another rule withholds is for a person",
    arguments: [
      ("You may republish our stories. | Reproduction prohibited without permission", Outcome.needsReview),
      ("You may republish our stories. Reproduction is prohibited.", .needsReview),
      ("You may republish our stories. Reproduction for commercial purposes is prohibited.", .allow),
      ("You may republish our stories. Reproduction of photos is prohibited.", .allow),
      ("You may republish our stories. Rewriting is prohibited.", .allow),
      ("Except as stated here, reproduction is prohibited. You may republish this article for free.", .allow),
    ])
  func withheld(_ text: String, _ outcome: Outcome) throws {
    #expect(try Self.outcome(text) == outcome)
  }

  private static let embargo = "Embargoed until 6 pm GMT 5 January 2030"
  private static let lift = "Embargo lifted at 18:00 GMT on 5 January 2020"

  @Test("an embargo ends where words below it say that it was lifted at a past instant")
  func pastLift() throws {
    #expect(try Self.outcome("\(Self.embargo)\n\n\(Self.lift)\n\n\(Self.story)") == .allow)
    #expect(try Self.outcome("\(Self.embargo)\n\n\(Self.story)\n\n\(Self.lift)") == .allow)
  }

  @Test(
    "no other words end it",
    arguments: [
      "\(lift)\n\n\(story)\n\n\(embargo)", "\(lift)\n\n\(embargo)",
      "\(embargo)\n\n\(story)\n\nEmbargo lifted at 18:00 GMT on 5 January 2031",
      "\(embargo)\n\n\(story)\n\nPrint embargo lifted at 18:00 GMT on 5 January 2020",
      "\(embargo)\n\n\(story)\n\nEmbargo for broadcast lifted at 18:00 GMT on 5 January 2020",
      "\(embargo)\n\n\(story)\n\nEmbargo on the photos lifted at 18:00 GMT on 5 January 2020",
      "\(embargo)\n\n\(story)\n\nEmbargo lifted in Sweden at 18:00 GMT on 5 January 2020",
      "\(embargo)\n\n\(story)\n\nEmbargo lifted at 18:00 GMT on 5 January 2020 for subscribers",
      "\(embargo)\n\nThe embargo was lifted at 18:00 GMT on 5 January 2020, the minister said.",
      // What stands below the lift may be a new embargo, or say that it stands.
      "\(embargo)\n\n\(lift).\n\n\(embargo)",
      "\(embargo). May be published after 5 January 2020.",
    ])
  func standingEmbargo(_ text: String) throws {
    #expect(try Self.outcome(text) == .violation)
  }

  @Test(
    "an embargo may stand of which a line below its lift speaks again",
    arguments: ["Embargo stands.", "CORRECTION: the embargo stands."])
  func maybeStanding(_ line: String) throws {
    #expect(try Self.outcome("\(Self.embargo)\n\n\(Self.lift).\n\n\(line)") == .needsReview)
  }

  @Test(
    "the lift of another item ends no embargo",
    arguments: [
      "Budget: \(embargo)\n\n\(story)\n\nSport: \(lift).", "- Budget: \(embargo)\n- Sport: \(lift).",
      "Video: \(embargo)\nStory: \(lift).", "1. Budget story. \(embargo)\n2. Sports story. \(lift).",
      "Annual report - \(embargo)\nQuarterly report - \(lift).",
    ])
  func otherItem(_ text: String) throws {
    #expect(try Self.outcome(text) != .allow)
  }

  /// Many permissions, limits, embargoes and lifts are read in time that grows with the text.
  @Test(
    .timeLimit(.minutes(60)),
    arguments: [
      "Publication is permitted\n\nIn Norway\n\n", "In Norway\n\n", "\(embargo)\n\n\(lift)\n\n", "Fish | ",
    ])
  func many(_ line: String) throws {
    _ = try Self.outcome("Publication is permitted\n\n" + String(repeating: line, count: 20_000) + "No sales")
  }
}
