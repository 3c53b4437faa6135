internal import Foundation
internal import WireText

/// Values as JSON that is the same at every run and safe to print.
enum JSONText {
  /// A value as indented JSON, keys sorted, ending in a line feed.
  static func encode(_ value: some Encodable) throws(ReportFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do {
      return escapingUnsafe([UInt8](try encoder.encode(value))) + [0x0A]
    } catch {
      throw ReportFault(description: "the record cannot be written as JSON: \(error)")
    }
  }

  /// The same JSON with characters that could steer a terminal, or turn the direction of writing, as `\u` escapes.
  ///
  /// Such characters stand in strings only, where an escape means the same character. The encoder has escaped
  /// those below U+0020 already; line feeds between members stay.
  private static func escapingUnsafe(_ json: [UInt8]) -> [UInt8] {
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
