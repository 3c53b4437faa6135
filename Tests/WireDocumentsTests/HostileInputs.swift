/// Inputs that once took time or memory by the square of their size, or by the depth of what is nested in them.
extension ReadingGrowthTests {
  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  private static func page(_ inside: String, head: String = "") -> String {
    "<html><head><title>F</title>\(head)</head><body>\(inside)</body></html>"
  }

  private static func mail(_ subject: String) -> String {
    "From: a@h.example\nDate: Tue, 24 Nov 2026 10:00:00 +0000\nSubject: \(subject)\n\nThe ferry.\n"
  }

  /// Nodes of JSON-LD with a context of so many bytes.
  private static func graph(_ nodes: String, in context: Int) -> String {
    #"{"@graph":[\#(nodes)],"@context":["https://schema.org",{"odrl":"http://www.w3.org/ns/odrl/2/","#
      + #""x":"\#(times(context, "x"))"}]}"#
  }

  static let hostile = [
    Growing(name: "encoded words without an end", path: "a.eml", size: 6000) { mail(times($0, "=?a?b? ")) },
    Growing(name: "encoded words in no known code", path: "a.eml", size: 6000) {
      mail(times($0, "=?a?x? ") + "?=")
    },
    Growing(name: "encoded words one after the other", path: "a.eml", size: 6000) {
      mail(times($0, "=?utf-8?q?abcdefgh?= "))
    },
    Growing(name: "licences that links state", path: "a.rss", size: 400) { size in
      let links = (0..<size).map { "<a rel='license' href='https://l.example/\($0)'>Terms</a> " }.joined()
      return "<rss version='2.0'><channel><title>C</title><item><title>F</title>"
        + "<description><![CDATA[<p>\(links)</p>]]></description></item></channel></rss>"
    },
    Growing(name: "stories of one object", path: "a.json", size: 300) { size in
      let post = #"{"id":"1","title":"F","html":"<p>\#(times(200, "word "))</p>","status":"published"}"#
      let posts = Array(repeating: post, count: size).joined(separator: ",")
      return #"{"db":[{"meta":{"exported_on":1},"data":{"posts":[\#(posts)]}}]}"#
    },
    Growing(name: "links between items", path: "a.xml", size: 1500) { size in
      let links = (0..<size).map { "<AssociatedWith NewsItem='urn:newsml:\($0)'/>" }.joined()
      let file = NewsML1ReaderTests.file(links + NewsML1ReaderTests.status, "<NewsComponent/>")
      return String(decoding: file, as: UTF8.self)
    },
    Growing(name: "descriptions of a page", path: "a.html", size: 2000) { size in
      let head = (0..<size).map { "<meta name=description content='d\($0)'>" }.joined()
      return page("<p>The ferry.</p>", head: head)
    },
    Growing(name: "cells in no table", path: "a.html", size: 200) {
      page(times($0, "<div>") + times(20 * $0, "<td>x"))
    },
    Growing(name: "cells of a table around what is nested", path: "a.html", size: 200) {
      page("<td><table>" + times($0, "<div>") + times(20 * $0, "<td>x"))
    },
    Growing(name: "end tags outside of what is nested", path: "a.html", size: 200) {
      page("<section><button>" + times($0, "<b>") + times(20 * $0, "</section>x"))
    },
    Growing(name: "templates in one another", path: "a.html", size: 200) {
      page(times($0, "<template>") + times(20 * $0, "<b>x</b>"))
    },
    Growing(name: "templates of copy in one another", path: "a.html", size: 100) {
      page(times($0, "<template><p>\(times(40, "word ").dropLast())</p>") + times(20 * $0, "<b>x</b>"))
    },
    Growing(name: "properties in one another", path: "a.html", size: 200) {
      page(times($0, "<div itemprop=license>") + times(200 * $0, "word "))
    },
    Growing(name: "things in one another with one name", path: "a.html", size: 200) {
      page(
        times($0, "<div itemscope itemprop=copyrightHolder>") + "<i itemprop=name>" + times(200 * $0, "word ")
      )
    },
    Growing(name: "statements of RDFa in one another", path: "a.html", size: 200) {
      page(times($0, "<div property='dct:rights cc:license my:embargo'>") + times(200 * $0, "word "))
    },
    Growing(name: "licence links in one another", path: "a.html", size: 200) {
      page(times($0, "<a rel=license href=x><b>") + times(200 * $0, "word "))
    },
    Growing(name: "licence links in what is nested", path: "a.html", size: 100) {
      page(times($0, "<b>") + times(10 * $0, "<a rel=license href=x>y</a>"))
    },
    Growing(name: "elements in one another with titles", path: "a.html", size: 200) {
      page(times($0, "<div title='A title'>") + times(200 * $0, "word "))
    },
    Growing(name: "policies in a long context", path: "a.json", size: 200) {
      graph(
        #"{"@type":"NewsArticle","articleBody":"A."}"# + times($0, #",{"odrl:permission":0}"#), in: 40 * $0)
    },
    Growing(name: "articles with one policy in a long context", path: "a.json", size: 200) {
      let article = #",{"@type":"NewsArticle","articleBody":"A.","odrl:hasPolicy":{"@id":"p"}}"#
      return graph(#"{"@type":"odrl:Set","@id":"p","odrl:permission":0}"# + times($0, article), in: 400 * $0)
    },
    Growing(name: "elements of an agency in one another", path: "a.xml", size: 200) {
      "<RBNews><NewsID>1</NewsID><content>&lt;p&gt;The ferry.&lt;/p&gt;</content>"
        + times($0, "<x>") + times(200 * $0, "word ") + times($0, "</x>") + "</RBNews>"
    },
    Growing(name: "parts of an article with asides", path: "a.html", size: 400) {
      let prose = times(30, "word, ")
      return page("<div>" + times($0, "<p>\(prose)</p><aside>\(prose)</aside>") + "</div>")
    },
  ]
}
