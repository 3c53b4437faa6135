import Testing

@testable import WireRights

/// A permission gives leave only as far as its words were understood.
@Suite struct PermissionWidthTests {
  private static let policies = ProgramPolicies.all

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
      "Map: © Gull Street contributors, CC BY-SA 2.0", "The report is available under CC BY 4.0.",
      "The city released the dataset under CC BY 4.0 on Monday.", "Source: Gull Statistics, CC BY 4.0",
      "Text from Gullpedia, used under CC BY-SA 4.0, has been adapted in the box above.",
      "Gullpedia text is available under CC BY-SA 4.0.", "The study is open access under CC BY 4.0.",
      "The city released a report on Monday. It is available under CC BY 4.0.",
      "Statistics Norway publishes its figures under CC BY 4.0.",
      "Die Studie ist unter CC BY 4.0 erschienen.",
      "Datensatz: Amt für Möwen, CC BY 4.0", "Le rapport est disponible sous licence CC BY 4.0.",
      "El informe está disponible bajo licencia CC BY 4.0.", "Доклад доступен по лицензии CC BY 4.0.",
      "写真：山田太郎 CC BY 4.0",
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
      "Dieser Beitrag steht unter der Lizenz CC BY 4.0.", "Dieser Text steht unter CC BY 4.0.",
      "© 2026 Gull News. It is made available under CC BY 4.0.", "Available under CC BY 4.0.",
      "https://creativecommons.org/licenses/by/4.0/",
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
    // Something for it.
    "You may publish this story for a fee.",
    "Abdruck gegen Honorar gestattet.",
    "이 기사는 자유롭게 전재할 수 있습니다. 단, 유료입니다.",
    // What is marked elsewhere.
    "You may publish this story unless otherwise stated.",
    "Unless otherwise noted, our stories may be republished with credit.",
    "Unless otherwise noted, you can republish our stories free of charge.",
    "Abdruck frei, sofern nicht anders angegeben.",
    "Dieser Text darf nachgedruckt werden, falls nichts anderes vermerkt ist.",
    "Cet article peut être reproduit gratuitement sauf mention contraire.",
    "Este artículo puede reproducirse libremente salvo indicación contraria.",
    "Questo articolo può essere riprodotto liberamente salvo diversa indicazione.",
    "Dit artikel mag vrij worden overgenomen, tenzij anders vermeld.",
    "Denne artikkelen kan fritt gjengis, med mindre annet er angitt.",
    "Tämän artikkelin saa julkaista vapaasti, ellei toisin mainita.",
    "本記事は自由に転載できます。ただし特記がある場合を除く。",
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
