import Foundation
import Testing
import WireRights
import WireText
import WireYAML

@testable import Wirecheck

struct NewsroomReaderTests {
  @Test func everyKeyIsRead() throws {
    let newsroom = try Scene.newsroom(
      """
      schema: 1
      site:
        id: harbour-times
        territories: [BG, RO]
        channels: [web, newsletter]
        commercial: false
        timezone: Europe/Sofia
      agencies:
        - {id: northwire, name: Northwire, aliases: [NW], credits: [Northwire], datelines: ["(NW) —"], timezone: Europe/London}
      profile: strict
      quotes: {profile: eu, max-words-per-quote: 31}
      match: {min-words: 17}
      report: {excerpt-words: 5}
      rules: {WC101: warning, WC801: off}
      check:
        include: ["content/**/*.md"]
        exclude: [content/archive]
        index: wire/index
        ledger: wire/ledger.sqlite
        max-index-age: 36h
        fail-on: warning
        contracts: [contracts/a.yaml]
      contracts:
        - {agency: northwire, agreement: NW-1, actions: [publish]}
      guidelines: [texas-tribune]
      """, files: ["contracts/a.yaml": "{agency: ap, agreement: AP-1, actions: [publish]}"])
    #expect(newsroom.site.id == "harbour-times")
    #expect(newsroom.site.territories == ["BG", "RO"])
    #expect(newsroom.site.channels == ["web", "newsletter"])
    #expect(!newsroom.site.isCommercial && newsroom.site.timeZone.identifier == "Europe/Sofia")
    #expect(newsroom.agencies.agency(named: "nw")?.id == "northwire")
    #expect(newsroom.agencies.agency(id: "reuters") != nil)
    #expect(newsroom.engine.profile == .strict)
    #expect(
      newsroom.engine.quotation.maxWordsPerQuote == 31 && newsroom.engine.quotation.maxTotalWords == 150)
    #expect(newsroom.minimumWords == 17 && newsroom.excerptWords == 5)
    #expect(newsroom.levels == ["WC101": .warning, "WC801": .off])
    let check = newsroom.check
    #expect(check.include == ["content/**/*.md"] && check.exclude == ["content/archive"])
    #expect(check.index == "wire/index" && check.ledger == "wire/ledger.sqlite")
    #expect(check.maximumIndexAge == 36 * 3600 && check.failOn == .warning)
    #expect(newsroom.contracts.map(\.agency) == ["northwire", "texas-tribune", "ap"])
    #expect(newsroom.contracts.compactMap(\.place.file).contains("Guidelines/texas-tribune.yaml"))
    #expect(newsroom.isConfigured && newsroom.policyID.hasPrefix("sha256:"))
  }

  @Test func usualSettings() throws {
    let newsroom = try Scene.newsroom("schema: 1\nsite: \(Scene.site)\n")
    #expect(newsroom.minimumWords == 10 && newsroom.check == CheckSettings() && newsroom.levels.isEmpty)
    #expect(newsroom.check.failOn == .error && newsroom.engine.profile == .standard)
  }

  @Test func neverFails() throws {
    #expect(try Scene.newsroom(Scene.head() + "check: {fail-on: never}").check.failOn == nil)
  }

  @Test func identityFollowsEveryFile() throws {
    let text = Scene.head() + "check: {contracts: [c.yaml]}\n"
    let ids = try ["publish", "modify"].map { action in
      try Scene.newsroom(text, files: ["c.yaml": "{agency: ap, agreement: A, actions: [\(action)]}"]).policyID
    }
    #expect(Set(ids).count == 2)
    let again = try Scene.newsroom(text, files: ["c.yaml": "{agency: ap, agreement: A, actions: [publish]}"])
    #expect(again.policyID == ids[0])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var column: Int
    var message: String
    var next: String

    init(_ text: String, _ line: Int, _ column: Int, _ message: String, next: String) {
      (self.text, self.line, self.column, self.message, self.next) = (text, line, column, message, next)
    }

    var testDescription: String { text }
  }

  /// The lines are counted in a file whose first five lines are `Scene.head`.
  @Test(arguments: [
    Fault("chek: {}", 6, 1, "unknown key `chek`", next: "did you mean `check`?"),
    Fault(
      "check: {max-index-ages: 1h}", 6, 9, "unknown key `max-index-ages`",
      next: "did you mean `max-index-age`?"),
    Fault("check: {max-index-age: soon}", 6, 24, "`soon` is no length of time", next: "24h"),
    Fault("check: {max-index-age: -1h}", 6, 24, "`-1h` is no length of time", next: "24h"),
    Fault("check: {fail-on: fatal}", 6, 18, "`fatal` is not a value", next: "never"),
    Fault(
      "check: {contracts: [none/*.yaml]}", 6, 21, "`none/*.yaml` names no file", next: "correct the pattern"),
    Fault("rules: {WC109: off}", 6, 9, "unknown key `WC109`", next: "did you mean `WC101`?"),
    Fault(
      "rules: {WC101: loud}", 6, 16, "`loud` is not a value of `WC101`", next: "off, info, warning, error"),
    Fault("profile: lenient", 6, 10, "`lenient` is not a value", next: "strict"),
    Fault("match: {min-words: 0}", 6, 20, "between 1 and 1000", next: "number"),
    Fault("match: {}", 6, 8, "`min-words` is missing", next: "add"),
    Fault("report: {excerpt-words: many}", 6, 25, "whole number", next: "digits"),
    Fault("quotes: {max-words: 3}", 6, 10, "unknown key `max-words`", next: "known keys"),
    Fault(
      "contracts: [{agency: nortwire, agreement: A, actions: [publish]}]", 6, 22, "`nortwire`",
      next: "did you mean `northwire`?"),
    Fault(
      "contracts: [{agency: ap, agreement: A, from: 2026-06-01, until: 2026-05-31, actions: [publish]}]", 6,
      65,
      "before it starts", next: "correct"),
    Fault(
      "contracts: [{agency: ap, agreement: A, actions: [publsh]}]", 6, 50, "`publsh`",
      next: "did you mean `publish`?"),
    Fault(
      "contracts: [{agency: ap, agreement: A, actions: [publish], chanels: [web]}]", 6, 60,
      "unknown key `chanels`", next: "did you mean `channels`?"),
  ])
  func faultsSayWhereAndWhatToDo(_ fault: Fault) throws {
    let error = #expect(throws: YAMLFault.self) { try Scene.newsroom(Scene.head() + fault.text + "\n") }
    let found = try #require(error)
    #expect(found.file == "wirecheck.yaml")
    #expect(found.position == .init(line: fault.line, column: fault.column), "\(found)")
    #expect(found.message.contains(fault.message), "\(found)")
    #expect(found.next.contains(fault.next), "\(found)")
  }

  @Test(arguments: [
    ("timezone: Europe/Sofia", "timezone: Europe/Sofa", "Europe/Sofa", "Europe/Sofia"),
    ("territories: [BG]", "territories: [Bulgaria]", "Bulgaria", "ISO 3166"),
    ("channels: [web]", "channels: [webb]", "webb", "did you mean `web`?"),
    ("commercial: true", "commercial: perhaps", "perhaps", "true or false"),
    ("channels: [web]", "channels: []", "channels", "web"),
    ("territories: [BG]", "territories: []", "territories", "BG"),
    ("schema: 1", "schema: 2", "schema: 1", "schema: 1"),
    ("id: harbour-times, ", "", "`id` is missing", "add `id:`"),
    ("territories: [BG]", "teritories: [BG]", "unknown key `teritories`", "did you mean `territories`?"),
  ])
  func wrongSites(_ old: String, _ new: String, _ message: String, _ next: String) throws {
    let error = #expect(throws: YAMLFault.self) {
      try Scene.newsroom(Scene.head().replacing(old, with: new))
    }
    let found = try #require(error)
    #expect(found.message.contains(message), "\(found)")
    #expect(found.next.contains(next), "\(found)")
  }

  @Test func faultInContractFileNamesThatFile() throws {
    let error = #expect(throws: YAMLFault.self) {
      try Scene.newsroom(
        Scene.head() + "check: {contracts: [c.yaml]}", files: ["c.yaml": "agency: ap\nagrement: A\n"])
    }
    #expect(try #require(error).file == "c.yaml")
  }

  @Test func unconfiguredNewsroomKnowsNoContracts() throws {
    let newsroom = try Newsroom.unconfigured()
    #expect(!newsroom.isConfigured && newsroom.contracts.isEmpty && newsroom.site.id.isEmpty)
    #expect(newsroom.agencies.agency(id: "ap") != nil)
  }
}
