import Testing

@testable import WireText

/// Words in which letters of several scripts stand.
struct HomoglyphTests {
  private func words(_ text: String) -> [Word] { Tokenizer().words(in: Array(text.utf8)) }

  @Test(
    "a word with letters put in that look alike is the word that a reader sees",
    arguments: [
      ("p\u{430}per", "paper"), ("\u{410}gency", "Agency"), ("h\u{3BF}use", "house"),
      ("мост\u{61}м", "мостам"),
      ("сем\u{70}ья", "семрья"), ("st\u{430}\u{442}e", "state"),
    ])
  func mixed(_ written: String, _ seen: String) throws {
    let (word, plain) = (try #require(words(written).first), try #require(words(seen).first))
    #expect(word.hash == plain.hash && word.traits.contains(.mixed) && !plain.traits.contains(.mixed))
  }

  @Test(
    "words of one script, and two that stand together, are left alone",
    arguments: ["мост", "γέφυρα", "bridge", "ЦРУ", "Wi-Fi", "USBжук", "naïve", "straße"])
  func unmixed(_ text: String) {
    #expect(words(text).allSatisfy { $0.traits.isDisjoint(with: .disguised) })
  }

  @Test(
    "marks that nobody sees count inside a word of letters only",
    arguments: [
      ("br\u{200B}idge", true), ("br\u{2060}idge", true), ("мо\u{200D}ст", true),
      ("bridge\u{200B} over", false),
      ("\u{FEFF}bridge", false), ("br\u{AD}idge", false), ("می\u{200C}خواهم", false),
      ("สะ\u{200B}พาน", false),
    ])
  func marks(_ text: String, _ isDisguised: Bool) {
    #expect(words(text).contains { $0.traits.contains(.hiddenMarks) } == isDisguised)
  }
}
