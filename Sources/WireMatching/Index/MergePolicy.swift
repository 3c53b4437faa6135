/// Decides which segments are merged, so that an index that grows every hour stays a few files.
///
/// Size classes differ by a factor of four; four neighbours of one class are merged into one of the next, so that a
/// text is rewritten once for each fourfold growth of the index. Segments near the size limit stay as they are.
enum MergePolicy {
  private static let width = 4
  /// Bytes of text above which a segment is not merged.
  private static let limit = 1 << 30

  /// The next segments to merge, neighbours in order; nil if there is nothing to do.
  ///
  /// - Parameter purging: whether files may hold nothing of a removed item.
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
