/// The owner or maker of material that is said to be protected or licensed, without a rule or a sign.
extension HolderGrammar {
  /// The creator of material under a public licence: “all content created by Harbour Voices is published under …”.
  func maker(in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard
      let under = sentence.tags.first(where: {
        $0.means(.licence(.under)) || $0.means(.licence(.creativeCommons))
      }),
      let matter = sentence.tags.first(where: \.isWork),
      let by = sentence.tags.first(where: {
        $0.means(.by) && $0.means(.from) && (0...Self.longestMaking).contains($0.lower - matter.upper)
      }), by.upper < under.lower, tokens[by.upper].isCapitalised
    else { return nil }
    return scanner.name(from: reading.nameStart(after: by))
  }

  /// The most words about how something was made: “content created and distributed by”.
  private static let longestMaking = 4

  /// “All content on Perspekt (texts, pictures) is protected by copyright”, “Alle Inhalte von Möwe News sind
  /// urheberrechtlich geschützt”.
  func owner(ofProtectedIn sentence: Reading.Sentence) -> NameScanner.Name? {
    guard let claim = sentence.tags.first(where: { $0.means(.claim) }),
      let matter = sentence.tags.first(where: \.isWork), matter.upper < claim.lower,
      let start = placeEnd(after: matter),
      let name = scanner.name(from: start), name.lower == start, name.upper <= claim.lower,
      // A single capitalised word may be any noun where nouns have capitals: “alle Inhalte auf Webseiten”.
      name.upper - name.lower > 1 || scanner.isDomainPart(name.lower)
        || !tokens[matter.upper - 1].isCapitalised
    else { return nil }
    return name
  }

  /// The token after the small word for a place or an owner, right behind the material: “on”, “von der”.
  private func placeEnd(after matter: Tag) -> Int? {
    if let from = tagAt[matter.upper], from.means(.from), !from.means(.joint) {
      return reading.nameStart(after: from)
    }
    let small = tokens[matter.upper]
    guard small.kind == .word, small.gap == .space, small.isCased, !small.isCapitalised,
      small.foldedUpper - small.foldedLower <= Self.longestSmall,
      matter.upper + 1 < tokens.count
    else { return nil }
    return matter.upper + 1
  }

  /// The most bytes of a small word.
  private static let longestSmall = 5
}
