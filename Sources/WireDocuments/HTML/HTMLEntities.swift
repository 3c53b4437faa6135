import WireText
import WireTrees

/// Character references of HTML: `&eacute;`, `&#233;`, `&#xE9;`.
enum HTMLEntities {
  /// A reference that was read.
  struct Reference {
    /// The characters, as UTF-8.
    var utf8: [UInt8]
    /// The length in bytes, including the ampersand.
    var length: Int
  }

  private struct Entry {
    var utf8: [UInt8]
    var mayMissSemicolon: Bool
  }

  /// The text of a name without its semicolon; nil for a name that HTML does not have.
  static func text(named name: String) -> [UInt8]? { table[name]?.utf8 }

  /// Reads the reference at an ampersand; nil if there is none, so that the ampersand is literal.
  ///
  /// - Parameters:
  ///   - bytes: the markup.
  ///   - at: the offset of the ampersand.
  ///   - end: where the text ends.
  ///   - inAttribute: whether the text is an attribute value, where `&copy=1` is a URL's query and not a reference.
  static func reference(in bytes: [UInt8], at: Int, end: Int, inAttribute: Bool = false) -> Reference? {
    guard at + 1 < end else { return nil }
    if bytes[at + 1] == UInt8(ascii: "#") { return numeric(in: bytes, at: at, end: end) }
    var stop = at + 1
    while stop < end, stop - at <= longestName, isAlphanumeric(bytes[stop]) { stop += 1 }
    guard stop > at + 1 else { return nil }
    if stop < end, bytes[stop] == UInt8(ascii: ";") {
      let name = String(decoding: bytes[at + 1..<stop], as: UTF8.self)
      if let entry = table[name] { return Reference(utf8: entry.utf8, length: stop + 1 - at) }
    }
    if inAttribute, stop < end, bytes[stop] == UInt8(ascii: "=") { return nil }
    // The longest legacy name that the text begins with; in an attribute only the whole word.
    var length = min(stop, at + 1 + longestOldName)
    while length > at + 2, !inAttribute || length == stop {
      if let entry = table[String(decoding: bytes[at + 1..<length], as: UTF8.self)], entry.mayMissSemicolon {
        return Reference(utf8: entry.utf8, length: length - at)
      }
      length -= 1
    }
    return nil
  }

  private static func numeric(in bytes: [UInt8], at: Int, end: Int) -> Reference? {
    var stop = at + 2
    let isHexadecimal = stop < end && bytes[stop] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { stop += 1 }
    let first = stop
    var value: UInt32 = 0
    while stop < end, let digit = hexadecimalValue(bytes[stop]), isHexadecimal || digit < 10 {
      value = min(0x11_0000, value * (isHexadecimal ? 16 : 10) + digit)
      stop += 1
    }
    guard stop > first else { return nil }
    if stop < end, bytes[stop] == UInt8(ascii: ";") { stop += 1 }
    return Reference(utf8: utf8(ofNumber: value), length: stop - at)
  }

  /// The character of a numeric reference; as in browsers, C1 controls mean windows-1252.
  private static func utf8(ofNumber value: UInt32) -> [UInt8] {
    var result: [UInt8] = []
    if (0x80...0x9F).contains(value) {
      result.append(Windows1252.scalar(UInt8(value)))
    } else {
      result.append(value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return result
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static let longestName = 32
  private static let longestOldName = 6

  private static let table: [String: Entry] = {
    var table: [String: Entry] = [:]
    for item in HTMLEntityTable.entries.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      guard let mark = item.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "!") }) else {
        continue
      }
      var utf8: [UInt8] = []
      for number in item[item.index(after: mark)...].split(separator: UInt8(ascii: "+")) {
        let value = number.reduce(UInt32(0)) { $0 << 4 | (hexadecimalValue($1) ?? 0) }
        utf8.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
      let name = String(decoding: item[..<mark], as: UTF8.self)
      table[name] = Entry(utf8: utf8, mayMissSemicolon: item[mark] == UInt8(ascii: "!"))
    }
    return table
  }()
}
