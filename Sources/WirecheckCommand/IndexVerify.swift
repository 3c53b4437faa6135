import ArgumentParser
import WireMatching
import WireReports

/// `wirecheck index verify`: reads the whole index and verifies its checksums.
struct IndexVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Read a whole index and compare it with its checksums.")

  @OptionGroup var flags: IndexFlags

  func run() throws {
    let (_, path) = try flags.located()
    let count = try indexing { () throws(IndexFault) in
      let index = try WireIndex(opening: path)
      try index.verify()
      return index.itemCount
    }
    var output = Output.standard
    try output.writeLine(
      "\(TerminalText.escaped(path)): \(Wording.count(count, "item")), everything as it was written")
    try output.flush()
  }
}
