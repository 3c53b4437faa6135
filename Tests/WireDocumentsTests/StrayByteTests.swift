import Foundation
import Testing
import WireText

@testable import WireDocuments

/// Bytes that are no text cost no more than themselves, and are told with their place.
@Suite struct StrayByteTests {
  private static let words =
    "The ferry to Ormsby was late again because of the fog.\nIts captain blames the lamp."

  @Test(arguments: [0x02, 0x07, 0x1B, 0x1E] as [UInt8], ["a.md", "a.txt"])
  func oneControlCharacterIsTold(_ control: UInt8, _ path: String) throws {
    var bytes = Array(Self.words.utf8)
    bytes.insert(control, at: 70)
    let document = try #require(try read(bytes, as: path).first)
    let problem = try #require(document.problems.first { $0.code == "control-characters" })
    #expect(problem.line == 2 && !problem.losesText)
    #expect(document.body.strings.joined(separator: " ").hasSuffix("lamp."))
  }

  @Test(arguments: ["a.md", "a.txt"]) func threeBrokenBytesAreToldWithTheLine(_ path: String) throws {
    let bytes =
      Array("Ein Café am Meer — geöffnet.\n".utf8) + Array(Self.words.utf8) + [0x20, 0x93, 0x20, 0x94]
    let document = try #require(try read(bytes, as: path).first)
    let problem = try #require(document.problems.first { $0.code == "bytes-replaced" })
    #expect(problem.losesText && problem.line == 3)
  }

  /// "Управата на пристанището съобщи" in windows-1251.
  private static let cyrillic: [UInt8] = [
    0xD3, 0xEF, 0xF0, 0xE0, 0xE2, 0xE0, 0xF2, 0xE0, 0x20, 0xED, 0xE0, 0x20, 0xEF, 0xF0, 0xE8, 0xF1, 0xF2,
    0xE0, 0xED,
    0xE8, 0xF9, 0xE5, 0xF2, 0xEE, 0x20, 0xF1, 0xFA, 0xEE, 0xE1, 0xF9, 0xE8,
  ]

