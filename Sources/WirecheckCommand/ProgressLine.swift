import Foundation
import WireReports
import Wirecheck

/// The progress of a scan: on a terminal one line that is updated in place, elsewhere a plain line every 30 seconds.
///
/// The plain lines prevent a pipeline from treating a long silent job as hung.
final class ProgressLine {
  private let isTerminal: Bool
  private var last: Date

  /// Progress for a terminal, or for a log.
  init(isTerminal: Bool) {
    self.isTerminal = isTerminal
    last = isTerminal ? .distantPast : Date()
  }

  /// Shows the state of a run, unless it was shown a moment ago.
  func show(_ run: borrowing Run, path: String) {
    let now = Date()
    guard now.timeIntervalSince(last) >= (isTerminal ? 0.1 : 30) else { return }
    last = now
    let state =
      "scanned \(Wording.count(run.documents, "document")), \(Wording.count(run.findingCount, "finding"))"
    write(isTerminal ? "\r\u{1B}[K\(state): \(TerminalText.clipped(path, to: 40))" : state + "\n")
  }

  /// Erases the line.
  func clear() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  /// Failures to show progress are ignored.
  private func write(_ text: String) {
    var output = Output.error
    try? output.write(text)
    try? output.flush()
  }
}
