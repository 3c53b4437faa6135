/// The ways in which an anchor is written: with small letters, with its first letter capital, with all of them capital.
///
/// Letters of ASCII, whose case does not matter, are small in all of them.
/// Each letter is asked of Unicode once, since that takes longer than all else that is done with an anchor.
struct AnchorForms {
  /// A letter as it is and in both cases, UTF-8.
  private struct Letter {
    var plain: [UInt8]
    var small: [UInt8]
    var capital: [UInt8]
  }

  private var letters: [Unicode.Scalar: Letter] = [:]

  /// The forms of a word; one where its script has no others.
  mutating func forms(of word: [UInt8]) -> [[UInt8]] {
    if word.allSatisfy({ $0 < 0xC0 || Self.isCaseless($0) }) { return [word.map(Self.fold)] }
    var (small, title, capital): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        let byte = Self.fold(UInt8(truncatingIfNeeded: scalar.value))
        title.append(byte)
        small.append(byte)
        capital.append(byte)
        continue
      }
      let letter = letter(scalar)
      title += title.isEmpty ? letter.capital : letter.plain
      small += letter.small
      capital += letter.capital
    }
    var forms = [small]
    for form in [title, capital] where !forms.contains(form) { forms.append(form) }
    return forms
  }

  /// A byte with an ASCII letter made small.
  static func fold(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Whether a byte starts letters of scripts without capitals: Hebrew, Arabic, those of India, China, Japan and Korea.
  private static func isCaseless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xD7...0xDB, 0xE0, 0xE3...0xE9, 0xEB, 0xEC: true
    default: false
    }
  }

  private mutating func letter(_ scalar: Unicode.Scalar) -> Letter {
    if let known = letters[scalar] { return known }
    let letter = Letter(
      plain: String(scalar).utf8.map(Self.fold),
      small: scalar.properties.lowercaseMapping.utf8.map(Self.fold),
      capital: scalar.properties.uppercaseMapping.utf8.map(Self.fold))
    letters[scalar] = letter
    return letter
  }
}
