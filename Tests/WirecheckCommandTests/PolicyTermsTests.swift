import Foundation
import Testing

/// `policy show`, `check`, `diff` and `parse`: the newsroom's own terms.
@Suite struct PolicyTermsTests {
  private static let page = """
    <!doctype html><html><head><title>Terms</title></head><body><article><h1>Terms of use for subscribers</h1>
    <p>4.1 Subscribers may publish and edit the articles on their own websites in Bulgaria.</p>
    <p>4.2 You may not sell or sublicense the content.</p>
    <p>Without our prior written permission you may not:</p><ul><li>translate the articles;</li></ul>
    <p>Our office is open from nine to five. The licensee shall keep the seal of the third schedule.</p>
    <p>© 2026 Northwire. All rights reserved.</p></article></body></html>
    """

  private func newsroom(_ contract: String = Newsroom.permission, wire: String? = nil) throws -> Newsroom {
    try Newsroom(contract: contract, wire: wire)
  }

  // MARK: show

  @Test func termsAreShownInWords() throws {
    let tool = try newsroom().tool
    let overview = try tool.run("policy", "show", "--now", Newsroom.now)
    #expect(overview.status == 0)
    #expect(overview.output.contains("NW-2024-07 with northwire from 2024-07-01 until 2027-06-30: in force"))
    #expect(overview.output.contains("at most 75 words a quotation"))
    for subject in ["northwire", "Northwire", "NW-2024-07"] {
      let whole = try tool.run("policy", "show", subject, "--now", "2027-07-01T00:00:00Z")
      #expect(whole.status == 0)
      #expect(whole.output.contains("2027-06-30: over"))
      #expect(
        whole.output.contains("4.1  permits publication, editing, rewriting on web; with credit “Northwire”"))
      #expect(whole.output.contains("“The Client may publish, edit and rewrite Items on its website"))
      #expect(whole.output.contains("wirecheck.yaml:19:9"))
    }
    let none = try tool.run("policy", "show", "reuters", "--now", Newsroom.now)
    #expect(none.output.contains("no contract on file"))
    #expect(try tool.run("policy", "show", "nobody").status == 2)
  }

  // MARK: check

  @Test func soundTermsAreClean() throws {
    let outcome = try newsroom().tool.run("policy", "check", "--now", Newsroom.now)
    #expect(outcome.status == 0)
    #expect(outcome.output == "0 findings in 1 contract\n")
  }

  /// What is added to the contract's clauses, or around them, and what is found.
  @Test(arguments: [
    (
      "- {id: \"9\", text: Not on the web., prohibit: [modify], channels: [web]}",
      "WC805 policy-contradiction", 1
    ),
    ("- {id: \"9\", text: Not at all., prohibit: [use]}", "clause-unreachable", 1),
    ("- {id: \"9\", text: No sports., prohibit: [use], services: [sports]}", "0 findings", 0),
    (
      "- {id: \"9\", text: Mind., channels: [web]}",
      "clause 9 of NW-2024-07 permits, prohibits and asks for nothing", 1
    ),
  ])
  func clausesAreCompared(_ clause: String, _ says: String, _ status: Int32) throws {
    let newsroom = try newsroom(Newsroom.permission.trimmingCharacters(in: .newlines) + "\n      \(clause)\n")
    let outcome = try newsroom.tool.run("policy", "check", "--now", Newsroom.now)
    #expect(outcome.status == status, "\(outcome.everything)")
    #expect(outcome.output.contains(says), "\(outcome.output)")
  }

  @Test func endsAndCasesAreNamed() throws {
    let cases = """
          cases:
            - name: web
              given: {use: publish, channel: web, territory: BG, at: 2026-11-20T10:00:00Z}
              expect: violation

      """
    let newsroom = try newsroom(Newsroom.permission.trimmingCharacters(in: .newlines) + "\n" + cases)
    let failing = try newsroom.tool.run("policy", "check", "--now", Newsroom.now)
    #expect(failing.status == 1 && failing.output.contains("case-failed"), "\(failing.everything)")
    for (now, says) in [("2027-06-15T00:00:00Z", "ends on 2027-06-30"), ("2027-07-15T00:00:00Z", "ended on")]
    {
      let outcome = try self.newsroom().tool.run("policy", "check", "--now", now)
      #expect(outcome.status == 1 && outcome.output.contains("WC806"))
      #expect(outcome.output.contains(says), "\(outcome.output)")
    }
    let broken = try self.newsroom("contracts: 7\n").tool.run("policy", "check")
    #expect(broken.status == 2)
    #expect(try Tool(folder: Folder()).run("policy", "check").status == 2)
  }

  @Test func noticesOfTheIndexAreConfirmedOnce() throws {
    let newsroom = try newsroom(wire: Story.text)
    let check = ["policy", "check", "--now", Newsroom.now]
    let open = try newsroom.tool.run(check)
    #expect(open.status == 1 && open.output.contains("WC807 policy-unreviewed"), "\(open.everything)")
    #expect(try newsroom.tool.run(check + ["--skip-notices"]).status == 0)
    let lenient = try newsroom.folder.text(of: "wirecheck.yaml") + "rules:\n  WC807: off\n"
    try newsroom.folder.write(lenient, to: "lenient.yaml")
    #expect(try newsroom.tool.run(check + ["--config", "lenient.yaml"]).status == 0)
    let id = try #require(open.output.firstMatch(of: /sha256:[0-9a-f]{64}/)).output
    #expect(try newsroom.tool.run("policy", "check", "--confirm", String(id)).status == 2)
    let wrong = "sha256:" + String(repeating: "0", count: 64)
    #expect(try newsroom.tool.run("policy", "check", "--confirm", wrong, "--by", "Ada").status == 2)
    let done = try newsroom.tool.run("policy", "check", "--confirm", String(id), "--by", "Ada \"A\" Petrova")
    #expect(done.status == 0, "\(done.errors)")
    #expect(try newsroom.tool.run(check).status == 0)
    #expect(try newsroom.folder.text(of: "wirecheck-notices.yaml").contains("Ada"))
  }

  // MARK: parse

  @Test func aDraftIsUnreviewedUntilSomebodyConfirmsIt() throws {
    let newsroom = try newsroom("check:\n  contracts: [\"contracts/*.yaml\"]\n")
    try newsroom.folder.write(Self.page, to: "terms.html")
    try newsroom.folder.write("", to: "contracts/northwire.yaml")
    let parsed = try newsroom.tool.shell("wirecheck policy parse terms.html > contracts/northwire.yaml")
    #expect(parsed.status == 0, "\(parsed.errors)")
    let draft = try newsroom.folder.text(of: "contracts/northwire.yaml")
    for words in [
      "# 4.1 Subscribers may publish and edit the articles on their own websites in Bulgaria.",
      "permit: [publish, modify]", "territories: [BG]", "prohibit: [resell, sublicense]",
      "prohibits translate unless the agency permits it in writing",
      "# - unread, looks like a term", "# - nothing read: Our office is open from nine to five.",
    ] { #expect(draft.contains(words), "\(words)\n\(draft)") }

    let check = ["policy", "check", "--now", Newsroom.now]
    let ask = ["policy", "ask", "northwire", "--use", "republish", "--at", Newsroom.now]
    let open = try newsroom.tool.run(check)
    #expect(open.status == 1 && open.output.contains("nobody confirmed it"), "\(open.everything)")
    #expect(try newsroom.tool.run(ask).output.hasPrefix("needs-review: "))

    let confirm = ["policy", "check", "--confirm", "contracts/northwire.yaml", "--by", "Ada Petrova"]
    #expect(try newsroom.tool.run(confirm).status == 0)
    #expect(try newsroom.tool.run(confirm).status == 0)
    #expect(try newsroom.tool.run(check).status == 0)
    #expect(try newsroom.tool.run(ask).output.hasPrefix("allow: "))

    try newsroom.folder.write(Self.page.replacing("sell", with: "give away"), to: "terms.html")
    #expect(try newsroom.tool.run(check).output.contains("the page that contract"))
    try newsroom.folder.write(Self.page, to: "terms.html")
    let confirmed = try newsroom.folder.text(of: "contracts/northwire.yaml")
    try newsroom.folder.write(confirmed.replacing("[BG]", with: "[BG, RO]"), to: "contracts/northwire.yaml")
    #expect(try newsroom.tool.run(check).output.contains("changed since Ada Petrova confirmed them"))
  }

  @Test func numbersThatStandAloneAreThoseOfTheirClauses() throws {
    let newsroom = try newsroom()
    let page =
      "Section 2.\n\n2.2. You may not sell the content.\n\n2.3.1.\n\nYou may not translate the content.\n"
    try newsroom.folder.write(page, to: "terms.txt")
    let parsed = try newsroom.tool.run("policy", "parse", "terms.txt", "--agency", "northwire")
    #expect(
      parsed.output.contains("- id: \"2.2\"") && parsed.output.contains("- id: \"2.3.1\""), "\(parsed.output)"
    )
  }

  @Test func parseSaysWhatIsMissing() throws {
    let newsroom = try newsroom()
    try newsroom.folder.write("Nothing may be sold.\n", to: "terms.txt")
    let nameless = try newsroom.tool.run("policy", "parse", "terms.txt")
    #expect(nameless.status == 2 && nameless.errors.contains("--agency"))
    #expect(try newsroom.tool.run("policy", "parse", "terms.txt", "--agency", "nobody").status == 2)
    #expect(try newsroom.tool.run("policy", "parse", "missing.txt", "--agency", "northwire").status == 3)
    let named = try newsroom.tool.run("policy", "parse", "terms.txt", "--agency", "northwire")
    #expect(named.status == 0 && named.output.contains("agency: \"northwire\""))
  }

  @Test func aContractAmongOthersIsConfirmedByHand() throws {
    let newsroom = try newsroom()
    let before = try newsroom.folder.text(of: "wirecheck.yaml")
    let outcome = try newsroom.tool.run("policy", "check", "--confirm", "wirecheck.yaml", "--by", "Ada")
    #expect(outcome.status == 2 && outcome.errors.contains("confirmed: {by: \"Ada\""))
    #expect(try newsroom.folder.text(of: "wirecheck.yaml") == before)
  }

  // MARK: diff

  @Test func changedTermsAndFlipsAreNamed() throws {
    let newsroom = try newsroom()
    let text = try newsroom.folder.text(of: "wirecheck.yaml")
    try newsroom.folder.write(text, to: "same.yaml")
    let same = try newsroom.tool.run("policy", "diff", "wirecheck.yaml", "same.yaml")
    #expect(same.status == 0, "\(same.everything)")
    #expect(same.output.hasPrefix("0 terms changed, 0 decisions flipped"))

    let renewed = text.replacing("2027-06-30", with: "2028-06-30")
      .replacing("rewrite]\n        channels: [web]", with: "rewrite]\n        channels: [web, print]")
    try newsroom.folder.write(renewed, to: "new.yaml")
    let outcome = try newsroom.tool.run("policy", "diff", "wirecheck.yaml", "new.yaml")
    #expect(outcome.status == 1)
    for words in [
      "changed: contract NW-2024-07 with northwire: until\n  - 2027-06-30",
      "changed: clause 4.1 of NW-2024-07: channels",
      "flips: northwire: publish on print", "needs-review by nothing on file",
      "+ allow-with-duty by clause 4.1 of NW-2024-07, with credit Northwire (new.yaml:19)",
    ] { #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)") }

    let single = try newsroom.tool.run(
      "policy", "diff", "wirecheck.yaml", "new.yaml", "--use", "republish", "--channel", "web", "--territory",
      "BG",
      "--at", "2027-06-30T20:59:59Z", "--at", "2027-06-30T21:00:00Z", "--json")
    #expect(single.status == 1)
    let record = try JSONDecoder().decode(Diff.self, from: Data(single.output.utf8))
    #expect(record.uses == 2 && record.flips.count == 1)
    #expect(record.flips.first?.instants == ["2027-06-30T21:00:00Z"])
    #expect(record.changes.map(\.key) == ["until", "channels"])
  }

  private struct Diff: Decodable {
    struct Flip: Decodable { var instants: [String] }
    struct Change: Decodable { var key: String }
    var uses: Int
    var flips: [Flip]
    var changes: [Change]
  }

  /// What depends on the age of items flips for those that lie between, told of where the newsroom publishes.
  @Test func agesAndTheSiteCount() throws {
    let newsroom = try Newsroom(
      contract: """
        contracts:
          - agency: northwire
            agreement: NW-9
            clauses:
              - {id: "1", text: Items of the last days., permit: [publish], channels: [web], within: 30 days}

        """, wire: nil)
    let text = try newsroom.folder.text(of: "wirecheck.yaml")
    let renewed = text.replacing("30 days", with: "60 days")
    try newsroom.folder.write(
      renewed.replacing("territories: [BG]", with: "territories: [BG, RO]"), to: "new.yaml")
    let outcome = try newsroom.tool.run("policy", "diff", "wirecheck.yaml", "new.yaml", "--use", "publish")
    #expect(outcome.status == 1, "\(outcome.everything)")
    for words in [
      "changed: the newsroom's site: territories\n  - BG\n  + BG, RO", "changed: clause 1 of NW-9: within",
      "flips: northwire: publish on web in BG for news-reporting, items of 30 days, at",
      "1 decision flipped",
    ] { #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)") }
  }

  @Test func contractFilesAreComparedByThemselves() throws {
    let folder = try Folder()
    let contract = "agency: harbour-wire\nagreement: H-1\nactions: [publish]\nchannels: [web]\n"
    try folder.write(contract, to: "old.yaml")
    try folder.write(contract.replacing("[publish]", with: "[publish, translate]"), to: "new.yaml")
    let tool = Tool(folder: folder)
    let outcome = try tool.run("policy", "diff", "old.yaml", "new.yaml")
    #expect(outcome.status == 1, "\(outcome.everything)")
    #expect(outcome.output.contains("flips: harbour-wire: translate on web"))
    #expect(try tool.run("policy", "diff", "old.yaml", "old.yaml").status == 0)
    #expect(try tool.run("policy", "diff", "old.yaml", "missing.yaml").status == 2)
    try folder.write("agency: [", to: "broken.yaml")
    #expect(try tool.run("policy", "diff", "old.yaml", "broken.yaml").status == 2)
  }
}
