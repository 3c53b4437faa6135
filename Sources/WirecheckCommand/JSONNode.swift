import WireText

/// A JSON value for output: members keep their order, and control characters are escaped so that none reaches a
/// terminal.
enum JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  case null
  case bool(Bool)
  case integer(Int)
  /// A finite number, printed with at most three decimals.
  case decimal(Double)
  case string(String)
  case array([JSONNode])
  case object([(key: String, value: JSONNode)])

  // Named, since the compiler may go in a circle when it infers them, depending on the order of the files.
  typealias StringLiteralType = String
  typealias ExtendedGraphemeClusterLiteralType = String
  typealias UnicodeScalarLiteralType = String
  typealias IntegerLiteralType = Int
  typealias BooleanLiteralType = Bool

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A string, or null.
  init(_ text: String?) { self = text.map(JSONNode.string) ?? .null }
  /// A number, or null.
  init(_ number: Int?) { self = number.map(JSONNode.integer) ?? .null }

  /// The value on one line.
  var line: String { String(decoding: utf8, as: UTF8.self) }

  /// The same as bytes.
  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return bytes
  }

  private func write(into bytes: inout [UInt8]) {
    switch self {
    case .null: Self.put("null", into: &bytes)
    case .bool(let value): Self.put(value ? "true" : "false", into: &bytes)
    case .integer(let value): Self.write(value, into: &bytes)
    case .decimal(let value): Self.put(Self.decimal(value), into: &bytes)
    case .string(let value): Self.write(value, into: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { Self.separate(UInt8(ascii: ","), into: &bytes) }
        value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { Self.separate(UInt8(ascii: ","), into: &bytes) }
        Self.write(member.key, into: &bytes)
        Self.separate(UInt8(ascii: ":"), into: &bytes)
        member.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func put(_ text: String, into bytes: inout [UInt8]) { bytes += text.utf8 }

  private static func separate(_ mark: UInt8, into bytes: inout [UInt8]) {
    bytes.append(mark)
    bytes.append(0x20)
  }

  /// Writes an integer; positions in a file are the most frequent values, so this avoids creating strings.
  private static func write(_ value: Int, into bytes: inout [UInt8]) {
    guard value >= 0 else {
      bytes += String(value).utf8
      return
    }
    let start = bytes.count
    var rest = value
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// The value rounded to three decimals; values outside the range that a double represents exactly are clamped.
  private static func decimal(_ value: Double) -> String {
    let bound = 9e12
    guard value.isFinite else { return "null" }
    let thousandths = Int((max(-bound, min(bound, value)) * 1000).rounded())
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    return "\(thousandths < 0 ? "-" : "")\(whole).\(rest.digits(3))"
  }

  /// Writes a string; control characters, line separators and bidirectional marks are escaped.
  private static func write(_ value: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { utf8 in
      var plain = 0
      var at = 0
      while at < utf8.count {
        guard mayNeedEscape(utf8[at]) else {
          at += 1
          continue
        }
        let (scalar, length) = Self.scalar(utf8, at)
        if let escape = escape(of: scalar) {
          bytes.append(contentsOf: utf8[plain..<at])
          bytes += escape.utf8
          plain = at + length
        }
        at += length
      }
      bytes.append(contentsOf: utf8[plain...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte can start a character that must be escaped; the lead bytes of Latin, Greek, Cyrillic and most
  /// other letters cannot.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF0...: true
    default: false
    }
  }

  /// The character that starts at a byte of valid UTF-8, with its length in bytes.
  private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
    let lead = UInt32(utf8[at])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, at + length <= utf8.count else { return (Unicode.Scalar(utf8[at]), 1) }
    var value = lead & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(utf8[at + index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The escape sequence of a character; nil if it needs none.
  private static func escape(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    case _ where scalar.isUnsafeToPrint: return scalar.jsonEscape
    default: return nil
    }
  }
}
