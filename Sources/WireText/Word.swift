/// One word of a text: its hashes, its kind and its position.
public struct Word: Sendable, Hashable {
  /// The hash of the folded word: equal for words that differ only in case, accents or typography.
  public var hash: UInt64
  /// The hash of the folded word without its ending, by the vocabulary; `hash` if no ending fits.
  public var stem: UInt64
  /// The first byte.
  public var start: UInt32
  /// The byte after the last one.
  public var end: UInt32
  /// What kind of word it is.
  public var traits: Traits

  /// What kind of word it is.
  ///
  /// Inlinable, since other modules query it for every word.
  public struct Traits: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Traits of the given bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A function word (an article, a preposition …) by the vocabulary's list.
    @inlinable public static var function: Traits { Traits(rawValue: 1) }
    /// It starts with a digit.
    @inlinable public static var number: Traits { Traits(rawValue: 2) }
    /// It starts with a capital letter; in a language that capitalises all nouns, only if another such word
    /// precedes it.
    @inlinable public static var capitalised: Traits { Traits(rawValue: 4) }
    /// It is a single letter of a script with spaces between words, or the letters that follow a number directly.
    @inlinable public static var letter: Traits { Traits(rawValue: 8) }
    /// It is one character of a script without spaces between words, such as Han or Thai.
    @inlinable public static var spaceless: Traits { Traits(rawValue: 16) }
    /// Look-alike letters of another script were mixed into it.
    @inlinable public static var mixed: Traits { Traits(rawValue: 32) }
    /// Invisible characters, such as a zero-width space, were inserted into it.
    @inlinable public static var hiddenMarks: Traits { Traits(rawValue: 64) }
    /// It is capitalised like every noun of its language, and may or may not be a name.
    @inlinable public static var noun: Traits { Traits(rawValue: 128) }
    /// It looks different to a program than to a reader.
    @inlinable public static var disguised: Traits { [.mixed, .hiddenMarks] }
  }

  /// Its position in the text.
  public var range: TextRange { TextRange(Int(start), Int(end)) }
  /// Whether it is a content word: neither a function word nor a lone letter.
  @inlinable public var isContent: Bool { traits.isDisjoint(with: [.function, .letter]) }
}

extension RandomAccessCollection where Element == Word, Index == Int {
  /// The indices of the words that lie in a range of the text, as a whole or in part; words are in order.
  package func indices(in range: TextRange) -> Range<Int> {
    let first = partitioningIndex { Int($0.end) > range.lower }
    return first..<Swift.max(first, partitioningIndex { Int($0.start) >= range.upper })
  }
}
