import Foundation
import Testing

/// Words of the agencies that a report must not publish.
@Suite struct ConfidentialityTests {
  static let formats = [
    "text", "concise", "html", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
  ]

  @Test(arguments: formats) func pipelinesWithholdTheSource(_ format: String) throws {
    var newsroom = try Newsroom()
    for value in ["true", "1"] {
      newsroom.tool.environment["CI"] = value
      let outcome = try newsroom.check(
        Story.copiedWithoutCanary, "--format", format, "--output", "json=run.json")
      #expect(outcome.status == 1)
      #expect(!outcome.everything.contains(Story.canary))
      #expect(try !newsroom.folder.text(of: "run.json").contains(Story.canary))
      #expect(try !newsroom.folder.text(of: ".wirecheck/last-run.json").contains(Story.canary))
    }
    if format == "text" {
      let withheld = try newsroom.check(Story.copiedWithoutCanary)
      #expect(withheld.output.contains("source text withheld (--excerpts short to show)"))
    }
    // Without the variable, and on demand, the words are there.
    let full = try newsroom.check(Story.copiedWithoutCanary, "--format", format, "--excerpts", "full")
    if ["text", "html", "json"].contains(format) { #expect(full.output.contains(Story.canary)) }
  }

  /// A record that was made on a desk holds the words; a pipeline that renders it does not.
  @Test(arguments: formats) func pipelinesWithholdTheSourceOfASavedRun(_ format: String) throws {
    var newsroom = try Newsroom()
    let outcome = try newsroom.check(
      Story.copiedWithoutCanary, "--output", "json=run.json", "--excerpts", "full")
    #expect(outcome.status == 1)
    #expect(try newsroom.folder.text(of: "run.json").contains(Story.canary))
    newsroom.tool.environment["CI"] = "true"
    let again = try newsroom.tool.run("report", "run.json", "--format", format)
    #expect(again.status == 0 && !again.everything.contains(Story.canary))
  }

  @Test(arguments: ["", "false", "0"]) func otherValuesMeanNoPipeline(_ value: String) throws {
    var newsroom = try Newsroom()
    newsroom.tool.environment["CI"] = value
    #expect(try !newsroom.check(Story.copiedWithoutCanary).output.contains("withheld"))
  }

  @Test(arguments: formats) func noExcerptsMeansNoWordsOfTheDraftEither(_ format: String) throws {
    let newsroom = try Newsroom()
    let outcome = try newsroom.check(Story.copied, "--format", format, "--excerpts", "none")
    #expect(outcome.status == 1)
    for words in ["Ilona Marek", "Cape Lodden", "Sundmark"] { #expect(!outcome.everything.contains(words)) }
  }

  @Test(arguments: formats) func wordsUnderEmbargoAreShownNowhere(_ format: String) throws {
    let newsroom = try Newsroom(contract: Newsroom.permission, wire: nil)
    let text = Story.paragraphs.joined(separator: " ")
    try newsroom.folder.write(
      "{\"id\": \"NW-2\", \"embargo\": \"2027-03-01T09:00:00Z\", \"text\": \"\(text)\"}\n", to: "feed.jsonl")
    let added = try newsroom.tool.run("index", "add", "feed.jsonl", "--agency", "northwire")
    #expect(added.status == 0)
    for excerpts in ["short", "full"] {
      let outcome = try newsroom.check(
        Story.copiedWithoutCanary, "--format", format, "--excerpts", excerpts, "--output", "json=run.json")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("WC301"))
      let explained = try newsroom.tool.run(
        "explain", try #require(Self.fingerprint(try newsroom.folder.text(of: "run.json"))))
      #expect(explained.status == 0)
      for told in [outcome.everything, try newsroom.folder.text(of: "run.json"), explained.everything] {
        #expect(!told.contains(Story.canary))
      }
    }
    // The time has come.
    try newsroom.folder.write(Story.copiedWithoutCanary, to: "draft.md")
    let later = try newsroom.tool.run(
      "check", "draft.md", "--now", "2027-03-01T09:00:01Z", "--format", "json", "--excerpts", "full")
    #expect(try !Report(later).rules.contains("WC301"))
    #expect(later.output.contains(Story.canary))
  }

  @Test func explainingAMatchShowsNoWordsUnderEmbargo() throws {
    let newsroom = try Newsroom(contract: Newsroom.permission, wire: nil)
    let text = Story.paragraphs.joined(separator: " ")
    for (item, embargo) in [("NW-2", "2999-03-01T09:00:00Z"), ("NW-3", "2001-03-01T09:00:00Z")] {
      try newsroom.folder.write(
        "{\"id\": \"\(item)\", \"embargo\": \"\(embargo)\", \"text\": \"\(text)\"}\n", to: "\(item).jsonl")
      #expect(
        try newsroom.tool.run("index", "add", "\(item).jsonl", "--agency", "northwire", "--index", item)
          .status == 0)
      try newsroom.folder.write(Story.three, to: "draft.md")
      let words = Story.three.prefix(20)
      for source in [["--item", item, "--index", item], ["--source", "\(item).jsonl"]] {
        let told = try newsroom.tool.run(["explain", "--draft", "draft.md"] + source)
        #expect(told.output.contains("strongest passage"), "\(told.everything)")
        #expect(told.output.contains(words) == (item == "NW-3"), "\(told.output)")
      }
    }
  }

  private static func fingerprint(_ json: String) -> String? {
    json.firstMatch(of: /wc1:[0-9a-f]{20}/).map { String($0.output) }
  }
}
