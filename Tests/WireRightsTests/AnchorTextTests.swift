import TestSupport
import Testing
import WireText

@testable import WireRights

/// The spelling in which anchors are searched, and its places in the original text.
@Suite struct AnchorTextTests {
  @Test(arguments: [
    ("Alle\u{A0}Rechte\u{202F}vorbehalten", "Alle Rechte vorbehalten"),
    ("Nach\u{AD}druck ver\u{200B}boten\u{FEFF}", "Nachdruck verboten"),
    ("reproduccio\u{301}n, e\u{302}\u{301}", "reproducción, ế"), ("и\u{306}", "й"),
    ("حقـوق مَحفوظة", "حقوق محفوظة"), ("כָּל", "כל"), ("版權\u{3000}所有", "版權 所有"),
    ("a\u{301}\u{301}", "á"), ("\u{301}a", "a"), ("“plain” – ©", "“plain” – ©"), ("", ""),
  ])
  func isSpelledPlainly(_ text: String, _ plain: String) {
    #expect(String(decoding: AnchorText(Array(text.utf8)).bytes, as: UTF8.self) == plain)
  }

  @Test func keepsThePlacesOfWords() {
    let text = Array("«So\u{AD}lo» per\u{A0}uso\u{200B} e\u{301} qui".utf8)
    let plain = AnchorText(text)
    for word in ["«Solo»", "per", "uso", "é", "qui"].map({ Array($0.utf8) }) {
      guard let start = plain.bytes.indices.first(where: { plain.bytes[$0...].starts(with: word) }) else {
        Issue.record("\(word) is missing")
        continue
      }
      let place = TextRange(start, start + word.count)
      let origin = plain.origin(of: place)
      #expect(AnchorText(Array(text[origin.indices])).bytes == word)
      #expect(plain.place(of: origin) == place)
    }
    #expect(plain.origin(of: TextRange(0, plain.bytes.count)) == TextRange(0, text.count))
  }

  /// Ranges inside characters that are dropped, and bytes that are no text, have places too.
  @Test func hasAPlaceForEveryByte() {
    let pieces: [[UInt8]] = [
      [0x61], [0xC2, 0xAD], [0xC2, 0xA0], [0xCC, 0x81], [0xE2, 0x80, 0x8B], [0xE2, 0x80], [0xC2], [0x80],
      [0xF0, 0x9F],
      Array("é".utf8), Array("ض".utf8),
    ]
    var random = SplitMix(seed: 11)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      let plain = AnchorText(text)
      for lower in 0...text.count {
        for upper in lower...text.count {
          let place = plain.place(of: TextRange(lower, upper))
          #expect(place.lower <= place.upper && place.upper <= plain.bytes.count)
          #expect(plain.origin(of: place).upper <= text.count)
        }
        // A place further on is never before one of less.
        let (place, next) = (plain.place(of: TextRange(0, lower)), plain.place(of: TextRange(0, lower + 1)))
        if lower < text.count { #expect(place.upper <= next.upper) }
      }
      #expect(plain.place(of: TextRange(0, text.count)) == TextRange(0, plain.bytes.count))
    }
  }
}
