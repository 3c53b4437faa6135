import ArgumentParser
import WireMatching
import WireReports
import WireTrees

/// `wirecheck index stats`: shows the contents of an index in numbers.
struct IndexStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Show what an index holds, in numbers.")

  @OptionGroup var flags: IndexFlags
  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let (_, path) = try flags.located()
    let (index, statistics) = try indexing { () throws(IndexFault) in
      let index = try WireIndex(opening: path)
      return (index, try index.statistics())
    }
    let rows: [(String, Int)] = [
      ("generation", statistics.generation), ("items", statistics.items),
      ("superseded", statistics.superseded),
      ("removed", statistics.removed), ("segments", statistics.segments), ("bytes", statistics.bytes),
      ("text_bytes", statistics.textBytes), ("seeds", statistics.seeds),
    ]
    var output = Output.standard
    if json {
      let members: [(String, JSONOutput?)] = [("path", .string(path)), ("id", .string(index.identity))]
      try output.writeLine(JSONOutput.object(members + rows.map { ($0.0, .integer($0.1)) }).line)
    } else {
      try output.writeLine("\(TerminalText.escaped(path)), identity \(index.identity)")
      for (name, value) in rows {
        let title = name.replacing("_", with: " ")
        try output.writeLine("  \(Columns.left(title, 12))\(value)")
      }
    }
    try output.flush()
  }
}
