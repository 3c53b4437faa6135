import WireDocuments

/// A file that is read whole for its texts.
enum TextFile {
  /// All documents of a file, at least one of them with a text.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - format: the name of a format to read it as; nil to tell it from the content.
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
}
