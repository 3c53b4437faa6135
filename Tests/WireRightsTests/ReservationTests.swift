import Testing
import WireText

@testable import WireRights

/// Signals for machines: closed lists, whose odd values are left for a person.
struct ReservationTests {
  private static func lines(_ statement: RightsStatement?) -> Set<String>? {
    statement.map { statement in
      Set(StatementLines.lines(statement).map { $0.hasPrefix("residue") ? "residue" : $0 })
    }
  }

  @Test(
    "TDMRep's file",
    arguments: [
      (
        #"[{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://n.example/p"}]"#,
        ["prohibit tdm without-permission"]
      ),
      (#"[{"location": "/*", "tdm-reservation": 0}]"#, ["permit tdm"]),
      (
        #"[{"location": "/img/", "tdm-reservation": 1}]"#,
        ["prohibit tdm without-permission target=location:/img/"]
      ),
      (#"{"location": "/", "tdm-reservation": "1"}"#, ["prohibit tdm without-permission"]),
      (#"[{"location": "/", "tdm-reservation": true}]"#, ["residue"]),
      (#"[{"location": "/", "tdm-reservation": 2}]"#, ["residue"]),
      (#"[{"location": "/", "tdm-reservation": "yes"}]"#, ["residue"]),
      (#"[{"location": "/", "tdm-reservation": 0, "tdm-reservation": 1}]"#, ["residue"]),
      (#"[{"tdm-reservation": 1}]"#, ["residue"]),
      (#"[{"location": "/", "tdm-policy": "https://n.example/p"}]"#, ["residue"]),
    ])
  func tdmrepFile(json: String, expected: [String]) {
    #expect(Self.lines(TDMRep.statement(file: json)) == Set(expected))
  }

  @Test(
    "headers",
    arguments: [
      ("tdm-reservation: 1", ["prohibit tdm without-permission"]),
      ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTDM-Reservation: 0\r\n", ["permit tdm"]),
      ("tdm-reservation: 1\ntdm-policy: https://n.example/p", ["prohibit tdm without-permission"]),
      ("tdm-reservation: 1\ntdm-reservation: 0", ["residue"]), ("tdm-reservation: ja", ["residue"]),
      ("tdm-policy: https://n.example/p", ["residue"]),
      (
        "HTTP/2 200\nX-Robots-Tag: noindex, noai\n",
        ["prohibit train-ai without-permission", "prohibit ai-input without-permission"]
      ),
      (
        "X-Robots-Tag: noimageai",
        [
          "prohibit train-ai without-permission target=image",
          "prohibit ai-input without-permission target=image",
        ]
      ),
      (
        "X-Robots-Tag: gullbot: noai, nofollow",
        [
          "prohibit train-ai without-permission recipient=gullbot",
          "prohibit ai-input without-permission recipient=gullbot",
        ]
      ),
      ("Content-Type: text/html\nContent-Usage: train-ai=n", ["prohibit train-ai without-permission"]),
      ("ETag: 7\nContent-Signal: search=yes", ["permit index"]),
      (
        "Server: n\nLink: <https://n.example/rsl.xml>; rel=\"license\"; type=\"application/rsl+xml\"",
        ["residue"]
      ),
    ])
  func headers(text: String, expected: [String]) {
    #expect(ResponseHeaders.recognises(text))
    #expect(Self.lines(ResponseHeaders.statement(text)) == Set(expected))
  }

  @Test("other JSON and other headers tell of no rights")
  func noTDMRep() {
    #expect(TDMRep.statement(file: #"[{"location": "/"}]"#) == nil)
    #expect(TDMRep.statement(file: "[") == nil)
    for text in [
      "Content-Type: text/html", "The senator said this:\ntdm-reservation: 1",
      "X-Robots-Tag: noindex, nofollow",
      "X-Robots-Tag: gullbot: noindex", "Link: <https://n.example/2>; rel=\"next\"",
    ] {
      #expect(!ResponseHeaders.recognises(text))
      #expect(ResponseHeaders.statement(text)?.isNotice ?? false == text.contains("tdm"))
    }
  }

  @Test(
    "codes of PLUS",
    arguments: [
      ("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED", ["prohibit tdm without-permission"]),
      ("plusvocab:DMI-ALLOWED", ["permit tdm", "permit train-ai"]), ("DMI-UNSPECIFIED", ["none"]),
      ("DMI-PROHIBITED-AIMLTRAINING", ["prohibit train-ai without-permission"]),
      ("plus:DMI-PROHIBITED-GENAIMLTRAINING", ["prohibit train-ai without-permission"]),
      ("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING", ["prohibit tdm without-permission", "permit index"]),
      ("DMI-PROHIBITED-SEECONSTRAINT", ["residue"]), ("DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR", ["residue"]),
      ("DMI-PROHIBITED-SEELINKEDRIGHTSEXPR", ["residue"]), ("DMI-PROHIBITED-OTHER", ["residue"]),
      ("DMI-ALLOWED DMI-PROHIBITED", ["permit tdm", "permit train-ai", "residue"]),
    ])
  func plus(text: String, expected: [String]) {
    #expect(Self.lines(PLUSDataMining.statement(text)) == Set(expected))
    #expect(PLUSDataMining.statement("no code") == nil)
  }

  @Test(
    "entries of the training and mining assertion",
    arguments: [
      (
        #"{"entries": {"cawg.ai_training": {"use": "notAllowed"}, "cawg.data_mining": {"use": "allowed"}}}"#,
        ["prohibit train-ai without-permission", "permit tdm"]
      ),
      (
        #"{"assertions": [{"label": "c2pa.training-mining", "data": {"entries": {"c2pa.ai_inference": {"use": "notAllowed"}}}}]}"#,
        ["prohibit ai-input without-permission"]
      ),
      (
        #"{"entries": {"cawg.ai_generative_training": {"use": "constrained", "constraint_info": "ask"}}}"#,
        ["residue"]
      ),
      (#"{"entries": {"cawg.ai_training": {"use": "maybe"}}}"#, ["residue"]),
      (#"{"entries": {"cawg.ai_training": {"use": "allowed", "use": "notAllowed"}}}"#, ["residue"]),
      (#"{"entries": {"cawg.ai_training": 7}}"#, ["residue"]),
    ])
  func trainingMining(json: String, expected: [String]) {
    #expect(Self.lines(TrainingMining.statement(json)) == Set(expected))
    #expect(TrainingMining.statement(#"{"entries": {}}"#) == nil)
  }

  @Test("Creative Commons' properties are duties")
  func creativeCommons() {
    #expect(Self.lines(CCREL.statement("cc:attributionName", "Nordlicht")) == ["duty credit Nordlicht"])
    #expect(
      Self.lines(CCREL.statement("RDFa: cc:attributionURL", "https://n.example/")) == [
        "duty link-back https://n.example/"
      ])
    #expect(
      Self.lines(CCREL.statement("cc:prohibits", "http://creativecommons.org/ns#CommercialUse")) == [
        "prohibit use purpose=commercial"
      ])
    #expect(Self.lines(CCREL.statement("RDFa: cc:permits", "cc:DerivativeWorks")) == ["permit derive"])
    #expect(Self.lines(CCREL.statement("cc:requires", "cc:Notice")) == ["duty notice"])
    #expect(CCREL.statement("cc:requires", "cc:SourceCode")?.residue.isEmpty == false)
    #expect(CCREL.statement("requires", "ios 14") == nil)
    #expect(CCREL.statement("cc:morePermissions", "https://n.example/") == nil)
    #expect(CCREL.statement("cc:attributionName", "") == nil)
  }

  @Test(
    "robots.txt: signals, crawlers, prose",
    arguments: [
      (
        "User-agent: *\nContent-Signal: search=yes, ai-input=no,ai-train = no\nAllow: /\n",
        ["permit index", "prohibit ai-input without-permission", "prohibit train-ai without-permission"]
      ),
      ("User-agent: *\nContent-Usage: train-ai=n\n", ["prohibit train-ai without-permission"]),
      (
        "User-Agent: GPTBot\nUser-Agent: Otherbot\nDisallow: /\n",
        ["prohibit scrape without-permission recipient=GPTBot"]
      ),
      ("User-agent: GPTBot\nDisallow: /private/\n", []), ("User-agent: *\nDisallow: /\n", []),
      ("User-agent: GPTBot\nDisallow:\n", []),
      (
        "User-agent: CCBot\nContent-Signal: ai-train=no\n",
        ["prohibit train-ai without-permission recipient=CCBot"]
      ),
      ("User-agent: *\nContent-Signal: ai-train=perhaps\n", ["residue"]),
      ("User-agent: *\nContent-Signal: ai-dance=no\n", ["residue"]),
      (
        "User-agent: *\nContent-Signal: ai-train=no, ai-train=yes\n",
        ["prohibit train-ai without-permission", "residue"]
      ),
      ("User-agent: *\nContent-Signal:\n", ["residue"]),
      ("User-agent: *\nAllow: /\nLicense: https://n.example/rsl.xml # terms\n", ["residue"]),
      (
        "# © 2026 Nordlicht. All rights reserved.\nUser-agent: *\nAllow: /\n",
        ["holder Nordlicht", "year 2026", "all-rights-reserved"]
      ),
      ("# Hello, humans!\n\nUser-agent: *\nAllow: /\n", []),
      (
        "# Gull\nLicense: https://gull.example/rsl.xml\nUser-agent: *\nContent-Signal: ai-train=no\n",
        ["prohibit train-ai without-permission", "residue"]
      ),
      (
        """
        # As a condition of reading this site you accept these content signals:
        # (a) If a content-signal = yes, you may collect content for that use.
        # (b) If a content-signal = no, you may not collect content for that use.

        # search:   building a search index. Search does not include
        #           summaries by models.
        # ai-train: training of models.

        # ANY RESTRICTIONS MADE BY CONTENT SIGNALS ARE EXPRESS RESERVATIONS OF RIGHTS UNDER ARTICLE 4 OF
        # DIRECTIVE 2019/790 ON COPYRIGHT AND RELATED RIGHTS.

        # Nothing here may be sold.
        User-agent: *
        Content-Signal: search=yes
        """,
        ["permit index", "prohibit resell"]
      ),
    ])
  func robots(text: String, expected: [String]) throws {
    #expect(RobotsText.recognises(text))
    let robots = try RobotsText(NoticeParser(ProgramPolicies.all.get()))
    var lines: Set<String> = []
    for statement in robots.statements(of: text) { lines.formUnion(Self.lines(statement) ?? []) }
    #expect(lines == Set(expected))
  }

  @Test("a file of other fields that starts with its licence is no robots.txt")
  func noRobots() {
    #expect(!RobotsText.recognises("License: MIT\nAuthor: Jo Bell\nUser-agent: *\n"))
    #expect(!RobotsText.recognises("License: https://gull.example/rsl.xml\n"))
  }

  @Test("clauses of robots.txt point at their lines")
  func robotsPlaces() throws {
    let text =
      "# Notice\nUser-agent: CCBot\nDisallow: /\n\nUser-agent: *\nContent-Signal: ai-train=no # none\n"
    let robots = try RobotsText(NoticeParser(ProgramPolicies.all.get()))
    let statement = try #require(robots.statements(of: text).last)
    #expect(
      statement.clauses.map { statement.words($0.evidence) } == [
        "User-agent: CCBot\nDisallow: /", "Content-Signal: ai-train=no",
      ])
  }

  @Test("hostile signals end soon")
  func hostile() throws {
    let robots = try RobotsText(NoticeParser(ProgramPolicies.all.get()))
    let agents = String(repeating: "User-agent: GPTBot\n", count: 15_000)
    let texts = [
      agents + "Disallow: /\n", String(repeating: "User-agent: GPTBot\nDisallow: /\n", count: 10_000),
      "User-agent: *\nContent-Signal: " + String(repeating: "ai-train=no,x=", count: 30_000),
      agents + String(repeating: "Disallow: /\n", count: 15_000),
      (0..<9000).map { "User-agent: Bot\($0)\n" }.joined()
        + (0..<9000).map { "Content-Signal: x\($0)=no,search=no\n" }.joined(),
      String(repeating: "#", count: 400_000), "User-agent: *\n" + String(repeating: ":", count: 400_000),
    ]
    let clock = ContinuousClock()
    for text in texts {
      let spent = clock.measure { _ = robots.statements(of: text) }
      #expect(spent < .seconds(20), "\(text.prefix(20))")
    }
    let rules = Array(repeating: #"{"location": "/a", "tdm-reservation": 1}"#, count: 20_000).joined(
      separator: ",")
    let spent = clock.measure { _ = TDMRep.statement(file: "[\(rules)]") }
    #expect(spent < .seconds(20))
  }
}
