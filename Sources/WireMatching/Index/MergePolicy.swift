/// Which segments are rewritten as one, so that an index that is added to every hour stays a few files.
///
/// Segments fall into classes by size, four times apart; four neighbours of one class become one of the next, so that
/// a text is written again as often as the index grew fourfold. Segments near the limit of a run stay as they are.
enum MergePolicy {
  private static let width = 4
  /// Bytes of text above which a segment is left alone.
  private static let limit = 1 << 30

  /// The next segments to rewrite, neighbours in order; nil where all is well.
  ///
  /// - Parameter purging: whether nothing of a removed item may stay in a file.
  static func next(
    _ segments: [(bytes: Int, items: Int, removed: Int)], purging: Bool = false
  ) -> Range<Int>? {
    for (number, segment) in segments.enumerated()
    where segment.removed * 2 > segment.items || purging && segment.removed > 0 {
      return number..<number + 1
    }
    var start = 0
    while start < segments.count {
      let size = sizeClass(segments[start].bytes)
      var end = start
      while end < segments.count, sizeClass(segments[end].bytes) <= size, segments[end].bytes < limit {
        end += 1
      }
      if end - start >= width { return start..<end }
      start = max(end, start + 1)
    }
    return nil
  }

  private static func sizeClass(_ bytes: Int) -> Int {
    var size = 0
    var bound = 1 << 16
    while bytes > bound {
      bound *= 4
      size += 1
    }
    return size
  }
}
