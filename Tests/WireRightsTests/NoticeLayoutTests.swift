import Testing
import WireText

@testable import WireRights

/// Notices as pages lay them out: with labels, bars and line breaks, glued to what follows, with names over two lines.
@Suite struct NoticeLayoutTests {
  private static let policies = ProgramPolicies.all

  private func statement(_ text: String) throws -> RightsStatement {
    NoticeParser(try Self.policies.get()).parse(text)
  }

  private func lines(_ text: String) throws -> Set<String> { StatementLines.lines(try statement(text)) }

  @Test(arguments: [
    ("IMPORTANT: Copyright (c) 2019. Gull Review, Inc. All rights reserved.", "Gull Review, Inc."),
    ("• Copyright (c) 2019. Gull Review, Inc. All rights reserved.", "Gull Review, Inc."),
    ("Hinweis: © 2024 Möwe Verlag", "Möwe Verlag"), ("Avis : © 2024 Le Goéland", "Le Goéland"),
    ("**© 2024 Gull Review**", "Gull Review"),
    // A label that is itself the word for copyright, or no label at all.
    ("Copyright: Möwe Verlag", "Möwe Verlag"), ("© Important: Gull Review", "Important"),
  ])
  func labelsAreNoHolders(_ text: String, _ holder: String) throws {
    #expect(try statement(text).holder?.asWritten == holder)
  }

  @Test(arguments: [
    ("(2022 Gull Review, Inc., All Rights Reserved.)", "Gull Review, Inc."),
    ("[Kestrel Inc. No reproduction without permission.]", "Kestrel Inc."),
    ("- © All rights reserved - Harbour Times", "Harbour Times"),
    ("© 2019 by The Harbour Bank of St.  Ormsby.", "The Harbour Bank of St. Ormsby"),
  ])
  func bracketsDashesAndSpacesChangeNoHolder(_ text: String, _ holder: String) throws {
    #expect(try statement(text).holder?.name == holder)
  }

