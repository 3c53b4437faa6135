import Testing
import WireDocuments
import WireRights
import WireText

@testable import Wirecheck

/// Rights for machines from files and fields of documents to statements and decisions.
struct RightsExpressionTests {
  private static func expressions() throws -> RightsExpressions {
    try Scene.newsroom(Scene.head() + "\n").expressions
  }

  private static func clauses(_ statements: [RightsStatement]) -> Set<String> {
    Set(
      statements.flatMap(\.clauses).map { clause in
        ([clause.effect.rawValue, clause.action.rawValue, clause.condition.rawValue]
          + clause.constraints.map { "\($0.kind.rawValue) \($0.comparison.rawValue) \($0.value)" }).joined(
            separator: " ")
      } + (statements.contains { !$0.residue.isEmpty } ? ["residue"] : []))
  }

  @Test(
    "JSON that only speaks of permissions is no policy",
    arguments: [
      #"{"permission": "camera", "name": "harbour"}"#, #"{"permissions": ["camera"], "action": "open"}"#,
      #"{"text": "permission denied","#, #"{"user": {"permission": [{"level": "read"}]}}"#,
    ])
  func otherJSON(_ text: String) throws {
    #expect(try Self.expressions().statements(file: text) == nil)
  }

  @Test func policyThatBreaksOffIsUnread() throws {
    let text = #"{"permission": [{"action": "print", "target": "urn:a"}]"#
    #expect(try Self.expressions().statements(file: text)?.map(\.residue.count) == [1])
  }

