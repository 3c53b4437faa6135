/// Maps byte ranges of a document's text back to the bytes of the file that they came from.
///
/// A map is a list of segments in text order. In an *exact* segment text and file bytes are the same, one to one;
/// in any other segment (an entity, an escape, a re-encoded character) the text as a whole stands for the file
/// bytes as a whole. Text that no segment covers was inserted by a reader (the break between two paragraphs).
/// Look-ups are O(log *segments*).
public struct SourceMap: Sendable, Equatable {
  package struct Segment: Sendable, Equatable {
    package var text: TextRange
    package var file: FileRange
    package var isExact: Bool

    package init(text: TextRange, file: FileRange, isExact: Bool) {
      self.text = text
      self.file = file
      self.isExact = isExact
    }
  }

  package internal(set) var segments: [Segment] = []

  /// A map without segments.
  public init() {}

  /// A map of one exact segment: the whole text is at `offset` in the file.
  public init(identity count: Int, at offset: Int = 0) {
    append(TextRange(0, count), from: FileRange(offset, offset + count), isExact: true)
  }

  /// Whether nothing is mapped.
  public var isEmpty: Bool { segments.isEmpty }

  /// Adds the next piece of text and its place in the file.
  ///
  /// - Parameters:
  ///   - text: starts at or after the end of the piece before.
  ///   - file: where the piece comes from.
  ///   - isExact: whether the bytes are the same on both sides; then both counts must be equal.
  public mutating func append(_ text: TextRange, from file: FileRange, isExact: Bool) {
    guard !text.isEmpty else { return }
    precondition(!isExact || text.count == file.count, "an exact segment has equal lengths")
    if let last = segments.last {
      precondition(last.text.upper <= text.lower, "segments are appended in text order")
      if isExact, last.isExact, last.text.upper == text.lower, last.file.upper == file.lower {
        segments[segments.count - 1].text.upper = text.upper
        segments[segments.count - 1].file.upper = file.upper
        return
      }
    }
    segments.append(Segment(text: text, file: file, isExact: isExact))
  }

  /// Adds the segments of another map whose text follows this map's text.
  ///
  /// - Parameters:
  ///   - other: the map of the next piece of text, with offsets from the piece's own start.
  ///   - offset: where the piece starts in this map's text, at or after the end of the segment before.
  public mutating func append(contentsOf other: SourceMap, at offset: Int) {
    for segment in other.segments {
      append(
        TextRange(segment.text.lower + offset, segment.text.upper + offset), from: segment.file,
        isExact: segment.isExact)
    }
  }

  /// Removes the segments that end at or before a byte of the text, to keep the map of a stream small.
  public mutating func removeSegments(before offset: Int) {
    segments.removeFirst(firstSegment(endingAfter: offset))
  }

  /// Removes everything after a byte of the text, where the text itself was cut.
  public mutating func removeSegments(from offset: Int) {
    while let last = segments.last, last.text.upper > offset {
      segments.removeLast()
      guard last.text.lower < offset else { continue }
      let count = offset - last.text.lower
      let file = last.isExact ? FileRange(last.file.lower, last.file.lower + count) : last.file
      segments.append(Segment(text: TextRange(last.text.lower, offset), file: file, isExact: last.isExact))
      return
    }
  }

  /// The smallest file range that contains the sources of the text range; nil if nothing of it is mapped.
  public func fileRange(of range: TextRange) -> FileRange? {
    var low = firstSegment(endingAfter: range.lower)
    var result: FileRange?
    while low < segments.count, segments[low].text.lower < range.upper || segments[low].text.contains(range) {
      let segment = segments[low]
      var file = segment.file
      if segment.isExact {
        file.lower += max(0, range.lower - segment.text.lower)
        file.upper -= max(0, segment.text.upper - range.upper)
      }
      result = result.map { FileRange(min($0.lower, file.lower), max($0.upper, file.upper)) } ?? file
      low += 1
    }
    return result
  }

  /// Composes this map, from a text onto an intermediate form, with the map of that form onto the file.
  ///
  /// Used for bytes that were decoded first: a reader maps onto the decoded bytes, the decoder onto the file. Each
  /// file range of this map is read as a text range of `outer`. O(*segments* × log *outer segments*).
  public func composed(with outer: SourceMap) -> SourceMap {
    var result = SourceMap()
    for segment in segments {
      guard segment.isExact else {
        if let file = outer.fileRange(of: TextRange(segment.file.lower, segment.file.upper)) {
          result.append(segment.text, from: file, isExact: false)
        }
        continue
      }
      var index = outer.firstSegment(endingAfter: segment.file.lower)
      while index < outer.segments.count, outer.segments[index].text.lower < segment.file.upper {
        let other = outer.segments[index]
        let lower = max(segment.file.lower, other.text.lower)
        let upper = min(segment.file.upper, other.text.upper)
        let shift = segment.text.lower - segment.file.lower
        var file = other.file
        if other.isExact {
          file = FileRange(
            file.lower + (lower - other.text.lower), file.upper - (other.text.upper - upper))
        }
        result.append(TextRange(lower + shift, upper + shift), from: file, isExact: other.isExact)
        index += 1
      }
    }
    return result
  }

  /// The index of the first segment whose text ends after a byte.
  private func firstSegment(endingAfter offset: Int) -> Int {
    segments.partitioningIndex { $0.text.upper > offset }
  }
}
