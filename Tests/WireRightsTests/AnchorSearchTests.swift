import Testing
import WireText

@testable import WireRights

/// The search for anchors, beside one that looks at every byte.
@Suite struct AnchorSearchTests {
  private static let words = [
    ["©", "(c)", "copyright*"], ["out", "^kill", "licen*", "no use", "not to be published"],
    ["^out", "кредит*", "é", "droits réservés"], ["転載", "禁", "ai"],
  ]
  private static let pieces = [
    "out", "Out", "OUT", "outing", "scout", "kill", "KILL", "KILLER", "licence", "unlicensed", "no use",
    "No Use", "no  use",
    "not to be published", "not to be publisher", "©", "(c)", "x©", "(C) ", "copyright", "Кредит", "КРЕДИТЫ",
    "é", "É",
    "Droits Réservés", "転載禁止", "AI", "aim", " ", ", ", ". ", "\n", "1", "ё", "\u{2019}", "a", "harbour",
  ]

  /// A way in which an anchor may be written.
  private struct Form {
    var language: Int
    var bytes: [UInt8]
    var isUpper: Bool
    var isPrefix: Bool
    /// Whether it may stand beside a letter: signs, and scripts without spaces.
    var isDense: Bool
  }

  private static let forms = words.enumerated().flatMap { language, words in
    words.flatMap { word in
      let bare = word.drop { $0 == "^" }.prefix { $0 != "*" }
      let capital = bare.prefix(1).uppercased() + bare.dropFirst()
      return [bare.lowercased(), capital, bare.uppercased()].map { form in
        let bytes = Array(form.utf8)
        return Form(
          language: language, bytes: bytes, isUpper: word.hasPrefix("^"), isPrefix: word.hasSuffix("*"),
          isDense: bytes[0] >= 0xE3 || bare == "©")
      }
    }
  }

  /// The anchors at a place, byte by byte.
  private static func languages(at start: Int, in text: [UInt8]) -> LanguageSet {
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    var found = LanguageSet()
    for form in forms {
      let bytes = form.bytes
      let end = start + bytes.count
      guard end <= text.count, bytes.indices.allSatisfy({ lower(text[start + $0]) == lower(bytes[$0]) })
      else {
        continue
      }
      if form.isUpper, text[start..<end].contains(where: { (0x61...0x7A).contains($0) }) { continue }
      guard form.isDense || !isWord(bytes[0]) || start == 0 || !isWord(text[start - 1]) else { continue }
      if form.isPrefix || form.isDense || !isWord(bytes[bytes.count - 1]) || end == text.count
        || !isWord(text[end])
      {
        found.formUnion(LanguageSet(form.language))
      }
    }
    return found
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func findsWhatALookAtEveryByteFinds(_ seed: UInt64) {
    let search = AnchorSearch(Self.words)
    var state = seed
    var text: [UInt8] = []
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += Self.pieces[Int(state >> 33) % Self.pieces.count].utf8
    }
    let found = text.indices.map { Self.languages(at: $0, in: text) }
    #expect(search.first(in: text, from: 0, to: text.count) == found.firstIndex { !$0.isEmpty })
    let all = found.reduce(into: LanguageSet()) { $0.formUnion($1) }
    #expect(search.languages(in: text, TextRange(0, text.count)) == all)
    for upper in 0...min(40, text.count) {
      let part = Array(text[..<upper])
      let expected = part.indices.first { !Self.languages(at: $0, in: part).isEmpty }
      #expect(search.first(in: text, from: 0, to: upper) == expected)
    }
  }

  @Test func ofLanguagesThatShareAnAnchorThoseSpokenCount() {
    let search = AnchorSearch(Self.words)
    let text = Array("BERLIN OUT, licence".utf8)
    let all = TextRange(0, text.count)
    #expect(search.languages(in: text, all) == [LanguageSet(1), LanguageSet(2)])
    func languages(_ range: TextRange, spoken: LanguageSet, besides words: [[String]] = []) -> LanguageSet {
      search.languages(in: text, range, spoken: spoken, besides: AnchorSearch(words))
    }
    #expect(languages(all, spoken: LanguageSet(3)) == [LanguageSet(1), LanguageSet(2)])
    #expect(languages(TextRange(0, 10), spoken: LanguageSet(2)) == LanguageSet(2))
    #expect(languages(all, spoken: LanguageSet(2)) == [LanguageSet(1), LanguageSet(2)])
    // What is an everyday word of a language that is spoken is no anchor of the others.
    let words = [[], [], [], ["licence"]]
    #expect(languages(TextRange(12, 19), spoken: LanguageSet(3), besides: words).isEmpty)
    #expect(languages(TextRange(12, 19), spoken: LanguageSet(2), besides: words) == LanguageSet(1))
  }

  @Test(arguments: [(4, [1, 2]), (2, [1]), (9, [1, 2, 3])])
  func aFairShareOfWordsCounts(_ part: Int, _ languages: [Int]) {
    let search = AnchorSearch([[], ["the", "of"], ["het"], ["la"]])
    let text = Array("the head of the port of the isle of het, het la".utf8)
    let found = search.languages(in: text, TextRange(0, text.count), oneIn: part)
    #expect(Array(found.numbers) == languages)
  }
}
