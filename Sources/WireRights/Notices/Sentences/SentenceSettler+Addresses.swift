/// Countries at the end of postal addresses.
extension SentenceSettler {
  /// Removes the country that ends an address where a rule follows without a full stop: “Kade 1, 1234 AB Ormsby, Nederland
  /// Niets uit deze uitgave mag …”.
  func dropCountriesOfAddresses(from sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.concepts.contains(where: Self.isCountry), endsAddress(tag, in: sentence) else { continue }
      sentence.tags[index].concepts.removeAll(where: Self.isCountry)
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  private static func isCountry(_ concept: Concept) -> Bool {
    switch concept {
    case .territory: true
    case .constraint(let limit): limit.kind == .territory
    default: false
    }
  }

  /// Whether a mark and a number of a street or a town stand before a place, and a word with a capital that opens a rule
  /// behind it.
  private func endsAddress(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    guard tag.lower > 0, tokens[tag.lower - 1].isMark(in: [",", ";"]), tag.upper < sentence.upper,
      tokens[tag.lower..<tag.upper].allSatisfy(\.isTitle), tokens[tag.upper].isTitle,
      tokens[tag.upper].gap == .space, sentence.tags.contains(where: { $0.lower == tag.upper })
    else { return false }
    var index = tag.lower
    while index > 0, tag.lower - index < Self.longestAddress, tokens[index].gap < .paragraph {
      index -= 1
      if tokens[index].kind == .number, Year.value(tokens[index], list) == nil { return true }
    }
    return false
  }

  /// The most tokens from the number of an address to its country.
  private static let longestAddress = 10
}