  @Test func dashesInsideALineOfAListPartItsItems() throws {
    #expect(
      try lines("- No scraping of photos - No using the texts for AI training")
        == lines("No scraping of photos. No using the texts for AI training"))
  }

  @Test func aLabelDemandsNothing() throws {
    #expect(try statement("Copyright notice: The articles may be freely copied.").duties.isEmpty)
    #expect(
      try statement("The articles may be freely copied if the copyright notice is kept.").duties.map(\.kind)
        == [.notice])
  }

  @Test(arguments: [
    (
      "Für Privatkunden frei | Nachdruck verboten",
      "Für Privatkunden frei. Nachdruck verboten"
    ),
    (
      "You may quote up to 75 words for educational purposes | Republication requires written permission",
      "You may quote up to 75 words for educational purposes. Republication requires written permission"
    ),
    (
      "Soukromé užití je povoleno\nKopírovat ke komerčnímu užití je zakázáno",
      "Soukromé užití je povoleno. Kopírovat ke komerčnímu užití je zakázáno"
    ),
    (
      "© 2024 Harbour Wire | Nachdruck ist erlaubt | Kommerzielle Nutzung verboten",
      "© 2024 Harbour Wire. Nachdruck ist erlaubt. Kommerzielle Nutzung verboten"
    ),
    (
      "© 2024 Harbour Wire | Nachdruck erlaubt | Im Fernsehen verboten",
      "© 2024 Harbour Wire. Nachdruck erlaubt. Im Fernsehen verboten"
    ),
    ("For immediate release | Norway OUT", "For immediate release. Norway OUT"),
    ("For immediate release | For subscribers only", "For immediate release. For subscribers only"),
    ("Publication is permitted | Restrictions apply", "Publication is permitted. Restrictions apply"),
  ])
  func barsAndLinesSeparateRules(_ text: String, _ sentences: String) throws {
    #expect(try lines(text) == lines(sentences))
  }

  @Test(arguments: [
    // A line that breaks off, and a name between bars.
    ("Nachdruck nur mit\nGenehmigung des Verlags", "Nachdruck nur mit Genehmigung des Verlags"),
    ("© 2024 | Gull Review | All rights reserved", "© 2024 Gull Review. All rights reserved"),
    // A limit belongs to the permission before or after it.
    (
      "Only with written permission | Publication is permitted",
      "Only with written permission Publication is permitted"
    ),
    ("For personal use | Publication is permitted", "For personal use Publication is permitted"),
    ("Nicht frei | Abdruck erlaubt", "Nicht frei Abdruck erlaubt"),
    ("TV | Radio: no archive", "TV Radio: no archive"),
    (
      "You may republish our stories | for non-commercial purposes only",
      "You may republish our stories for non-commercial purposes only"
    ),
    (
      "Die Fotos dürfen kostenlos verwendet werden\nNur für redaktionelle Zwecke",
      "Die Fotos dürfen kostenlos verwendet werden nur für redaktionelle Zwecke"
    ),
  ])
  func barsAndLinesInsideRulesDoNot(_ text: String, _ sentence: String) throws {
    #expect(try lines(text) == lines(sentence))
  }

  @Test(arguments: [
    ("© 2021 Gull Review.All rights reserved.", "Gull Review", true),
    ("© 2021 Gull Review.Reproduction without permission is prohibited.", "Gull Review", false),
    ("© 2021 Gull Review This material may not be published without permission.", "Gull Review", false),
    ("© 2021 Gull Review Our articles may be republished.", "Gull Review", false),
    ("© 2021 Gull.Example", "Gull.Example", false),
    ("© 2021 Gull Review.Photos may not be reproduced.", "Gull Review", false),
    ("© 2021 Gull Review.Reproduction, in whole or in part, is prohibited.", "Gull Review", false),
    // A part of the name, whatever follows it.
    ("© 2021 Gull.Finance, Inc. All rights reserved", "Gull.Finance, Inc.", true),
    ("© 2021 Gull.Company, all rights reserved.", "Gull.Company", true),
  ])
  func whatIsGluedToANameIsNoPartOfIt(_ text: String, _ holder: String, _ isReserved: Bool) throws {
    let statement = try statement(text)
    #expect(statement.holder?.asWritten == holder)
    #expect((statement.allRightsReserved != nil) == isReserved)
  }

  @Test(arguments: [
    ("Alle Inhalte sind geschützt © Möwe Publishing\nGmbH. Nachdruck verboten.", "Möwe Publishing\nGmbH"),
    ("© 2019 Kestrel Print\nand Sound Ltd. All rights reserved.", "Kestrel Print\nand Sound Ltd."),
    ("© 2019 Kestrel Print\nJo Bell reports from Ormsby.", "Kestrel Print"),
    ("© Möwe Wire\nGmbH & Co. KG. Alle Rechte vorbehalten.", "Möwe Wire\nGmbH & Co. KG"),
    ("© 2024 «Gull\nWire»", "Gull\nWire"),
    // The next line goes on as a sentence.
    ("© Harbour Wire\nAG said on Monday", "Harbour Wire"),
    ("© 2024 Jo Bell\nInc. magazine reports", "Jo Bell"),
    ("© 2024 «Harbour\nJo Bell reports» Wire", "Harbour"),
    ("© 1st Avenue Press. All rights reserved.", "1st Avenue Press"),
    ("© 3 Rivers News 2024", "3 Rivers News"),
  ])
  func namesMayBeBrokenOverLines(_ text: String, _ holder: String) throws {
    #expect(try statement(text).holder?.asWritten == holder)
  }

  @Test(arguments: [
    ("© 1st January 2024 Gull Wire", "Gull Wire", [2024]), ("© 5 January Gull Wire", "Gull Wire", []),
    ("© 2 July 2024 Gull Wire. All rights reserved.", "Gull Wire", [2024]),
    ("© July 2, 2024 Gull Wire. All rights reserved.", "Gull Wire", [2024]),
    ("© Gull Wire 2 July 2024", "Gull Wire", [2024]),
    ("© 2. Juli 2024 Möwe Verlag. Alle Rechte vorbehalten.", "Möwe Verlag", [2024]),
    // Names with a month or a number.
    ("© March 2 Press", "March 2 Press", []), ("© May Press 2024", "May Press", [2024]),
    ("© 24 Hours Media", "24 Hours Media", []),
  ])
  func daysAreNoPartOfNames(_ text: String, _ holder: String, _ years: [Int]) throws {
    let statement = try statement(text)
    #expect(statement.holder?.asWritten == holder)
    #expect(statement.years == years)
  }

  @Test(arguments: [
    ("PROHIBIDA SU REPRODUCCIÓN SIN AUTORIZACIÓN EXPRESA.", Condition.withoutPermission),
    ("ESTE MATERIAL NÃO PODE SER PUBLICADO SEM AUTORIZAÇÃO.", .withoutPermission),
    ("REPRODUCEREA CONȚINUTULUI FĂRĂ ACORD PREALABIL ESTE INTERZISĂ.", .withoutPermission),
    ("SIN VENTAS", Condition.none), ("SEM VENDA", Condition.none),
  ])
  func withoutInCapitalsIsACondition(_ text: String, _ condition: Condition) throws {
    let clauses = try statement(text).clauses
    #expect(!clauses.isEmpty)
    #expect(clauses.allSatisfy { $0.effect == .prohibit && $0.condition == condition }, "\(clauses)")
  }

  /// Cedillas and commas below are the same letters in Romanian, whichever a keyboard has.
  @Test func cedillasAreCommasBelow() throws {
    let text = "Reproducerea conținutului este interzisă fără menționarea sursei și a autorului."
    let old = text.replacing("ț", with: "ţ").replacing("ș", with: "ş")
    #expect(try lines(old) == lines(text))
  }

  private func found(_ paragraphs: [String]) throws -> [FoundNotice] {
    let text = Array(paragraphs.joined(separator: "\n\n").utf8)
    return NoticeParser(try Self.policies.get()).notices(in: text, paragraphs: Paragraphs.ranges(in: text))
  }

  private static let story = "The harbour council met on Tuesday evening and elected a new chair."

  @Test func ownersBeforeARuleBelongToIt() throws {
    let notice = "This article is the property of Gull Review. Reproduction without permission is prohibited."
    #expect(try found([Self.story, notice]).map(\.statement.holder?.asWritten) == ["Gull Review"])
    // Of something else, or with no rule after it.
    #expect(
      try found([Self.story, "The lighthouse is the property of Jo Bell. It was painted on Monday."]).isEmpty)
  }

  @Test(arguments: [
    "All articles in the shop are the property of Jo Bell. Sale is prohibited.",
    "The museum's pictures belong to Ormsby. Reproduction without permission is prohibited.",
  ])
  func ownersOfOtherThingsAreNoHolders(_ text: String) throws {
    #expect(try found([Self.story, text, Self.story]).allSatisfy { $0.statement.holder == nil })
  }

  @Test func namesInQuotationMarksAreNoQuotations() throws {
    #expect(try found([Self.story, "©АО «Волжская газета», 2020."]).map(\.statement.years) == [[2020]])
    #expect(try found([Self.story, "The plaque reads “© 2020 Gull Review. All rights reserved.”"]).isEmpty)
  }

  @Test(arguments: ["(Copyright ⓒ 등대일보. All rights reserved)", "<저작권자 ⓒ 등대일보. 무단 전재 및 재배포 금지>"])
  func bracketsDoNotHideTheHolder(_ notice: String) throws {
    #expect(try found([Self.story, notice]).map(\.statement.holder?.asWritten) == ["등대일보"])
  }

  /// The words of a notice in a body are the body's own bytes, whatever is between and inside them.
  @Test func noticesKeepTheirBytes() throws {
    let notice = "©\u{A0}2026 Möwe Verlag. Nach\u{AD}druck nur mit\u{202F}Geneh\u{AD}migung."
    let text = Array("Der Hafenrat tagte am Diens\u{AD}tag.\n\n\(notice)".utf8)
    let found = NoticeParser(try Self.policies.get()).notices(
      in: text, paragraphs: Paragraphs.ranges(in: text))
    #expect(found.map { String(decoding: text[$0.range.indices], as: UTF8.self) } == [notice])
    #expect(found.first?.statement.text == notice)
    #expect(found.first?.statement.clauses.map(\.action) == [.publish])
  }
}
