internal import WireText

/// A JSON value for output: members keep their order, so that the same value always gives the same bytes, and control
/// characters are escaped so that none reaches a terminal.
package enum JSONOutput: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  case null
  case bool(Bool)
  case integer(Int)
  /// A finite number, printed with at most three decimals.
  case decimal(Double)
  case string(String)
  case array([JSONOutput])
  case object([Member])

  /// A key with its value.
  package struct Member: Sendable, Hashable {
    package var key: String
    package var value: JSONOutput

    /// A member.
    package init(_ key: String, _ value: JSONOutput) {
      self.key = key
      self.value = value
    }
  }

  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A string, or null.
  package init(_ text: String?) { self = text.map(JSONOutput.string) ?? .null }
  /// A number, or null.
  package init(_ number: Int?) { self = number.map(JSONOutput.integer) ?? .null }

  /// An object; members without a value are left out.
  package static func object(_ members: [(String, JSONOutput?)]) -> JSONOutput {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// The value on several lines, indented by two spaces, ending in a line feed; short arrays of scalars are on one
  /// line.
  ///
  /// Our own values are flat; the recursion is as deep as the code that built them made them.
  package var text: String {
    var bytes: [UInt8] = []
    write(into: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value on one line.
  package var line: String { String(decoding: utf8, as: UTF8.self) }

  /// The same as bytes.
  package var utf8: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes, indent: nil)
    return bytes
  }

  private var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  /// Writes the value, on one line if there is no indentation.
  private func write(into bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): Self.write(value, into: &bytes)
    case .decimal(let value): bytes += Self.rounded(value).utf8
    case .string(let value): Self.write(value, into: &bytes)
    case .array(let values):
      let indent = values.contains(where: \.isContainer) ? indent : nil
      Self.write(values, "[", "]", indent, into: &bytes) { value, bytes in
        value.write(into: &bytes, indent: indent.map { $0 + 1 })
      }
    case .object(let members):
      Self.write(members, "{", "}", indent, into: &bytes) { member, bytes in
        Self.write(member.key, into: &bytes)
        bytes += ": ".utf8
        member.value.write(into: &bytes, indent: indent.map { $0 + 1 })
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ indent: Int?,
    into bytes: inout [UInt8], part: (Part, inout [UInt8]) -> Void
  ) {
    let margin = indent.map { "\n" + String(repeating: "  ", count: $0) }
    bytes.append(UInt8(ascii: open))
    for (index, value) in parts.enumerated() {
      if index > 0 { bytes += (indent == nil ? ", " : ",").utf8 }
      if let margin { bytes += "\(margin)  ".utf8 }
      part(value, &bytes)
    }
    if let margin, !parts.isEmpty { bytes += margin.utf8 }
    bytes.append(UInt8(ascii: close))
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
  private static func rounded(_ value: Double) -> String {
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
