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
      ("h\u{585}\u{57D}se", "house"), ("st\u{251}\u{261}e", "stage"),
      ("γέφυρ\u{61}", "γέφυρα"), ("λιμά\u{76}ι", "λιμάνι"),
    ])
  func mixed(_ written: String, _ seen: String) throws {
    let (word, plain) = (try #require(words(written).first), try #require(words(seen).first))
    #expect(word.hash == plain.hash && word.traits.contains(.mixed) && !plain.traits.contains(.mixed))
  }

  @Test(
    "letters of another style are the letters that a reader sees",
    arguments: ["𝐛𝐫𝐢𝐝𝐠𝐞", "𝔅𝔯𝔦𝔡𝔤𝔢", "ⓑⓡⓘⓓⓖⓔ", "🅑🅡🅘🅓🅖🅔", "🄑🄡🄘🄓🄖🄔", "ʙʀɪᴅɢᴇ", "ｂｒｉｄｇｅ"])
  func styled(_ written: String) {
    #expect(words(written).map(\.hash) == words("bridge").map(\.hash), "\(words(written).count)")
    #expect(words("𝟐𝟎𝟐𝟔").map(\.hash) == words("2026").map(\.hash))
  }

  @Test(
    "words of one script, and two that stand together, are left alone",
    arguments: [
      "мост", "γέφυρα", "bridge", "ЦРУ", "Wi-Fi", "USBжук", "naïve", "straße", "USBκαλώδιο", "γέф\u{61}",
    ])
  func unmixed(_ text: String) {
    #expect(words(text).allSatisfy { $0.traits.isDisjoint(with: .disguised) })
  }

  @Test(
    "marks that nobody sees count inside a word of letters only",
    arguments: [
      ("br\u{200B}idge", true), ("br\u{2060}idge", true), ("мо\u{200D}ст", true),
      ("bridge\u{200B} over", false),
      ("\u{FEFF}bridge", false), ("br\u{AD}idge", false), ("می\u{200C}خواهم", false),
      ("สะ\u{200B}พาน", false), ("br\u{E0061}idge", true), ("br\u{3164}idge", true),
      ("橋\u{200B}梁", true), ("かも\u{2060}め", true), ("橋。\u{200B}梁", false), ("橋\u{200B} 梁", false),
      ("하\u{200B}늘", true), ("גש\u{200B}ר", true), ("كت\u{200B}اب", true), ("क्\u{200D}ष", false),
      ("葛\u{E0101}城", false), ("葛\u{FE00}城", false), ("葛\u{E0101}\u{200B}城", true),
      ("葛\u{E0101}\u{E0102}城", true), ("葛\u{200B}\u{E0101}城", true), ("か\u{E0101}も", true),
      ("br\u{E0101}idge", true), ("葛\u{E0061}城", true),
      ("🏴\u{E0067}\u{E0062}\u{E007F}", false), ("bridge\u{E007F} over", false),
    ])
  func marks(_ text: String, _ isDisguised: Bool) {
    #expect(words(text).contains { $0.traits.contains(.hiddenMarks) } == isDisguised)
  }
}
