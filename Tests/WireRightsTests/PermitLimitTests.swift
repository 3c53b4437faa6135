import Testing
import WireText

@testable import WireRights

/// How far a permission reaches beside prohibitions, purposes and facts that are not known.
@Suite struct PermitLimitTests {
  private static let policies = ProgramPolicies.all

  private func decision(
    _ text: String, _ action: Action, on channel: String = "web", in territory: String = "BG",
    for purposes: Set<Purpose> = [.newsReporting], isCommercial: Bool? = true,
    evidence: Evidence = Sample.credited
  ) throws -> Ruling {
    let item = Sample.item(NoticeParser(try Self.policies.get()).parse(text))
    var use = Sample.use(on: [channel], in: [territory])
    use.actions = [action]
    use.purposes = purposes
    use.isCommercial = isCommercial
    return try Sample.engine().decide(on: item, contracts: [], use: use, evidence: evidence).deciding
  }

  @Test(
    "a permission of a narrower act leaves the limits of a wider prohibition",
    arguments: [
      ("© Northwire. You may translate our articles. For personal use only.", Action.translate, "web", "BG"),
      ("© Northwire. You may resell our articles in Bulgaria. For personal use only.", .resell, "web", "BG"),
      ("© Northwire. Not for use in print. Translation is permitted.", .translate, "print", "BG"),
      ("© Northwire. Free to republish in Norway. No print use.", .publish, "print", "NO"),
      ("Articles of Northwire may not be used in Norway. Translation is permitted.", .translate, "web", "NO"),
    ])
  func limitsStand(_ text: String, _ action: Action, _ channel: String, _ territory: String) throws {
    #expect(try decision(text, action, on: channel, in: territory).outcome == .violation)
  }

  @Test(
    "outside of the limits the permission holds, and one that is narrower in every respect prevails",
    arguments: [
      ("© Northwire. Not for use in print. Translation is permitted.", Action.translate, "web", "BG"),
      ("© Northwire. Free to republish in Norway. No print use.", .publish, "web", "NO"),
      ("Articles of Northwire may not be used in Norway. Translation is permitted.", .translate, "web", "BG"),
      ("© Northwire. Any use is prohibited. Publication is permitted in Norway.", .publish, "web", "NO"),
      (
        "© Northwire. Copying is prohibited. Quotations of up to 100 words are permitted.", .excerpt, "web",
        "BG"
      ),
    ])
  func permissionsHold(_ text: String, _ action: Action, _ channel: String, _ territory: String) throws {
    #expect(try decision(text, action, on: channel, in: territory).outcome <= .allowWithDuty)
  }

  @Test(
    "what a following sentence takes back is for a person",
    arguments: [
      "© Northwire. You may republish our articles. This does not apply to newspapers.",
      "© Northwire. You may republish our articles. Exceptions: commercial sites.",
      "© Northwire. Unsere Artikel dürfen verwendet werden. Dies gilt nicht für Zeitungen.",
      "© Northwire. Vous pouvez reproduire nos articles. Cela ne s'applique pas aux journaux.",
      "© Northwire. Se permite la reproducción de nuestros artículos. Esto no se aplica a los periódicos.",
      "© Northwire. Onze artikelen mogen worden overgenomen. Dit geldt niet voor kranten.",
      "© Northwire. Artykuły można publikować. Nie dotyczy to gazet.",
      "© Northwire. Наши статьи можно перепечатывать. Это не распространяется на газеты.",
      "© Northwire。本文可以转载。此规定不适用于商业网站。",
    ])
  func takenBack(_ text: String) throws {
    #expect(try decision(text, .publish).outcome == .needsReview)
    #expect(NoticeParser(try Self.policies.get()).parse(text).residue.count == 1)
  }

