import Testing
import WireText

@testable import WireDocuments

/// The status and the embargo that a page states in linked data, microdata and meta elements.
@Suite struct HTMLStatusTests {
  private static let end = "2027-01-01T10:00:00Z"

  private func page(_ head: String, article: String = HTMLReaderTests.prose) throws -> Document {
    try #require(try read(HTMLReaderTests.page(head: head, article: article), as: "a.html").first)
  }

  private func linked(_ members: String) throws -> Document {
    try page(
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry returns",\#(members)}</script>"#
    )
  }

  @Test(arguments: [
    (#""creativeWorkStatus":"Draft""#, Status.Value.draft),
    (#""creativeWorkStatus":"Published""#, .published),
    (#""creativeWorkStatus":{"@type":"DefinedTerm","name":"Withdrawn"}"#, .canceled),
    (#""creativeWorkStatus":["Published","Embargoed"]"#, .withheld),
    (#""schema:creativeWorkStatus":"Incomplete""#, .draft),
    (#""creativeWorkStatus":"half-baked""#, .unknown), (#""retracted":true"#, .canceled),
  ])
  func linkedDataHasAStatus(members: String, status: Status.Value) throws {
    #expect(try linked(members).status?.value == status)
  }

  @Test(arguments: [
    (#"<meta name="pubstatus" content="canceled">"#, Status.Value.canceled),
    (#"<meta name="article:status" content="draft">"#, .draft),
    (#"<meta name="status" content="withheld"><meta name="pubstatus" content="usable">"#, .withheld),
    (#"<meta name="killed" content="true">"#, .canceled), (#"<meta name="draft" content="1">"#, .draft),
    (#"<meta itemprop="creativeWorkStatus" content="Draft">"#, .draft),
    (#"<meta property="schema:creativeWorkStatus" content="Retracted">"#, .canceled),
  ])
  func metaElementsHaveAStatus(head: String, status: Status.Value) throws {
    #expect(try page(head).status?.value == status)
  }

  @Test(arguments: [
    #"<meta name="status" content="200">"#, #"<meta http-equiv="status" content="404 not found">"#,
    #"<meta name="draft" content="false">"#, #"<meta name="killed" content="3">"#,
    #"<meta name="geo.state" content="NW">"#,
    #"<script type="application/ld+json">{"@type":"ImageObject","creativeWorkStatus":"Draft"}</script>"#,
  ]) func otherWordsAreNoStatus(head: String) throws {
    let document = try page(head)
    #expect(document.status == nil && !document.codes.contains("status-unknown"))
  }

  @Test func aPieceOfAPageHasAStatus() throws {
    let script =
      #"<script type="application/ld+json">{"@type":"NewsArticle","creativeWorkStatus":"Draft"}</script>"#
    let document = try #require(try read("<p>The ferry is back.</p>\(script)", as: "a.html").first)
    #expect(document.origin.dialect == "fragment" && document.status?.value == .draft)
  }

  @Test func microdataOfTheStoryCounts() throws {
    let story = { (inner: String) in
      "<div itemscope itemtype='https://schema.org/NewsArticle'>\(inner)\(HTMLReaderTests.prose)</div>"
    }
    let status = "<span itemprop='creativeWorkStatus'>Draft</span>"
    #expect(try page("", article: story(status)).status?.value == .draft)
    let comment = "<div itemscope itemtype='https://schema.org/Comment'>"
    #expect(try page("", article: story("\(comment)\(status)</div>")).status == nil)
    let meta = "<meta itemprop='creativeWorkStatus' content='Draft'>"
    #expect(try page("", article: story(meta)).status?.value == .draft)
    #expect(try page("", article: story("\(comment)\(meta)</div>")).status == nil)
  }

  @Test(arguments: [
    #"<meta name="embargo" content="\#(end)">"#,
    #"<meta property="article:embargo_until" content="\#(end)">"#,
    #"<meta name="embargo" content="2026-12-01T10:00:00Z"><meta name="embargo-date" content="\#(end)">"#,
    #"<meta name="embargo_note" content="\#(end)">"#,
  ]) func metaElementsHoldAnEmbargo(head: String) throws {
    #expect(try page(head).embargo?.instant == Instant(reading: Self.end))
  }

  @Test func linkedDataHoldsAnEmbargo() throws {
    #expect(try linked(#""embargoedUntil":"\#(Self.end)""#).embargo?.instant == Instant(reading: Self.end))
    let zoned = #""embargo":{"until":"2027-01-01T10:00","zone":"UTC"}"#
    #expect(try linked(zoned).embargo?.instant == Instant(reading: Self.end))
    #expect(try linked(#""embargo":false"#).embargo == nil)
    #expect(try linked(#""image":{"embargo":"\#(Self.end)"}"#).embargo == nil)
  }

  @Test func anEmbargoWithoutATimeIsToldAndHeld() throws {
    let document = try page(#"<meta name="embargo" content="until the talks end">"#)
    #expect(document.embargo?.raw == "until the talks end" && document.embargo?.instant == nil)
    #expect(document.codes.contains("time-unreadable"))
  }

  @Test(arguments: ["false", "no", "0", "none", "N/A"]) func whatDeniesAnEmbargoIsNone(word: String) throws {
    let document = try page(#"<meta name="embargo" content="\#(word)">"#)
    #expect(document.embargo == nil && !document.codes.contains("time-unreadable"))
  }

  @Test(arguments: [
    #"<meta name="image:embargo" content="\#(end)">"#,
    #"<meta name="embargo-policy" content="We keep embargoes.">"#,
  ]) func otherEmbargoesAreNotTheStorys(head: String) throws {
    #expect(try page(head).embargo == nil)
  }
}
