/// What the names and numbers of a draft, and its other words, have in common with an item: the evidence for a retelling
/// of the whole that shares no wording.
public struct FactComparison: Sendable, Equatable {
  /// The names and numbers.
  public var facts: Passage.Facts
  /// The share of the draft's names and numbers that the item has, by their nats of surprisal: 0 to 1.
  public var share: Double
  /// How many of the draft's other content words, each counted once, the item has.
  public var otherWordsShared: Int
  /// How many other content words the draft has, each counted once.
  public var otherWords: Int
}
