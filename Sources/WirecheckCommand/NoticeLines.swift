import ArgumentParser
import WireDocuments
import WireReports
import WireRights

/// Parses the notices of a JSON Lines file and prints one line for each.
struct NoticeLines {
  let path: String
  let parser: NoticeParser

  /// Prints the contents of every line's notice; lines that cannot be read are reported on standard error.
  ///
  /// - Throws: `Output.Fault`; `ExitCode` 3 if a line or the rest of the file could not be read.
  func write(to output: inout Output) throws {
    var diagnostics = Diagnostics()
    do {
      var source = try DocumentSource(path: path, format: "jsonl")
      while let document = try source.next() {
        let losses = document.problems.filter { $0.losesText || $0.code == "no-text" }
        for problem in losses { try diagnostics.report(describe(problem)) }
        // A bad line gives no output; replaced bytes leave a text that can be read.
        guard document.type != .other, !losses.contains(where: { $0.code == "no-text" }) else { continue }
        let text = String(decoding: document.body.utf8, as: UTF8.self)
        try output.writeLine(try NoticeRecord(parser.parse(text), id: document.id).line())
      }
    } catch let fault as ReadingFault {
      try output.flush()
      try diagnostics.report(fault.description)
    }
    try output.flush()
    try diagnostics.exitIfIncomplete()
  }

  private func describe(_ problem: Problem) -> String {
    "\(Wording.place(path, line: problem.line)): \(problem.message)"
  }
}
