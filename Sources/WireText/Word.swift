/// One word of a text: what it is, folded, and where it stands.
public struct Word: Sendable, Hashable {
  /// The hash of the word as folded: equal for words that differ in case, accents or typography only.
  public var hash: UInt64
  /// The hash of the folded word after the vocabulary's endings are taken off; `hash` where none fits.
  public var stem: UInt64
  /// The first byte.
  public var start: UInt32
  /// The byte after the last one.
  public var end: UInt32
  /// What kind of word it is.
  public var traits: Traits

  /// What kind of word it is.
  ///
  /// Inlinable, since other modules ask them of every word.
  public struct Traits: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Traits of the given bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A word of grammar (an article, a preposition …) by the vocabulary's list.
    @inlinable public static var function: Traits { Traits(rawValue: 1) }
    /// It starts with a digit.
    @inlinable public static var number: Traits { Traits(rawValue: 2) }
    /// It starts with a capital letter; in a language that writes all nouns so, after another such word only.
    @inlinable public static var capitalised: Traits { Traits(rawValue: 4) }
    /// It is one letter of a script that writes words apart.
    @inlinable public static var letter: Traits { Traits(rawValue: 8) }
    /// It is one character of a script that does not write words apart, such as Han or Thai.
    @inlinable public static var spaceless: Traits { Traits(rawValue: 16) }
    /// Letters of another script that look alike were put into it.
    @inlinable public static var mixed: Traits { Traits(rawValue: 32) }
    /// Characters that nobody sees, such as a zero-width space, were put into it.
    @inlinable public static var hiddenMarks: Traits { Traits(rawValue: 64) }
    /// It starts with a capital letter as all nouns of its language do, and may be a name or none.
    @inlinable public static var noun: Traits { Traits(rawValue: 128) }
    /// Something in it hides from a machine what a reader sees.
    @inlinable public static var disguised: Traits { [.mixed, .hiddenMarks] }
  }

  /// Where it stands in the text.
  public var range: TextRange { TextRange(Int(start), Int(end)) }
  /// Whether it carries meaning: no word of grammar and no lone letter.
  @inlinable public var isContent: Bool { traits.isDisjoint(with: [.function, .letter]) }
}

extension RandomAccessCollection where Element == Word, Index == Int {
  /// The indices of the words that lie in a range of the text, as a whole or in part; words are in order.
  package func indices(in range: TextRange) -> Range<Int> {
    let first = partitioningIndex { Int($0.end) > range.lower }
    return first..<Swift.max(first, partitioningIndex { Int($0.start) >= range.upper })
  }
}
