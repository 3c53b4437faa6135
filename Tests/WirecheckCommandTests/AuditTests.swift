import Foundation
import Testing

/// The ledger, from the checks that it records to the statement that is printed from it.
@Suite struct AuditTests {
  private static let period = ["--agency", "northwire", "--from", "2026-11-01", "--to", "2026-12-01"]

  /// A newsroom that has recorded a check of a licensed draft at publication and one of an unlicensed one.
  private static func newsroom() throws -> Newsroom {
    let newsroom = try Newsroom(contract: Newsroom.permission)
    for (name, draft, status) in [("one.md", Story.credited, Int32(0)), ("two.md", Story.rewritten, 1)] {
      try newsroom.folder.write(draft, to: name)
      let outcome = try newsroom.tool.run(
        "check", name, "--now", Newsroom.now, "--ledger", ".wirecheck/ledger.sqlite", "--actor",
        "Mira of the desk")
      #expect(outcome.status == status, "\(outcome.errors)")
    }
    return newsroom
  }

  @Test func checksAreListedAndShown() throws {
    let newsroom = try Self.newsroom()
    let list = try newsroom.tool.run("audit", "list")
    #expect(list.status == 0)
    let lines = list.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("1  \(Newsroom.now)  pass"))
    #expect(lines[1].hasPrefix("2  \(Newsroom.now)  block"))
    #expect(lines.allSatisfy { $0.contains("Mira of the desk") && $0.contains("harbour-times") })

    let json = try newsroom.tool.run("audit", "list", "--json")
    for (line, verdict) in zip(json.output.split(separator: "\n"), ["pass", "block"]) {
      let check = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(check?["verdict"] as? String == verdict)
      #expect(check?["documents"] as? Int == 1)
    }
    #expect(try newsroom.tool.run("audit", "list", "--from", "2026-11-21").output.hasPrefix("no checks"))

