/// A text as words without case and punctuation, so that names can be compared.
///
/// A word is a run of letters, marks and digits. In scripts without spaces each letter is a word, so that a name is
/// found inside a sentence, unless whole runs are asked for. Accents are kept: they are part of names.
struct FoldedText: Sendable, Hashable {
  let scalars: [Unicode.Scalar]
  private(set) var words: [String] = []
  /// The range of each word, in scalars.
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String, keepsRuns: Bool = false) {
    scalars = Array(text.unicodeScalars)
    var current = ""
    var start = 0
    for (index, scalar) in scalars.enumerated() {
      if let letter = plainLetter(scalar) {
        if current.isEmpty { start = index }
        current.unicodeScalars.append(letter)
        continue
      }
      let properties = scalar.properties
      if !keepsRuns, standsAlone(scalar) {
        close(&current, start..<index)
        add(String(scalar), index..<index + 1)
      } else if properties.isAlphabetic || properties.numericType != nil || isMark(properties.generalCategory)
      {
        if current.isEmpty { start = index }
        current += properties.lowercaseMapping
      } else if !isJoiner(scalar) {
        close(&current, start..<index)
      }
    }
    close(&current, start..<scalars.count)
  }

  private mutating func close(_ word: inout String, _ range: Range<Int>) {
    if !word.isEmpty { add(word, range) }
    word = ""
  }

  private mutating func add(_ word: String, _ range: Range<Int>) {
    words.append(word)
    ranges.append(range)
  }
}

/// The words of a text without case and punctuation.
func foldedWords(_ text: String) -> [String] { FoldedText(text).words }

/// The words of a text without case and punctuation, where letters of scripts without spaces stay together as written.
package func foldedRuns(_ text: String) -> [String] { FoldedText(text, keepsRuns: true).words }

/// An ASCII letter or digit in lower case, without the slow look-up of Unicode properties.
private func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar {
  case "a"..."z", "0"..."9": scalar
  case "A"..."Z": Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value | 0x20))
  default: nil
  }
}

/// Marks that are part of words: soft hyphens, joiners.
///
/// An apostrophe separates words: “l'Agence”, “Northwire's”.
private func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
  default: false
  }
}

private func isMark(_ category: Unicode.GeneralCategory) -> Bool {
  category == .nonspacingMark || category == .spacingMark
}

/// Han, kana and Hangul syllables: particles follow names in these scripts without a space.
private func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3040...0x30FF, 0x31F0...0x31FF, 0xAC00...0xD7A3: true
  default: scalar.properties.isIdeographic
  }
}
