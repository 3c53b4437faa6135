import ArgumentParser
import WireDocuments

/// `wirecheck formats`: lists the readers.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that can be read.",
    discussion: "Any of them may be packed with gzip. The format of a file is told from its content.")

  @Flag(help: "Print one JSON object a line.")
  var json = false

  func run() throws {
    var output = Output.standard
    let width = Format.all.map(\.name.count).max() ?? 0
    for format in Format.all {
      let padding = String(repeating: " ", count: width - format.name.count)
      let node = JSONNode.object([("name", .string(format.name)), ("title", .string(format.title))])
      try output.writeLine(json ? node.line : "\(format.name)\(padding)  \(format.title)")
    }
    try output.flush()
  }
}