  @Test(
    "files are known by their content",
    arguments: [
      (
        #"{"@type": "odrl:Set", "odrl:permission": {"odrl:action": {"@id": "odrl:print"}}}"#,
        ["permit print none"]
      ),
      (
        #"<o:Policy xmlns:o="http://www.w3.org/ns/odrl/2/" type="http://www.w3.org/ns/odrl/2/Set" uid="urn:p"><o:permission><o:asset uid="urn:a" relation="http://www.w3.org/ns/odrl/2/target"/><o:action name="http://www.w3.org/ns/odrl/2/distribute"/><o:constraint name="http://www.w3.org/ns/odrl/2/spatial" operator="http://www.w3.org/ns/odrl/2/eq" rightOperand="http://cvx.iptc.org/iso3166-1a3/AUT"/></o:permission></o:Policy>"#,
        ["permit distribute none territory eq AT"]
      ),
      (
        #"<o:policy xmlns:o="http://w3.org/ns/odrl/2/" type="http://w3.org/ns/odrl/vocab#set"><o:prohibition><o:action name="o:print"/><o:constraint name="o:count" operator="o:gt" rightOperand="10"/></o:prohibition><o:permission><o:action name="o:archive"/><o:duty><o:action name="o:pay"/></o:duty></o:permission></o:policy>"#,
        ["prohibit print none count gt 10", "prohibit archive without-agreement"]
      ),
      (
        #"<o:Policy xmlns:o="http://www.w3.org/ns/odrl/2/"><o:permission><o:action name="o:unheard"/></o:permission></o:Policy>"#,
        ["residue"]
      ),
      (
        #"<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><permits type="usage">search, ai-input</permits><payment type="free"/></license></content></rsl>"#,
        [
          "permit index none", "permit ai-input none", "prohibit tdm without-permission",
          "prohibit train-ai without-permission",
        ]
      ),
      (
        #"<rsl xmlns="https://rslstandard.org/rsl"><content url="*"><license><permits type="usage">ai-train</permits><permits type="geo">AT DE</permits><payment type="subscription"/></license></content></rsl>"#,
        [
          "prohibit train-ai without-agreement territory eq AT|DE",
          "prohibit train-ai without-permission territory neq AT|DE", "prohibit tdm without-permission",
          "prohibit ai-input without-permission", "prohibit index without-permission",
        ]
      ),
      (
        #"<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><prohibits type="usage">ai-all</prohibits></license></content></rsl>"#,
        ["prohibit tdm none", "prohibit train-ai none", "prohibit ai-input none"]
      ),
      // Each licence is an offer of its own.
      (
        #"<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><permits type="usage">search</permits><payment type="purchase"/></license><license><permits type="usage">ai-input</permits></license></content></rsl>"#,
        [
          "prohibit index without-agreement", "permit ai-input none", "prohibit tdm without-permission",
          "prohibit train-ai without-permission",
        ]
      ),
      (
        #"<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><permits type="usage">search</permits><permits type="user">non-commercial</permits></license></content></rsl>"#,
        [
          "permit index none purpose eq noncommercial",
          "prohibit index without-permission purpose neq noncommercial", "prohibit tdm without-permission",
          "prohibit train-ai without-permission", "prohibit ai-input without-permission",
        ]
      ),
      (#"<rsl xmlns="https://rslstandard.org/rsl"><content url="/"/></rsl>"#, ["residue"]),
      (
        #"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"><rdf:Description plus:DataMining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING"/></rdf:RDF></x:xmpmeta>"#,
        ["prohibit train-ai without-permission"]
      ),
      (#"[{"location": "/", "tdm-reservation": 1}]"#, ["prohibit tdm without-permission"]),
      ("User-agent: *\nContent-Signal: ai-train=no\n", ["prohibit train-ai without-permission"]),
      ("tdm-reservation: 0", ["permit tdm none"]),
      (
        "X-Robots-Tag: noai\n",
        ["prohibit train-ai without-permission", "prohibit ai-input without-permission"]
      ),
      (
        #"[{"@type": ["http://www.w3.org/ns/odrl/2/Set"], "http://www.w3.org/ns/odrl/2/prohibition": [{"http://www.w3.org/ns/odrl/2/action": [{"@id": "http://www.w3.org/ns/odrl/2/print"}], "http://www.w3.org/ns/odrl/2/constraint": [{"http://www.w3.org/ns/odrl/2/leftOperand": [{"@id": "http://www.w3.org/ns/odrl/2/dateTime"}], "http://www.w3.org/ns/odrl/2/operator": [{"@id": "http://www.w3.org/ns/odrl/2/lt"}], "http://www.w3.org/ns/odrl/2/rightOperand": [{"@value": "2027-01-01T00:00:00Z"}]}]}]}]"#,
        ["prohibit print none time-before eq 2027-01-01T00:00:00Z"]
      ),
      ("@prefix odrl: <http://www.w3.org/ns/odrl/2/> .\n<urn:p> a odrl:Set .\n", ["residue"]),
      (
        #"{"policytype": "http://www.w3.org/ns/odrl/2/Set", "permissions": [{"action": "http://www.w3.org/ns/odrl/2/print"}]}"#,
        ["residue"]
      ),
    ])
  func files(text: String, expected: [String]) throws {
    let statements = try #require(try Self.expressions().statements(file: text))
    #expect(Self.clauses(statements) == Set(expected))
    for statement in statements {
      for clause in statement.clauses { #expect(!statement.words(clause.evidence).isEmpty) }
    }
  }

  @Test(
    "other files are none of these",
    arguments: [
      "A story about ODRL.", #"{"title": "permission slips"}"#, "<html><body>policy</body></html>", "<a><b>",
      "{",
    ])
  func others(text: String) throws {
    #expect(try Self.expressions().statements(file: text) == nil)
  }

  /// The fields of a document of a format.
  private static func statements(_ text: String, path: String) throws -> [SourcedStatement] {
    var source = try DocumentSource(bytes: Array(text.utf8), path: path)
    let document = try #require(try source.next())
    return try document.rights.flatMap {
      try expressions().statements(kind: $0.kind, text: $0.text, key: $0.key)
    }
  }

  @Test("pages bring signals with the places where they stood")
  func pages() throws {
    let page = """
      <!DOCTYPE html><html><head><title>T</title><meta name="tdm-reservation" content="1">
      <link rel="license" type="application/rsl+xml" href="/rsl.xml">
      <script type="application/ld+json">{"@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "Set",
       "prohibition": {"action": "print"}}</script></head>
      <body><article><h1>T</h1><p>The harbour was quiet on Monday, and nobody counted the boats.</p>
      <p>By <a rel="cc:attributionURL" property="cc:attributionName" href="https://n.example/">Nordlicht</a></p>
      </article></body></html>
      """
    let found = try Self.statements(page, path: "page.html")
    let keys = Set(found.map(\.source))
    #expect(
      keys.isSuperset(of: [
        "meta: tdm-reservation", "rel: license rsl+xml", "JSON-LD: policy", "RDFa: cc:attributionName",
      ]))
    let clauses = Self.clauses(found.map(\.statement))
    #expect(clauses.isSuperset(of: ["prohibit tdm without-permission", "prohibit print none", "residue"]))
    let duties = found.flatMap(\.statement.duties)
    #expect(Set(duties.map(\.kind)) == [.credit, .linkBack])
    var source = try DocumentSource(bytes: Array(page.utf8), path: "page.html")
    let document = try #require(try source.next())
    for field in document.rights where field.key.hasPrefix("meta") || field.key.hasPrefix("RDFa") {
      #expect(field.range != nil)
    }
  }

  @Test("a page's robots tag that keeps models out is a reservation, and any other says nothing of rights")
  func robotsTag() throws {
    func found(_ content: String) throws -> Set<String> {
      let page = """
        <!DOCTYPE html><html><head><title>T</title><meta name="robots" content="\(content)"></head>
        <body><article><p>The harbour was quiet on Monday, and nobody counted the boats.</p></article></body></html>
        """
      return Self.clauses(try Self.statements(page, path: "page.html").map(\.statement))
    }
    #expect(
      try found("index, NoAI") == [
        "prohibit train-ai without-permission", "prohibit ai-input without-permission",
      ])
    #expect(try found("noindex, nofollow") == [])
  }

  @Test(
    "a right's begin, end and area decide",
    arguments: [
      (RightsField.Kind.begins, "20261121T000000Z", "violation"), (.begins, "20261119T000000Z", "allow"),
      (.begins, "2026-11-22", "violation"), (.begins, "2026-11-21", "needs-review"),
      (.begins, "YYYYMMDDTHHMMSSZ", "allow"),
      (.begins, "soon", "needs-review"), (.ends, "20261119T000000Z", "violation"),
      (.ends, "20261121T000000+0100", "allow"), (.ends, "2026-11-21", "allow"),
      (.ends, "20261118", "violation"),
      (.ends, "after the match", "needs-review"), (.area, "FR only", "violation"), (.area, "BG", "allow"),
      (.area, "DEU, AUT", "violation"), (.area, "France and Bulgaria", "allow"),
      (.area, "worldwide", "allow"),
      (.area, "World", "allow"), (.area, "France", "violation"), (.area, "Frankreich", "violation"),
      (.area, "the northern coast", "needs-review"), (.area, "not for use in Bulgaria", "violation"),
      (.note, "within the European Union", "needs-review"), (.note, "within the EU", "needs-review"),
      (.note, "Adds quotes from the mayor", "allow"), (.terms, "Max. 3 uses", "needs-review"),
    ])
  func limits(kind: RightsField.Kind, text: String, expected: String) throws {
    #expect(
      try Self.outcome(.publish, fields: [(kind, text, "doc.rights")], contract: true).rawName == expected)
  }

