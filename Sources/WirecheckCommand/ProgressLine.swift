import Foundation
import WireReports
import Wirecheck

/// How far a scan is: on a terminal one line that is written anew, elsewhere a plain line every half minute.
///
/// The plain lines keep a pipeline from taking a long silent job for a dead one.
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

  /// Takes the line away.
  func clear() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  /// Progress that cannot be shown is not missed.
  private func write(_ text: String) {
    var output = Output.error
    try? output.write(text)
    try? output.flush()
  }
}
