import Foundation
import Synchronization

/// A newsroom of a test: a configuration, the story as agency copy in the index, drafts.
struct Newsroom {
  /// The time that runs are decided for, within every contract of the tests.
  static let now = "2026-11-20T10:00:00Z"

  let folder: Folder
  var tool: Tool

  /// A newsroom that has an index with some copy of Northwire, the invented agency.
  ///
  /// - Parameters:
  ///   - contract: the configuration's contracts, YAML.
  ///   - wire: the copy, a text file with its notice; nil for a newsroom without an index.
  init(contract: String = "", wire: String? = Story.text) throws {
    folder = try Folder()
    tool = Tool(folder: folder)
    try folder.write(Self.configuration + contract, to: "wirecheck.yaml")
    guard let wire else { return }
    try folder.write(wire, to: "wire/story.txt")
    try Self.indexes.withLock { known in
      if let files = known[contract + wire] { return try folder.restore(files) }
      let outcome = try tool.run("index", "add", "wire", "--agency", "northwire")
      guard outcome.status == 0 else { throw Tool.Fault(description: "no index: \(outcome.errors)") }
      known[contract + wire] = try folder.files(in: ".wirecheck")
    }
  }

  /// Indexes by what they were made of: many tests begin with the same, which a debug build makes slowly.
  private static let indexes = Mutex<[String: [Folder.File]]>([:])

  /// Checks a draft.
  func check(_ draft: String, _ arguments: String..., name: String = "draft.md") throws -> Tool.Outcome {
    try folder.write(draft, to: name)
    return try tool.run(["check", name, "--now", Self.now] + arguments)
  }

  /// A newsroom that knows Northwire and has no contract.
  static let configuration = """
    schema: 1
    site:
      id: harbour-times
      territories: [BG]
      channels: [web]
      commercial: true
      timezone: Europe/Sofia
    agencies:
      - id: northwire
        name: Northwire
        credits: [Northwire]
        timezone: Europe/London

    """

  /// A contract that permits publishing and rewriting, with a credit.
  static let permission = """
    contracts:
      - agency: northwire
        agreement: NW-2024-07
        from: 2024-07-01
        until: 2027-06-30
        clauses:
          - id: "4.1"
            text: The Client may publish, edit and rewrite Items on its website, and shall credit Northwire.
            permit: [publish, modify, rewrite]
            channels: [web]
            duties:
              - credit: [Northwire]

    """
}

/// What the tests look at in a report in the format json; read apart from the program's own code.
struct Report: Decodable {
  var verdict: String
  var run: Run
  var findings: [Finding]
  var uses: [Uses]

  struct Run: Decodable {
    var complete: Bool
    var documents: Int
    var skipped: [Skipped]
    var leftAside: [LeftAside]?
  }
  struct LeftAside: Decodable {
    var reason: String
    var paths: [String]
  }
  struct Skipped: Decodable {
    var path: String
    var reason: String
  }
  struct Finding: Decodable {
    var rule: String
    var level: String
    var fingerprint: String
    var message: String
    var document: Document
    var places: [Place]
    var source: Source?
    var term: Term?
    var help: [String]
  }
  struct Document: Decodable {
    var id: String
    var path: String
  }
  struct Place: Decodable {
    var paragraph: Int
    var bytes: [Int]?
    var file: Span?
    var excerpt: Excerpt?
  }
  struct Span: Decodable {
    var line: Int
    var column: Int
  }
  struct Excerpt: Decodable {
    var head: String
    var tail: String
    var withheld: String?
  }
  struct Source: Decodable {
    var agency: String
    var item: String
    var status: String
    var passages: [Passage]
  }
  struct Passage: Decodable {
    var paragraph: Int
    var excerpt: Excerpt
  }
  struct Term: Decodable {
    var origin: String
    var words: String
  }
  struct Uses: Decodable {
    var document: Document
    var uses: [Use]
  }
  struct Use: Decodable {
    var agency: String
    var outcome: String
  }

  init(_ outcome: Tool.Outcome) throws {
    self = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  /// The rules of the findings, sorted, each once.
  var rules: [String] { Set(findings.map(\.rule)).sorted() }

  /// The first finding of a rule.
  func finding(_ rule: String) -> Finding? { findings.first { $0.rule == rule } }
}
