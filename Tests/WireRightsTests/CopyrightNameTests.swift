import Testing

@testable import WireRights

/// Names of holders in copyright lines: names of all shapes, in every place of the line; what follows a name without
/// being part of it.
@Suite struct CopyrightNameTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private func statement(_ text: String) throws -> RightsStatement { try Self.parser.get().parse(text) }

  private static let lines = [
    "© 2024 {}", "© {} 2024", "© {}. All rights reserved.", "Copyright (c) 2024 {}. All rights reserved.",
    "Copyright © 2019-2024 {}, All rights reserved", "(c) 2024 {} | All rights reserved",
    "All rights reserved. © 2024 {}", "{} © 2024", "{}, Copyright (c) 2024",
  ]

  @Test(
    "a name is taken as a whole wherever it stands",
    arguments: [
      "Gull Review", "The Gull-Spokesman", "Ormsby Town Council", "Will Bell", "Free Gull Press", "May Bell",
      "La Voz del Sur", "Gull-7", "GullNet24", "gC3sar", "3gull", "24 Hours Media Ltd.", "G. I. Bell",
      "Г. И. Белов", "ООО «Чайка»", "Gull Noticias Ltda", "Gull [P] Ltd.", "Gull (Ormsby) Private Limited",
      "Gull AB (publ)", "Gull Media vzw", "Gull Media Sp. z o.o.", "Gull, spol. s r.o.", "al-Farol Media",
      "University of Ormsby", "Jean-Luc d'Arcy", "Gull+", "(주)갈매기", "갈매기일보", "海鸥(宁波)有限公司", "カモメ(かもめ)",
    ], lines)
  func wholeNames(_ name: String, _ line: String) throws {
    let text = line.replacing("{}", with: name).replacing("..", with: ".")
    let holder = try statement(text).holder?.asWritten
    // The full stop of a legal form also ends the sentence.
    let isEither = name.last?.isLetter ?? false
    #expect(holder == name || isEither && holder == name + "." || holder.map { $0 + "." } == name, "\(text)")
    #expect(try statement(text).coHolders.isEmpty, "\(text)")
  }

  @Test(
    arguments: [
      ("© 2024 gull Team", "gull Team"), ("© 2024 van Gull Media", "van Gull Media"),
      ("© 2024 the Gull Team", "Gull Team"), ("© Copyright of Gull Media 2011", "Gull Media"),
      ("© De Gull NV", "De Gull NV"), ("© 2013-present Gull Media", "Gull Media"),
      // What follows a name is not part of it.
      ("© 2024 Gull Press Editorial Use Only", "Gull Press"),
      ("© 2024 Gull Press Used With Permission", "Gull Press"),
      ("© 2024 Gull Press Not For Sale", "Gull Press"),
      ("© 2024 Gull Press Without Permission Prohibited", "Gull Press"),
      ("© 2024 Gull Press Terms Of Use", "Gull Press"),
      ("© 2024 Gull Press Only For News", "Gull Press"),
      ("© 2024 Gull Press Mandatory Credit", "Gull Press"),
      ("© 2024 Gull Press Nachdruck Verboten", "Gull Press"),
      ("© 2024 GULL PRESS NO RESALE", "GULL PRESS"), ("© 2024 千鳥社(無断転載禁止)", "千鳥社"),
      ("© 2024 4th edition Gull", nil), ("© 2024 10pm", nil), ("© 2024 reproduction prohibited", nil),
    ] as [(String, String?)])
  func endsOfNames(_ text: String, _ holder: String?) throws {
    #expect(try statement(text).holder?.asWritten == holder)
  }

  @Test(
    "a name that starts a sentence is taken from its start",
    arguments: [
      (
        "Ministry of Ferries reserves all rights.",
        "Ministry of Ferries"
      ),
      (
        "Board of Trustees of the University of Ormsby reserves all rights.",
        "Board of Trustees of the University of Ormsby"
      ),
      ("All content is the property of 24 Hours Media Ltd. Copying is prohibited.", "24 Hours Media Ltd."),
      ("Der Möwe Verlag behält sich alle Rechte vor.", "Möwe Verlag"),
      ("Le Goéland du Soir se réserve tous les droits.", "Le Goéland du Soir"),
    ])
  func subjects(_ text: String, _ holder: String) throws {
    #expect(try statement(text).holder?.asWritten == holder)
  }

  @Test(
    "changes that are reserved are those of whoever publishes",
    arguments: [
      "Änderungen und Irrtümer vorbehalten.", "Wijzigingen voorbehouden.",
      "Die Stadt behält sich Änderungen vor.",
    ])
  func changes(_ text: String) throws {
    #expect(try !statement(text).isNotice)
    #expect(try !statement("Nachdruck und Änderungen vorbehalten.").clauses.isEmpty)
  }

  @Test(
    "words of reports make prose outside a copyright line",
    arguments: [
      "The © 2024 ruling came on Tuesday, the spokesman said.", "Copyright lawsuit against the town council",
      "For example: © 2024 Your Name. All rights reserved.", "A copyright clearing mechanism is planned.",
    ])
  func proseStays(_ text: String) throws {
    #expect(try !statement(text).isNotice)
  }
}
