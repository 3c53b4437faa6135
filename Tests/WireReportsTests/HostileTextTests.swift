import Foundation
import FoundationXML
import Testing
import Wirecheck

@testable import WireReports

/// Texts of drafts, items, clauses and file names are untrusted: none may act in any report.
@Suite struct HostileTextTests {
  static let payloads = [
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "a\nb\r\nc", "\u{9B}31m", "tab\tDEL\u{7F}", "\u{0}nul",
    "\u{202E}gnp.exe", "\u{2066}isolate\u{2069}", "line\u{2028}separator", "::error file=x::gone",
    "a\n::error::x",
    "[click](https://evil.example)", "![i](https://evil.example/x.png)", "\\[not\\](1)", "]](1)[[",
    "<script>alert(1)</script>",
    "\"quoted\\\" \\u0041", "=HYPERLINK(\"x\")", "{0} {{1}} %s %n", "`code` ``` | pipe", "\u{FEFF}bom",
    "\u{E0041}tag", "",
  ]

  /// A run with the payload wherever text from outside can stand.
  static func run(_ payload: String) throws -> RunRecord {
    var run = try SampleRun.run(findings: [
      SampleRun.finding(message: payload, path: "p/" + payload, head: payload, tail: payload)
    ])
    run.run.skipped[0].path = payload
    run.run.skipped[0].message = payload
    run.run.site = payload
    run.run.now = payload
    run.tool.version = payload
    run.findings[0].rule = payload
    run.findings[0].name = payload
    run.findings[0].fingerprint = payload
    run.findings[0].document.id = payload
    run.findings[0].places[0].field = payload
    run.findings[0].source?.agency = payload
    run.findings[0].source?.item = payload
    run.findings[0].source?.version = payload
    run.findings[0].source?.publishedAt = payload
    run.findings[0].source?.status = payload
    run.findings[0].source?.alsoIn = [payload, payload]
    run.findings[0].source?.passages[0].excerpt.head = payload
    run.findings[0].term?.clause = payload
    run.findings[0].term?.agreement = payload
    run.findings[0].term?.path = payload
    run.findings[0].term?.policy = payload
    run.findings[0].term?.words = payload
    run.findings[0].term?.facts = [payload: payload]
    run.findings[0].fact = payload
    run.findings[0].help = [payload]
    return run
  }

