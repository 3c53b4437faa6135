import WireText
import WireTrees

/// Front matter in TOML 1.0, as far as metadata needs it: keys, strings of all four kinds, arrays, inline tables,
/// tables; numbers, dates and Booleans stay text.
///
/// A malformed line is reported as a problem and does not affect the others.
struct FrontMatterTOML {
  private let bytes: [UInt8]
  private let start: Int
  private let end: Int
  private var at: Int
  /// The key of the current table, joined by dots.
  private var table = ""

  /// Thrown for a line that cannot be read.
  private struct Fault: Error {}

  /// A reader for the bytes between two fences.
  init(_ utf8: [UInt8], _ range: Range<Int>) {
    bytes = utf8
    start = range.lowerBound
    at = range.lowerBound
    end = range.upperBound
  }

  /// Reads all entries; the keys of a table are prefixed with its name and a dot.
  mutating func read(into matter: inout FrontMatter) {
    var seen: Set<String> = []
    while at < end {
      skip { $0 <= 0x20 }
      let line = at
      guard at < end else { return }
      do {
        guard let entry = try expression() else { continue }
        if !seen.insert(entry.key).inserted, !isInArrayOfTables {
          matter.report(
            "duplicate-key", "a key stands twice in the front matter", at: line, in: bytes)
        }
        matter.entries.append(entry)
      } catch {
        matter.report(
          "front-matter", "a line of the front matter is not TOML", at: line, in: bytes, losesText: true)
        at = max(at, line)
        skipLine()
      }
    }
  }

  private var isInArrayOfTables: Bool { table.hasPrefix("[") }
  private var byte: UInt8 { at < end ? bytes[at] : 0 }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while at < end, condition(bytes[at]) { at += 1 }
  }
  private mutating func skipBlanks() { skip { $0 == 0x20 || $0 == 0x09 } }
  private mutating func skipLine() { skip { $0 != 0x0A && $0 != 0x0D } }

  /// Skips white space, line ends and comments, as inside arrays.
  private mutating func skipSpace() {
    while at < end {
      skip { $0 <= 0x20 }
      guard byte == UInt8(ascii: "#") else { return }
      skipLine()
    }
  }

  private mutating func expression() throws(Fault) -> FrontMatter.Entry? {
    let first = at
    if byte == UInt8(ascii: "#") {
      skipLine()
      return nil
    }
    if byte == UInt8(ascii: "[") {
      try header()
      return nil
    }
    let key = try key()
    skipBlanks()
    guard byte == UInt8(ascii: "=") else { throw Fault() }
    at += 1
    skipBlanks()
    let value = try value(depth: 0)
    let last = at
    try endOfLine()
    let prefix = table.isEmpty ? "" : table.drop { $0 == "[" } + "."
    return FrontMatter.Entry(key: prefix + key, value: value, range: first..<last)
  }

  private mutating func header() throws(Fault) {
    at += 1
    let isArray = byte == UInt8(ascii: "[")
    if isArray { at += 1 }
    skipBlanks()
    let name = try key()
    skipBlanks()
    for _ in 0..<(isArray ? 2 : 1) {
      guard byte == UInt8(ascii: "]") else { throw Fault() }
      at += 1
    }
    try endOfLine()
    table = (isArray ? "[" : "") + name
  }

  private mutating func endOfLine() throws(Fault) {
    skipBlanks()
    if byte == UInt8(ascii: "#") { skipLine() }
    guard at >= end || bytes[at] == 0x0A || bytes[at] == 0x0D else { throw Fault() }
  }

  /// A key, dotted keys joined by dots; one that is too long to have a meaning is a fault, since each entry of a table
  /// has the table's key before its own.
  private mutating func key() throws(Fault) -> String {
    var name = ""
    while true {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        name += try string()
      } else {
        let first = at
        skip { HTMLScanner.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
        guard at > first else { throw Fault() }
        name += String(decoding: bytes[first..<at], as: UTF8.self)
      }
      guard name.utf8.count <= MetaKey.longestKey else { throw Fault() }
      skipBlanks()
      guard byte == UInt8(ascii: ".") else { return name }
      at += 1
      name += "."
      skipBlanks()
    }
  }
}

