import Testing

@testable import WireRights

/// Notices that a text asks about, shows or names perform nothing; those with the same words around them still do.
struct MentionTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private static func isNotice(_ text: String) throws -> Bool { try parser.get().parse(text).isNotice }

  @Test(arguments: [
    "Choose why you have permission to copy the chart.",
    "The form asks whether you may republish the photo and who must be credited.",
    "Note whether the text is for immediate release or may be published later.",
    "Geben Sie an, ob der Text sofort veröffentlicht werden darf.",
    "Précisez si le texte peut être publié immédiatement.",
    "Укажите, можно ли опубликовать текст сразу.",
  ])
  func indirectQuestions(_ text: String) throws { #expect(try !Self.isNotice(text)) }

  @Test(arguments: [
    "For example: © 2023 Your Company. All rights reserved.",
    "The foot of a page often says who owns it. For example: “All rights reserved. No archives.”",
    "Zum Beispiel: © 2022 Ihr Name. Alle Rechte vorbehalten.",
    "For eksempel: © 2022 Dit Navn. Alle rettigheder forbeholdes.",
    "Till exempel: © 2022 Ditt Namn. Alla rättigheter förbehållna.",
    "Till exempel: ”Under embargo till 12 maj kl. 08.00”.",
  ])
  func examples(_ text: String) throws { #expect(try !Self.isNotice(text)) }

  @Test(arguments: [
    "Use the tag “EDITORIAL USE ONLY” for pictures of players.",
    "The first page will state: “No part of this book may be copied for the training of models.”",
    "Auf dem Schild steht „Fotografieren und Veröffentlichung verboten“.",
    "На табличке была надпись «Копирование без разрешения запрещено».",
    "看板には「無断転載禁止」と書かれていた。",
    // The speaker goes on after his name.
    "“The picture is false,” read the note to clients. “Please remove it from all platforms.”",
  ])
  func quotedWordings(_ text: String) throws { #expect(try !Self.isNotice(text)) }

  @Test(arguments: [
    "Wir verkaufen keine Daten und veröffentlichen keine Bilder ohne Zustimmung.",
    "Nous ne vendons pas vos textes et ne reproduisons aucune photo sans accord.",
    "Мы не публикуем фотографии без согласия.",
  ])
  func conductOfTheSpeaker(_ text: String) throws { #expect(try !Self.isNotice(text)) }

  @Test(arguments: [
    "The photo was published without permission and has since been removed.",
    "The licence lets anyone copy the code as long as the notice is kept.",
    "It usually has the copyright symbol (©), the year and a name.",
  ])
  func pastEventsAndGeneralFacts(_ text: String) throws { #expect(try !Self.isNotice(text)) }

  @Test(arguments: [
    "The credit line must read “Photo: Jo Bell/Northwire”.",
    "Reproduction is permitted provided the statement “Source: Northwire” is added.",
    "Photos marked “handout” may not be sold.",
    "No commercial use, e.g. advertising, is allowed.",
    "We do not permit the use of our texts for training AI models.",
    "Wir untersagen die Nutzung unserer Inhalte für das Training von KI.",
    "Wir gestatten die Übernahme nur mit Quellenangabe.",
    "Nous n'autorisons pas la reproduction de nos articles.",
    "Мы запрещаем использование наших материалов без разрешения.",
    "Jede Nutzung, ob privat oder gewerblich, ist untersagt.",
    "Nobody may republish our stories without permission, whether in whole or in part.",
    "“No part of this publication may be reproduced without permission.”",
    "The licence permits reproduction but excludes translation.",
    "© 2024 Northwire. The photo was supplied by Jo Bell.",
    "Copyright (©) 2024 Northwire",
  ])
  func noticesStay(_ text: String) throws { #expect(try Self.isNotice(text)) }
}
