public import Wirecheck

/// The options of a report.
public struct ReportOptions {
  /// Whether terminal colours are used; they never carry meaning on their own.
  public var usesColour = false
  /// The number of columns at which long passages are wrapped.
  public var width = 100
  /// The descriptions of rules, for formats that include them.
  public var rules: [RuleDescription] = []
  /// Names files as the repository's host does.
  public var paths = PathNames()
  /// Returns the bytes of a document's input, exactly as they were checked; nil if they are no longer available.
  ///
  /// Formats use it only for hashes of lines, never to show text.
  public var contents: (DocumentRecord) -> [UInt8]? = { _ in nil }

  /// The default options.
  public init() {}

  /// A path relative to the repository's root; unchanged if it lies outside.
  func relative(_ path: String) -> String {
    let name = paths.name(of: path)
    return name.hasPrefix("/") ? path : name
  }
}
