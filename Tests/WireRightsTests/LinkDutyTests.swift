import Testing
import WireText

@testable import WireRights

/// A link to the source that a use owes: looked for where the draft's links are known.
struct LinkDutyTests {
  @Test(
    arguments: [
      (nil, nil, .unknown), (nil, "northwire.example", .unknown),
      ([], nil, .missing), ([], "northwire.example", .missing),
      // Which pages are the source's nobody can tell where the term names none.
      (["https://other.example/a"], nil, .unknown), (["https://other.example/a"], "the home page", .unknown),
      (["https://other.example/a"], "northwire.example", .missing),
      (["https://notnorthwire.example/"], "northwire.example", .missing),
      (["https://northwire.example.evil.example/"], "northwire.example", .missing),
      (
        ["http://www.Northwire.example/a?b"], "https://northwire.example",
        .met("http://www.Northwire.example/a?b")
      ),
      (["//news.northwire.example"], "northwire.example/", .met("//news.northwire.example")),
      (["https://northwire.example/feed"], "northwire.example/news", .missing),
      (["https://northwire.example/newsroom"], "northwire.example/news", .missing),
      (
        ["https://northwire.example/news/7"], "northwire.example/news",
        .met("https://northwire.example/news/7")
      ),
    ] as [([String]?, String?, DutyRuling.State)])
  func linkIsLookedFor(_ links: [String]?, _ address: String?, _ state: DutyRuling.State) throws {
    let words = "May be published with a link."
    let statement = Sample.statement(
      words, [(Sample.permit(.publish, .ifDutiesMet), "May be published")],
      duties: [Duty(.linkBack, value: address, evidence: TextRange(0, words.utf8.count))])
    let decision = try Sample.engine().decide(
      on: Sample.item(statement), contracts: [], use: Sample.use(),
      evidence: Evidence(credits: [], links: links))
    #expect(decision.duties.filter { $0.kind == .linkBack }.map(\.state) == [state])
    let outcome: Outcome = state == .missing ? .violation : state == .unknown ? .needsReview : .allowWithDuty
    #expect(decision.outcome == outcome)
  }
}