  /// Whether a character does something other than stand there.
  static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
    default: false
    }
  }

  @Test("No character of a report acts, and no text opens a line of its own", arguments: payloads)
  func terminal(payload: String) throws {
    let run = try Self.run(payload)
    for format in [TextReport.self, ConciseReport.self] as [any ReportFormat.Type] {
      let text = try SampleRun.text(format, of: run)
      #expect(!text.unicodeScalars.contains(where: Self.acts))
      #expect(
        !text.split(separator: "\n").contains { $0.hasPrefix("::error") && !payload.hasPrefix("::error") })
      let harmless = try SampleRun.text(format, of: try Self.run("harmless"))
      if !payload.isEmpty {
        #expect(text.split(separator: "\n").count == harmless.split(separator: "\n").count)
      }
    }
  }

  @Test("No text ends a command of GitHub's log or begins another", arguments: payloads)
  func github(payload: String) throws {
    let text = try SampleRun.text(GitHubReport.self, of: try Self.run(payload))
    #expect(!text.unicodeScalars.contains(where: Self.acts))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3 && lines.filter { $0.hasPrefix("::") }.count == 1)
    // Title, file, line, endLine, col, endColumn; and a colon only in front of the message.
    let properties = lines[0].dropFirst("::error ".count).prefix { $0 != ":" }
    #expect(properties.split(separator: ",").count == 6)
  }

  @Test("JSON gives every text back as it was", arguments: payloads)
  func json(payload: String) throws {
    let run = try Self.run(payload)
    let bytes = try JSONReport.render(run, options: ReportOptions())
    #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: Self.acts))
    #expect(try RunRecord(readingJSON: bytes) == run)
  }

  @Test("No text makes a link, an empty text or a control character in SARIF", arguments: payloads)
  func sarif(payload: String) throws {
    let run = try Self.run(payload)
    let bytes = try SARIFReport.render(run, options: SARIFReportTests.options)
    #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: Self.acts))
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(SARIFProfile.faults(in: log) == [])
    #expect(!Self.strings(in: log).contains { $0.unicodeScalars.contains(where: Self.acts) })
    let result = try SARIFReportTests.results(run)[0]
    let message = try #require((result["message"] as? [String: String])?["text"])
    let links = Self.links(in: message)
    #expect(links == (payload.isEmpty ? [] : ["1"]), "\(message)")
  }

  @Test(
    "XML for build servers is well formed and has no element that a text brought along", arguments: payloads)
  func junit(payload: String) throws {
    let text = try SampleRun.text(JUnitReport.self, of: try Self.run(payload))
    #expect(!text.unicodeScalars.contains(where: Self.acts))
    #expect(XMLParser(data: Data(text.utf8)).parse())
    let harmless = try SampleRun.text(JUnitReport.self, of: try Self.run("harmless"))
    let names = { (text: String) in text.split(separator: "<").map { $0.prefix { !" >/".contains($0) } } }
    // A skipped input and a document of one name are one suite.
    #expect(names(text).count == names(harmless).count)
  }

  @Test("No character of a diagnostic acts, and none makes a link or a mention", arguments: payloads)
  func diagnostics(payload: String) throws {
    let run = try Self.run(payload)
    for format in [GitLabReport.self, RDJSONReport.self] as [any ReportFormat.Type] {
      let text = try SampleRun.text(format, of: run)
      #expect(!text.unicodeScalars.contains(where: Self.acts))
      let strings = Self.strings(in: try JSONSerialization.jsonObject(with: Data(text.utf8), options: []))
      // Paths are given as they are, for machines to find the file.
      #expect(
        !strings.contains {
          !$0.contains(payload) && $0.unicodeScalars.contains { $0 != "\n" && Self.acts($0) }
        })
    }
  }

  @Test(
    "No text makes a cell, an element, a link or a mention in Markdown",
    arguments: payloads + ["@desk #12 www.a.b"])
  func markdown(payload: String) throws {
    let text = try SampleRun.text(MarkdownReport.self, of: try Self.run(payload))
    let harmless = try SampleRun.text(MarkdownReport.self, of: try Self.run("harmless"))
    #expect(!text.unicodeScalars.contains(where: Self.acts))
    #expect(text.split(separator: "\n").count == harmless.split(separator: "\n").count)
    #expect(Self.links(in: text).isEmpty)
    let open = text.replacing(#/\\./#, with: "").replacing("<br>", with: "").replacing(
      "<!-- wirecheck -->", with: ""
    )
    .replacing("<span>@</span>", with: "").replacing("<span>#</span>", with: "")
    #expect(!open.contains("<") && !open.contains("`") && !open.contains("@") && !open.contains("://"))
    #expect(open.filter { $0 == "|" }.count == 20)
  }

  @Test("A page holds no element and no attribute that a text brought along", arguments: payloads)
  func html(payload: String) throws {
    let page = try SampleRun.text(HTMLReport.self, of: try Self.run(payload))
    let harmless = try SampleRun.text(HTMLReport.self, of: try Self.run("harmless"))
    #expect(!page.unicodeScalars.contains(where: Self.acts))
    // An empty text has no parts to show.
    #expect(payload.isEmpty || Self.tags(of: page) == Self.tags(of: harmless))
  }

  /// What stands between angle brackets, in order; which words are marked as changed depends on the words.
  private static func tags(of page: String) -> [Substring] {
    page.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
      .filter { !["ins", "/ins", "del", "/del"].contains($0) }
  }

  /// The targets of links that a reader of SARIF messages sees: `[text](target)` with no backslash before `[`.
  static func links(in message: String) -> [String] {
    var result: [String] = []
    var isOpen = false
    var isEscaped = false
    let characters = Array(message)
    for (index, character) in characters.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "[" {
        isOpen = true
      } else if character == "]", isOpen {
        isOpen = false
        guard index + 1 < characters.count, characters[index + 1] == "(" else { continue }
        result.append(String(characters[(index + 2)...].prefix { $0 != ")" }))
      }
    }
    return result
  }

  private static func strings(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let members as [String: Any]: members.flatMap { [$0.key] + strings(in: $0.value) }
    case let elements as [Any]: elements.flatMap(strings)
    default: []
    }
  }

  @Test("Every format is named once and says what it is")
  func table() {
    let names = ReportFormats.all.map { $0.name }
    #expect(
      names == [
        "text", "concise", "html", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
      ])
    #expect(ReportFormats.all.allSatisfy { !$0.title.isEmpty && ReportFormats.named($0.name) == $0 })
    #expect(ReportFormats.named("pdf") == nil)
    #expect(ReportFormats.names == names.joined(separator: ", "))
  }
}
