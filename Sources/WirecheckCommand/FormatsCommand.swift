import ArgumentParser
import WireDocuments
import WireReports
import WireTrees

/// `wirecheck formats`: lists the formats that can be read.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that can be read.",
    discussion: "Any of them may be packed with gzip. The format of a file is told from its content.")

  @Flag(help: "Print one JSON object a line.")
  var json = false
  @Flag(help: "List the limits of reading instead, with their defaults; `--limit` sets them.")
  var limits = false

  func run() throws {
    var output = Output.standard
    let rows =
      limits
      ? Limits.settings.map { (name: $0.name, title: $0.title, value: $0.value(in: Limits())) }
      : Format.all.map { (name: $0.name, title: $0.title, value: nil) }
    let width = rows.map(\.name.count).max() ?? 0
    for row in rows {
      if json {
        let node = JSONOutput.object([
          ("name", .string(row.name)), ("title", .string(row.title)),
          ("default", row.value.map { .integer($0) }),
        ])
        try output.writeLine(node.line)
      } else {
        let value = row.value.map { " (\($0))" } ?? ""
        try output.writeLine("\(Columns.left(row.name, width))  \(row.title)\(value)")
      }
    }
    try output.flush()
  }
}
