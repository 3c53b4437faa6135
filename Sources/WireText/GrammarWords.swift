/// The words of grammar of several languages, asked once a word by their well-mixed hashes: one probe in nearly every case.
struct GrammarWords: Sendable {
  /// Languages that a word can belong to at most.
  static let mostLanguages = 16

  private struct Slot {
    var hash: UInt64 = 0
    /// A bit for each language that has the word; zero where the slot is free.
    var languages: UInt16 = 0
  }

  private let slots: [Slot]
  private let mask: Int

  /// The words of languages in order, by their hashes; languages beyond `mostLanguages` are left out.
  init(_ languages: [[UInt64]]) {
    var size = 8
    while size < languages.reduce(0, { $0 + $1.count }) * 4 { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    for (number, hashes) in languages.prefix(Self.mostLanguages).enumerated() {
      for hash in hashes {
        var at = Int(truncatingIfNeeded: hash) & (size - 1)
        while slots[at].languages != 0, slots[at].hash != hash { at = (at + 1) & (size - 1) }
        slots[at].hash = hash
        slots[at].languages |= 1 << number
      }
    }
    self.slots = slots
    mask = size - 1
  }

  /// A bit for each language that has the word as one of grammar.
  @inline(__always)
  func languages(_ hash: UInt64) -> UInt16 {
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at].languages != 0 {
      if slots[at].hash == hash { return slots[at].languages }
      at = (at &+ 1) & mask
    }
    return 0
  }
}
