import Foundation
import Testing

/// `policy ask`: one use, answered in words and as a record.
@Suite struct PolicyAskTests {
  private static let contract = """
    contracts:
      - agency: northwire
        agreement: NW-2024-07
        from: 2024-07-01
        until: 2027-06-30
        clauses:
          - id: "4.1"
            text: The Client may publish Items on its website, and shall credit Northwire.
            permit: [publish]
            channels: [web]
            territories: [BG]
            duties:
              - credit: [Northwire]
          - id: "4.2"
            text: Items of the Sports service may not be republished online.
            prohibit: [publish]
            channels: [web]
            services: [sports]
      - agency: ntb
        agreement: NTB-1
        clauses:
          - id: "1"
            text: The Client may publish items of the last thirty days.
            permit: [publish]
            within: 30 days

    """

  /// What is asked, what comes, and which words must stand in the answer.
  struct Case: CustomTestStringConvertible {
    var arguments: [String]
    var outcome: String
    var says: [String]
    var testDescription: String { arguments.joined(separator: " ") }
    init(_ arguments: String, _ outcome: String, _ says: String...) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      (self.outcome, self.says) = (outcome, says)
    }
  }

  static let cases = [
    Case(
      "northwire --use republish --service news", "allow-with-duty", "clause 4.1 of NW-2024-07",
      "wirecheck.yaml:19:9", "The Client may publish Items on its website",
      "credit “Northwire” (not looked at)"),
    Case(
      "northwire --use republish --service news --credit Northwire", "allow-with-duty", "“Northwire” (met)"),
    Case("northwire --use republish --service news --credit Staff", "allow-with-duty", "(missing)"),
    Case("Northwire --use republish --service sports", "violation", "clause 4.2", "wirecheck.yaml:26:9"),
    Case("northwire --use republish", "needs-review", "clause 4.2", "service"),
    Case("northwire --use republish --channel tv --service news", "needs-review", "another channel"),
    Case("northwire --use republish --territory RO --service news", "needs-review", "another territory"),
    Case(
      "northwire --use republish --service news --at 2027-06-30T20:59:59Z", "allow-with-duty", "clause 4.1"),
    Case(
      "northwire --use republish --service news --at 2027-06-30T21:00:00Z", "needs-review", "not in force",
      "nothing is known of the rights; contract NW-2024-07 is over", "wirecheck.yaml:14:5",
      "next: renew contract NW-2024-07"),
    Case(
      "northwire --use republish", "needs-review", "next: name the service that carried the item: --service"),
    Case(
      "northwire --use republish --channel tv --service news", "needs-review",
      "clause 4.1 of NW-2024-07 does not reach it: it is for another channel", "wirecheck.yaml:19:9",
      "next: ask Northwire for a clause that permits publication on tv in BG"),
    Case(
      "ntb --use republish", "needs-review", "when the agency published the item", "next: say when the agency"
    ),
    Case("ntb --use republish --published 2026-11-19T10:00:00Z", "allow", "clause 1 of NTB-1"),
    Case(
      "ntb --use republish --published 2026-10-19T10:00:00Z", "needs-review", "it is for younger items",
      "next: ask NTB for a clause that permits publication on web in BG of older items"),
    Case("thrice.json --use publish --agency ntb", "needs-review", "next: say which use of the item this is"),
    Case("thrice.json --use publish --agency ntb --count 3", "allow", "clause 1 of NTB-1"),
    Case("thrice.json --use publish --agency ntb --count 4", "violation", "restricts the item by count"),
    Case(
      "brief.json --use publish --agency ntb", "allow", "to be taken down by 2026-12-18T08:00:00Z",
      "leaves time until 2026-12-18T08:00:00Z"),
    Case(
      "brief.json --use publish --agency ntb --at 2026-12-18T08:00:00Z", "violation",
      "asked for removal by 2026-12-18T08:00:00Z", "next: take the copy down"),
    Case("northwire --use train --service news", "needs-review", "machine learning"),
    Case("northwire --use trained-on --use verbatim --service news", "needs-review", "text and data mining"),
    Case("reuters --use publish", "needs-review", "no contract is on file"),
    Case(
      "notice.txt --use publish", "violation", "notice.txt:1:39", "may not be published", "without permission"
    ),
    Case("notice.txt --use publish --permission P-7", "allow", "permission is on file: P-7"),
    Case("reserved.txt --use publish", "needs-review", "nothing is granted for this use"),
    Case(
      "reserved.txt --use publish --permission P-7", "allow", "is permitted by the permission P-7",
      "permission is on file: P-7"),
    Case("reserved.txt --use train --permission P-7", "needs-review", "nothing is said of machine learning"),
    Case("reserved.txt --use link", "allow", "is free: the act is not reserved"),
    Case("reuters --use publish --permission P-8", "allow", "is permitted by the permission P-8"),
    Case("characters.txt --use publish", "needs-review", "--characters or --sentences"),
    Case("characters.txt --use publish --characters 200", "allow", "at most 200 characters"),
    Case("characters.txt --use publish --characters 201", "needs-review"),
    Case("sentences.txt --use publish --sentences 2", "needs-review"),
    Case("sentences.txt --use publish --sentences 3", "violation", "more than two sentences"),
    Case(
      "quoting.txt --use excerpt --words 100 --source-words 900 --quoted", "allow", "by the notice in body"),
    Case(
      "quoting.txt --use excerpt --words 130 --source-words 900 --quoted", "needs-review",
      "the quotation goes beyond the notice in body", "You may quote up to 120 words."),
    Case(
      "quoting.txt --use excerpt --words 300 --source-words 900 --quoted", "needs-review",
      "; the quotation goes beyond the notice in body"),
    Case("holder.txt --use publish", "violation", "without written permission"),
    Case("holder.txt --use publish --permission P-7", "violation", "without written permission"),
    Case(
      "holder.txt --use publish --permission P-7 --written 2026-11-01T09:00:00Z", "allow",
      "permission is on file: P-7"),
    Case("holder.txt --use publish --permission P-7 --written 2026-11-21T09:00:00Z", "violation", "written"),
    Case("grant.txt --use publish", "needs-review", "a condition: link-back (not looked at)"),
    Case("grant.txt --use publish --met link-back", "allow-with-duty", "a condition: link-back (met)"),
    Case("robots.txt --use train", "violation", "robots.txt:"),
    Case("policy.json --use publish --territory BG", "violation", "prohibits it"),
    Case("notice.txt --use link", "allow", "the act is not reserved"),
    Case(
      "embargo.json --use publish --at 2026-11-20T09:59:00Z", "violation", "embargo", "2026-11-20T10:00:00Z"),
    Case(
      "embargo.json --use publish --at 2026-11-20T10:00:00Z --service news", "allow-with-duty", "clause 4.1"),
    Case(
      "embargo.json --use publish --at 2026-11-20T09:59:00Z --stage draft --service news", "allow-with-duty",
      "not before"),
    Case(
      "status.json --use publish --service news", "needs-review", "“frobnicated”",
      "ask the agency's desk whether it may be used"),
    Case("status.json --use archive --service news", "needs-review", "nothing is granted"),
    Case("licence.txt --use edited --commercial false", "violation", "does not permit changed copies"),
    Case(
      "licence.txt --use verbatim --commercial false", "allow-with-duty", "CC-BY-ND-3.0",
      "a breach ends the licence for good"),
  ]

  private func newsroom() throws -> Newsroom {
    let newsroom = try Newsroom(contract: Self.contract, wire: nil)
    try newsroom.folder.write(
      "Copyright 2026 Meridian News Service. It may not be published, broadcast or sold without permission.\n",
      to: "notice.txt")
    try newsroom.folder.write(
      #"""
      {"uri": "urn:nw:1", "type": "text", "versioncreated": "2026-11-20T08:00:00Z", "pubstatus": "usable",
       "embargoed": "2026-11-20T10:00:00Z", "copyrightholder": "Northwire", "headline": "Port reopens",
       "body_text": "The port opens again on Monday, officials said."}
      """#, to: "embargo.json")
    try newsroom.folder.write(Self.item(status: "frobnicated"), to: "status.json")
    try newsroom.folder.write("© 2026 Meridian News Service. All rights reserved.\n", to: "reserved.txt")
    try newsroom.folder.write("You may quote up to 120 words.\n", to: "quoting.txt")
    try newsroom.folder.write("You may publish at most 200 characters of this text.\n", to: "characters.txt")
    try newsroom.folder.write("Publishing more than two sentences is prohibited.\n", to: "sentences.txt")
    for (name, note) in [("thrice", "Maximum three uses."), ("brief", "Delete after four weeks.")] {
      try newsroom.folder.write(
        #"""
        {"uri": "urn:fr:1", "type": "text", "versioncreated": "2026-11-20T08:00:00Z", "pubstatus": "usable",
         "ednote": "\#(note)", "headline": "Port reopens",
         "body_text": "The port opens again on Monday, officials said."}
        """#, to: "\(name).json")
    }
    try newsroom.folder.write(
      "Copyright 2026 Harbour Pictures. It may not be published without prior written permission.\n",
      to: "holder.txt")
    try newsroom.folder.write(
      "You may republish this article for free if you link to the original.\n", to: "grant.txt")
    try newsroom.folder.write(
      "User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /\n", to: "robots.txt")
    try newsroom.folder.write(
      #"""
      {"@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "Set", "uid": "urn:policy:1",
       "prohibition": [{"target": "urn:item:1", "action": "use"}]}
      """#, to: "policy.json")
    try newsroom.folder.write("© Ada Petrova, licensed under CC BY-ND 3.0.\n", to: "licence.txt")
    return newsroom
  }

  private static func item(status: String = "usable", terms: String = "") -> String {
    #"""
    {"uri": "urn:nw:2", "type": "text", "versioncreated": "2026-11-20T08:00:00Z", "pubstatus": "\#(status)",
     "copyrightholder": "Northwire", "copyrightnotice": "© 2026 Northwire.", "usageterms": "\#(terms)",
     "headline": "Port reopens", "body_text": "The port opens again on Monday, officials said."}
    """#
  }

  /// Leave is asked of the agency whose notice decided, not of the one that delivered the item.
  @Test func leaveIsAskedOfWhoBarsTheUse() throws {
    let newsroom = try Newsroom(
      contract:
        "  - {id: meridian, name: Meridian News Service, credits: [Meridian], timezone: Europe/London}\n",
      wire: nil)
    let bar = "© 2026 Meridian News Service. May not be published without permission."
    try newsroom.folder.write(Self.item(terms: bar), to: "parties.json")
    let outcome = try newsroom.tool.run(
      "policy", "ask", "parties.json", "--use", "publish", "--at", Newsroom.now)
    #expect(outcome.output.hasPrefix("violation: "), "\(outcome.output)")
    #expect(outcome.output.contains("ask Meridian News Service for leave"), "\(outcome.output)")
  }

  @Test(arguments: cases)
  func isAnswered(_ example: Case) throws {
    let tool = try newsroom().tool
    var arguments = ["policy", "ask"] + example.arguments
    if !arguments.contains("--at") { arguments += ["--at", Newsroom.now] }
    let outcome = try tool.run(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("\(example.outcome): "), "\(outcome.output)")
    for words in example.says { #expect(outcome.output.contains(words), "\(words): \(outcome.output)") }
  }

  private struct Record: Decodable {
    struct Ruling: Decodable {
      var action: String
      var outcome: String
      var tier: String
      var terms: [Term]
      var trace: [Step]
    }
    struct Term: Decodable {
      var clause: String?
      var path: String?
      var line: Int?
      var words: String
    }
    struct Step: Decodable {
      var tier: String
      var finding: String
    }
    var schema: String
    var outcome: String
    var rulings: [Ruling]
  }

  @Test func theRecordSaysTheSame() throws {
    let tool = try newsroom().tool
    let arguments = [
      "policy", "ask", "northwire", "--use", "verbatim", "--service", "sports", "--at", Newsroom.now,
      "--json",
    ]
    let first = try tool.run(arguments)
    #expect(try first.output == tool.run(arguments).output)
    let record = try JSONDecoder().decode(Record.self, from: Data(first.output.utf8))
    #expect(record.schema == "wirecheck/decision/1")
    #expect(record.outcome == "violation")
    let ruling = try #require(record.rulings.first)
    #expect(ruling.action == "publish" && ruling.outcome == "violation" && ruling.tier == "contract")
    #expect(ruling.terms.first?.clause == "4.2" && ruling.terms.first?.path == "wirecheck.yaml")
    #expect(ruling.trace.map(\.tier).prefix(3) == ["withdrawal", "time gate", "restriction of the item"])
    #expect(record.rulings.map(\.action) == ["publish", "reproduce"])
  }

  @Test(arguments: [
    ("northwire", "--use"), ("northwire --use eat", "`eat` is no use"),
    ("northwire --use publish --channel wep", "`wep`"), ("northwire --use publish --territory XX", "`XX`"),
    ("northwire --use publish --at tomorrow", "2026-11-20T10:00:00Z"), ("nobody --use publish", "`nobody`"),
    ("northwire --use publish --written 2026-11-01T09:00:00Z", "--permission"),
    ("northwire --use publish --permission P --written now", "--written now"),
    ("northwire --use publish --met everything", "everything"),
    ("northwire --use publish --purpose fun", "fun"), ("northwire --use publish --words many", "many"),
    ("northwire --use publish --words=-5", "-5"), ("northwire --use publish --count 0", "--count 0"),
    ("northwire --use publish --published monday", "--published monday"),
    ("notice.txt --use publish --agency nobody", "`nobody`"),
    ("northwire --use publish --channel app", "one of: digital, web"),
    ("northwire --use publish --territory bg", "did you mean `BG`?"),
    ("northwire --use publish --config none.yaml", "none.yaml"),
  ])
  func wrongUseIsRefused(_ arguments: String, _ says: String) throws {
    let outcome = try newsroom().tool.run(
      ["policy", "ask"] + arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func whatIsNotKnownIsNotTakenForGranted() throws {
    let folder = try Folder()
    let outcome = try Tool(folder: folder).run(
      "policy", "ask", "afp", "--use", "publish", "--at", Newsroom.now)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("needs-review: "))
    #expect(outcome.output.contains("a channel that is not known"))
  }

  @Test func aFileThatCannotBeReadIsIncomplete() throws {
    let newsroom = try newsroom()
    try newsroom.folder.write("", to: "empty.txt")
    #expect(try newsroom.tool.run("policy", "ask", "empty.txt", "--use", "publish").status == 3)
    let line = #"{"id": "a", "text": "It may not be published without permission."}"# + "\n"
    try newsroom.folder.write(line + line + "{\"id\": \"b\", \"text\": \"It", to: "broken.jsonl")
    let broken = try newsroom.tool.run("policy", "ask", "broken.jsonl", "--use", "publish", "--json")
    #expect(broken.output.split(separator: "\n").count >= 2, "what was decided before is said")
  }
}
