/// Maps byte ranges of a document's text back to the bytes of the file that they came from.
///
/// A map is a list of segments in text order. In an *exact* segment text and file bytes are the same, one to
/// one; in any other segment (an entity, an escape, a re-encoded character) the text stands for the file bytes
/// as a whole. Text that no segment covers was put in by a reader (the break between two paragraphs).
/// Look-ups are O(log *segments*).
public struct SourceMap: Sendable, Equatable {
  struct Segment: Sendable, Equatable {
    var text: TextRange
    var file: FileRange
    var isExact: Bool
  }

  var segments: [Segment] = []

  /// A map without segments.
  public init() {}

  /// A map of one exact segment: the whole text stands at `offset` in the file.
  public init(identity count: Int, at offset: Int = 0) {
    append(TextRange(0, count), from: FileRange(offset, offset + count), isExact: true)
  }

  /// Whether nothing is mapped.
  public var isEmpty: Bool { segments.isEmpty }

  /// Adds the next piece of text and where it stood.
  ///
  /// - Parameters:
  ///   - text: starts at or after the end of the piece before.
  ///   - file: where the piece stood.
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

  /// The smallest file range that holds all that the text range came from; nil where nothing of it is mapped.
  public func fileRange(of range: TextRange) -> FileRange? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].text.upper <= range.lower { low = middle + 1 } else { high = middle }
    }
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
}