    let shown = try newsroom.tool.run("audit", "show", "2")
    #expect(shown.status == 0)
    for words in ["check 2: block", "two.md", "WC201", "sha256", "clause 4.1"] {
      #expect(shown.output.contains(words), "\(words)")
    }
    let object = try newsroom.tool.run("audit", "show", "2", "--json")
    #expect(try JSONSerialization.jsonObject(with: Data(object.output.utf8)) is [String: Any])
    #expect(try newsroom.tool.run("audit", "show", "3").status == 2)
  }

  @Test func aReportIsWrittenWhereTheLedgerCannotBe() throws {
    let newsroom = try Newsroom(contract: Newsroom.permission)
    try newsroom.folder.write("no ledger", to: "ledger/file")
    let outcome = try newsroom.check(
      Story.copied, "--format", "json", "--ledger", "ledger", "--output", "html=out.html")
    #expect(outcome.status == 3 && outcome.errors.contains("not recorded"))
    let report = try Report(outcome)
    #expect(report.finding("WC201") != nil && report.verdict == "incomplete" && !report.run.complete)
    #expect(report.run.skipped.map(\.reason) == ["not-recorded"])
    #expect(try newsroom.folder.text(of: "out.html").contains("WC201"))
  }

  @Test func theLedgerHoldsNoWordsOfDocumentsOrItems() throws {
    let newsroom = try Self.newsroom()
    let files = newsroom.folder.snapshot(of: newsroom.folder(".wirecheck"))
      .filter { $0.key.hasPrefix("ledger") }
    #expect(!files.isEmpty)
    for (name, data) in files {
      for words in ["Ilona Marek", "Grenna", "honest broker", "two more tables"] {
        #expect(data.range(of: Data(words.utf8)) == nil, "\(name)")
      }
    }
  }

  @Test func usageAddsUpInEveryFormat() throws {
    let newsroom = try Self.newsroom()
    let csv = try newsroom.tool.run(["audit", "usage", "--format", "csv"] + Self.period)
    #expect(csv.status == 0)
    let records = csv.output.components(separatedBy: "\r\n").filter { !$0.isEmpty && !$0.hasPrefix("#") }
      .map(Self.fields)
    let header = try #require(records.first { $0.contains("words_used") })
    let words = try #require(header.firstIndex(of: "words_used"))
    let rows = records.filter { $0.count == header.count && Int($0[words]) != nil }
    let used = rows.compactMap { Int($0[words]) }
    #expect(used.count >= 2)

    let text = try newsroom.tool.run(["audit", "usage"] + Self.period)
    let html = try newsroom.tool.run(["audit", "usage", "--format", "html"] + Self.period)
    let total = "\(used.reduce(0, +))"
    for outcome in [text, html] {
      #expect(outcome.status == 0)
      for expected in ["NW-2024-07", "one.md", "two.md", total] {
        #expect(outcome.output.contains(expected), "\(expected)")
      }
    }
    #expect(html.output.hasPrefix("<!DOCTYPE html>") || html.output.hasPrefix("<!doctype html>"))
  }

  @Test func aQuestionAboutAnotherChannelChangesNoStatement() throws {
    let newsroom = try Self.newsroom()
    let before = try newsroom.tool.run(["audit", "usage", "--format", "csv"] + Self.period)
    let asked = try newsroom.tool.run(
      "check", "one.md", "--now", "2026-11-21T06:12:00Z", "--channel", "print", "--ledger",
      ".wirecheck/ledger.sqlite")
    #expect(asked.status == 1 && asked.output.contains("channel print"))
    let after = try newsroom.tool.run(["audit", "usage", "--format", "csv"] + Self.period)
    let uses = { (csv: String) in csv.components(separatedBy: "\r\n").filter { $0.hasPrefix("use,") } }
    #expect(uses(after.output) == uses(before.output))
    #expect(uses(after.output).allSatisfy { $0.contains(",web,BG,") })
    #expect(try newsroom.tool.run("audit", "show", "3").output.contains("asked about print in BG"))
  }

  @Test func headlinesAreForTheNewsroomItself() throws {
    let newsroom = try Newsroom(contract: Newsroom.permission)
    try newsroom.folder.write(Story.credited, to: "one.md")
    let status = try newsroom.tool.run(
      "check", "one.md", "--now", Newsroom.now, "--ledger", ".wirecheck/ledger.sqlite"
    ).status
    #expect(status == 0)
    for format in ["text", "csv", "html"] {
      let usage = ["audit", "usage", "--format", format] + Self.period
      #expect(try !newsroom.tool.run(usage).output.contains("What the visit means for us"), "\(format)")
      let own = try newsroom.tool.run(usage + ["--headlines"]).output
      #expect(own.contains("What the visit means for us"), "\(format)")
    }
  }

  @Test func usageOfNothingSaysWhy() throws {
    let newsroom = try Self.newsroom()
    let none = try newsroom.tool.run(
      "audit", "usage", "--agency", "nordwire", "--from", "2026-11-01", "--to", "2026-12-01")
    #expect(none.status == 0)
    #expect(none.errors.contains("northwire"))
    let early = try newsroom.tool.run(
      "audit", "usage", "--agency", "northwire", "--from", "2025-11-01", "--to", "2025-12-01")
    #expect(early.status == 0)
    #expect(early.errors.isEmpty)
  }

  @Test func aLedgerThatCannotBeWrittenMakesTheCheckIncomplete() throws {
    let newsroom = try Newsroom()
    for path in ["/proc/ledger.sqlite", "wire"] {
      let outcome = try newsroom.check(Story.reported, "--ledger", path)
      #expect(outcome.status == 3, "\(path)")
      #expect(outcome.errors.contains(path))
    }
  }

  @Test func theConfigurationMayNameTheLedger() throws {
    let newsroom = try Newsroom(contract: "check:\n  ledger: .wirecheck/ledger.sqlite\n")
    #expect(try newsroom.check(Story.reported).status == 0)
    #expect(try newsroom.tool.run("audit", "list").output.split(separator: "\n").count == 1)
  }

  /// The cells of a line of comma-separated values.
  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