  @Test func textOfAnUnknownEncodingIsNotReadWhole() throws {
    for path in ["a.md", "a.txt"] {
      let fault = #expect(throws: ReadingFault.self) { try read([0x31, 0x0A] + Self.cyrillic, as: path) }
      #expect(fault?.code == "unknown-encoding" && fault?.line == 2)
    }
    let json = Array(#"{"uri":"u","body_text":""#.utf8) + Self.cyrillic + Array("\"}".utf8)
    let document = try #require(try read(json, as: "a.json").first)
    #expect(document.problems.contains { $0.code == "encoding-guessed" && $0.losesText })
    let page = Array("<meta charset=\"iso-8859-1\"><p>".utf8) + Self.cyrillic
    let declared = try #require(try read(page, as: "a.html").first)
    #expect(declared.problems.contains { $0.code == "encoding-wrong" && $0.losesText })
  }

  /// "Le café près de l’hôtel a été créé à Noël, dit Zoë." in windows-1252.
  @Test func westernTextIsReadWithoutALabel() throws {
    let bytes = Array("Le caf# pr#s de l#h#tel a #t# cr## # No#l, dit Zo#.".utf8)
    var marks: [UInt8] = [0xE9, 0xE8, 0x92, 0xF4, 0xE9, 0xE9, 0xE9, 0xE9, 0xE0, 0xEB, 0xEB]
    let file = bytes.map { $0 == UInt8(ascii: "#") ? marks.removeFirst() : $0 }
    let document = try #require(try read(file, as: "a.txt").first)
    #expect(document.body.strings == ["Le café près de l’hôtel a été créé à Noël, dit Zoë."])
    #expect(document.problems.map(\.losesText) == [false])
  }

  /// "של רשות" in windows-1255: letters that a vowel may follow are not held back.
  @Test func lettersStayInTheirWords() throws {
    let page =
      Array("<meta charset=\"windows-1255\"><p>".utf8) + [0xF9, 0xEC, 0x20, 0xF8, 0xF9, 0xE5, 0xFA]
      + Array("</p><p>1</p>".utf8)
    let document = try #require(try read(page, as: "a.html").first)
    #expect(document.body.strings == ["של רשות", "1"])
    expectPlaces(document, in: page)
  }

  @Test(arguments: ["[]", "[\n]\n"]) func anEmptyPageIsAnExportOfNoDocuments(_ text: String) throws {
    for format in [nil, "wprest"] {
      let fault = #expect(throws: ReadingFault.self) { try read(text, as: "page-9.json", format: format) }
      #expect(fault?.code == "no-items" && fault?.message.contains("looks like") == false)
    }
  }

  @Test func identifiersAreNoMarkup() throws {
    let id = #"urn:r:\"><img src=x>"#
    let document = try #require(
      try read(#"{"uri":"\#(id)","evolvedfrom":"a<b>c","body_text":"Words."}"#, as: "a.json").first)
    #expect(document.id == #"urn:r:"><img src=x>"#)
    #expect(document.links == [ItemLink(.evolvedFrom, id: "a<b>c")])
  }

  @Test func aLineOfProseStartsNoMessage() throws {
    let mail = """
      From ada@ormsby.example Thu Nov 26 08:00:00 2026
      Subject: Ferry

      The ferry is back.

      From here on it sails at ten.

      From - Thu Nov 26 09:00:00 2026
      Subject: Lamp

      The lamp is lit.
      """
    let documents = try read(mail, as: "a.mbox")
    #expect(documents.map(\.headline) == ["Ferry", "Lamp"])
    #expect(documents[0].body.strings == ["The ferry is back.", "From here on it sails at ten."])
  }

  @Test(arguments: [
    "From here on it sails at 10:30, the office said.", "From Lindholm",
    "From ada@ormsby.example came no answer.",
  ]) func aLineWithATimeOrAnAddressStartsNoMessageEither(_ line: String) throws {
    let mail =
      "From ada@ormsby.example Thu Nov 26 08:00:00 2026\nSubject: Ferry\n\nThe ferry is back.\n\n\(line)\nAnd so on.\n"
    let documents = try read(mail, as: "a.mbox")
    #expect(documents.count == 1)
    #expect(documents[0].body.strings.joined(separator: " ") == "The ferry is back. \(line) And so on.")
  }

  @Test func messagesAreFoundWhereverTheInputIsCut() throws {
    let mails = (1...40).map { number in
      "From ada@ormsby.example Thu Nov 26 08:00:00 2026\nSubject: Ferry \(number)\n\n"
        + String(repeating: "The ferry is back. ", count: 97 * number) + "\n\n"
    }
    #expect(try read(mails.joined(), as: "a.mbox").count == 40)
  }

  /// "Uosto direkcija pranešė, kad žmonės čia jau šešios dienos laukia jų …" in windows-1257.
  private static let lithuanian: [UInt8] = {
    let letters: [Character: UInt8] = [
      "ą": 0xE0, "č": 0xE8, "ę": 0xE6, "ė": 0xEB, "į": 0xE1, "š": 0xF0, "ų": 0xF8, "ū": 0xFB, "ž": 0xFE,
    ]
    return
      "Uosto direkcija pranešė, kad trys žmonės šešias dienas laukė jų ant apšviesto laivo, į kurį jie įlipo."
      .map { letters[$0] ?? $0.asciiValue ?? 0x20 }
  }()
  /// "港務局、" in Big5, and "港湾局は、" in Shift_JIS, again and again.
  private static let chinese = Array(
    repeatElement([0xB4, 0xE4, 0xB0, 0xC8, 0xA7, 0xBD, 0xA1, 0x42] as [UInt8], count: 12).joined())
  private static let japanese = Array(
    repeatElement([0x8D, 0x60, 0x98, 0x70, 0x8B, 0xC7, 0x82, 0xCD, 0x81, 0x41] as [UInt8], count: 12).joined()
  )

  @Test(arguments: [lithuanian, chinese, japanese]) func noLetterIsGuessedForAnother(_ text: [UInt8]) throws {
    for path in ["a.md", "a.txt"] {
      do {
        let document = try #require(try read(text, as: path).first)
        #expect(document.losesText)
      } catch let fault as ReadingFault {
        #expect(fault.code == "unknown-encoding")
      }
    }
    let page = try #require(try read(Array("<p>".utf8) + text, as: "a.html").first)
    #expect(page.losesText)
  }

  @Test(arguments: [
    "Íslenska þjóðin er ánægð með það að veðrið í dag sé gott, sagði forsætisráðherra, þó að það rigni.",
    "Det blev sagt på mødet i Århus, at færgen sejler igen på søndag, når bølgerne er små.",
    "À LA UNE : ÉTÉ À NOËL",
    "Açúcar, pão e coração: não há razões para mudanças, disse a associação de São João.",
  ]) func westernLettersAreTheirOwn(_ text: String) throws {
    let bytes = try #require(text.data(using: .windowsCP1252))
    let document = try #require(try read(Array(bytes), as: "a.txt").first)
    #expect(document.body.strings == [text])
    #expect(document.codes == ["encoding-guessed"] && !document.losesText)
  }

  @Test(arguments: [
    ("utf-7", "Hafen +AOQ-", true), ("utf-7", "2 + 2 = 4", false),
  ]) func lettersWrittenAsASCIIAreTold(_ label: String, _ text: String, _ isTold: Bool) throws {
    let page = try #require(
      try read("<html><head><meta charset=\(label)></head><body><p>\(text)</p></body></html>", as: "a.html")
        .first)
    #expect(page.losesText == isTold)
  }

  @Test func aDamagedTextIsReadAndTold() throws {
    let strays: [UInt8] = [
      0x63, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x61, 0x94, 0x20, 0x6E, 0x61, 0xEF, 0x76, 0x65, 0x2E,
    ]
    let text = Array("Управата съобщи „в четвъртък“, че три траулера са повредени; ".utf8) + strays
    for path in ["a.txt", "a.md", "a.csv"] {
      let file = path == "a.csv" ? Array("title,text\nFerry,".utf8) + text : text + Array(Self.words.utf8)
      let document = try #require(try read(file, as: path).first)
      #expect(document.losesText && document.body.strings.joined().contains("траулера"))
    }
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian])
  func placesAreExactInWideLetters(_ encoding: String.Encoding) throws {
    let html = "<html><body><article><p>One two three.</p><p>Four, five.</p></article></body></html>"
    let bytes = Array(try #require(html.data(using: encoding)))
    let document = try #require(try read(bytes, as: "a.html").first)
    let width = encoding == .utf32LittleEndian ? 4 : 2
    for paragraph in document.body.paragraphs {
      let place = try #require(document.body.map.fileRange(of: paragraph.range))
      #expect(place.count == paragraph.range.count * width)
      #expect(
        String(bytes: bytes[place.indices], encoding: encoding) == document.body.string(paragraph.range))
    }
  }
}
