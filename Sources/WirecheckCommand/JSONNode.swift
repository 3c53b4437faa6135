import WireReports

/// A JSON value to print: members keep their order, and nothing in it can reach a terminal raw.
enum JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  case null
  case bool(Bool)
  case integer(Int)
  /// A finite number, printed with at most three decimals.
  case decimal(Double)
  case string(String)
  case array([JSONNode])
  case object([(key: String, value: JSONNode)])

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A string, or null.
  init(_ text: String?) { self = text.map(JSONNode.string) ?? .null }
  /// A number, or null.
  init(_ number: Int?) { self = number.map(JSONNode.integer) ?? .null }

  /// The value on one line.
  var line: String {
    var text = ""
    write(into: &text)
    return text
  }

  private func write(into text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .decimal(let value): text += Self.decimal(value)
    case .string(let value): Self.write(value, into: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(into: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        Self.write(member.key, into: &text)
        text += ": "
        member.value.write(into: &text)
      }
      text += "}"
    }
  }

  /// The nearest thousandth; numbers beyond what a double counts exactly are cut there.
  private static func decimal(_ value: Double) -> String {
    let bound = 9e12
    guard value.isFinite else { return "null" }
    let thousandths = Int((max(-bound, min(bound, value)) * 1000).rounded())
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    let digits = String(rest)
    let sign = thousandths < 0 ? "-" : ""
    return "\(sign)\(whole).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }

  /// Writes a string; control characters, line separators and marks of writing direction as escapes.
  private static func write(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where TerminalText.isUnsafe(scalar):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
