import WireDocuments
import WireIsolation
import WireReports

/// The explanation that `read --explain` prints for an input: how it was read, what was found, what was not.
struct ReadExplanation {
  /// Counts by key, in order of first occurrence.
  private struct Tally {
    private(set) var counts: [(key: String, count: Int, example: String?)] = []
    private var places: [String: Int] = [:]

    mutating func add(_ key: String, example: String? = nil) {
      if let place = places[key] {
        counts[place].count += 1
      } else {
        places[key] = counts.count
        counts.append((key, 1, example))
      }
    }
  }

  private var kinds = Tally()
  private var problems = Tally()
  private var documents = 0
  private var losses = 0

  /// The most skipped parts that are listed; the others are counted.
  private static let shown = 50

  /// Counts a document.
  mutating func count(_ document: Document) {
    documents += 1
    let format = [document.origin.format, document.origin.dialect].compactMap { $0 }.joined(separator: " ")
    kinds.add("\(document.type.rawValue), \(format)")
    for attachment in document.attachments { kinds.add("attachment, \(attachment.format)") }
    for problem in document.problems {
      problems.add(
        "\(problem.code)\(problem.losesText ? ", text may be missing" : "")", example: problem.message)
    }
    if document.problems.contains(where: \.losesText) { losses += 1 }
  }

  /// The explanation, with an empty line at its end.
  ///
  /// - Parameters:
  ///   - source: the input, read to its end or to a fault.
  ///   - isWhole: whether the input was read to its end without a fault.
  func text(of source: any DocumentFeed, isWhole: Bool) -> String {
    var text = "\(TerminalText.escaped(source.path))\n"
    func row(_ name: String, _ value: String) {
      text += "  \(Columns.left(name, 10)) \(TerminalText.escaped(value))\n"
    }
    row("format", "\(source.format.name): \(source.format.title)")
    row(
      "encoding",
      source.bytes.map { InputEncoding.name(of: $0) } ?? "told by each part, or the input is too large")
    row("read in", Self.process(of: source))
    row("documents", "\(documents)\(isWhole ? "" : " before the reading ended early")")
    for kind in kinds.counts { row("", "\(kind.count) of the kind \(kind.key)") }
    if losses > 0 { row("incomplete", "\(Wording.count(losses, "document")), of which text may be missing") }
    for problem in problems.counts {
      row("problem", "\(problem.key), in \(Wording.count(problem.count, "place"))")
      if let example = problem.example { row("", "first: \(example)") }
    }
    let skipped = source.skipped
    for part in skipped.prefix(Self.shown) { row("left aside", "\(part.path): \(part.reason)") }
    if skipped.count > Self.shown { row("left aside", "\(skipped.count - Self.shown) parts more") }
    return text + "\n"
  }

  /// Where an input was read, and what the process that read it may do.
  private static func process(of source: any DocumentFeed) -> String {
    guard let source = source as? IsolatedSource else { return "this process" }
    return "a process of its own, "
      + (source.filtersSystemCalls
        ? "which may make only the system calls that parsing needs"
        : "whose system calls are not filtered (install libseccomp)")
  }
}
