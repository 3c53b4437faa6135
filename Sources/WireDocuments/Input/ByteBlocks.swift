/// Reads an input in blocks of given lengths.
///
/// A class, since a container and the source of its current member consume the same bytes.
final class ByteBlocks {
  private let input: ByteInput
  private var held: ArraySlice<UInt8> = []
  /// The number of bytes read so far.
  private(set) var offset = 0

  /// The blocks of an input from its current position.
  init(_ input: ByteInput) { self.input = input }

  /// At most `count` bytes, as many as are available; empty only at the end of the input.
  func some(upTo count: Int) throws(ReadingFault) -> ArraySlice<UInt8> {
    if held.isEmpty { held = try input.read()[...] }
    let piece = held.prefix(count)
    held = held.dropFirst(piece.count)
    offset += piece.count
    return piece
  }

  /// `count` bytes; fewer only at the end of the input.
  func take(_ count: Int) throws(ReadingFault) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let piece = try some(upTo: count - bytes.count)
      if piece.isEmpty { break }
      bytes += piece
    }
    return bytes
  }

  /// Skips `count` bytes.
  ///
  /// - Returns: false if the input ended first.
  func skip(_ count: Int) throws(ReadingFault) -> Bool {
    var left = count
    while left > 0 {
      let piece = try some(upTo: left)
      if piece.isEmpty { return false }
      left -= piece.count
    }
    return true
  }

  /// The next line without its end; a line longer than the limit comes in pieces; nil at the end of the input.
  func line(limit: Int) throws(ReadingFault) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if held.isEmpty { held = try input.read()[...] }
      if held.isEmpty { return line.isEmpty ? nil : line }
      let piece = held.prefix { $0 != 0x0A }
      line += piece
      let isWhole = piece.count < held.count
      held = held.dropFirst(piece.count + (isWhole ? 1 : 0))
      offset += piece.count + (isWhole ? 1 : 0)
      if isWhole {
        if line.last == 0x0D { line.removeLast() }
        return line
      }
      if line.count > limit { return line }
    }
  }
}
