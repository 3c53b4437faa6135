import Foundation
import Testing

/// `match`, drafts against sources without rights.
@Suite struct MatchTests {
  private struct Line: Decodable {
    var draft: String
    var source: String
  }

  @Test func anArchiveIsComparedWithItself() throws {
    let newsroom = try Newsroom()
    let copy = Story.copied.replacing("will spend three days", with: "will spend three quiet days")
    let items = [("first", Story.copied), ("second", copy), ("alone", Story.reported)]
    let lines = try items.map { id, text in
      String(decoding: try JSONEncoder().encode(["id": id, "text": text]), as: UTF8.self)
    }
    try newsroom.folder.write(lines.joined(separator: "\n"), to: "archive.jsonl")
    let outcome = try newsroom.tool.run("match", "--sources", "archive.jsonl", "--drafts", "archive.jsonl")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(found.first { $0.draft == "first" }?.source == "second")
    #expect(found.first { $0.draft == "second" }?.source == "first")
    #expect(found.filter { $0.draft == "alone" }.map(\.source) == ["alone"])
  }

  @Test func synonymsAreToldWithTheSettings() throws {
    let outcome = try Newsroom().tool.run("match", "--explain-settings")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for language in ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru"] {
      let told = try Regex("(?m)^    \(language): [0-9]{3} groups of [0-9]{3,4} words$")
      #expect(outcome.output.contains(told), "\(language)")
    }
  }
}
