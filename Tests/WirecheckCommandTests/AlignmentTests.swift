import Foundation
import Testing

/// `compare --alignment` and the side of `explain` that says why a draft is no match.
@Suite struct AlignmentTests {
  private static func newsroom() throws -> Newsroom {
    let newsroom = try Newsroom()
    try newsroom.folder.write(
      Story.copied.replacing("will spend three days", with: "will spend three quiet days"), to: "draft.md")
    try newsroom.folder.write(Story.reported, to: "own.md")
    return newsroom
  }

  @Test func theWordsOfBothSidesAreShown() throws {
    let newsroom = try Self.newsroom()
    func compare(_ format: String, _ more: String...) throws -> Tool.Outcome {
      try newsroom.tool.run(["compare", "draft.md", "wire/story.txt", "--alignment", format] + more)
    }
    let text = try compare("text")
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("three {+quiet+} days"))
    #expect(try compare("html").output.contains("<ins>quiet </ins>"))
    #expect(try compare("json").output.contains("\"change\" : \"inserted\""))
    #expect(try compare("wurst").status == 2)
    let none = try newsroom.tool.run("compare", "own.md", "draft.md", "--alignment", "text")
    #expect(none.output.contains("no passage"))
  }

  @Test func pipelinesDoNotShowTheSource() throws {
    var newsroom = try Self.newsroom()
    newsroom.tool.environment["CI"] = "true"
    let outcome = try newsroom.tool.run("compare", "draft.md", "wire/story.txt", "--alignment", "text")
    #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.errors.contains("--excerpts"))
  }

  @Test func explainSaysWhyAndWhyNot() throws {
    let newsroom = try Self.newsroom()
    func explain(_ draft: String, _ more: String...) throws -> Tool.Outcome {
      try newsroom.tool.run(["explain", "--draft", draft] + more)
    }
    #expect(try explain("draft.md", "--source", "wire/story.txt").output.hasPrefix("a match of"))
    let item = try explain("draft.md", "--item", "wire/story.txt#1")
    #expect(item.output.contains("reaches the bar"), "\(item.everything)")
    let own = try explain("own.md", "--item", "wire/story.txt#1")
    #expect(own.status == 0 && own.output.hasPrefix("no match of") && own.output.contains("why: "))
    #expect(try explain("draft.md", "--item", "unknown").status == 2)
    #expect(try explain("draft.md").status == 2)
    #expect(try explain("missing", "--source", "wire/story.txt").status == 3)
    #expect(try newsroom.tool.run("explain").status == 2)
  }
}
