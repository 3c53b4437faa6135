internal import WireText

/// Parties whose material is beside that of the holder.
extension HolderGrammar {
  /// A party with the sentence whose rules are about its material.
  struct Supplier {
    var name: NameScanner.Name
    var sentence: TextRange
    /// Whether its form shows that it is a name: a single word with a capital may be any noun, as in “Texte der Seite”.
    var isSure: Bool
  }

  /// The party that made or supplied the material which opens a sentence: “Articles supplied by AFP may not be
  /// reproduced”, “Texte der KNA dürfen nur …”, “Teksty PAP nie mogą …”.
  func supplier(in sentence: Reading.Sentence) -> Supplier? {
    var start = sentence.lower
    while let small = tagAt[start], small.means(.article) || small.means(.determiner), !small.isMaterial {
      start = small.upper
    }
    guard let material = tagAt[start], material.isMaterial, material.action == nil,
      material.upper < sentence.upper
    else { return nil }
    let isNext = material.means(.from) || tokens[material.upper].isUpper && !tokens[start].isUpper
    let first = isNext ? material.upper : supply(after: material, in: sentence)?.upper ?? sentence.upper
    guard first < sentence.upper, tokens[first].isCapitalised, let name = scanner.name(from: first),
      let rule = tagAt[name.upper], rule.isModal || rule.means(.prohibit) || rule.means(.no)
    else { return nil }
    let isAbbreviation =
      tokens[name.lower].isUpper && tokens[name.lower].foldedUpper - tokens[name.lower].foldedLower > 1
    return Supplier(
      name: name, sentence: reading.range(sentence.lower, sentence.upper),
      isSure: isAbbreviation || name.upper - name.lower > 1)
  }

  /// The word before the party: “of”, “supplied by”.
  private func supply(after material: Tag, in sentence: Reading.Sentence) -> Tag? {
    guard
      let of = sentence.tags.first(where: {
        (0...Self.longestSupply).contains($0.lower - material.upper) && ($0.means(.from) || $0.means(.by))
          && !$0.means(.joint)
      }),
      (material.upper..<of.lower).allSatisfy({ tokens[$0].hasCase && !tokens[$0].isCapitalised })
    else { return nil }
    return of
  }

  /// The most words between material and its supplier: “supplied”, “provided to us”.
  private static let longestSupply = 3
}
