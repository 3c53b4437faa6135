internal import WireDocuments

/// The rules that report incomplete checks: WC901 to WC904.
///
/// They concern inputs rather than documents, so their findings are made where inputs are read.
enum Completeness {
  static let unreadable = RuleDescription(
    id: "WC901", name: "input-unreadable", level: .error,
    title: "An input could not be read, or not to its end",
    explanation: """
      Fires when a file cannot be opened, has a format that no reader knows, breaks off, has no text in any of its \
      documents, or ends the process that reads it. What could not be read was not checked, and the run is incomplete.
      """,
    help: "Correct the input, or name its format with --input-format")
  static let damaged = RuleDescription(
    id: "WC902", name: "input-damaged", level: .warning,
    title: "Parts of a document could not be read",
    explanation: """
      Fires when a document was read with losses: bytes that are no text, markup that is not closed, an entity that \
      nobody declares, a body that lies elsewhere. The rest was checked, and the run is incomplete.
      """,
    help: "Repair the document and check it again")
  static let indexStale = RuleDescription(
    id: "WC903", name: "index-stale", level: .error,
    title: "There is no index of wire copy, or it is damaged, or older than the newsroom allows",
    explanation: """
      Fires when no index is found where the configuration says, when it is damaged, or when it is older than \
      `check.max-index-age`. Notices were still looked for; reuse of copy was not, or not of the newest items.
      """,
    help: "Build the index or bring it up to date with `wirecheck index add`; restore it where it is damaged")
  static let limitReached = RuleDescription(
    id: "WC904", name: "limit-reached", level: .error,
    title: "A limit was reached before an input was read to its end",
    explanation: """
      Fires when an input is larger, deeper or longer than the limits within which untrusted files are read. What \
      lies beyond was not checked, and the run is incomplete.
      """,
    help: "Split the input")

  static let descriptions = [unreadable, damaged, indexStale, limitReached]

  /// The rule for the code of a fault or problem.
  static func rule(ofCode code: String, isFault: Bool) -> RuleDescription {
    if code.hasPrefix("limit-") { return limitReached }
    return isFault || code.hasPrefix("reader-") ? unreadable : damaged
  }
}
