import WireText
import WireTrees

/// Transfer encodings of mail (RFC 2045, chapter 6), undone on bytes before any charset is: a letter may be cut.
enum TransferDecoding {
  /// Decoded bytes with their places in the file.
  struct Result {
    var bytes: [UInt8] = []
    var map = SourceMap()
    /// Sequences that the encoding does not have; they stay as they stand.
    var faults = 0
    /// Whether the encoding is one that nobody knows, so that the bytes stay as they stand.
    var isUnknown = false

    mutating func append(_ more: some Collection<UInt8>, from file: Range<Int>, isExact: Bool) {
      let start = bytes.count
      bytes += more
      map.append(
        TextRange(start, bytes.count), from: FileRange(file.lowerBound, file.upperBound), isExact: isExact)
    }
  }

  /// The content of a part in the encoding that its header names.
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

  /// Bytes as they stand.
  static func identity(_ bytes: [UInt8], _ range: Range<Int>) -> Result {
    var result = Result()
    result.append(bytes[range], from: range, isExact: true)
    return result
  }

  /// Quoted-printable: `=XX`, and `=` at the end of a line that goes on in the next.
  static func quotedPrintable(_ bytes: [UInt8], _ range: Range<Int>) -> Result {
    var result = Result()
    var at = range.lowerBound
    while at < range.upperBound {
      let run = bytes[at..<range.upperBound].prefix { $0 != UInt8(ascii: "=") }
      result.append(run, from: run.startIndex..<run.endIndex, isExact: true)
      at = run.endIndex
      guard at < range.upperBound else { break }
      if let end = softBreak(bytes, at, limit: range.upperBound) {
        at = end
      } else if let byte = byte(ofDigits: bytes, at + 1, limit: range.upperBound) {
        result.append([byte], from: at..<at + 3, isExact: false)
        at += 3
      } else {
        result.faults += 1
        result.append([bytes[at]], from: at..<at + 1, isExact: true)
        at += 1
      }
    }
    return result
  }

  /// The start of the next line after `=`, which spaces may follow; nil where it is no soft line break.
  private static func softBreak(_ bytes: [UInt8], _ at: Int, limit: Int) -> Int? {
    var end = at + 1
    while end < limit, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end >= limit { return limit }
    guard bytes[end] == 0x0A || bytes[end] == 0x0D else { return nil }
    return LineBreaks.end(bytes, end, limit: limit).next
  }

  /// Base64; what is not of its alphabet is left out, as its definition asks.
  static func base64(_ bytes: [UInt8], _ range: Range<Int>) -> Result {
    var result = Result()
    var group: UInt32 = 0
    var count = 0
    var run: [UInt8] = []
    var start = range.lowerBound
    func put(upTo end: Int) {
      result.append(run, from: start..<end, isExact: false)
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
      // A word's place is told by its neighbourhood, not by the line.
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

  /// Percent signs with two digits.
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
