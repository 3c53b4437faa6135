import ArgumentParser
import Foundation
import WireRights

/// `wirecheck notice`: explains what a notice says, clause by clause.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: "Explain a rights notice or an advisory, each clause with the words that say it.",
    usage: """
      wirecheck notice [--json] [TEXT|FILE|-]
      wirecheck notice --jsonl FILE
      """)

  @Argument(help: "A notice, the path of a file that holds one, or - for standard input (the default).")
  var notice: String = "-"
  @Flag(help: "Print the fields of the statement as JSON.")
  var json = false
  @Option(help: "Parse {\"id\",\"text\"} lines of a file and print one JSON line each.")
  var jsonl: String?

  func run() throws {
    let parser = NoticeParser(try NoticePolicies())
    var output = Output.standard
    if let jsonl {
      try parseLines(of: jsonl, parser, &output)
    } else {
      let statement = parser.parse(try text())
      try output.write(json ? try NoticeRecord(statement).line() + "\n" : NoticeText.lines(statement))
    }
    try output.flush()
  }

  private func text() throws -> String {
    let data: Data
    if notice == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else if FileManager.default.fileExists(atPath: notice) {
      data = try Data(contentsOf: URL(fileURLWithPath: notice))
    } else {
      return notice
    }
    return String(decoding: data, as: UTF8.self)
  }

  private func parseLines(of path: String, _ parser: NoticeParser, _ output: inout Output) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    for line in data.split(separator: UInt8(ascii: "\n")) {
      struct Row: Decodable {
        var id: String
        var text: String
      }
      let row = try JSONDecoder().decode(Row.self, from: line)
      try output.writeLine(try NoticeRecord(parser.parse(row.text), id: row.id).line())
    }
  }
}
