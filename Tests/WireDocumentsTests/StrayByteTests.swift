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
}
