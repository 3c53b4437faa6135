import TestSupport
import Testing
import WireText

@testable import WireDocuments

@Suite struct HTMLTextTests {
  /// HTML as paragraphs, each with the letter of its role.
  static func read(_ html: String) -> [String] {
    let utf8 = Array(html.utf8)
    let body = HTMLText.read(utf8, map: SourceMap(identity: utf8.count)).body
    return body.paragraphs.map { "\($0.role.rawValue.prefix(2)): \(body.string($0.range))" }
  }

  @Test(arguments: [
    ("<p>One <b>two</b>three<p>Four", ["pa: One twothree", "pa: Four"]),
    (
      "plain &amp; simple &eacute;&#233;&#xE9; &copy 2026 &notit; &#146;",
      ["pa: plain & simple ééé © 2026 ¬it; ’"]
    ),
    ("a<br>b<br><br>c", ["pa: a b", "pa: c"]),
    ("<ul><li>x<li>y<ul><li>z</ul></ul>", ["li: x", "li: y", "li: z"]),
    ("<blockquote><p>q</p></blockquote>r", ["qu: q", "pa: r"]),
    ("<table><tr><td>1<td>2<tr><th>3</table>4", ["ta: 1 2", "ta: 3", "pa: 4"]),
    ("<h2>Sub</h3>t<figure><img><figcaption>c</figcaption></figure>", ["su: Sub", "pa: t", "ca: c"]),
    ("<pre>one\n\n  two</pre>", ["pr: one", "pr:   two"]),
    ("x<script>if (a<b) '</p>'</script>y<style>p{}</style>z", ["pa: xyz"]),
    ("<head><title>T</title><body>b</body></html>after", ["pa: bafter"]),
    ("a<!-- - -- > no -->b<!-->c<!--->d<![CDATA[<e>]]>f<?php x ?>g", ["pa: abcd<e>fg"]),
    ("1 < 2 & 3 <3 </ >", ["pa: 1 < 2 & 3 <3"]),
    ("<a href='?a=1&copy=2'>l</a>&nbsp;", ["pa: l\u{A0}"]),
    ("<p>&nbsp;</p><p>\u{AD}\u{200B}</p>", []),
    ("<div><b><p>bold</b> still</div>out", ["pa: bold still", "pa: out"]),
    ("<svg><text>no</text><title>n</title></svg><button>no</button>yes", ["pa: yes"]),
    ("<p>a</p></body></html><p>kept after the end</p>", ["pa: a", "pa: kept after the end"]),
    ("<o:p>office</o:p> <st1:place>words</st1:place>", ["pa: office words"]),
  ]) func reads(_ html: String, _ expected: [String]) {
    #expect(Self.read(html) == expected)
  }

  @Test func mapsEveryWordToItsPlace() throws {
    let html = Array("<p>One\n  two &amp; thr&eacute;e</p>\r\n<ul><li>f<b>ou</b>r é</ul>".utf8)
    let body = HTMLText.read(html, map: SourceMap(identity: html.count)).body
    func source(_ word: String) throws -> String {
      let at = try #require(body.utf8.firstRange(of: Array(word.utf8)))
      let file = try #require(body.map.fileRange(of: TextRange(at.lowerBound, at.upperBound)))
      return String(decoding: html[file.indices], as: UTF8.self)
    }
    #expect(try source("One two") == "One\n  two")
    #expect(try source("&") == "&amp;")
    #expect(try source("thrée") == "thr&eacute;e")
    #expect(try source("four") == "f<b>ou</b>r")
    #expect(try source("r é") == "r é")
  }

  @Test(
    arguments: [
      (LongText(.times(100_000, "<div>")), "limit-depth", false),
      (LongText(.times(100_000, "<div>"), .times(100_000, "</b>")), "limit-depth", false),
      (LongText(.times(100_000, "<p>"), "<li>", .times(100_000, "<b>")), "limit-depth", false),
      (LongText("<p", .times(60_000) { " a\($0)='1'" }, ">"), nil, false),
      ("<p title=\"x>", "html-open-tag", true),
      ("<!-- x", "html-open-comment", true),
      ("<script>x", "html-open-element", true),
      (LongText(.times(50_000, "<![CDATA["), ">"), "html-open-comment", false),
      (LongText(.times(100_000, "<a <b "), ">"), "html-open-tag", false),
      ("<select><option>x</p><p>", "html-open-element", true), ("<?php echo ", "html-open-comment", true),
      ("<select><option>x<option>y</select>", nil, false), ("<?xml:namespace prefix = o />", nil, false),
      (LongText(.times(2_500_000, "lorem ")), nil, false),
    ] as [(LongText, String?, Bool)])
  func losesNothingInSilence(_ start: LongText, _ code: String?, _ loses: Bool) {
    let html = Array((start.text + "marker words").utf8)
    let (body, problems, _) = HTMLText.read(html, map: SourceMap(identity: html.count))
    #expect((body.strings.last?.hasSuffix("marker words") ?? false) != loses)
    #expect(problems.first?.code == code)
    #expect(!loses && code != "limit-depth" || problems.first?.losesText == true)
  }

  @Test func takesTagsOutOfALine() {
    #expect(HTMLText.line("A &amp; <i>B</i>\n C") == "A & B C")
  }

  /// White space becomes one space wherever it stands.
  @Test(arguments: ["  ", "\t", "\n", " \r\n ", " é ", "é", ""])
  func foldsWhiteSpace(_ piece: String) {
    let words = "a ferry is bound for the harbour again today"
    for place in 1..<words.count {
      let text = words.prefix(place) + piece + words.dropFirst(place)
      let expected = text.utf8.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
      #expect(Self.read("<p>\(text)</p>") == ["pa: " + expected.joined(separator: " ")])
    }
  }
}
