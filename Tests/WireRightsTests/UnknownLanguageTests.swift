import Testing
import WireText

@testable import WireRights

/// Languages without a lexicon: holder and year are read, and all other words are kept as unread.
struct UnknownLanguageTests {
  private static let notices: [(text: String, holder: String, year: Int, unread: String)] = [
    (
      "\u{A9} 2024 Kaio Berriak. Eskubide guztiak erreserbatuak. Materialak baimenik gabe erabiltzea debekatuta dago.",
      "Kaio Berriak", 2024,
      "Materialak baimenik gabe erabiltzea debekatuta dago"
    ),
    (
      "\u{A9} 2023 Qagayi Media. Barcha huquqlar himoyalangan. Materiallardan ruxsatsiz foydalanish taqiqlanadi.",
      "Qagayi Media",
      2023,
      "Materiallardan ruxsatsiz foydalanish taqiqlanadi"
    ),
    (
      "\u{A9} 2022 თოლია. ყველა უფლება დაცულია. მასალის გამოყენება აკრძალულია.", "თოლია", 2022,
      "მასალის გამოყენება აკრძალულია"
    ),
    (
      "\u{A9} 2025 สำนักข่าวนกนางนวล ห้ามทำซ้ำหรือเผยแพร่โดยไม่ได้รับอนุญาต", "สำนักข่าวนกนางนวล", 2025,
      "ห้ามทำซ้ำหรือเผยแพร่โดยไม่ได้รับอนุญาต"
    ),
    (
      "\u{A9} 2024 Shakwe Habari. Hairuhusiwi kunakili habari hizi bila idhini ya maandishi.",
      "Shakwe Habari",
      2024,
      "Hairuhusiwi kunakili habari hizi bila idhini ya maandishi"
    ),
    (
      "\u{A9} 2021 Որոր Նյուզ: Նյութերի օգտագործումն առանց թույլտվության արգելվում է:", "Որոր Նյուզ", 2021,
      "Նյութերի օգտագործումն առանց թույլտվության արգելվում է"
    ),
    (
      "\u{A9} 2026 Kaioa. Eskubide guztiak erreserbatuak. Kopiatzea debekatuta.", "Kaioa", 2026,
      "Kopiatzea debekatuta"
    ),
    (
      "\u{A9} 2026 Camar Wire. Hak cipta terpelihara. Dilarang mengulang siar.", "Camar Wire", 2026,
      "Dilarang mengulang siar"
    ),
    (
      "\u{A9} 2026 Галеб. Преземање без дозвола не е дозволено.", "Галеб", 2026,
      "Преземање без дозвола не е дозволено"
    ),
  ]

  @Test(arguments: notices.indices)
  func wordsBesideTheSignAreKept(_ number: Int) throws {
    let notice = Self.notices[number]
    let parser = NoticeParser(try ProgramPolicies.all.get())
    let statement = parser.parse(notice.text)
    #expect(statement.holder?.asWritten == notice.holder)
    #expect(statement.years == [notice.year])
    #expect(statement.residue.map(statement.words) == [notice.unread])
    let body = Array(notice.text.utf8)
    let found = parser.notices(in: body, paragraphs: [TextRange(0, body.count)])
    #expect(found.map { $0.statement.residue.map($0.statement.words) } == [[notice.unread]])
  }

  @Test(arguments: [
    "\u{A9} 2024 Kestrel News", "\u{A9} 2024 Kestrel News. Kestrel House, Quay Street, Harbour",
    "\u{A9} 2024 Kestrel News. Photo by Jo Bell of the Harbour Times.",
    "\u{A9} 2024 Kestrel News. All rights reserved.",
    "\u{A9} 2024 Kestrel News. Visit our shop to order prints of any of these.",
    "\u{A9} 2024 Kestrel News. desk@kestrel.example", "\u{A9} 2024 Kestrel News. Contact us.",
    "\u{A9} 2024 Kestrel News. Made with love.",
  ])
  func linesOfKnownLanguagesLeaveNothing(_ text: String) throws {
    #expect(NoticeParser(try ProgramPolicies.all.get()).parse(text).residue == [])
  }
}
