import Testing
import WireText

@testable import WireDocuments

/// What stands round the copy of a text wire: headlines, titles of authors, routing, marks of the desk.
@Suite struct WireHeadTests {
  /// Marks of one or two words stand before a headline; what has the form of words is of it.
  @Test(arguments: [
    ("Storm closes the harbour\nfor the third week", "Storm closes the harbour for the third week"),
    ("EXTRA\n1ST LEAD\nStorm closes the harbour", "Storm closes the harbour"),
    ("Zusammenfassung\nSturm sperrt den Hafen", "Sturm sperrt den Hafen"),
    ("(Zusammenfassung von 17 Uhr)\nSturm sperrt den Hafen", "Sturm sperrt den Hafen"),
  ])
  func headlinesOfIPTC7901(_ block: String, _ headline: String) throws {
    let file =
      "\u{1}nwa0124 3 i 14  nw 1888\n\nHarbour/\n\u{2}\(block) =\n\nHarbour (nw) - The ferry is back.\n\u{3}242101 GMT Nov 26\n\u{4}"
    #expect(try read(file, as: "a.txt").first?.headline == headline)
  }

  /// In mail and files the header and all control characters are lost.
  @Test func readsANPAWithoutHeader() throws {
    let file =
      "BC-Ferry, 1st Ld, NW, 210\n^Ferry is back<\nEDS: For release at 6 p.m.\n^By ADA LINDQVIST=\n^Nordwind Writer=\n"
      + "        HARBOUR (NW) _ The ferry is back.\n        It sails at noon.\nNW-WF-11-18-26 1400GMT\n"
    let document = try #require(try read(file, as: "a.txt").first)
    #expect(document.origin.format == "anpa1312" && document.headline == "Ferry is back")
    #expect(document.texts(.byline) == ["By ADA LINDQVIST", "Nordwind Writer"])
    #expect(document.texts(.editorsNote) == ["EDS: For release at 6 p.m."])
    #expect(document.body.strings == ["HARBOUR (NW) _ The ferry is back.", "It sails at noon."])
    #expect(document.time(.published)?.instant != nil && document.problems.isEmpty)
    #expect(
      try read("A ^caret<\n^and another<\nwith no text set in", as: "a.txt").first?.origin.format == "text")
  }

  @Test(arguments: ["=", "=<"]) func theTitleBelowABylineOfANPAIsNoHeadline(_ mark: String) throws {
    let file =
      "\u{16}\u{16}\u{1}a0123\r\nr i\u{13} BC-Ferry x\r\n\u{2}^BC-Ferry<\r\n^Ferry is back<\r\n^By ADA LINDQVIST\(mark)\r\n"
      + "^Nordwind Writer\(mark)\r\n\t   HARBOUR (NW) _ The ferry is back.<\r\n\u{3}"
    let document = try #require(try read(file, as: "a.txt").first)
    #expect(document.texts(.byline) == ["By ADA LINDQVIST", "Nordwind Writer"])
    #expect(document.headline == "Ferry is back")
    #expect(document.body.strings == ["HARBOUR (NW) _ The ferry is back."])
  }

  /// Also where the message is of tables, and the line has no mark of its own; another line below it is a subhead.
  @Test func aPositionIsToldByItsWord() throws {
    let file =
      "\u{16}\u{16}\u{1}a0123\r\nr i\u{13} BC-Ferry x\r\n\u{14}\r\n\u{2}^BC-Ferry<\r\n^Ferry is back<\r\n^By ADA LINDQVIST<\r\n"
      + "^Nordwind Sports Writer<\r\n^Northern Line=<\r\n\tThe ferry is back.\r\n\u{3}"
    let document = try #require(try read(file, as: "a.txt").first)
    #expect(document.origin.format == "anpa1312")
    #expect(document.texts(.byline) == ["By ADA LINDQVIST", "Nordwind Sports Writer"])
    #expect(document.body.strings == ["Northern Line", "The ferry is back."])
  }

  /// SYN stands before messages of IPTC 7901, too.
  @Test func synchronousIdleSaysNothingOfTheFormat() throws {
    let file =
      "\u{16}\u{16}\u{1}nwa0124 3 i 14  nw 1888\r\n\r\nHarbour/\r\n\u{2}Ferry is back =\r\n\r\nHarbour (nw) - The ferry is back.\r\n\u{3}242101 GMT Nov 26\r\n\u{4}"
    let document = try #require(try read(file, as: "a.txt").first)
    #expect(document.origin.format == "iptc7901" && document.headline == "Ferry is back")
    #expect(document.body.strings == ["Harbour (nw) - The ferry is back."])
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T21:01:00Z")
  }

  @Test func routingAndSignOffOfZCZCAreNoCopy() throws {
    let file =
      "ZCZC\nNWA123 4 I 0123\nferry-return\n\nFERRY IS BACK\n\n   HARBOUR, Nov 26 (NW) - The ferry\nis back.\n   Nobody knew.\n\nNW xy\nNNNN\n"
      + "ZCZC\nNWA124\nferry-crew\n   The crew rests.\nNNNN\n"
    let documents = try read(file, as: "a.txt")
    #expect(documents.map(\.id) == ["NWA123", "NWA124"])
    #expect(documents.flatMap { $0.texts(.slug) } == ["ferry-return", "ferry-crew"])
    #expect(documents.map(\.headline) == ["FERRY IS BACK", nil])
    #expect(
      documents.map(\.body.strings) == [
        ["HARBOUR, Nov 26 (NW) - The ferry is back.", "Nobody knew."], ["The crew rests."],
      ])
    #expect(documents[0].fields.contains { $0.key == "sign-off" && $0.text == "NW xy" })
  }

  /// Without such a line the first words of a message are its copy, also where they are few.
  @Test func copyWithoutRoutingStays() throws {
    let document = try #require(try read("ZCZC\nThe ferry is back.\n\nNW AB12\nNNNN\n", as: "a.txt").first)
    #expect(document.body.strings == ["The ferry is back.", "NW AB12"])
  }

  /// Without a `=` the headline ends where the first paragraph is set in; a long block is copy.
  @Test(arguments: [
    (
      "Ferry returns\n   HARBOUR (NW) - The ferry\nis back.\n   Nobody knew.\n\n   ab/cd\n", "Ferry returns",
      true
    ),
    ("Ferry returns\n\nHARBOUR (NW) - The ferry is back.\n\n   Nobody knew.\nab/cd\n", "Ferry returns", true),
    ("   HARBOUR (NW) - The ferry is back.\n   Nobody knew.\n", nil, false),
    ("HARBOUR (NW) - The ferry is back.\n\nNobody knew.\n", nil, false),
    (
      "HARBOUR (NW) - The\nferry\nis\nback\nin\nthe\nharbour.\n\n   Nobody knew.\n", nil, false
    ),
  ])
  func headlinesOfIPTC7901WithoutAMark(_ text: String, _ headline: String?, _ isSigned: Bool) throws {
    let file = "\u{1}NWA123 4 I  10 NW /NW-AB12\n\nHarbour\n\u{2}\(text)\u{3}\nNW 261012 GMT NOV 26\n\u{4}"
    let document = try #require(try read(file, as: "a.txt").first)
    #expect(document.headline == headline && !document.losesText)
    #expect(document.body.strings.first?.hasPrefix("HARBOUR (NW) - The ferry is back") == true)
    #expect(document.body.strings.last == "Nobody knew.")
    #expect(document.fields.contains { $0.key == "sign-off" && $0.text == "ab/cd" } == isSigned)
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-26T10:12:00Z")
  }

  static let italian: [(file: String, id: String, subheads: [String], body: [String])] = [
    (
      "ZCZC1234/SXA\nXNW98112_SXA_QBXB\nR ECO S0A QBXB\nFerry is back\nAll crews on board\n (NW) - ORMSBY, 26 NOV - The ferry\nis back.\n Nobody knew. (NW).\n\nYXY-DEF\n26-NOV-26 10:12 NNNN\n",
      "XNW98112_SXA_QBXB", ["All crews on board"],
      ["(NW) - ORMSBY, 26 NOV - The ferry is back.", "Nobody knew. (NW)."]
    ),
    (
      "ZCZC\nNWA0123 7 CRO 0 DNA CRO NAZ\n\n      Ferry is back =\n\n      Ormsby, 26 nov. (NW) - The ferry\nis back.\n\n      (Xyz/NW)\n\n26-NOV-26 10:12\n\nNNNN\n",
      "NWA0123", [], ["Ormsby, 26 nov. (NW) - The ferry is back.", "(Xyz/NW)"]
    ),
    (
      "ZCZC\nNWA0123 3 CRO 0 R01 /\n\n= Ferry is back =\n(NW) - Ormsby, 26 nov. - The ferry\nis back. (NW)\nSec/Xyz\n261012 NOV 26\n\nNNNN\n",
      "NWA0123", [], ["(NW) - Ormsby, 26 nov. - The ferry is back. (NW)"]
    ),
  ]

  @Test(arguments: italian.indices) func headsOfItalianServices(_ index: Int) throws {
    let (file, id, subheads, body) = Self.italian[index]
    let documents = try read(file + file, as: "a.txt")
    #expect(documents.count == 2)
    for document in documents {
      #expect(document.origin.format == "zczc" && document.id == id && document.headline == "Ferry is back")
      #expect(document.texts(.subhead) == subheads && document.body.strings == body)
      #expect(document.times.count == 1 && document.problems.isEmpty)
    }
  }
}
