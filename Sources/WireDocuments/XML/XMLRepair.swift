import WireText
import WireTrees

/// Repairs common markup that is not well-formed; each repair is counted and reported.
enum XMLRepair {
  /// The most repairs in one document; a document that needs more is rejected.
  static let maximumCount = 100_000

  /// Markup after a repair, with its map to the original markup.
  struct Result {
    var text = MappedText()
    /// The number of repairs.
    var count = 0

    fileprivate mutating func replace(_ part: Range<Int>, with other: StaticString) {
      text.put(other, for: part)
      count += 1
    }
  }

  /// Replaces each control character that XML forbids with a space, and each forbidden noncharacter with U+FFFD.
  ///
  /// Lengths, and therefore offsets, do not change.
  ///
  /// - Returns: the number of characters replaced.
  static func replaceControls(_ utf8: inout [UInt8], in range: Range<Int>) -> Int {
    var count = 0
    utf8.withUnsafeMutableBufferPointer { buffer in
      var at = range.lowerBound
      while at < range.upperBound {
        at = suspect(UnsafeRawBufferPointer(buffer), from: at, to: range.upperBound)
        guard at < range.upperBound else { break }
        let byte = buffer[at]
        if byte < 0x20, byte != 0x0A, byte != 0x09, byte != 0x0D {
          buffer[at] = 0x20
          count += 1
        } else if byte == 0xEF, at + 2 < range.upperBound, buffer[at + 1] == 0xBF, buffer[at + 2] >= 0xBE {
          buffer[at + 2] = 0xBD
          count += 1
        }
        at += 1
      }
    }
    return count
  }

  /// The next control character, or first byte of U+FFFE; eight bytes are tested at once.
  private static func suspect(_ bytes: UnsafeRawBufferPointer, from: Int, to end: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var at = from
    while at + 8 <= end {
      let eight = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let marks = eight ^ (ones &* 0xEF)
      // The top bit of a byte is set if the byte is below 0x20, or if `marks` is zero; a borrow may add false
      // positives.
      let found = (eight &- ones &* 0x20) & ~eight | (marks &- ones) & ~marks
      if found & (ones &* 0x80) != 0 { break }
      at += 8
    }
    while at < end, bytes[at] != 0xEF, bytes[at] >= 0x20 { at += 1 }
    return at
  }

  /// Escapes `&`, `<` and `]]>` that can only be text, and removes references to characters that XML forbids.
  static func strays(_ bytes: [UInt8], in range: Range<Int>) -> Result {
    var result = Result()
    var at = range.lowerBound
    while at < range.upperBound, result.count <= maximumCount {
      let stop = special(bytes, at..<range.upperBound)
      result.text.copy(at..<stop, of: bytes)
      guard stop < range.upperBound else { break }
      at = step(bytes, at: stop, end: range.upperBound, into: &result)
    }
    return result
  }

  /// Splits each `]]>` in the middle of a CDATA section, as the export should have done.
  ///
  /// A section is assumed to end where an end tag or another section follows.
  static func unsplitSections(_ bytes: [UInt8], in range: Range<Int>) -> Result {
    var result = Result()
    var at = range.lowerBound
    while result.count <= maximumCount,
      let open = HTMLScanner.find("<![CDATA[", in: bytes, from: at, to: range.upperBound)
    {
      result.text.copy(at..<open + 9, of: bytes)
      at = open + 9
      var from = at
      while result.count <= maximumCount,
        let close = HTMLScanner.find("]]>", in: bytes, from: from, to: range.upperBound)
      {
        from = close + 3
        let next = bytes[from..<range.upperBound].drop { $0 <= 0x20 }
        if next.starts(with: "</".utf8) || next.starts(with: "<![CDATA[".utf8) || next.isEmpty { break }
        result.text.copy(at..<close, of: bytes)
        result.replace(close..<from, with: "]]]]><![CDATA[>")
        at = from
      }
      result.text.copy(at..<from, of: bytes)
      at = from
    }
    result.text.copy(at..<range.upperBound, of: bytes)
    return result
  }
}

