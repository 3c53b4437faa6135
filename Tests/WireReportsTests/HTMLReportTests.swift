import Testing
import Wirecheck

@testable import WireReports

/// A run as a page; agencies and stories are invented.
@Suite struct HTMLReportTests {
  private static func page(_ run: RunRecord) throws -> String { try SampleRun.text(HTMLReport.self, of: run) }

  @Test("Draft, source and clause stand beside each other, and what differs is marked")
  func pair() throws {
    let page = try Self.page(try SampleRun.full())
    let article = try #require(page.firstMatch(of: #/(?s)<article id="f1".*?</article>/#)).output
    let expected = """
      <article id="f1" class="error" aria-labelledby="h1">
      <h2 id="h1"><span class="level error">error</span> <code>WC101</code> <bdi>58 of 61 words as in Northwire \
      item NW-0417; clause 4.2 forbids it</bdi></h2>
      <div class="pair">
      <section class="draft neither"><h3><bdi>Draft: content/harbour-strike.md:14:1, paragraph 5</bdi></h3>
      <blockquote dir="auto">Dockworkers at the port of Marnhaven walked out … <small>[45 words]</small> … \
      before the night shift <ins>began.</ins></blockquote></section>
      <section class="source neither"><h3><bdi>Source: northwire NW-0417 v3, 2026-11-19 08:12 UTC, paragraph 2\
      </bdi></h3>
      <blockquote dir="auto">Dockworkers at the port of Marnhaven walked out … <small>[45 words]</small> … \
      before the night shift <del>started.</del></blockquote></section>
      </div>
      <section class="clause">
      <h3><bdi>clause 4.2 of agreement NW-2024-07, contracts/northwire.yaml:18:5</bdi></h3>
      <blockquote dir="auto">prohibit: [publish]</blockquote>
      </section>
      <h3>What to do</h3>
      <ul>
      <li><bdi>Cut the passage, or replace it with your own reporting</bdi></li>
      </ul>
      <h3>What it rests on</h3>
      <ul>
      <li><bdi>38.1% of the draft, 71% of the item; longest run 43 words; not quoted, not credited</bdi></li>
      <li><bdi>decided on: channel web, territory BG</bdi></li>
      <li><bdi>fingerprint wc1:7f3c9a1e0b2d4c55a0b1</bdi></li>
      </ul>
      </article>
      """
    #expect(article == expected)
  }

  @Test("The worst comes first, and the page says what the run comes to")
  func order() throws {
    var run = try SampleRun.full()
    run.findings[0].level = .info
    run.findings[1].level = .warning
    let page = try Self.page(run)
    let rules = page.matches(of: /<article[^\n]*\n[^\n]*<code>(WC\d+)/).map { String($0.output.1) }
    #expect(rules == ["WC901", "WC301", "WC101"])
    #expect(page.contains("<strong>incomplete: not everything was checked</strong>"))
    #expect(page.contains("inputs skipped: 1"))
    #expect(page.contains("<em>source text withheld: the item is under embargo</em>"))
    run.findings = []
    #expect(try Self.page(run).contains("<p>No findings.</p>"))
  }

  @Test("A long run is cut with a count, and a finding of many passages too")
  func limits() throws {
    var run = try SampleRun.run(findings: [SampleRun.finding()])
    run.findings[0].places = Array(repeating: run.findings[0].places[0], count: 25)
    #expect(try Self.page(run).contains("and 5 more passages"))
    run.findings = RecordList(repeating: run.findings[0], count: 503)
    let page = try Self.page(run)
    #expect(page.contains("and 3 more findings, which the format json has"))
    #expect(page.matches(of: #/<article /#).count == 500)
  }

  @Test(
    "Words are marked where the other side lacks them, whatever their case and the marks around them",
    arguments: [
      ("The ferry left late", "“The Ferry” left on time.", "late", "on time."),
      ("the same", "the same", "", ""),
      ("", "left out", "", ""),
      ("told in quite other words", "nothing of this is there", "", ""),
      ("— yes — no", "yes, no", "— —", ""),
    ])
  func changedWords(draft: String, source: String, new: String, gone: String) {
    let words = ChangedWords(draft: draft, source: source)
    #expect(words.draft.filter { !$0.isShared }.map(\.text).joined(separator: " ") == new)
    #expect(words.source.filter { !$0.isShared }.map(\.text).joined(separator: " ") == gone)
    #expect(words.draft.count == draft.split(separator: " ").count)
  }
}