  @Test(
    "a copyright line with a misspelt sign names its holder where it stands",
    arguments: [("@ 2001 Jo Bell", "Jo Bell"), ("@2001 Jo Bell", nil), ("@harbourtimes", nil)])
  func misspeltSign(text: String, holder: String?) throws {
    let found = try Self.expressions().statements(kind: .notice, text: text, key: "copyrightnotice")
    let statement = try #require(found.first?.statement)
    #expect(statement.holder.map { statement.words($0.range) } == holder)
    #expect(statement.years == (holder == nil ? [] : [2001]))
    #expect(statement.residue.isEmpty == (text != "@2001 Jo Bell"))
  }

  @Test("a policy behind a link is for a person, even under a contract")
  func linkedPolicy() throws {
    let fields = [(RightsField.Kind.link, "https://n.example/p.json", "rightsinfo.linkedrights")]
    #expect(try Self.outcome(.publish, fields: fields, contract: true) == .needsReview)
    let terms = [(RightsField.Kind.link, "https://n.example/terms", "usageinfo")]
    #expect(try Self.outcome(.publish, fields: terms, contract: true) == .allow)
  }

  @Test("feeds bring licences of RSL")
  func feeds() throws {
    let feed = """
      <rss version="2.0" xmlns:rsl="https://rslstandard.org/rsl"><channel><title>N</title><item><guid>1</guid>
      <title>T</title><description>The harbour was quiet.</description>
      <rsl:content url="/"><rsl:license><rsl:prohibits type="usage">ai-train</rsl:prohibits></rsl:license></rsl:content>
      </item></channel></rss>
      """
    let found = try Self.statements(feed, path: "feed.xml")
    #expect(Self.clauses(found.map(\.statement)) == ["prohibit train-ai none"])
    #expect(found.allSatisfy { $0.isAboutMining })
  }

