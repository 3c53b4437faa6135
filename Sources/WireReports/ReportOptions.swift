public import Wirecheck

/// How a report is written.
public struct ReportOptions {
  /// Whether the terminal's colours are used; they never carry meaning alone.
  public var usesColour = false
  /// The number of columns after which long passages are wrapped.
  public var width = 100
  /// What is said about rules, for formats that carry it.
  public var rules: [RuleDescription] = []
  /// Names files as the host of the repository does.
  public var paths = PathNames()
  /// The bytes of a document's input, exactly as they were checked; nil where they are not at hand any more.
  ///
  /// Formats use it for hashes of lines only, never to show text.
  public var contents: (DocumentRecord) -> [UInt8]? = { _ in nil }

  /// The usual options.
  public init() {}

  /// A path from the repository's root; as it is where it lies outside.
  func relative(_ path: String) -> String {
    let name = paths.name(of: path)
    return name.hasPrefix("/") ? path : name
  }
}
