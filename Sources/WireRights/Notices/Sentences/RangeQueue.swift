internal import WireText

/// Ranges that are consumed in text order, so that any number of them costs a single pass.
struct RangeQueue {
  private var rest: ArraySlice<TextRange>

  init(_ ranges: [TextRange]) { rest = ranges.sorted { $0.lower < $1.lower }[...] }

  /// The ranges that start in a range; those before it are dropped.
  mutating func take(in range: TextRange) -> [TextRange] {
    rest = rest.drop { $0.lower < range.lower }
    let inside = rest.prefix { $0.lower < range.upper }
    rest = rest.dropFirst(inside.count)
    return Array(inside)
  }
}
