import WireText
import WireTrees

/// Decodes the transfer encodings of mail (RFC 2045, chapter 6), on bytes before any charset decoding, since a
/// character may be split.
enum TransferDecoding {
  /// Decoded bytes with their map to the file.
  struct Result {
    var text = MappedText()
    /// The number of sequences that are invalid in the encoding; they are copied unchanged.
    var faults = 0
    /// Whether the encoding is unknown, so that the bytes are copied unchanged.
    var isUnknown = false

    var bytes: [UInt8] { text.utf8 }
    var map: SourceMap { text.map }
  }

  /// The content of a part, decoded from the encoding that its header names.
  static func content(_ bytes: [UInt8], _ range: Range<Int>, encoding: String?) -> Result {
    switch encoding?.lowercased().filter({ $0.isLetter || $0.isNumber || $0 == "-" }) ?? "" {
    case "quoted-printable": return quotedPrintable(bytes, range)
    case "base64": return base64(bytes, range)
    case "", "7bit", "8bit", "binary", "7-bit", "8-bit", "none": return identity(bytes, range)
    default:
      var result = identity(bytes, range)
      result.isUnknown = true
      return result
    }
  }

  /// Bytes without any encoding.
  static func identity(_ bytes: [UInt8], _ range: Range<Int>) -> Result {
    var result = Result()
    result.text.copy(range, of: bytes)
    return result
  }

  /// Quoted-printable: `=XX`, and `=` at the end of a line for a soft line break.
  static func quotedPrintable(_ bytes: [UInt8], _ range: Range<Int>) -> Result {
    var result = Result()
    var at = range.lowerBound
    while at < range.upperBound {
      let run = bytes[at..<range.upperBound].prefix { $0 != UInt8(ascii: "=") }
      result.text.copy(run.indices, of: bytes)
      at = run.endIndex
      guard at < range.upperBound else { break }
      if let end = softBreak(bytes, at, limit: range.upperBound) {
        at = end
      } else if let byte = byte(ofDigits: bytes, at + 1, limit: range.upperBound) {
        result.text.append([byte], from: at..<at + 3, isExact: false)
        at += 3
      } else {
        result.faults += 1
        result.text.copy(at..<at + 1, of: bytes)
        at += 1
      }
    }
    return result
  }

  /// The start of the next line after `=` and optional spaces; nil if it is not a soft line break.
  private static func softBreak(_ bytes: [UInt8], _ at: Int, limit: Int) -> Int? {
    var end = at + 1
    while end < limit, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end >= limit { return limit }
    guard bytes[end] == 0x0A || bytes[end] == 0x0D else { return nil }
    return LineBreaks.end(bytes, end, limit: limit).next
  }

  /// Base64; characters outside its alphabet are ignored, as its definition requires.
  static func base64(_ bytes: [UInt8], _ range: Range<Int>) -> Result {
    var result = Result()
    var group: UInt32 = 0
    var count = 0
    var run: [UInt8] = []
    var start = range.lowerBound
    func put(upTo end: Int) {
      result.text.append(run[...], from: start..<end, isExact: false)
      run.removeAll(keepingCapacity: true)
      start = end
    }
    for at in range {
      guard let value = alphabet[bytes[at]] else {
        if bytes[at] > 0x20, bytes[at] != UInt8(ascii: "=") { result.faults += 1 }
        continue
      }
      if run.isEmpty, count == 0 { start = at }
      group = group << 6 | UInt32(value)
      count += 1
      guard count == 4 else { continue }
      run += [UInt8(group >> 16 & 0xFF), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
      (group, count) = (0, 0)
      // Short segments map a word to its neighbourhood rather than to a whole line.
      if run.count >= 12 { put(upTo: at + 1) }
    }
    if count >= 2 { run.append(UInt8(group >> (count == 3 ? 10 : 4) & 0xFF)) }
    if count == 3 { run.append(UInt8(group >> 2 & 0xFF)) }
    put(upTo: range.upperBound)
    return result
  }

  private static let alphabet: [UInt8: UInt8] = {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    return Dictionary(uniqueKeysWithValues: zip(letters, 0...63))
  }()

  /// Decodes percent-encoded bytes.
  static func percent(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), let byte = byte(ofDigits: bytes, at + 1, limit: bytes.count) {
        result.append(byte)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  private static func byte(ofDigits bytes: [UInt8], _ at: Int, limit: Int) -> UInt8? {
    guard at + 2 <= limit, let high = hexadecimalValue(bytes[at]), let low = hexadecimalValue(bytes[at + 1])
    else {
      return nil
    }
    return UInt8(high << 4 | low)
  }
}
