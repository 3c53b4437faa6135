/// A half-open range of UTF-8 bytes in one named space, so that offsets of a text and of a file never mix.
public struct ByteRange<Space>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The first byte.
  public var lower: Int
  /// The byte after the last one.
  public var upper: Int

  /// A range from `lower` up to and without `upper`.
  @inlinable
  public init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a range cannot end before it starts")
    self.lower = lower
    self.upper = upper
  }

  /// The bytes of a standard range.
  @inlinable package init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  /// The number of bytes.
  @inlinable public var count: Int { upper - lower }
  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { lower == upper }
  /// The same bytes as a standard range, for subscripts.
  @inlinable public var indices: Range<Int> { lower..<upper }
  /// `lower..<upper`.
  public var description: String { "\(lower)..<\(upper)" }

  /// Whether every byte of `other` lies in this range.
  @inlinable public func contains(_ other: Self) -> Bool { lower <= other.lower && other.upper <= upper }
  /// Whether the two ranges share a byte.
  @inlinable public func overlaps(_ other: Self) -> Bool { lower < other.upper && other.lower < upper }

  /// Orders by start, then by end.
  @inlinable
  public static func < (a: Self, b: Self) -> Bool {
    a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper
  }
}

/// The space of a document's own text, as a reader hands it over.
public enum TextSpace: Sendable {}
/// The space of the input's bytes (after decompression, before decoding).
public enum FileSpace: Sendable {}

/// Bytes of a document's text.
public typealias TextRange = ByteRange<TextSpace>
/// Bytes of the input file.
public typealias FileRange = ByteRange<FileSpace>
