import WireDocuments

/// What `wirecheck notice` was given: a notice, or a file that holds one.
struct NoticeInput {
  private let argument: String
  /// No name of a file is longer.
  private static let longestName = 255

  init(_ argument: String) { self.argument = argument }

  /// The words of the notice.
  ///
  /// - Throws: `ReadingFault` where the argument is a file, or looks like the path of one, and cannot be read.
  func text() throws(ReadingFault) -> String {
    guard argument == "-" || looksLikePath || mayBeName else { return argument }
    do throws(ReadingFault) {
      return try Self.contents(of: argument)
    } catch {
      guard error.code == "not-found", !looksLikePath, argument != "-" else { throw error }
      return argument
    }
  }

  /// The whole text of a file, unpacked and decoded.
  private static func contents(of path: String) throws(ReadingFault) -> String {
    var source = try DocumentSource(path: path, format: "text")
    guard let document = try source.next() else { return "" }
    return String(decoding: document.body.utf8, as: UTF8.self)
  }

  private var hasSpace: Bool { argument.unicodeScalars.contains { $0.properties.isWhitespace } }

  /// Whether the argument has a slash or an extension and no spaces, as paths have and notices have not.
  private var looksLikePath: Bool {
    guard !hasSpace, !argument.contains("://"), !argument.isEmpty else { return false }
    if argument.contains("/") { return true }
    guard let dot = argument.lastIndex(of: "."), dot > argument.startIndex else { return false }
    let ending = argument[argument.index(after: dot)...].unicodeScalars
    return (1...5).contains(ending.count) && ending.allSatisfy { $0.properties.isAlphabetic }
  }

  /// Whether there could be a file of that name.
  private var mayBeName: Bool {
    argument.utf8.count <= Self.longestName && !argument.contains("\n") && !argument.contains("\0")
  }
}
