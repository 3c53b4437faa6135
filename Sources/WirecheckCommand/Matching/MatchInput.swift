import Foundation
import WireDocuments

/// A text with its identifier, as matching needs it.
struct IdentifiedText: Sendable {
  var id: String
  var text: [UInt8]

  /// What a document holds; one without an identifier is named by its place.
  init(_ document: Document) {
    id = document.id ?? "\(document.origin.path):\(document.origin.item)"
    text = document.body.utf8
  }
}

/// A draft and the source that it is to be compared with.
struct ListedPair: Sendable, Decodable {
  var draft: String
  var source: String
}

/// Reads the texts of a file, many at once.
struct TextBatches {
  private let path: String
  private var source: DocumentSource?

  /// Opens a file; an empty one holds no texts.
  init(path: String) throws(ReadingFault) {
    self.path = path
    do throws(ReadingFault) {
      source = try DocumentSource(path: path)
    } catch {
      if error.code != "empty-input" { throw error }
    }
  }

  /// The next texts, at most `count`; empty at the end.
  ///
  /// A text that was not read whole is told of and matched as far as it goes; where reading ends early, the texts before
  /// it are handed over.
  mutating func next(_ count: Int, _ complaints: inout Complaints) throws(Output.Fault) -> [IdentifiedText] {
    var texts: [IdentifiedText] = []
    while texts.count < count, source != nil {
      let document: Document?
      do throws(ReadingFault) {
        document = try source?.next()
      } catch {
        try complaints.add(error.description)
        document = nil
      }
      guard let document else {
        source = nil
        break
      }
      for problem in document.problems where problem.losesText {
        let place = problem.line.map { "\(path):\($0)" } ?? path
        try complaints.add("\(place): \(problem.message)")
      }
      if !document.body.isEmpty { texts.append(IdentifiedText(document)) }
    }
    return texts
  }

  /// All texts of a file.
  static func all(of path: String, _ complaints: inout Complaints) throws -> [IdentifiedText] {
    var batches = try TextBatches(path: path)
    return try batches.next(.max, &complaints)
  }
}

extension ListedPair {
  /// The pairs of a file, one JSON object a line; a line that is none is told of.
  static func all(of path: String, _ complaints: inout Complaints) throws -> [ListedPair] {
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
        try complaints.add(
          "\(path):\(number + 1): no JSON object with `draft` and `source` (correct the line)")
      }
    }
    return pairs
  }
}
