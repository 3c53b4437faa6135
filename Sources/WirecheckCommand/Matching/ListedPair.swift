import Foundation
import WireDocuments

/// A draft and the source to compare it with.
struct ListedPair: Sendable, Decodable {
  var draft: String
  var source: String
}

extension ListedPair {
  /// The pairs in a file, one JSON object per line; an invalid line is reported.
  static func all(of path: String, _ diagnostics: inout Diagnostics) throws -> [ListedPair] {
    var source: DocumentSource
    do throws(ReadingFault) {
      source = try DocumentSource(path: path, format: "text")
    } catch {
      if error.code == "empty-input" { return [] }
      throw error
    }
    guard let text = try source.next()?.body.utf8 else { return [] }
    var pairs: [ListedPair] = []
    let decoder = JSONDecoder()
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      do {
        pairs.append(try decoder.decode(ListedPair.self, from: Data(line)))
      } catch {
        try diagnostics.report(
          "\(path):\(number + 1): no JSON object with `draft` and `source` (correct the line)")
      }
    }
    return pairs
  }
}
