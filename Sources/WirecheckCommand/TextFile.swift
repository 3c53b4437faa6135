import WireDocuments

/// A file whose texts are compared with others.
enum TextFile {
  /// All documents of a file, at least one of them with a text.
  static func documents(of path: String, format: String? = nil) throws(CommandFailure) -> [Document] {
    var documents: [Document] = []
    do throws(ReadingFault) {
      var source = try DocumentSource(path: path, format: format)
      while let document = try source.next() { documents.append(document) }
    } catch {
      throw CommandFailure.incomplete(error.description)
    }
    guard documents.contains(where: { !$0.body.isEmpty }) else {
      throw CommandFailure.incomplete("\(path): holds no text to compare with (check the file)")
    }
    return documents
  }
}
