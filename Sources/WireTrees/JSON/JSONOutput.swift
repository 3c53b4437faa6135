internal import WireText

/// A JSON value for output: members keep their order, so that the same value always gives the same bytes.
package enum JSONOutput: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  case bool(Bool)
  case integer(Int)
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

  private var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  private func write(into bytes: inout [UInt8], indent: Int) {
    switch self {
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .string(let value): Self.write(value, into: &bytes)
    case .array(let values) where !values.contains(where: \.isContainer):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        value.write(into: &bytes, indent: indent)
      }
      bytes.append(UInt8(ascii: "]"))
    case .array(let values):
      Self.write(values.count, "[", "]", indent, into: &bytes) { index, bytes in
        values[index].write(into: &bytes, indent: indent + 1)
      }
    case .object(let members):
      Self.write(members.count, "{", "}", indent, into: &bytes) { index, bytes in
        Self.write(members[index].key, into: &bytes)
        bytes += ": ".utf8
        members[index].value.write(into: &bytes, indent: indent + 1)
      }
    }
  }

  private static func write(
    _ count: Int, _ open: String, _ close: String, _ indent: Int, into bytes: inout [UInt8],
    part: (Int, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for index in 0..<count {
      bytes += (index > 0 ? ",\n" : "\n").utf8
      bytes += String(repeating: "  ", count: indent + 1).utf8
      part(index, &bytes)
    }
    if count > 0 { bytes += ("\n" + String(repeating: "  ", count: indent)).utf8 }
    bytes += close.utf8
  }

  /// A string in quotes; characters that could control a terminal or change the writing direction are escaped.
  private static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\t": bytes += "\\t".utf8
      case _ where isUnsafe(scalar): bytes += scalar.jsonEscape.utf8
      default: bytes.append(scalar)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }
}
