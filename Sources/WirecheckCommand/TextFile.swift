import WireDocuments
import WireMatching
import WireText
import Wirecheck

/// A file that is read completely for its texts.
enum TextFile {
  /// All documents in a file, at least one of which has a text.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - format: the name of the format to read it as; nil to detect it from the content.
  static func documents(of path: String, format: String? = nil) throws(CommandFailure) -> [Document] {
    var documents: [Document] = []
    do throws(ReadingFault) {
      var source = try DocumentSource(path: path, format: format)
      while let document = try source.next() { documents.append(document) }
    } catch {
      throw CommandFailure.incomplete(error.description)
    }
    guard documents.contains(where: { !$0.body.isEmpty }) else {
      throw CommandFailure.incomplete("\(path): holds no text (check the file)")
    }
    return documents
  }

  /// A file as an index in memory, with the identifiers of its items.
  static func index(
    of path: String, format: String? = nil, _ newsroom: Newsroom, _ vocabulary: Vocabulary
  ) throws(CommandFailure) -> (index: WireIndex, ids: [String]) {
    let items = ItemReader(newsroom, agency: nil).items(of: try documents(of: path, format: format))
    let index = try indexing { () throws(IndexFault) in try WireIndex(items: items, vocabulary: vocabulary) }
    return (index, items.map(\.id))
  }
}
