import WireText

/// Bytes as UTF-8 text, with a map back to the bytes.
struct Decoded {
  /// Valid UTF-8 without a byte order mark and without NUL.
  var utf8: [UInt8]
  /// Where the text is in the file; nil if text and file are identical byte for byte.
  var map: SourceMap?
  /// How the bytes were read.
  var encoding: TextEncoding
  /// What was guessed or replaced.
  var problems: [Problem]

  /// Decodes a whole input.
  ///
  /// - Parameters:
  ///   - bytes: the input.
  ///   - label: the encoding that the input or its transport declares, if any.
  init(_ bytes: [UInt8], label: String? = nil) {
    var decoder = TextDecoder(label: label)
    let piece = decoder.decode(bytes, isLast: true)
    self.utf8 = piece.utf8
    self.map = piece.map
    self.encoding = decoder.encoding
    self.problems = decoder.problems
    guard decoder.replacedBytes > 0, let first = utf8.offset(of: [0xEF, 0xBF, 0xBD]) else { return }
    let line = utf8[..<first].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    for index in problems.indices where problems[index].code == "bytes-replaced" {
      problems[index].line = line
    }
  }

  /// Text that was already decoded, with its map.
  init(utf8: [UInt8], map: SourceMap) {
    self.utf8 = utf8
    self.map = map
    encoding = .utf8
    problems = []
  }

  /// Converts a map to offsets in `utf8` into one to offsets in the file.
  func fileMap(of map: SourceMap) -> SourceMap {
    guard let outer = self.map else { return map }
    return map.composed(with: outer)
  }

  /// The file range of a range of `utf8`.
  func fileRange(_ range: Range<Int>) -> FileRange? {
    guard let map else { return FileRange(range) }
    return map.fileRange(of: TextRange(range))
  }
}
