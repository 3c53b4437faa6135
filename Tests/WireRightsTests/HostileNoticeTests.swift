import Testing
import WireText

@testable import WireRights

/// Texts that are made to cost much.
@Suite struct HostileNoticeTests {
  private let policies: NoticePolicies
  private let parser: NoticeParser
  private let languages: [Language]

  init() throws {
    policies = try ProgramPolicies.all.get()
    parser = NoticeParser(policies)
    languages = try ProgramPolicies.languages.get()
  }

  private static let pieces = [
    "may not be ", "copyright may not be published without permission ", "© 2020 A, ", "\"", "[", "a.", "1,",
    "may not be published.\n\n", "no ", "© ", "(c)(c)", "the ", "http://", "embargo until ", "A & ", "OUT, ",
    "1999-", "«»", "\u{301}", "版权所有", "cc by nc nd sa ", "; ", "'s", "Inc., a ",
  ]

  /// Ten megabytes; what is read of them is bounded, so that only the prefilter sees them all.
  @Test(
    .timeLimit(.minutes(60)), arguments: ["may not be ", "© A may not be published without permission; "])
  func takesTenMegabytes(_ piece: String) {
    let text = String(repeating: piece, count: 10_000_000 / piece.utf8.count)
    let bytes = Array(text.utf8)
    let statement = parser.parse(text)
    #expect(statement.isTruncated)
    #expect(statement.text.utf8.count <= NoticeParser.longestText)
    let found = parser.notices(in: bytes, paragraphs: [TextRange(0, bytes.count)])
    #expect(found.reduce(0) { $0 + $1.range.count } <= NoticeParser.longestText + (1 << 15))
  }

  /// What is looked for beside the first or the last word of a text is not there.
  @Test(arguments: [
    "Embargo until Sunday 14.00", "Embargo fino a giovedì 20.11 ore 18.00", "Sperrfrist: Donnerstag 26.11",
    "Removing the logo is not permitted.", "Hiding our watermark is prohibited.",
    "sans  modification interdite.",
    "Vui 27/11/ lòng gỡ ảnh& vụ tai nạn và không sử27/11/  dụng.", "20/11", "embargo 20.", "© 2024", "-", ":",
  ])
  func readsEdges(_ text: String) {
    let bytes = Array(text.utf8)
    _ = parser.parse(text)
    for words in text.split(separator: " ").indices {
      _ = parser.parse(text.split(separator: " ").prefix(words).joined(separator: " "))
      _ = parser.parse(text.split(separator: " ").dropFirst(words).joined(separator: " "))
    }
    _ = parser.notices(in: bytes, paragraphs: [TextRange(0, bytes.count)])
  }

  /// Twice the text costs about twice the work: counted in what the lexer and the table of phrases make of it.
  @Test(.timeLimit(.minutes(60)), arguments: pieces)
  func staysLinear(_ piece: String) {
    func work(_ count: Int) -> Int {
      let text = String(repeating: piece, count: count)
      let list = Lexer.tokens(of: text[...])
      let matches = languages.flatMap { $0.phrases.matches(in: list) }
      return list.folded.count + list.tokens.count + matches.count
    }
    let once = work(500)
    let twice = work(1_000)
    #expect(twice <= once * 2 + once / 50)
    let long = String(repeating: piece, count: 1_500)
    let statement = parser.parse(long)
    #expect(statement.clauses.count < 1_000)
    #expect(statement.clauses.allSatisfy { $0.evidence.upper <= long.utf8.count })
  }

  /// The lead of a list may be the end of one piece of a long text, and its first item the start of the next one.
  @Test func aListGoesOnInTheNextPiece() {
    let lines = String(repeating: "The ferry sails.\n", count: 65_290 / 17)
    let item = "nft) images, copies of texts" + String(repeating: " and pages", count: 60)
    for filler in 0..<24 {
      let text = lines + String(repeating: "x", count: filler) + "\nUsers may not:\n" + item
      #expect(parser.parse(text).text.utf8.count == text.utf8.count)
    }
  }

  @Test func readsRandomBytes() {
    var state: UInt64 = 42
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    for _ in 0..<100 {
      let bytes = (0..<Int(next() % 400)).map { _ in UInt8(truncatingIfNeeded: next()) }
      let text = String(decoding: bytes, as: UTF8.self)
      let statement = parser.parse(text)
      let ranges = statement.clauses.map(\.evidence) + statement.duties.map(\.evidence)
      #expect(ranges.allSatisfy { $0.upper <= text.utf8.count })
      let found = parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes))
      #expect(found.allSatisfy { $0.range.upper <= bytes.count })
    }
  }

  /// Words of notices in any order, as nobody would write them.
  @Test func readsWordSalad() {
    let words = [
      "may", "not", "no", "be", "published", "©", "2020", "Northwire", "without", "permission", ",", ".", ";",
      "OUT",
      "Norway", "only", "until", "May", "5", "embargo", "kill", "\"", "(", ")", "-", "except", "for", "use",
      "credit:",
      "CC", "BY", "4.0", "prohibited", "uses", "include", "words", "75", "\n", "\n\n", "https://a.example/x",
    ]
    var state: UInt64 = 9
    for _ in 0..<150 {
      var text = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(state >> 33) % words.count] + " "
      }
      let statement = parser.parse(text)
      #expect(statement.clauses.allSatisfy { $0.evidence.upper <= text.utf8.count && !$0.evidence.isEmpty })
      #expect(statement.holder.map { $0.range.upper <= text.utf8.count } ?? true)
    }
  }
}
