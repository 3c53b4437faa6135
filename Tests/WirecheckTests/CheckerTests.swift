import Testing
import WireDocuments
import WireRights
import WireText

@testable import Wirecheck

/// Decisions on whole documents, beyond those that the rules' own examples show.
struct CheckerTests {
  private static let copied = "\(Story.first) \(Story.second)\n\n\(Story.own)\n"

  @Test func ownWordsAreNothing() throws {
    let scene = try Scene(wire: [Scene.item("NW-7", Story.text, Story.prohibiting)])
    let record = try scene.run(
      "\(Story.own)\n\nThe bees were moved by barge on Monday, the water board said.\n")
    #expect(record.findings.isEmpty && record.uses.isEmpty && record.verdict == .pass)
  }

  // MARK: Scope

  @Test func onlyTheChannelsThatAreLeftOutAreNamed() throws {
    let scene = try Scene(
      Story.contract(", channels: [web]"),
      site: Scene.site.replacing("[web]", with: "[print, web, newspaper]"), wire: [Scene.item()])
    let record = try scene.run(Self.copied)
    #expect(record.outline == ["WC402 error"])
    let finding = try #require(record.findings.first)
    #expect(finding.message.contains("reaches the channel newspaper, print"))
    #expect(finding.term?.origin == .contract && finding.term?.clause == "4.1")
    #expect(finding.term?.words == "Items may be published and edited.")
  }

