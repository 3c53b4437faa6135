import Testing
import WireText

@testable import WireDocuments

@Suite struct WireTextReaderTests {
  static let message =
    "\u{1}nwa0124 3 i 14  nw 1888\r\n\r\nHarbour/ferry/\r\n\u{2}1ST LEAD\r\nFerry returns to the harbour\r\n"
    + "By Ada Lindqvist, Nordwind =\r\n\r\nHarbour (nw) - The ferry is back\r\nafter a week.\r\n\n"
    + "(c)2026 Bay Gazette. It is\r\nlate.\r\n\r\n# Notebook\r\n\r\n* * * *\r\nnot for publication\r\n"
    + "- Editing by: Bo\r\n\u{3}242101 GMT Nov 26\r\n\u{4}"

  /// What an idle line sends before a message is no part of it.
  @Test(arguments: [[0, 0], [0, 0, 0], [0x7F, 0, 0x16]] as [[UInt8]])
  func readsIPTC7901AfterFiller(_ filler: [UInt8]) throws {
    let message =
      "\u{1}nwa0124 3 i 5 nw 1888\r\n\u{2}Ferry is back =\r\n   Ormsby (nw) - The ferry is back.\r\n\u{3}\r\n\u{4}"
    let document = try #require(try read(filler + Array(message.utf8), as: "a.txt").first)
    #expect(document.origin.format == "iptc7901" && document.id == "nwa0124")
    #expect(document.headline == "Ferry is back")
    #expect(document.body.strings.joined().contains("The ferry is back."))
  }

