import WireText

/// Accumulates decoded text and its map to the bytes of a chunk.
struct DecodedOutput {
  var utf8: [UInt8] = []
  private(set) var map = SourceMap()
  /// The file offset of the chunk's first byte.
  private let offset: Int
  /// Whether every byte so far was copied unchanged from the file.
  private(set) var isExact = true
  /// The open segment, a run of decoded characters: start in the text, start and end in the file.
  private var word: (text: Int, lower: Int, upper: Int)?

  /// An empty output for a chunk whose first byte is at `offset` in the file.
  init(offset: Int) { self.offset = offset }

  /// Appends bytes unchanged.
  mutating func exact(_ bytes: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    flush()
    let before = utf8.count
    // Nearly all input is copied whole: then it is shared.
    if before == 0, range == bytes.indices { utf8 = bytes } else { utf8 += bytes[range] }
    map.append(
      TextRange(before, utf8.count),
      from: FileRange(offset + range.lowerBound, offset + range.upperBound), isExact: true)
  }

  /// Maps the character written since `before`.
  ///
  /// The characters of a word share a segment, up to 24 bytes of text, so that the map of UTF-16 text stays smaller
  /// than the text. Tags and strings get segments of their own.
  mutating func mark(from before: Int, file: Int, count: Int) {
    isExact = false
    let isSpace = utf8.count > before && Self.parts(utf8[before])
    if let open = word, !isSpace, open.upper == file, before - open.text < 24 {
      word?.upper = file + count
    } else {
      flush(to: before)
      word = (before, file, file + count)
    }
    if isSpace { flush() }
  }

  /// Whether a character ends a word: white space, a bracket of a tag, a quote.
  private static func parts(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }

  /// Closes the open segment.
  mutating func flush(to end: Int? = nil) {
    guard let open = word else { return }
    map.append(
      TextRange(open.text, end ?? utf8.count), from: FileRange(offset + open.lower, offset + open.upper),
      isExact: false)
    word = nil
  }
}