  @Test func documentMayNarrowItsTerritoriesAndNeverWidenThem() throws {
    let scene = try Scene(
      Story.contract(", territories: [BG]"), site: Scene.site.replacing("[BG]", with: "[BG, RO]"),
      wire: [Scene.item()])
    for (territories, expected) in [(["BG"], 0), (["RO"], 1), (["FR"], 1), ([], 1), (["BG", "FR"], 0)] {
      var document = try #require(try Scene.documents([Scene.json(["id": "d", "text": Story.first])]).first)
      document.fields += territories.map { Field(.territory, $0, key: "territories") }
      let outcome = try scene.checker.check(
        document, on: Occasion(now: try #require(Instant(reading: "2026-11-20T12:00:00Z"))))
      #expect(outcome.findings.map(\.rule) == Array(repeating: "WC401", count: expected), "\(territories)")
    }
  }

  @Test func contractThatLeavesTheActOutIsCitedWhereTheNoticeIsSilent() throws {
    let contract = Story.contract().replacing("[publish, modify]", with: "[link]")
    for notice in [[:], Story.reserved] {
      let scene = try Scene(contract, wire: [Scene.item("NW-7", Story.text, notice)])
      let finding = try #require(try scene.run(Self.copied).findings.first)
      #expect(finding.rule == "WC101" && finding.level == .error)
      #expect(finding.term?.origin == .contract && finding.term?.clause == "4.1")
      #expect(finding.message.contains("no clause of the contract"))
    }
    // A notice that prohibits decides by itself, and is cited.
    let scene = try Scene(contract, wire: [Scene.item("NW-7", Story.text, Story.prohibiting)])
    let finding = try #require(try scene.run(Self.copied).findings.first)
    #expect(finding.rule == "WC101" && finding.level == .error && finding.term?.origin == .notice)
  }

  @Test func prohibitionOfTheContractIsCitedBeforeTheNotice() throws {
    let scene = try Scene(
      "contracts: [{agency: northwire, agreement: NW-1, clauses: [{id: \"7\", text: Nothing online., prohibit: [publish]}]}]",
      wire: [Scene.item("NW-7", Story.text, Story.prohibiting)])
    let finding = try #require(try scene.run(Self.copied).findings.first)
    #expect(finding.rule == "WC101" && finding.level == .error)
    #expect(finding.term?.words == "Nothing online." && finding.term?.path == "wirecheck.yaml")
  }

  @Test func contractOfAnotherAgencyIsNoContract() throws {
    let scene = try Scene(
      Story.contract().replacing("northwire", with: "meridian"),
      wire: [Scene.item("NW-7", Story.text, Story.reserved)])
    let finding = try #require(try scene.run(Self.copied).findings.first)
    #expect(finding.rule == "WC103" && finding.fact == "no contract with Northwire is on file")
  }

  // MARK: Time

  @Test func contractEndsWithItsLastDayInTheNewsroomsZone() throws {
    let scene = try Scene(Story.contract(period: "until: 2026-11-20, "), wire: [Scene.item()])
    #expect(try scene.run(Self.copied, now: "2026-11-20T21:59:59Z").outline == [])
    let record = try scene.run(Self.copied, now: "2026-11-20T22:00:00Z")
    #expect(record.outline == ["WC305 error"])
    #expect(record.findings.first?.term?.words.contains("until: 2026-11-20") == true)
  }

  @Test func contractThatHasNotBegun() throws {
    let scene = try Scene(Story.contract(period: "from: 2026-11-21, "), wire: [Scene.item()])
    let record = try scene.run(Self.copied)
    #expect(record.outline == ["WC305 error"])
    #expect(record.findings.first?.message.contains("had not begun") == true)
  }

  @Test func holdIsAWarningForADraftAndAnErrorAtPublication() throws {
    let scene = try Scene(
      Story.contract(), wire: [Scene.item(), Scene.item("NW-7", "", ["version": "2", "status": "withheld"])])
    #expect(try scene.run(Self.copied, stage: .draft).outline == ["WC303 warning"])
    #expect(try scene.run(Self.copied, stage: .publish).outline == ["WC303 error"])
  }

  /// The words that introduce a quotation are the newsroom's own, though one of them stands in the item as well.
  @Test(arguments: [
    ("Northwire reported on Wednesday that “", "”, and nobody said more about it."),
    ("“", ",” Northwire reported in a long story."), ("Northwire said: “", "”"),
  ])
  func introductionIsNoPartOfAQuotation(_ before: String, _ after: String) throws {
    let words =
      "the council had first reported the spraying to the lock keepers, who opened their gates by the sound of humming"
    let text =
      "Beekeepers moved their hives by barge, Northwire reported. It said that \(words) alone."
    let scene = try Scene(
      Story.contract().replacing("northwire", with: "meridian"), wire: [Scene.item("NW-7", text)])
    let record = try scene.run("\(Story.own) \(before)\(words)\(after)\n")
    #expect(record.outline == [], "\(record.findings.map(\.message))")
    #expect(record.uses.first?.uses.first?.attribution == .both)
    // Without the marks they are copied.
    let bare = try scene.run("\(Story.own) \(before)\(words)\(after)\n".filter { $0 != "“" && $0 != "”" })
    #expect(bare.outline == ["WC103 error"])
  }

  @Test func killStandsAgainstDraftsAndQuotations() throws {
    let scene = try Scene(
      Story.contract(), wire: [Scene.item(), Scene.item("NW-7", "", ["version": "2", "status": "killed"])])
    #expect(try scene.run(Self.copied, stage: .draft).outline == ["WC303 error"])
    #expect(try scene.run("Northwire wrote: “\(Story.first)”\n").outline == ["WC303 error"])
  }

  @Test func retentionIsCountedFromPublicationToNow() throws {
    let line = try Scene.json(["id": "d", "published": "2026-11-19T09:00:00Z", "text": Story.first])
    let scene = try Scene(Story.contract(", retention: 30 days"), wire: [Scene.item()])
    #expect(try scene.run(line, now: "2026-12-19T08:59:59Z", isArchive: true).outline == [])
    let record = try scene.run(line, now: "2026-12-19T09:00:00Z", isArchive: true)
    #expect(record.outline == ["WC306 error"])
    #expect(record.uses.first?.uses.first?.outcome == "violation")
    // What the contract said of the time holds when the contract is over too.
    let over = try Scene(
      Story.contract(", retention: 30 days", period: "until: 2026-11-30, "), wire: [Scene.item()])
    #expect(try over.run(line, now: "2026-12-10T09:00:00Z", isArchive: true).outline == [])
    #expect(try over.run(line, now: "2027-03-01T09:00:00Z", isArchive: true).outline == ["WC306 error"])
  }

  @Test func publishedDocumentsAreJudgedByTheirOwnTime() throws {
    let scene = try Scene(
      Story.contract(), wire: [Scene.item("NW-7", Story.text, ["embargo": "2026-11-20T06:00:00Z"])])
    for (published, expected) in [("2026-11-20T05:59:59Z", ["WC301 error"]), ("2026-11-20T06:00:00Z", [])] {
      let line = try Scene.json(["id": "d", "published": published, "text": Story.first])
      #expect(try scene.run(line, now: "2027-01-01T00:00:00Z", isArchive: true).outline == expected)
    }
  }

  // MARK: Credits and quotations

  private static let owed = Story.contract(", duties: [{credit: [Northwire]}]")

  @Test func creditIsNamedForADraftAndAskedForAtPublication() throws {
    let scene = try Scene(Self.owed, wire: [Scene.item()])
    #expect(try scene.run(Self.copied, stage: .draft).outline == ["WC201 info"])
    #expect(try scene.run(Self.copied, stage: .draft).verdict == .pass)
    #expect(try scene.run(Self.copied, stage: .publish).outline == ["WC201 error"])
    let finding = try #require(try scene.run(Self.copied).findings.first)
    #expect(
      finding.term?.clause == "4.1"
        && finding.help == ["Add the credit “Northwire” to the byline or credit line"])
  }

  @Test(arguments: [
    ("Reporting by Northwire.", []), ("Reporting by NORTHWIRE", []),
    ("Reporting by Nortwire.", ["WC202 error"]),
    ("Reporting by our own desk.", ["WC201 error"]),
  ])
  func creditInTheLastParagraph(_ credit: String, _ expected: [String]) throws {
    let scene = try Scene(Self.owed, wire: [Scene.item()])
    let record = try scene.run("\(Self.copied)\n\(credit)\n")
    #expect(record.outline == expected)
    #expect(record.uses.first?.uses.first?.creditOK == expected.isEmpty)
  }

  @Test func anotherAgencysCreditInTheBylineIsAltered() throws {
    let scene = try Scene(Self.owed, wire: [Scene.item()])
    let line = try Scene.json(["id": "d", "text": Story.first, "byline": "Meridian"])
    let record = try scene.run(line)
    #expect(record.outline == ["WC202 error"])
    #expect(record.findings.first?.message.contains("Meridian") == true)
  }

  @Test func noticeThatPermitsForACreditAsksForTheCredit() throws {
    let notice = [
      "notice": "© 2026 Northwire. This article may be republished provided that it is credited to Northwire."
    ]
    let scene = try Scene(wire: [Scene.item("NW-7", Story.text, notice)])
    let record = try scene.run(Self.copied)
    #expect(record.outline == ["WC201 error"], "\(record.findings.map(\.message))")
    #expect(try scene.run("\(Self.copied)\nReporting by Northwire.\n").outline == [])
  }

  private static let phrase =
    "the bees follow any light, and the lock keepers opened their gates by the sound of the humming alone"
  private static let quotes = "quotes: {max-share-of-source: 1}"

  @Test(arguments: ["“%”", "\"%\"", "«%»", "„%“"])
  func quotedAndCreditedPhrasePasses(_ marks: String) throws {
    let scene = try Scene(Self.quotes, wire: [Scene.item("NW-7", Story.text, Story.prohibiting)])
    let quote = marks.replacing("%", with: Self.phrase)
    let record = try scene.run("We asked at the lock. As Northwire has it, \(quote).\n\n\(Story.own)\n")
    #expect(record.outline == [])
    #expect(record.uses.first?.uses.first?.attribution == .both)
    // The words have to be there to be passed over.
    #expect(record.uses.first?.uses.first?.words ?? 0 > 15)
  }

  @Test func quotedPhraseWithoutCreditOwesIt() throws {
    let scene = try Scene(Self.quotes, wire: [Scene.item("NW-7", Story.text, Story.prohibiting)])
    let record = try scene.run("We asked at the lock. There, “\(Self.phrase)”.\n\n\(Story.own)\n")
    #expect(record.outline == ["WC201 error"])
    #expect(record.findings.first?.match?.attribution == .quoted)
    #expect(record.findings.first?.term?.origin == .quotation)
  }

  @Test func samePhraseWithoutMarksIsCopy() throws {
    let scene = try Scene(Self.quotes, wire: [Scene.item("NW-7", Story.text, Story.prohibiting)])
    let record = try scene.run("We asked at the lock. As Northwire has it, \(Self.phrase).\n\n\(Story.own)\n")
    #expect(record.outline == ["WC101 error"])
    #expect(record.findings.first?.match?.attribution == .credited)
  }

  // MARK: Mixed uses, other sources

  @Test func rewrittenWordsBesideCopiedOnesMakeNothingMilder() throws {
    let copied = try Scene(wire: [Scene.item("NW-7", Story.text, Story.reserved)]).run(Self.copied)
    #expect(copied.outline == ["WC103 error"])
    let mixed = try Scene(
      wire: [Scene.item("NW-7", "\(Story.text) \(ExampleWire.first) \(ExampleWire.second)", Story.reserved)]
    ).run("\(Self.copied)\n\(Rules.examples(of: "WC102")?.failing.draft ?? "")\n")
    #expect(mixed.outline == ["WC103 error"])
  }

  @Test func ownEarlierCopyIsNoSource() throws {
    let scene = try Scene(wire: [Scene.json(["id": "old-1", "text": Story.text])], agency: "harbour-times")
    let record = try scene.run(Self.copied)
    #expect(record.findings.isEmpty && record.uses.isEmpty)
    let other = try Scene(wire: [Scene.json(["id": "old-1", "text": Story.text])], agency: "northwire")
    #expect(try other.run(Self.copied).outline == ["WC103 error"])
  }

  @Test func itemOfNobodyKnownIsForAPerson() throws {
    let scene = try Scene(wire: [Scene.json(["id": "x", "text": Story.text])])
    let record = try scene.run(Self.copied)
    #expect(record.outline == ["WC101 warning"] && record.verdict == .warn)
  }

  @Test func shortPassagesAreLeftAlone() throws {
    let scene = try Scene("match: {min-words: 60}", wire: [Scene.item("NW-7", Story.text, Story.prohibiting)])
    #expect(try scene.run(Self.copied).outline == [])
  }

  // MARK: Levels

  @Test(arguments: [
    ("off", []), ("info", ["WC103 info"]), ("warning", ["WC103 warning"]), ("error", ["WC103 error"]),
  ])
  func levelsOfTheNewsroom(_ level: String, _ expected: [String]) throws {
    let scene = try Scene("rules: {WC103: \(level)}", wire: [Scene.item("NW-7", Story.text, Story.reserved)])
    #expect(try scene.run(Self.copied).outline == expected)
  }

  @Test func noRaisedLevelMakesAnErrorOfWhatCitesNothing() throws {
    let scene = try Scene("rules: {WC101: error}", wire: [Scene.json(["id": "x", "text": Story.text])])
    let finding = try #require(try scene.run(Self.copied).findings.first)
    #expect(finding.level == .warning || finding.term != nil || finding.fact != nil)
  }

  // MARK: Notices

  @Test func noticeLeftInIsMilderUnderAContract() throws {
    let notice = "© 2026 Northwire. All rights reserved."
    let draft = "\(Story.own)\n\n\(notice)\n"
    let record = try Scene().run(draft)
    #expect(record.outline == ["WC502 error"])
    #expect(record.findings.first?.places.first?.excerpt?.head == notice)
    #expect(try Scene(Story.contract()).run(draft).outline == ["WC502 warning"])
    #expect(try Scene(Story.contract(period: "until: 2026-11-01, ")).run(draft).outline == ["WC502 error"])
  }

  // MARK: Excerpts

  @Test(arguments: ExcerptPolicy.allCases)
  func excerpts(_ policy: ExcerptPolicy) throws {
    let scene = try Scene(wire: [Scene.item("NW-7", Story.text, Story.reserved)])
    let finding = try #require(try scene.run(Self.copied, excerpts: policy).findings.first)
    let draft = try #require(finding.places.first?.excerpt)
    let source = try #require(finding.source?.passages.first?.excerpt)
    switch policy {
    case .none: #expect(draft == .withheld(.audience) && source == .withheld(.audience))
    case .draft: #expect(draft.head.hasPrefix("Beekeepers") && source == .withheld(.audience))
    case .short:
      #expect(draft.omitted > 0 && draft == source)
      #expect(draft.head == "Beekeepers along the Dravin canal moved four hundred")
      #expect(draft.tail == "gates by the sound of the humming alone")
    case .full:
      #expect(draft.omitted == 0 && draft.tail.isEmpty)
      #expect(draft.head == source.head && "\(Story.first) \(Story.second)".hasPrefix(draft.head))
    }
  }

  @Test func shortExcerptsOfScriptsWithoutSpacesAreShort() {
    let text = String(repeating: "港口工人周五晚间走出码头", count: 40)
    let bytes = Array(text.utf8)
    let excerpt = Excerpt(bytes, TextRange(0, bytes.count), wordsAtEachEnd: 8)
    #expect(excerpt.head == "港口工人周五晚间" && excerpt.tail == "周五晚间走出码头")
    #expect(excerpt.omitted == 480 - 16)
  }
}
