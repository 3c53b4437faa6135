import Foundation
import Testing
import WireDocuments
import WireText

@testable import Wirecheck

struct RunTests {
  private func scene() throws -> Scene {
    try Scene(
      Story.contract(", territories: [RO]"),
      wire: [
        Scene.item("NW-7", Story.text, Story.reserved),
        Scene.item("ME-3", "\(ExampleWire.first) \(ExampleWire.second)", ["agency": "Meridian News Service"]),
        Scene.item(
          "NW-8", Story.own + " It was honey of the lime trees, and none of it was for sale.",
          ["status": "withheld"]),
      ])
  }

  private static let texts = (0..<90).map { number in
    let parts = [
      Story.first + " " + Story.second, "Own words, number \(number).",
      ExampleWire.first + " " + ExampleWire.second,
      "© 2026 Northwire. All rights reserved.", "“\(Story.second)” \(Story.third)",
    ]
    return (0..<4).map { parts[(number * 7 + $0 * (number % 3 + 1)) % parts.count] }.joined(separator: "\n")
  }

  private static func line(_ number: Int) throws -> String {
    try Scene.json(["id": "doc-\(number)", "headline": "Story \(number)", "text": texts[number]])
  }

  @Test func recordDoesNotDependOnOrderBatchesOrThreads() throws {
    let scene = try scene()
    let inputs = try (0..<Self.texts.count).map {
      (path: "p/\($0 * 37 % 90).jsonl", text: try Self.line($0))
    }
    let record = try scene.run(inputs)
    #expect(record.findings.count > 120 && record.uses.count > 30)
    let paths = record.findings.map(\.document.path)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for other in [inputs.reversed(), inputs.sorted { $0.text < $1.text }, inputs] {
      #expect(try scene.run(Array(other)) == record)
    }
  }

