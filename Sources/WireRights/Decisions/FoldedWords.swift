/// Splits a text into words without case and punctuation, so that credits can be compared.
///
/// A word is a run of letters, marks and digits. In scripts that write no spaces each letter is a word of its own,
/// so that a name is found inside a sentence. Accents are kept: they are part of names.
func foldedWords(_ text: String) -> [String] {
  var words: [String] = []
  var current = ""
  func close() {
    if !current.isEmpty { words.append(current) }
    current = ""
  }
  for scalar in text.unicodeScalars {
    let properties = scalar.properties
    if standsAlone(scalar) {
      close()
      words.append(String(scalar))
    } else if properties.isAlphabetic || properties.numericType != nil || isMark(properties.generalCategory) {
      current += properties.lowercaseMapping
    } else if !isJoiner(scalar) {
      close()
    }
  }
  close()
  return words
}

/// Marks that stand inside words: apostrophes, soft hyphens, joiners.
private func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x27, 0x2019, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
  default: false
  }
}

private func isMark(_ category: Unicode.GeneralCategory) -> Bool {
  category == .nonspacingMark || category == .spacingMark
}

/// Han, kana and Hangul syllables, after whose names particles follow without a space.
private func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3040...0x30FF, 0x31F0...0x31FF, 0xAC00...0xD7A3: true
  default: scalar.properties.isIdeographic
  }
}

/// The number of letters that have to be changed, put in or left out to make one word of the other.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let best = min(row[j + 1] + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = best
    }
  }
  return row[b.count]
}