  @Test(
    "a limit that is a sentence of its own is for a person, before a permission and after it",
    arguments: [
      "For personal use.", "In Germany.", "Up to 75 words.", "Until 1 January 2020 only.",
      "Pending approval.",
      "Nur für Abonnenten.", "Bis 1. Januar 2020.", "Vorbehaltlich der Zustimmung des Verlags.",
      "À des fins non commerciales.", "Para fines no comerciales.", "Per fini non commerciali.",
      "W celach niekomercyjnych.", "В некоммерческих целях.", "Restrictions apply.",
    ])
  func limitsOfTheirOwn(_ limit: String) throws {
    let grant = "© Northwire. You may republish our articles."
    #expect(try decision("\(grant) \(limit)", .publish).outcome > .allowWithDuty)
    #expect(
      try decision("© Northwire. \(limit) You may republish our articles.", .publish).outcome > .allowWithDuty
    )
    let body = Array("The harbour was quiet.\n\n\(limit) This article may be republished.".utf8)
    let found = NoticeParser(try Self.policies.get()).notices(
      in: body, paragraphs: Paragraphs.ranges(in: body))
    #expect(found.map { String(decoding: body[$0.range.indices], as: UTF8.self) }.joined().hasPrefix(limit))
  }

  @Test(
    "a sentence of a permission that also forbids something unread is for a person",
    arguments: [
      "© Northwire. Publication is permitted / chains and kiosks excluded.",
      "© Northwire. For immediate release, only with written permission.",
      "© Northwire. For immediate release – restrictions apply.",
    ])
  func forbidsUnread(_ text: String) throws {
    #expect(try decision(text, .publish).outcome > .allowWithDuty)
  }

  @Test(arguments: [
    "© Northwire. Free to use without restrictions.", "PRESS RELEASE | FOR IMMEDIATE RELEASE",
    "FOR IMMEDIATE RELEASE, Ormsby, Norway, 5 January 2026", "For immediate release to all media",
    "© Northwire. You may republish our articles. It was a cold day for the fishermen of Norway.",
  ])
  func wordsThatLimitNothing(_ text: String) throws {
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.clauses.contains { $0.effect == .permit } && statement.residue.isEmpty)
  }

  @Test(
    "what does not hold for pictures leaves the permission for the text, and a story's words take nothing back",
    arguments: [
      "© Northwire. You may republish our articles. This does not apply to photographs.",
      "© Northwire. Unsere Artikel dürfen verwendet werden. Dies gilt nicht für Fotos.",
      "© Northwire. You may republish our articles. The old tariff does not apply, the minister said yesterday.",
    ])
  func notTakenBack(_ text: String) throws {
    #expect(try decision(text, .publish).outcome <= .allowWithDuty)
  }

  @Test(
    "a use for two purposes is within a term only if both are",
    arguments: [
      ("© Northwire. Articles may be republished for research.", [Purpose.research, .advertising]),
      ("© Northwire. Articles may be republished for personal purposes.", [.personal, .merchandise]),
      ("© Northwire. Articles may be republished for non-commercial purposes.", [.advertising]),
      ("© Northwire. Articles may be republished. For personal use only.", [.personal, .newsReporting]),
    ])
  func purposesBeyondATerm(_ text: String, _ purposes: [Purpose]) throws {
    #expect(try decision(text, .publish, for: Set(purposes), isCommercial: false).outcome > .allowWithDuty)
  }

  @Test(
    "how money is earned beside a use, and what its purpose implies, is no second purpose",
    arguments: [
      ("© Northwire. Articles may be republished for research.", [Purpose.research, .noncommercial]),
      ("© Northwire. Articles may be republished for personal purposes.", [.personal, .noncommercial]),
      ("© Northwire. Articles may be republished for editorial purposes.", [.newsReporting, .adSupported]),
      ("© Northwire. Articles may be republished for editorial purposes.", [.newsReporting, .editorial]),
    ])
  func purposesOfATerm(_ text: String, _ purposes: [Purpose]) throws {
    #expect(try decision(text, .publish, for: Set(purposes), isCommercial: false).outcome <= .allowWithDuty)
  }

  @Test func quotingIsFreeForItsPurposesOnly() throws {
    func quoting(_ purposes: Set<Purpose>) throws -> Outcome {
      var use = Sample.use(
        extent: Extent(words: 30, sourceWords: 600, longestRun: 30, isQuoted: true))
      use.actions = [.excerpt]
      use.purposes = purposes
      return try Sample.engine().decide(
        on: Sample.item(Sample.seedNotice), contracts: [], use: use, evidence: Sample.credited
      ).outcome
    }
    #expect(try quoting([.newsReporting]) == .allowWithDuty)
    #expect(try quoting([.newsReporting, .adSupported]) == .allowWithDuty)
    #expect(try quoting([.newsReporting, .advertising]) > .allowWithDuty)
  }

  /// A clause against one purpose reaches a use that has another one besides.
  @Test func aContractsBarReachesAUseForTwoPurposes() throws {
    let contracts = try Sample.contracts(
      """
      - agency: northwire
        agreement: N
        clauses:
          - {id: a, text: A., permit: [publish]}
          - {id: b, text: B., prohibit: [use], purposes: [advertising]}
      """)
    func outcome(_ purposes: Set<Purpose>) throws -> Outcome {
      var use = Sample.use()
      use.actions = [.publish]
      use.purposes = purposes
      return try Sample.engine().decide(
        on: Sample.item(Sample.seedNotice), contracts: contracts, use: use, evidence: Sample.credited
      ).outcome
    }
    #expect(try outcome([.newsReporting, .advertising]) == .violation)
    #expect(try outcome([.newsReporting]) <= .allowWithDuty)
  }

  @Test func aLicenceThatMayCoverTheUseIsTheReason() throws {
    let text = "© Northwire. CC BY-NC 4.0."
    let open = try decision(text, .publish, isCommercial: nil)
    #expect(open.outcome == .needsReview && open.tier == .publicLicence)
    #expect(open.reason == .licenceForbidsCommercialUse("CC-BY-NC-4.0"))
    #expect(try decision(text, .publish, isCommercial: false).outcome == .allowWithDuty)
    #expect(try decision(text, .publish, isCommercial: true).outcome == .violation)
    let plain = try decision("© Northwire.", .publish, isCommercial: nil)
    #expect(plain.tier == .standing && plain.reason == .reserved)
  }

  /// A status that nobody knows may mean that the item is withdrawn.
  @Test func anUnknownStatusAllowsNothingInPublic() throws {
    var item = Sample.item(
      Sample.statement(
        "© Northwire. May be used.", [(Sample.permit(.use), "May be used.")]))
    let engine = try Sample.engine()
    func ruling(_ action: Action, _ stage: Use.Stage = .publish) -> Ruling {
      var use = Sample.use(stage: stage)
      use.actions = [action]
      return engine.decide(on: item, contracts: [], use: use, evidence: Sample.credited).deciding
    }
    #expect(ruling(.publish).outcome == .allow)
    item.unknownStatus = "frobnicated"
    #expect(ruling(.publish).outcome == .needsReview)
    #expect(ruling(.publish).reason == .statusUnclear("frobnicated"))
    #expect(ruling(.publish, .draft).outcome == .allow)
    #expect(ruling(.archive).outcome == .allow)
    item.released = Sample.noon
    #expect(ruling(.publish).outcome == .allow)
    item.status = .withdrawn
    #expect(ruling(.publish).outcome == .violation)
  }
}
