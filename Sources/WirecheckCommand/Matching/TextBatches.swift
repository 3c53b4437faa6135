import WireDocuments
import WireReports

/// Reads the texts of a file, many at once.
struct TextBatches {
  private let path: String
  private var source: DocumentSource?

  /// Opens a file; an empty file contains no texts.
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
  /// A text that was read only in part is reported, and matched as far as it goes; if reading ends early, the texts
  /// before that point are returned.
  mutating func next(
    _ count: Int, _ diagnostics: inout Diagnostics
  ) throws(Output.Fault) -> [IdentifiedText] {
    var texts: [IdentifiedText] = []
    while texts.count < count, source != nil {
      let document: Document?
      do throws(ReadingFault) {
        document = try source?.next()
      } catch {
        try diagnostics.report(error.description)
        document = nil
      }
      guard let document else {
        source = nil
        break
      }
      for problem in document.problems where problem.losesText {
        try diagnostics.report("\(Wording.place(path, line: problem.line)): \(problem.message)")
      }
      if !document.body.isEmpty { texts.append(IdentifiedText(document)) }
    }
    return texts
  }

  /// All texts of a file.
  static func all(of path: String, _ diagnostics: inout Diagnostics) throws -> [IdentifiedText] {
    var batches = try TextBatches(path: path)
    return try batches.next(.max, &diagnostics)
  }
}
