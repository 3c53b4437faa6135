/// The table of readers.
enum Readers {
  /// All readers; detection asks them in this order and takes the first that recognises an input.
  static var all: [any DocumentReader.Type] {
    [
      MarkdownReader.self,
      NINJSReader.self,
