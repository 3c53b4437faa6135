import WireTrees

extension JSONFault {
  /// The same as a fault of an input.
  func readingFault(path: String) -> ReadingFault {
    ReadingFault(
      code, path: path, message, line: line, column: column,
      next: code == "not-json" ? "correct the JSON here" : "split the file")
  }
}
