import WireTrees

extension JSONFault {
  /// The fault as a `ReadingFault` for an input.
  func readingFault(path: String) -> ReadingFault {
    ReadingFault(
      code, path: path, message, line: line, column: column,
      next: code == "not-json" ? "correct the JSON here" : "split the file")
  }
}
