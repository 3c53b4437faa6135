/// Letters of different scripts that look alike, and words that mix them.
///
/// A word of Latin letters with a Cyrillic, Greek or Armenian one among them looks like the Latin word but is a
/// different one to a program, which is used to hide copying; the same goes for letters of phonetic alphabets, and
/// for Cyrillic and Greek words with Latin letters. Such a word is read in the script of its other letters. The pairs are
/// those of Unicode Technical Standard #39 (confusables) that look alike in ordinary type, by their folded letters;
/// capitals that look alike count too.
enum Homoglyphs {
  /// Maps folded letters beyond ASCII to the Latin letter that each looks like.
  private static let latin: [UInt32: UInt8] = {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("а", "a"), ("в", "b"), ("е", "e"), ("к", "k"), ("м", "m"), ("н", "h"), ("о", "o"), ("р", "p"),
      ("с", "c"),
      ("т", "t"), ("у", "y"), ("х", "x"), ("і", "i"), ("ј", "j"), ("ѕ", "s"), ("һ", "h"), ("ԁ", "d"),
      ("ԛ", "q"),
      ("ԝ", "w"), ("ӏ", "l"),
      ("α", "a"), ("β", "b"), ("ε", "e"), ("η", "h"), ("ι", "i"), ("κ", "k"), ("μ", "m"), ("ν", "v"),
      ("ο", "o"),
      ("ρ", "p"), ("τ", "t"), ("υ", "y"), ("χ", "x"), ("ζ", "z"), ("ϲ", "c"), ("ϳ", "j"),
      ("օ", "o"), ("ո", "n"), ("ս", "u"), ("հ", "h"), ("ց", "g"), ("զ", "q"), ("յ", "j"),
      ("ɑ", "a"), ("ɡ", "g"), ("ɩ", "i"),
    ]
    return Dictionary(
      pairs.map { ($0.0.value, UInt8(truncatingIfNeeded: $0.1.value)) }, uniquingKeysWith: { a, _ in a })
  }()

  /// The Cyrillic letter that a Latin one looks like; zero if there is none.
  private static let cyrillic = lookAlikes(in: 0x430...0x44F)
  /// The Greek letter that a Latin one looks like; zero if there is none.
  private static let greek = lookAlikes(in: greekLetters)
  private static let greekLetters: ClosedRange<UInt32> = 0x3B1...0x3C9

  /// By Latin letter: the one of a range that looks like it; zero if there is none.
  private static func lookAlikes(in range: ClosedRange<UInt32>) -> [UInt32] {
    var table = [UInt32](repeating: 0, count: 128)
    for (scalar, letter) in latin where range.contains(scalar) { table[Int(letter)] = scalar }
    return table
  }

  /// Whether a folded scalar is one of the mixed-in letters considered here: Greek, Cyrillic, Armenian or phonetic.
  static func isForeign(_ scalar: UInt32) -> Bool {
    (0x250...0x2AF).contains(scalar) || (0x370...0x58F).contains(scalar)
  }

  /// Rewrites a word of mixed scripts in one script.
  ///
  /// - Parameters:
  ///   - bytes: the folded word, UTF-8; it grows by at most one byte a letter.
  ///   - count: its length in bytes.
  ///   - capacity: the bytes available.
  /// - Returns: the word's length afterwards; nil if it is of one script, or mixed in a way that hides nothing.
  static func settle(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, capacity: Int) -> Int? {
    var (own, alike, others, greek) = (0, 0, 0, 0)
    var at = 0
    while at < count {
      let (scalar, width) = UTF8Decoding.scalar(bytes, at, count)
      if scalar < 0x80 {
        own += 1
      } else if latin[scalar] != nil {
        alike += 1
      } else if isForeign(scalar) {
        others += 1
      }
      if greekLetters.contains(scalar) { greek += 1 }
      at += max(1, width)
    }
    guard own > 0, alike + others > 0 else { return nil }
    if others == 0, own >= alike { return toLatin(bytes, count) }
    // Beside Latin letters those of one other script only: what is of three scripts is nobody's word.
    if greek > 0 { return greek == alike + others ? replaceLatin(bytes, count, capacity, Self.greek) : nil }
    return replaceLatin(bytes, count, capacity, cyrillic)
  }

  private static func toLatin(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    var (at, end) = (0, 0)
    while at < count {
      let (scalar, width) = UTF8Decoding.scalar(bytes, at, count)
      if let letter = latin[scalar] {
        bytes[end] = letter
        end += 1
      } else {
        for index in 0..<max(1, width) { bytes[end + index] = bytes[at + index] }
        end += max(1, width)
      }
      at += max(1, width)
    }
    return end
  }

  /// Replaces each Latin letter by the one that looks like it in another script.
  ///
  /// Nil if there is none for one of them: then these are two words written together.
  private static func replaceLatin(
    _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ table: [UInt32]
  ) -> Int? {
    var result: [UInt8] = []
    for byte in UnsafeBufferPointer(start: bytes, count: count) {
      guard byte < 0x80 else {
        result.append(byte)
        continue
      }
      guard let letter = Unicode.Scalar(table[Int(byte)]), letter.value > 0 else { return nil }
      result += UTF8.encode(letter).map(Array.init) ?? []
    }
    guard result.count <= capacity else { return nil }
    for (index, byte) in result.enumerated() { bytes[index] = byte }
    return result.count
  }
}