extension XMLRepair {
  private static func special(_ bytes: [UInt8], _ part: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var at = part.lowerBound
      while at < part.upperBound, buffer[at] != UInt8(ascii: "&"), buffer[at] != UInt8(ascii: "<"),
        buffer[at] != UInt8(ascii: "]")
      { at += 1 }
      return at
    }
  }

  /// Copies or repairs the construct that starts with a special byte; returns the offset after it.
  private static func step(_ bytes: [UInt8], at: Int, end: Int, into result: inout Result) -> Int {
    switch bytes[at] {
    case UInt8(ascii: "&"):
      switch reference(bytes, at: at, end: end) {
      case .good(let length):
        result.text.copy(at..<at + length, of: bytes)
        return at + length
      case .forbidden(let length):
        result.replace(at..<at + length, with: " ")
        return at + length
      case .stray:
        result.replace(at..<at + 1, with: "&amp;")
      }
    case UInt8(ascii: "<"):
      if let length = section(bytes, at: at, end: end) {
        result.text.copy(at..<at + length, of: bytes)
        return at + length
      }
      let next = at + 1 < end ? bytes[at + 1] : 0x20
      let isTag = HTMLScanner.isLetter(next) || next >= 0x80 || "/!?_:".utf8.contains(next)
      if isTag { result.text.copy(at..<at + 1, of: bytes) } else { result.replace(at..<at + 1, with: "&lt;") }
    default:
      if at + 2 < end, bytes[at + 1] == UInt8(ascii: "]"), bytes[at + 2] == UInt8(ascii: ">") {
        result.text.copy(at..<at + 2, of: bytes)
        result.replace(at + 2..<at + 3, with: "&gt;")
        return at + 3
      }
      result.text.copy(at..<at + 1, of: bytes)
    }
    return at + 1
  }

  /// The length of a CDATA section, comment, processing instruction or document type declaration, which are kept
  /// unchanged.
  private static func section(_ bytes: [UInt8], at: Int, end: Int) -> Int? {
    let head = bytes[at..<min(end, at + 9)]
    let mark: StaticString
    if head.starts(with: "<![CDATA[".utf8) {
      mark = "]]>"
    } else if head.starts(with: "<!--".utf8) {
      mark = "-->"
    } else if head.starts(with: "<?".utf8) {
      mark = "?>"
    } else if head.starts(with: "<!DOCTYPE".utf8) {
      let hasSubset = bytes[at..<end].prefix { $0 != UInt8(ascii: ">") }.contains(UInt8(ascii: "["))
      mark = hasSubset ? "]>" : ">"
    } else {
      return nil
    }
    guard let close = HTMLScanner.find(mark, in: bytes, from: at + 2, to: end) else { return end - at }
    return close + mark.utf8CodeUnitCount - at
  }

  private enum Reference {
    case good(Int)
    case forbidden(Int)
    case stray
  }

  /// Whether an ampersand starts a reference; names longer than 64 bytes do not count.
  private static func reference(_ bytes: [UInt8], at: Int, end: Int) -> Reference {
    let name = bytes[(at + 1)..<min(end, at + 66)].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
    let stop = at + 1 + name.count
    guard let first = name.first, stop < end, bytes[stop] == UInt8(ascii: ";") else { return .stray }
    let length = stop + 1 - at
    guard first == UInt8(ascii: "#") else {
      let isName = name.allSatisfy {
        HTMLScanner.isLetter($0) || $0 >= 0x80 || (0x30...0x39).contains($0) || "_:.-".utf8.contains($0)
      }
      return isName && (HTMLScanner.isLetter(first) || first >= 0x80 || first == UInt8(ascii: "_"))
        ? .good(length) : .stray
    }
    let isHexadecimal = name.dropFirst().first == UInt8(ascii: "x")
    let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
    guard !digits.isEmpty,
      digits.utf8.allSatisfy({ hexadecimalValue($0).map { isHexadecimal || $0 < 10 } ?? false })
    else { return .stray }
    guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), isAllowed(value) else {
      return .forbidden(length)
    }
    return .good(length)
  }

  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: return true
    default: return false
    }
  }
}
