import Testing

@testable import WireRights

/// The words of phrases are folded as the lexer folds texts, whatever they are made of.
@Suite struct PhraseWordTests {
  @Test(arguments: [
    "reprint", "Reprint", "straße", "événement", "ﬁnance", "dʼakkord", "ёлка", "Ærø", "łódź", "ΑΘΉΝΑ", "تحظر",
    "אסור", "प्रकाशन", "무단전재", "転載禁止", "ห้าม", "co-op", "c't", "№5", "24h", "S.r.l.", "a\u{AD}b", "ª",
    "\u{1F1E6}", "ｆｕｌｌ",
  ])
  func aWordFindsItself(_ word: String) {
    var table = PhraseTable()
    table.add("\(word) kestrel", [.duty(.credit)])
    let list = Lexer.tokens(of: "The \(word) Kestrel"[...])
    let match = table.matches(in: list).first
    #expect(match?.lower == 1 && match?.upper == list.tokens.count)
  }

  @Test(arguments: [
    ("Événem*", "evenements", true), ("Événem*", "evene", false), ("^ÜNLÜ", "Ünlü", false),
    ("^ÜNLÜ", "ÜNLÜ", true), ("^out", "OUT", true), ("^out", "out", false),
    ("reproduc*", "Reproducing", true),
    ("*amaz", "yapılamaz", true), ("*amaz", "amazon", false), ("запрещ*", "ЗАПРЕЩЕНО", true),
  ])
  func beginningsEndingsAndCapitalsAreTold(_ phrase: String, _ text: String, _ isFound: Bool) {
    var table = PhraseTable()
    table.add(phrase[...], [.duty(.credit)])
    #expect(table.matches(in: Lexer.tokens(of: text[...])).isEmpty != isFound)
  }

  /// Letters of two bytes are folded ahead.
  @Test func everyLetterBeyondASCIIFindsItself() {
    for value in 0x80..<0x1000 as Range<UInt32> {
      guard let letter = Unicode.Scalar(value), letter.properties.isAlphabetic else { continue }
      var table = PhraseTable()
      table.add("be\(letter)k kestrel", [.duty(.credit)])
      let list = Lexer.tokens(of: "BE\(letter)K Kestrel"[...])
      #expect(table.matches(in: list).count == 1, "U+\(String(value, radix: 16))")
    }
  }
}