  @Test func oneInputOfManyDocumentsIsAsManyInputs() throws {
    let scene = try scene()
    let lines = try (0..<Self.texts.count).map(Self.line)
    let together = try scene.run([("all.jsonl", lines.joined(separator: "\n"))])
    let apart = try scene.run(lines.enumerated().map { ("\(String(format: "%03d", $0)).jsonl", $1) })
    #expect(together.findings.map(\.fingerprint) == apart.findings.map(\.fingerprint))
    #expect(together.findings.map(\.message) == apart.findings.map(\.message))
    #expect(
      together.findings.map { $0.places.map(\.excerpt) } == apart.findings.map { $0.places.map(\.excerpt) })
    #expect(together.uses.map(\.uses) == apart.uses.map(\.uses))
    #expect(together.counts == apart.counts && together.verdict == apart.verdict)
    #expect(together.findings.map(\.document.item) == together.findings.map(\.document.item).sorted())
    #expect(try scene.run([("all.jsonl", lines.joined(separator: "\n"))]) == together)
  }

  @Test func findingsOfADocumentComeByPlaceThenLevelThenRule() throws {
    let record = try scene().run([
      ("all.jsonl", try (0..<Self.texts.count).map(Self.line).joined(separator: "\n"))
    ])
    for (a, b) in zip(record.findings, record.findings.dropFirst()) where a.document == b.document {
      let (first, second) = (a.places.first?.bytes ?? [], b.places.first?.bytes ?? [])
      #expect(first == second || first.lexicographicallyPrecedes(second))
      if first == second { #expect(a.level > b.level || (a.level == b.level && a.rule <= b.rule)) }
    }
    let all = record.findings.map { "\($0.document.id) \($0.fingerprint)" }
    #expect(Set(all).count == all.count)
  }

  @Test func recordSurvivesJSON() throws {
    let record = try scene().run(
      [("a.jsonl", try (0..<20).map(Self.line).joined(separator: "\n")), ("b.jsonl", "{\"text\": \"half")])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try encoder.encode(record)
    #expect(try JSONDecoder().decode(RunRecord.self, from: bytes) == record)
    // Integers only.
    #expect(String(decoding: bytes, as: UTF8.self).firstMatch(of: /[:,\[]-?[0-9]+\.[0-9]/) == nil)
  }

  @Test func everyErrorCitesATermOrAFact() throws {
    let record = try scene().run([
      ("all.jsonl", try (0..<Self.texts.count).map(Self.line).joined(separator: "\n"))
    ])
    #expect(record.findings.contains { $0.level == .error })
    for finding in record.findings {
      #expect(finding.level < .error || finding.term != nil || finding.fact != nil)
      #expect(!finding.help.isEmpty && finding.help.allSatisfy { $0.first?.isUppercase == true })
    }
  }

  // MARK: What was not checked

  @Test func documentsOfOneIdentifierStandForThemselves() throws {
    let scene = try scene()
    let text = Story.first + " " + Story.second
    let line = try Scene.json(["id": "template", "text": text])
    let inputs = [(path: "a.jsonl", text: line), (path: "b.jsonl", text: line + "\n" + line)]
    let names = try scene.run(inputs).uses.map(\.document.identity)
    #expect(names == ["template (a.jsonl#1)", "template (b.jsonl#1)", "template (b.jsonl#2)"])
    #expect(try scene.run([inputs[0]]).uses.map(\.document.identity) == ["template"])
  }

  @Test func faultInTheMiddleOfAStreamLosesNothingBesideIt() throws {
    var limits = Limits()
    limits.itemBytes = 100_000
    let lines = try (0..<70).map(Self.line)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).jsonl")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    // The bad line is far longer than what is read at once.
    let file = (lines + [String(repeating: "x", count: 4_000_000), lines[1]]).joined(separator: "\n")
    try Data(file.utf8).write(to: URL(fileURLWithPath: path))
    let scene = try scene()
    var run = Run(scene.checker, plan())
    var source = try DocumentSource(path: path, format: "jsonl", limits: limits)
    try run.check(&source)
    let record = run.finish().record
    let whole = try scene.run([("all.jsonl", (lines + [lines[1]]).joined(separator: "\n"))])
    #expect(record.run.documents == 72 && !record.run.complete && record.verdict == .incomplete)
    let findings = record.findings.filter { $0.rule < "WC900" }
    #expect(findings.map(\.fingerprint) == whole.findings.map(\.fingerprint) && !findings.isEmpty)
    #expect(findings.allSatisfy { $0.places.allSatisfy { $0.file != nil } })
    #expect(record.findings.filter { $0.rule == "WC904" }.count == 1)
    #expect(record.run.skipped.map(\.reason) == ["limit-item"] && record.run.skipped.map(\.line) == [71])
  }

  private func plan() -> Run.Plan {
    Run.Plan(
      command: "check",
      occasion: Occasion(now: Instant(reading: "2026-11-20T12:00:00Z") ?? Instant(seconds: 0)),
      isClockGiven: true, excerpts: .short)
  }

  @Test func brokenLineIsNamedAndTheRestIsChecked() throws {
    let record = try scene().run([
      ("a.jsonl", try [Self.line(0), "{\"text\": \"half", Self.line(2)].joined(separator: "\n"))
    ])
    #expect(record.run.documents == 3 && record.verdict == .incomplete)
    #expect(record.run.skipped.map(\.line) == [2])
    #expect(record.findings.filter { $0.rule == "WC901" }.count == 1)
    #expect(Set(record.findings.map(\.document.id)).isSuperset(of: ["doc-0", "doc-2"]))
  }

  @Test func ruleThatIsOffDoesNotMakeARunComplete() throws {
    let scene = try Scene("rules: {WC901: off, WC902: off}")
    let record = try scene.run("{\"text\": \"half", path: "a.jsonl")
    #expect(record.findings.isEmpty && !record.run.complete && record.verdict == .incomplete)
  }

  @Test func missingFileIsAFinding() throws {
    let scene = try Scene()
    var run = Run(scene.checker, plan())
    try run.check(path: "/no/such/file")
    let record = run.finish().record
    #expect(record.outline == ["WC901 error"] && record.verdict == .incomplete)
    #expect(record.findings.first?.help.first?.first?.isUppercase == true)
  }

  @Test func statusesThatAreNotAskedForAreLeftAside() throws {
    let scene = try scene()
    var run = Run(
      scene.checker,
      Run.Plan(
        command: "scan", occasion: Occasion(now: Instant(seconds: 0), isArchive: true), isClockGiven: true,
        excerpts: .short, statuses: [.published]))
    let lines = try [["status": "draft"], ["status": "published"], [:]].map { fields in
      try Scene.json(fields.merging(["id": "d", "text": Story.text]) { $1 })
    }
    var source = try DocumentSource(
      bytes: Array(lines.joined(separator: "\n").utf8), path: "e.jsonl", format: "jsonl")
    try run.check(&source)
    #expect(run.leftAside == 1 && run.documents == 2)
  }
}