  // MARK: Decisions

  private static func outcome(
    _ action: Action, fields: [(RightsField.Kind, String, String)], contract: Bool = false
  ) throws -> Outcome {
    let newsroom = try Scene.newsroom(Scene.head() + (contract ? Story.contract() : "") + "\n")
    let statements = fields.flatMap { newsroom.expressions.statements(kind: $0.0, text: $0.1, key: $0.2) }
    let item = ItemTerms(agency: "northwire", names: ["Northwire"], statements: statements)
    let use = Use(
      [action], on: ["web"], in: ["BG"], at: Instant(reading: "2026-11-20T12:00:00Z") ?? Instant(seconds: 0),
      isCommercial: true)
    return newsroom.engine.decide(on: item, contracts: newsroom.contracts, use: use).outcome
  }

  @Test(
    "fields decide mining, and what is unread there decides nothing else",
    arguments: [
      ("1", "meta: tdm-reservation", "violation", "violation"),
      ("0", "meta: tdm-reservation", "allow", "needs-review"),
      ("yes", "meta: tdm-reservation", "needs-review", "needs-review"),
      ("DMI-PROHIBITED-AIMLTRAINING", "rightsInfo/dataMining@qcode", "needs-review", "violation"),
      ("DMI-PROHIBITED-SEECONSTRAINT", "rightsInfo/dataMining@qcode", "needs-review", "needs-review"),
    ])
  func mining(text: String, key: String, tdm: String, training: String) throws {
    let fields = [(RightsField.Kind.dataMining, text, key)]
    #expect(try Self.outcome(.tdm, fields: fields).rawName == tdm)
    #expect(try Self.outcome(.trainAI, fields: fields).rawName == training)
    #expect(try Self.outcome(.publish, fields: fields, contract: true) == .allow)
  }

  @Test(
    "terms that may be limited permit nothing, and what they forbid counts",
    arguments: [
      ("May be used free of charge.", "allow", "needs-review"),
      ("CC BY 4.0", "allow-with-duty", "needs-review"),
      ("May not be used.", "violation", "violation"), ("Gratis", "needs-review", "needs-review"),
    ])
  func limited(text: String, full: String, limited: String) throws {
    #expect(try Self.outcome(.publish, fields: [(.terms, text, "license")]).rawName == full)
    #expect(try Self.outcome(.publish, fields: [(.limited, text, "license")]).rawName == limited)
  }

  @Test(
    "an expression restricts its item, and one that is not understood is for a person even under a contract")
  func expression() throws {
    func fields(_ rule: String) -> [(RightsField.Kind, String, String)] {
      [
        (
          .expression,
          #"{"@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "Set", "conflict": "prohibit", \#(rule)}"#,
          "rightsInfo/rightsExpressionData"
        )
      ]
    }
    let abroad =
      #""prohibition": {"action": "wr:publish", "constraint": {"leftOperand": "spatial", "operator": "eq", "rightOperand": "BG"}}"#
    #expect(try Self.outcome(.publish, fields: fields(abroad), contract: true) == .violation)
    #expect(
      try Self.outcome(.publish, fields: fields(abroad.replacing("BG", with: "DE")), contract: true) == .allow
    )
    let unread = #""prohibition": {"action": "ex:unheard"}"#
    #expect(try Self.outcome(.publish, fields: fields(unread), contract: true) == .needsReview)
    #expect(
      try Self.outcome(.publish, fields: [(.link, "https://n.example/terms", "JSON-LD: usageinfo")])
        == .needsReview)
  }
}

extension Outcome {
  fileprivate var rawName: String {
    switch self {
    case .allow: "allow"
    case .allowWithDuty: "allow-with-duty"
    case .needsReview: "needs-review"
    case .violation: "violation"
    }
  }
}
