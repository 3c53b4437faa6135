internal import Foundation
internal import WireText

/// Values as JSON that is the same at every run and safe to print.
package enum JSONText {
  /// A value as indented JSON, keys sorted, ending in a line feed.
  static func encode(_ value: some Encodable) throws(ReportFault) -> [UInt8] { try text(of: value) + [0x0A] }

  /// Writes a list as `encode` would, one element after another.
  static func write(
    each values: some Sequence<some Encodable>, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    try write(each: values, indent: 0, to: &output)
    try output.write("\n")
  }

  /// Writes an array in lines that begin with spaces beyond those of its own.
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
    // Foundation leaves a line empty in an empty array, and so do we.
    try output.write(separator == "[" ? "[\n\n\(margin)]" : "\n\(margin)]")
  }

  /// A value as JSON, all lines but the first indented by more spaces than their own.
  fileprivate static func text(of value: some Encodable, indent: Int = 0) throws(ReportFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do {
      return indented(escapingUnsafe([UInt8](try encoder.encode(value))), by: indent)
    } catch {
      throw ReportFault(description: "the record cannot be written as JSON: \(error)")
    }
  }

  /// Line feeds stand between members only, never last; in strings they are escapes.
  private static func indented(_ json: [UInt8], by indent: Int) -> [UInt8] {
    guard indent > 0 else { return json }
    let margin = [UInt8](repeating: 0x20, count: indent)
    var result: [UInt8] = []
    result.reserveCapacity(json.count + json.count / 4)
    for (index, byte) in json.enumerated() {
      result.append(byte)
      // An empty array has an empty line in it.
      if byte == 0x0A, json[index + 1] != 0x0A { result += margin }
    }
    return result
  }

  /// The same JSON with characters that could steer a terminal, or turn the direction of writing, as `\u` escapes.
  ///
  /// Such characters stand in strings only, where an escape means the same character. The encoder has escaped
  /// those below U+0020 already; line feeds between members stay.
  package static func escapingUnsafe(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(where: { $0 >= 0x7F }) else { return json }
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      if scalar.value >= 0x7F, scalar.mayAct {
        result += scalar.jsonEscape.utf8
      } else {
        result.append(scalar)
      }
    }
    return result
  }
}

/// An object as `JSONText` writes it, member by member, so that long lists are never held as a whole.
///
/// Members come in the order of their names.
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
