import Testing

@testable import WireRights

/// The name in a demand for credit, of any shape and in every place, without the words around it.
@Suite struct CreditNameTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private func credits(_ text: String) throws -> [String?] {
    try Self.parser.get().parse(text).duties.filter { $0.kind == .credit }.map(\.value)
  }

  @Test(
    "a name is taken as a whole wherever it stands",
    arguments: [
      "Gull Review", "Bell, Gull & Partners LLP", "Gull Media, Inc.", "Dr. Ada Bell",
      "gNews Gull",
      "mGull", "al-Farol Media", "24 Hours Media Ltd", "Board of Trustees of the University of Ormsby",
      "Ormsby Institute for Ferries", "Ann de Vries", "Gull & Söhne GmbH",
    ],
    [
      "May be republished if credit is given to {}.", "Any use must be credited to {}.",
      "Mandatory credit: {}.",
      "Republication is permitted with attribution to {}.", "All photos must be credited as follows: {}.",
      "Reproduction is authorised, provided the source ({}) is acknowledged.",
      "Cite the source as \"{}\" when republishing.",
    ])
  func wholeNames(_ name: String, _ wording: String) throws {
    let text = wording.replacing("{}", with: name).replacing("..", with: ".")
    let found = try credits(text).compactMap(\.self)
    // The full stop of the sentence is also that of the name.
    #expect(
      found == [name] || found == [name + "."] || name.last == "." && found == [String(name.dropLast())],
      "\(text): \(found)")
  }

  @Test(
    arguments: [
      ("Institute for Ferries must be credited.", "Institute for Ferries"),
      ("Free to use provided that Institute for Ferries is credited.", "Institute for Ferries"),
      ("Nachdruck unter Nennung von Gull Verlag als Quelle gestattet.", "Gull Verlag"),
      ("Nachdruck nur unter Angabe der Quelle (www.gull.example) gestattet.", "www.gull.example"),
      ("The Gull Review must be credited as the source.", "The Gull Review"),
      // Words that name nobody.
      ("Credit is given as specified herein. You may reproduce the article.", nil),
      ("You may reproduce it provided the source (see below) is acknowledged.", nil),
    ] as [(String, String?)])
  func endsOfNames(_ text: String, _ name: String?) throws {
    #expect(try credits(text).first == .some(name))
  }
}