  @Test func readsIPTC7901() throws {
    let file = Array(Self.message.utf8)
    let document = try #require(try read(file, as: "a.txt").first)
    #expect(document.origin.format == "iptc7901" && document.id == "nwa0124" && document.problems.isEmpty)
    #expect(document.headline == "Ferry returns to the harbour")
    #expect(
      document.texts(.byline) == ["By Ada Lindqvist, Nordwind"] && document.texts(.slug) == ["Harbour/ferry/"]
    )
    #expect(
      document.body.strings == [
        "Harbour (nw) - The ferry is back after a week.", "(c)2026 Bay Gazette. It is late.",
      ])
    // The format has no field of rights; the partner's line is text.
    #expect(document.rights.isEmpty)
    #expect(document.texts(.editorsNote).contains("- Editing by: Bo"))
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T21:01:00Z")
    #expect(try source(of: "back after", in: document, file) == "back\r\nafter")
    expectPlaces(document, in: file)
  }

  /// A paragraph goes on over lines that no mark ends, as long as none is set in.
  @Test(arguments: [
    (
      "\t   HARBOUR (NW) _ The ferry\r\nis back\r\nat last.<\r\n\t   Nobody knew.<\r\n",
      ["HARBOUR (NW) _ The ferry is back at last.", "Nobody knew."]
    ),
    ("\tThe ferry.<\r\n\tIs back.<\r\n", ["The ferry.", "Is back."]),
    ("\tThe ferry\r\n\tis back\r\n^More=\r\nat last.\r\n", ["The ferry", "is back", "More", "at last."]),
  ]) func joinsLinesOfANPA(_ text: String, _ paragraphs: [String]) throws {
    let file = Array(
      "\u{16}\u{16}\u{1}a0123\r\nr i\r\n\u{2}^BC-Ferry<\r\n^Ferry is back<\r\n\(text)\u{3}".utf8)
    let document = try #require(try read(file, as: "a.txt").first)
    #expect(document.body.strings == paragraphs)
    expectPlaces(document, in: file)
  }

  /// The header says with DC4 that tables follow; a sentence among them has spaces after its semicolons.
  @Test(arguments: [("\u{14}\u{12}", "ta"), ("\u{13}\u{11}", "pa")])
  func readsTabularMatterOfANPA(_ mark: String, _ role: String) throws {
    let file = Array(
      ("\u{16}\u{16}\u{1}W2595\u{1F}nordw\r\nu i\(mark) BC-WEA--Weather     11-13 0895\r\n\u{2}^BC-WEA--Weather,<\r\n"
        + "\t   HARBOUR (NW) _ Rain; wind; fog.<\r\n\t   ;MIN;MAX<\r\n\t   Ormsby;4;11;rn<\r\n\u{3}").utf8)
    let document = try #require(try read(file, as: "a.tst").first)
    #expect(
      document.outline == [
        "pa: HARBOUR (NW) _ Rain; wind; fog.", "\(role): ;MIN;MAX", "\(role): Ormsby;4;11;rn",
      ]
    )
  }

  @Test("DC4 and DC2 in the text begin and end a table")
  func readsTablesWithinTextOfANPA() throws {
    let file =
      "\u{16}\u{16}\u{1}a0123\r\nr i\r\n\u{2}^BC-Ferry<\r\n\t   ORMSBY (NW) _ Rain;wind;fog.<\r\n"
      + "\u{14}\t   Ormsby;4;11;rn<\r\n\u{12}\t   Calm;dry;warm, they said.<\r\n\u{3}"
    let document = try #require(try read(file, as: "a.tst").first)
    #expect(
      document.outline == [
        "pa: ORMSBY (NW) _ Rain;wind;fog.", "ta: Ormsby;4;11;rn", "pa: Calm;dry;warm, they said.",
      ])
  }

  @Test func readsAHeadlineOfTwoLinesAndASpool() throws {
    let long = Self.message.replacing(
      "Ferry returns to the harbour",
      with: "Ferry returns to the old harbour after a week of heavy\r\nstorms in the north")
    let documents = try read(Array((long + Self.message).utf8), as: "-")
    #expect(
      documents.map(\.headline) == [
        "Ferry returns to the old harbour after a week of heavy storms in the north",
        "Ferry returns to the harbour",
      ])
    #expect(documents.first?.texts(.editorsNote).contains("1ST LEAD") == true)
  }

  /// A message whose control characters a relay took out: the time is its last line, and what stands in brackets under
  /// the headline is none.
  @Test(arguments: [
    ("251852 Sep 26", nil), ("251852 GMT Okt 26", "2026-10-25T18:52:00Z"),
    ("251852 MEZ Nov 26", "2026-11-25T17:52:00Z"),
  ])
  func readsAMessageWithoutMarks(_ time: String, _ instant: String?) throws {
    let file = Array(
      "nwb0000 4 vm 7  nw 0000\n\nVerkehr/Hafen/\n(Eil)\nFähre fährt wieder\n(Foto Archiv) =\n\nHafen (nw) - Die Fähre\nfährt.\n\n\(time)\n\n\n"
        .utf8)
    let document = try #require(try read(file, as: "a.iptc").first)
    #expect(document.headline == "Fähre fährt wieder" && document.problems.isEmpty)
    #expect(document.body.strings == ["Hafen (nw) - Die Fähre fährt."])
    #expect(
      document.time(.published)
        == TimeField(.published, raw: time, instant: instant.flatMap(Instant.init(reading:))))
    #expect(document.texts(.editorsNote) == ["(Foto Archiv)", "(Eil)"])
  }

  @Test func tellsLostWordsAndMarks() throws {
    let short = try #require(try read(Self.message.replacing(" i 14 ", with: " i 400 "), as: "-").first)
    #expect(short.problems.map(\.code) == ["word-count"] && short.problems.allSatisfy(\.losesText))
    let open = try #require(
      try read(Self.message.replacing("\u{3}", with: "").replacing("\u{4}", with: ""), as: "-").first)
    #expect(open.codes.contains("truncated"))
    #expect {
      _ = try read("\u{1}nwa0001 4 i 10  nw 0001\r\n\r\nTest/ Headline", as: "a.iptc")
    } throws: { ($0 as? ReadingFault)?.code == "truncated" }
  }

  static let anpa =
    "\u{16}\u{16}\u{1}W2870\u{1F}nordw\nf l\u{13}\u{11} BC-NW--Ferry     11-13 1049\r\n\u{2}^BC-NW--Ferry, 1st Ld,466<\r\n"
    + "^Ferry returns to the harbour <\r\n^AP Photo XNP101<\r\n^Eds: With photos.<\r\n^By ADA LINDQVIST=\r\n"
    + "^Nordwind=\r\n\tHARBOUR (NW) _ The ``ferry'' is back.\r\n \r\n\t___\r\n^Timetable=\r\n"
    + "\u{8}North\u{10} Bay\u{1F}\u{1E} 7\u{1E} 52\r\n\r\n\t   \u{3}AP-WF-11-13-26 1509GMT<\r\n\u{4}"

  @Test(arguments: [
    ("1509GMT", "2026-11-13T15:09:00Z"), ("1009EST", "2026-11-13T15:09:00Z"),
    ("1009 EST", "2026-11-13T15:09:00Z"),
    ("1009XYZ", nil),
  ])
  func readsTheTrailersZone(time: String, instant: String?) throws {
    let file = Array(Self.anpa.replacing("1509GMT", with: time).utf8)
    let document = try #require(try read(file, as: "a.tst").first)
    #expect(document.time(.published)?.instant?.iso8601 == instant)
    #expect(document.time(.published) != nil && document.codes.isEmpty == (instant != nil))
  }

  @Test func readsANPA1312() throws {
    let file = Array(Self.anpa.utf8)
    let document = try #require(try read(file, as: "a.tst").first)
    #expect(document.origin.format == "anpa1312" && document.id == "W2870" && document.problems.isEmpty)
    #expect(document.headline == "Ferry returns to the harbour")
    #expect(
      document.texts(.byline) == ["By ADA LINDQVIST", "Nordwind"]
        && document.texts(.editorsNote) == ["Eds: With photos."]
    )
    #expect(
      document.outline == [
        "pa: HARBOUR (NW) _ The ``ferry'' is back.", "pa: ___", "su: Timetable",
        "ta: North Bay 7 52",
      ])
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-13T15:09:00Z")
    expectPlaces(document, in: file)
  }

  /// A mark of the end that stands before the text ends nothing.
  @Test(arguments: [message, anpa]) func marksInTheWrongOrderLoseNothing(_ message: String) throws {
    let odd = try #require(
      try read(message.replacing("\u{2}", with: "\u{3}\u{4}\u{2}"), as: "-").first)
    #expect(odd.body.strings.joined().contains("is back"))
  }

  @Test func tellsADamagedANPAMessage() throws {
    let open = try #require(
      try read(Self.anpa.replacing("\u{3}", with: "").replacing("\u{4}", with: ""), as: "-").first)
    #expect(open.problems.contains { $0.code == "truncated" && $0.losesText })
    let nulls = try #require(try read(Self.anpa.replacing("is back", with: "is\u{0}back"), as: "-").first)
    #expect(!nulls.problems.isEmpty)
  }

  /// The dialects that AAP's partners write, as superdesk/superdesk-aap reads them.
  @Test(arguments: [
    (
      "ZCZC NW1\n$A\n:FERRY\n=1 LD\n^Ferry returns\n*X\nThe ferry\nis back.\n\n  It is late.\nNNNN\n",
      "Ferry returns"
    ),
    (
      "  ZCZC NW\n%MGD\n$K\n:\n:Ferry returns today\n*X\nThe ferry is back.\n\nIt is late.\n\nNNNN",
      "Ferry returns today"
    ),
    (
      "ZCZC NW\r\n#Ferry\r\n$Ferry returns\r\n:(HARBOUR)\r\nThe ferry is back.\r\n\r\nIt is late.\r\nNNNN",
      "Ferry returns"
    ),
    ("zczc\nAN#7\nBY#Ada\nTI#Ferry returns\nTX#\nThe ferry is back.\n\nIt is late.\nNNNN", "Ferry returns"),
  ]) func readsZCZC(_ text: String, _ headline: String) throws {
    let file = Array((text + "\n\n" + text).utf8)
    let documents = try read(file, as: "a.tst")
    #expect(documents.map(\.headline) == [headline, headline])
    for document in documents {
      #expect(document.origin.format == "zczc" && document.problems.isEmpty)
      #expect(document.body.strings == ["The ferry is back.", "It is late."])
      expectPlaces(document, in: file)
    }
  }

  @Test(arguments: [
    ("ZCZC\nWords.\n", "open-end"), ("ZCZC\nWords.\nNNNN\nMore words.", "trailing-content"),
    ("ZCZC\n:Head\nNNNN", "no-text"),
  ]) func tellsDamagedZCZC(_ text: String, _ code: String) throws {
    #expect(try read(text, as: "-").first?.codes == [code])
  }

  @Test func takesNoOtherTextForZCZC() throws {
    #expect(try read("ZCZCs are old.", as: "a.txt").first?.origin.format == "text")
  }

  @Test func marksOfTheDeskStandBeforeTheTime() throws {
    let text = Self.message.replacing("\u{3}", with: "\u{3}nw ab yy a3\r\n")
    let document = try #require(try read(text, as: "a.txt").first)
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T21:01:00Z")
  }

  /// A day of a wire in one file, as archives keep it: no control characters, each message ends with its time.
  @Test func archivesOfSevenNinetyOneAreReadMessageByMessage() throws {
    let day = """
      [31-JUL-97  00:00]

      NWS001 3 RES 0030 F NORD-0001
      FERRIES/
      Ferry races - results of the first round (3)


         ORMSBY 30/07 (NORD-AWI) = The results of the first round in the
      harbour:
         The Vega beat the Lyra by a length.

      ./.CVN

      ./.
      310001 JUL 97

      NWI002 3 GEN 0031 F NORD-0031 COR 703
      HARBOUR/
      The captain who lost his ship and his hat ...

         ORMSBY 31/07 (NORD) = The captain lost both on Thursday morning,
      and found the hat again.
      ./.
      310100 JUL 97

      """
    let documents = try read(day, as: "310797.fra")
    #expect(documents.map(\.origin.format) == ["iptc7901", "iptc7901"])
    #expect(documents.map(\.id) == ["NWS001", "NWI002"])
    #expect(
      documents.map(\.headline) == [
        "Ferry races - results of the first round (3)", "The captain who lost his ship and his hat ...",
      ])
    #expect(
      documents.map(\.body.strings) == [
        [
          "ORMSBY 30/07 (NORD-AWI) = The results of the first round in the harbour:",
          "The Vega beat the Lyra by a length.",
        ],
        ["ORMSBY 31/07 (NORD) = The captain lost both on Thursday morning, and found the hat again."],
      ])
    #expect(documents.map { $0.texts(.slug) } == [["FERRIES/"], ["HARBOUR/"]])
    #expect(documents.flatMap(\.codes).isEmpty)
  }

  /// What Italian services put under the copy: marks of the desk, the number of the wire, a time with their months.
  @Test(arguments: [
    (
      "ZCZC\nNWS0543 7 POL 0 NWS POL NAZ\n\n       FERRY: BACK AT LAST =\n\n       Ormsby, 12 mag. (Nordwind) - The ferry is back.\n\nPol/Nwd\n\nISSN 2465 - 1222\n12-MAG-23 12:34\n\nNNNN\n",
      "FERRY: BACK AT LAST", "Ormsby, 12 mag. (Nordwind) - The ferry is back."
    ),
    (
      "ZCZC\nNWI0123 3 CRO 0 R01 /\n\nFerry back at last =\n(NWI) - Ormsby, 12 mag. - The ferry is back.\nGe1/Abc\n121234 MAG 23\n\nNNNN\n",
      "Ferry back at last", "(NWI) - Ormsby, 12 mag. - The ferry is back."
    ),
  ]) func footsOfItalianServicesAreNoCopy(_ text: String, _ headline: String, _ copy: String) throws {
    let document = try #require(try read(text, as: "a.txt").first)
    #expect(document.headline == headline && document.body.strings == [copy])
    #expect(document.time(.published) != nil && document.problems.isEmpty)
  }

  @Test func yearsOfTwoDigitsAreOfThisCenturyOrTheLast() throws {
    #expect(Transmission("310100 GMT Jul 97")?.instant == Instant(reading: "1997-07-31T01:00:00Z"))
    #expect(Transmission("310100 GMT Jul 26")?.instant == Instant(reading: "2026-07-31T01:00:00Z"))
  }
}
