/// A set of languages of the lexicons, as bits by their numbers; 0 is what all languages share.
struct LanguageSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt64
  /// The most languages that are possible.
  static let capacity = 64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// One language.
  init(_ language: Int) { self.init(rawValue: 1 << UInt64(language)) }

  /// The number of languages.
  var count: Int { rawValue.nonzeroBitCount }

  /// The numbers of the languages, in order.
  var numbers: Numbers { Numbers(rest: rawValue) }

  /// The numbers of the languages; iterated for each everyday word of a text.
  struct Numbers: Sequence, IteratorProtocol {
    fileprivate var rest: UInt64

    @inline(__always)
    mutating func next() -> Int? {
      guard rest != 0 else { return nil }
      defer { rest &= rest &- 1 }
      return rest.trailingZeroBitCount
    }
  }

  func contains(_ language: Int) -> Bool { rawValue >> UInt64(language) & 1 == 1 }
}
