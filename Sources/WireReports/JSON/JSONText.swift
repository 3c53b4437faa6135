internal import Foundation
internal import WireText

/// Values as JSON that is the same in every run and safe to print.
package enum JSONText {
  /// A value as indented JSON, keys sorted, ending in a line feed.
  static func encode(_ value: some Encodable) throws(ReportFault) -> [UInt8] { try text(of: value) + [0x0A] }

  /// Writes a list like `encode`, one element at a time.
  static func write(
    each values: some Sequence<some Encodable>, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    try write(each: values, indent: 0, to: &output)
    try output.write("\n")
  }

  /// Writes an array whose lines are indented by additional spaces.
  fileprivate static func write(
    each values: some Sequence<some Encodable>, indent: Int, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    let margin = String(repeating: " ", count: indent)
    var separator = "["
    for value in values {
      try output.write("\(separator)\n\(margin)  ")
      try output.write(text(of: value, indent: indent + 2))
      separator = ","
    }
    // Foundation leaves a blank line in an empty array, and so does this.
    try output.write(separator == "[" ? "[\n\n\(margin)]" : "\n\(margin)]")
  }

  /// A value as JSON, with all lines but the first indented by additional spaces.
  fileprivate static func text(of value: some Encodable, indent: Int = 0) throws(ReportFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do {
      return indented(escapingUnsafe([UInt8](try encoder.encode(value))), by: indent)
    } catch {
      throw ReportFault(description: "the record cannot be written as JSON: \(error)")
    }
  }

  /// Line feeds occur only between members, never at the end; in strings they are escaped.
  private static func indented(_ json: [UInt8], by indent: Int) -> [UInt8] {
    guard indent > 0 else { return json }
    let margin = [UInt8](repeating: 0x20, count: indent)
    var result: [UInt8] = []
    result.reserveCapacity(json.count + json.count / 4)
    for (index, byte) in json.enumerated() {
      result.append(byte)
      // An empty array contains a blank line.
      if byte == 0x0A, json[index + 1] != 0x0A { result += margin }
    }
    return result
  }

  /// The same JSON with `\u` escapes for characters that could control a terminal or change the writing direction.
  ///
  /// Such characters occur only in strings, where an escape means the same character. The encoder has already escaped
  /// those below U+0020; line feeds between members remain.
  package static func escapingUnsafe(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(where: { $0 >= 0x7F }) else { return json }
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      if scalar.value >= 0x7F, scalar.isUnsafeToPrint {
        result += scalar.jsonEscape.utf8
      } else {
        result.append(scalar)
      }
    }
    return result
  }
}

/// Writes an object like `JSONText`, member by member, so that long lists need not be in memory as a whole.
///
/// Members must be written in the order of their names.
struct JSONObjectText {
  private var separator = "{"

  /// Writes a member.
  mutating func write(
    _ name: String, _ value: some Encodable, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    try begin(name, in: &output)
    try output.write(JSONText.text(of: value, indent: 2))
  }

  /// Writes a member that is a list.
  mutating func write(
    _ name: String, each values: some Sequence<some Encodable>,
    to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    try begin(name, in: &output)
    try JSONText.write(each: values, indent: 2, to: &output)
  }

  /// Writes the end, with a line feed.
  func end(in output: inout (some ReportOutput & ~Copyable)) throws { try output.write("\n}\n") }

  private mutating func begin(_ name: String, in output: inout (some ReportOutput & ~Copyable)) throws {
    try output.write("\(separator)\n  \"\(name)\" : ")
    separator = ","
  }
}