extension FrontMatterTOML {
  private mutating func value(depth: Int) throws(Fault) -> FrontMatter.Value {
    guard depth < 16 else { throw Fault() }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(try string())
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    default:
      let first = at
      skip { $0 >= 0x20 && $0 != 0x2C && $0 != 0x5D && $0 != 0x7D && $0 != 0x23 }
      let text = oneLine(String(decoding: bytes[first..<at], as: UTF8.self))
      let isScalar = text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || HTMLScanner.isLetter($0)
          || [0x2B, 0x2D, 0x2E, 0x3A, 0x5F, 0x20].contains($0)
      }
      // A bare word is not a TOML value; numbers, dates and Booleans are.
      guard isScalar,
        ["true", "false", "inf", "nan"].contains(text) || text.first.map(Self.startsNumber) == true
      else { throw Fault() }
      return .text(text)
    }
  }

  private static func startsNumber(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character == "+" || character == "-")
  }

  private mutating func array(depth: Int) throws(Fault) -> FrontMatter.Value {
    at += 1
    var values: [FrontMatter.Value] = []
    while true {
      skipSpace()
      if byte == UInt8(ascii: "]") { break }
      values.append(try value(depth: depth + 1))
      skipSpace()
      if byte == UInt8(ascii: ",") { at += 1 } else if byte != UInt8(ascii: "]") { throw Fault() }
    }
    at += 1
    return .list(values)
  }

  private mutating func inlineTable(depth: Int) throws(Fault) -> FrontMatter.Value {
    at += 1
    var entries: [FrontMatter.Entry] = []
    while true {
      skipSpace()
      if byte == UInt8(ascii: "}") { break }
      let first = at
      let name = try key()
      guard byte == UInt8(ascii: "=") else { throw Fault() }
      at += 1
      skipBlanks()
      entries.append(FrontMatter.Entry(key: name, value: try value(depth: depth + 1), range: first..<at))
      skipSpace()
      if byte == UInt8(ascii: ",") { at += 1 } else if byte != UInt8(ascii: "}") { throw Fault() }
    }
    at += 1
    return .map(entries)
  }

  /// A string in single or triple quotes, basic or literal.
  private mutating func string() throws(Fault) -> String {
    let quote = byte
    let isLiteral = quote == UInt8(ascii: "'")
    let isLong = at + 2 < end && bytes[at + 1] == quote && bytes[at + 2] == quote
    at += isLong ? 3 : 1
    var text: [UInt8] = []
    while at < end {
      let here = bytes[at]
      if here == quote, !isLong || at + 2 < end && bytes[at + 1] == quote && bytes[at + 2] == quote {
        at += isLong ? 3 : 1
        return String(decoding: text, as: UTF8.self)
      }
      if !isLong, here == 0x0A || here == 0x0D { throw Fault() }
      if here == 0x5C, !isLiteral {
        try escape(into: &text)
      } else {
        text.append(here)
        at += 1
      }
    }
    throw Fault()
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    at += 1
    let letter = byte
    at += 1
    switch letter {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
      text.append(0x20)
    case UInt8(ascii: "\""), 0x5C: text.append(letter)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = letter == UInt8(ascii: "u") ? 4 : 8
      guard at + count <= end else { throw Fault() }
      var number: UInt32 = 0
      for digit in bytes[at..<at + count] {
        guard let digit = hexadecimalValue(digit) else { throw Fault() }
        number = number << 4 | digit
      }
      text.append(Unicode.Scalar(number) ?? "\u{FFFD}")
      at += count
    case 0x20, 0x09, 0x0A, 0x0D: skip { $0 <= 0x20 }
    default: throw Fault()
    }
  }
}
