import Testing

@testable import WireRights

/// A permission gives leave only as far as its words were understood.
@Suite struct PermissionWidthTests {
  private static let policies = Result { try NoticePolicies() }

  private func statement(_ text: String) throws -> RightsStatement {
    NoticeParser(try Self.policies.get()).parse(text)
  }

  /// What a text comes to for a copy on the web in Bulgaria, credited.
  private func outcome(_ text: String) throws -> Outcome {
    let item = Sample.item(try statement(text))
    return try Sample.engine().decide(
      on: item, contracts: [], use: Sample.use(), evidence: Sample.credited
    ).deciding.outcome
  }

  @Test(
    "a licence on a picture or another work frees no text",
    arguments: [
      "Photo: Jo Doe, CC BY 4.0", "Photo: Jo Doe / Gull Commons / CC BY-SA 3.0",
      "Comments are published under CC BY 4.0.", "Icons by Gull Fonts, CC BY 4.0",
      "Map: © Gull Street contributors, CC BY-SA 2.0",
    ])
  func licencesOfParts(_ text: String) throws {
    #expect(try statement(text).licence?.target != nil)
    #expect(try outcome(text) == .needsReview)
  }

  @Test(
    "a licence by itself, with a holder, or on the article is on the text",
    arguments: [
      "CC BY 4.0", "License: CC BY 4.0", "Licensed under CC BY 4.0.", "© 2026 Gull News, CC BY 4.0",
      "This article is licensed under CC BY 4.0.", "Text is available under the CC BY 4.0 licence.",
      "Dieser Beitrag steht unter der Lizenz CC BY 4.0.",
    ])
  func licencesOfTheText(_ text: String) throws {
    #expect(try outcome(text) == .allowWithDuty)
  }

  /// Permissions with a limit of which no clause was made.
  @Test(arguments: [
    // Places and times.
    "You may publish this story inside the European Union.",
    "You may publish this story from 10 December 2026.",
    "You may publish this story starting Monday.",
    "Free for publication for 7 days.",
    "You may publish this story for seven days.",
    "You may publish this story once.",
    "Rarely may this story be republished.",
    "May be published only on Sundays.",
    // Persons.
    "May be published only by members of the Guild.",
    "Publication is free for members.",
    "The Times may publish this story.",
    "We permit The Times to publish this story.",
    "You may publish this story unless you are a competitor of Northwire.",
    // Conditions.
    "You may publish this story provided you pay the fee.",
    "This story may be published only if Northwire agrees.",
    "You may publish this story, subject to our terms.",
    "You may republish our stories as long as you follow our guidelines.",
    "Permission to publish has been requested.",
    "Permission to publish is pending.",
    // In a sentence of its own.
    "May be published. But only on Sundays.",
    // Other languages.
    "Der Text darf in der Schweiz und im Fürstentum übernommen werden, solange die Messe dauert.",
    "Les textes peuvent être repris par les adhérents du syndicat.",
    "Foto utilizzabili a corredo di articoli sull'evento.",
    "Puede republicar este artículo durante la feria.",
    "Материалы можно перепечатывать участникам ассоциации.",
  ])
  func aLimitThatWasNotUnderstoodIsForAPerson(_ text: String) throws {
    #expect(try outcome(text) >= .needsReview)
  }

  @Test func aLeaveThatWasUnderstoodStands() throws {
    #expect(try outcome("You may publish this story.") <= .allowWithDuty)
    #expect(try outcome("May be published free of charge. No derivatives.") <= .allowWithDuty)
  }

  /// Permissions whose further words limit nothing.
  @Test(arguments: [
    "You may publish this story.",
    "Please feel free to republish this article.",
    "This text may be freely reproduced by anyone, in whole or in part.",
    "The stories of Harbour Press may be republished.",
    "Everyone is welcome to republish our articles from northwire.example/stories at no cost.",
    "Unless otherwise noted, you can republish our stories free of charge.",
    "Our stories may be republished provided that Northwire is credited.",
    "Sie dürfen diesen Text gerne kostenlos übernehmen.",
    "Vous pouvez librement reproduire cet article.",
    "Puede republicar este artículo libremente.",
    "I nostri articoli possono essere liberamente riprodotti.",
    "Denne artikel må gerne bringes frit.",
    "Наши материалы можно свободно перепечатывать.",
    "欢迎转载本文。",
  ])
  func wordsThatLimitNothingLeaveIt(_ text: String) throws {
    let statement = try statement(text)
    #expect(statement.clauses.contains { $0.effect == .permit })
    #expect(statement.residue.map(statement.words) == [])
  }
}
