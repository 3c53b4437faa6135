import Foundation
import Testing
import WireDocuments
import WireMatching
import WireText
import Wirecheck

/// The example of the README, by public names only.
struct LibraryExampleTests {
  private func check(_ newsroom: Newsroom, now: Instant) throws {
    let index = try WireIndex(opening: ".wirecheck/index")
    let checker = try Checker(newsroom, index: index, vocabulary: .standard())
    for document in try DocumentSource(path: "export.wxr.xml") {
      let outcome = try checker.check(document, on: Occasion(now: now))
      for finding in outcome.findings { print(finding.message) }
    }
  }

  /// What the README shows is what is compiled here, with the modules that it imports.
  @Test func itIsCompiled() throws {
    let file = URL(fileURLWithPath: #filePath)
    let root = file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    func lines(_ text: Substring) -> [String] {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let compiled = Set(lines(try String(contentsOf: file, encoding: .utf8)[...]))
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /```swift\n(?s:(.*?))```/)?.output.1)
    #expect(lines(block).count > 5)
    for line in lines(block) { #expect(compiled.contains(line)) }
    let package = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let library = try #require(
      package.firstMatch(of: /\.library\(\s*name: "Wirecheck", targets: \[(.*?)\]/)?.output.1)
    for line in lines(block) where line.hasPrefix("import ") {
      #expect(library.contains("\"\(line.dropFirst("import ".count))\""), "\(line)")
    }
  }
}
