import Foundation
import Testing

/// The demo, as somebody sees it who has just built the program.
@Suite struct DemoTests {
  @Test func showsTheWholeWay() throws {
    let folder = try Folder()
    let tool = Tool(folder: folder)
    let outcome = try tool.run("demo")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let rules = Set(outcome.output.matches(of: #/(?m)^(?:error|warning|info)\[(WC\d{3})\]:/#).map(\.output.1))
    #expect(rules.count >= 4)
    #expect(outcome.output.contains("5 documents, 0 inputs skipped"))

    // Everything is in one new folder below the temporary one.
    #expect(folder.snapshot(of: folder.path).isEmpty)
    #expect(folder.snapshot(of: folder.home).isEmpty)
    let made = try FileManager.default.contentsOfDirectory(atPath: folder.temporary)
    #expect(made.count == 1)

    let next = Self.next(in: outcome.output)
    let entering = try #require(next.first)
    #expect(entering.hasPrefix("cd \(folder.temporary)/"))
    let commands = next.dropFirst()
    #expect(commands.count == 3)
    for command in commands {
      let run = try tool.shell("\(entering) && \(command)")
      #expect([0, 1].contains(run.status), "\(command): \(run.errors)")
      #expect(!run.output.isEmpty, "\(command)")
    }
  }

  /// The lines below `next:`.
  private static func next(in output: String) -> [String] {
    let lines = output.components(separatedBy: "\n")
    guard let start = lines.firstIndex(of: "next:") else { return [] }
    return lines[(start + 1)...].map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  @Test func neverShowsTheEmbargoedItem() throws {
    let folder = try Folder()
    let outcome = try Tool(folder: folder).run("demo")
    let items = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.temporary).first)
    let item = try folder.text(of: folder.temporary + "/" + items + "/wire/kestrel/small-ports.json")
    let report = outcome.output.components(separatedBy: "error[WC301]").last ?? ""
    #expect(report.contains("source text withheld: the item is under embargo"))
    #expect(item.contains("transhipment"))
    #expect(!outcome.output.contains("transhipment"))
  }

  @Test func takesAFolderThatDoesNotExist() throws {
    let folder = try Folder()
    let tool = Tool(folder: folder)
    #expect(try tool.run("demo", "--folder", "sample").status == 0)
    #expect(FileManager.default.fileExists(atPath: folder("sample/wirecheck.yaml")))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["sample"])
    #expect(folder.snapshot(of: folder.temporary).isEmpty)

    let before = folder.snapshot(of: folder.path)
    let again = try tool.run("demo", "--folder", "sample")
    #expect(again.status == 2)
    #expect(again.errors.contains("exists already"))
    #expect(again.output.isEmpty)
    #expect(folder.snapshot(of: folder.path) == before)
  }

  @Test func saysWhereItCannotWrite() throws {
    let outcome = try Tool(folder: try Folder()).run("demo", "--folder", "/proc/sample")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("/proc/sample"))
  }
}
