import Testing
import WireText

@testable import WireDocuments

/// Statements of rights in links and in the data of a page.
@Suite struct PageRightsTests {
  private static let text =
    "<p>The ferry to the island is back in service after three weeks in the yard, its owner said on Monday.</p>"

  private func read(_ inside: String, head: String = "") throws -> Document {
    let page =
      "<html><head><title>Ferry</title>\(head)</head><body><div vocab='https://schema.org/' typeof='NewsArticle'>"
      + "<h1>Ferry</h1><div>\(Self.text)\(Self.text)</div>\(inside)</div></body></html>"
    return try readPage(page)
  }

  @Test func copyrightIsAKeywordForLicence() throws {
    let terms = "https://a.example/terms"
    #expect(try read("<p><a rel='copyright' href='\(terms)'></a></p>").statements == ["link: \(terms)"])
    let licence = "https://a.example/licences/news"
    #expect(try read("", head: "<link rel='copyright' href='\(licence)'>").statements == ["link: \(licence)"])
  }

  /// In the head many sites name their imprint so.
  @Test func imprintsInTheHeadAreNoLicences() throws {
    let document = try read("", head: "<link rel='copyright' href='/imprint'>")
    #expect(
      document.statements.isEmpty
        && document.fields.contains { $0.key == "link: copyright" && $0.text == "/imprint" })
  }

  @Test(arguments: [
    (
      "<p><a property='license' href='https://a.example/terms'>Terms</a></p>", "link: https://a.example/terms"
    ),
    (
      "<p><span property='copyrightHolder' typeof='NewsMediaOrganization'><b property='name'>Northwire</b> of Ormsby</span></p>",
      "holder: Northwire"
    ),
    ("<p><span property='dct:rights'>Not for broadcast.</span></p>", "notice: Not for broadcast."),
    (
      "<p><span property='http://purl.org/dc/terms/rightsHolder' content='Northwire'></span></p>",
      "holder: Northwire"
    ),
    ("<p property='schema:copyrightNotice'>Northwire 2026</p>", "notice: Northwire 2026"),
  ]) func statementsInRDFa(part: String, expected: String) throws {
    #expect(try read(part).scopedStatements == [expected])
  }

  @Test func statementsInRDFaAboutPictures() throws {
    let picture =
      "<div typeof='ImageObject'><img src='a.jpg'><a property='license' href='https://a.example/l'>Terms</a></div>"
    #expect(try read(picture).scopedStatements == ["link: https://a.example/l [figure, picture]"])
  }

  @Test(arguments: [
    #"{"@type":"NewsArticle","copyrightNotice":"© 2026 Northwire","license":"https://a.example/terms",}"#,
    #"{"@type":"NewsArticle","keywords":["a","b",],"copyrightNotice":"© 2026 Northwire","license":"https://a.example/terms"}"#,
    #"{"@type":"NewsArticle","description":"it\'s shut","copyrightNotice":"© 2026 Northwire","license":"https://a.example/terms"}"#,
    #"{"@type":"NewsArticle","copyrightNotice":"© 2026 Northwire","license":"https://a.example/terms"} {"@type":"Organization","name":"x"}"#,
    #"/* <![CDATA[ */ {"@type":"NewsArticle","copyrightNotice":"© 2026 Northwire","license":"https://a.example/terms"} /* ]]> */"#,
    #"{"@type":"NewsArticle","copyrightNotice":"© 2026 Northwire","license":"https://a.example/terms","description":"The "old" ferry"}"#,
    #"{"@type":"NewsArticle","copyrightNotice":"© 2026 Northwire","license":"https://a.example/terms","description":"The"#,
  ]) func slipsInLinkedData(json: String) throws {
    let document = try read("", head: "<script type='application/ld+json'>\(json)</script>")
    #expect(document.statements == ["notice: © 2026 Northwire", "link: https://a.example/terms"])
    // Several objects are no slip.
    #expect(document.codes.contains("json-ld") != json.contains("Organization") && !document.losesText)
    for right in document.rights { #expect(right.range != nil) }
  }

  /// Rights behind a fault are not known.
  @Test func rightsBehindAFaultAreALoss() throws {
    let json =
      #"{"@type":"NewsArticle","description":"The "old" ferry","copyrightNotice":"© 2026 Northwire"}"#
    let document = try read("", head: "<script type='application/ld+json'>\(json)</script>")
    #expect(document.statements.isEmpty && document.losesText)
  }

  /// The words of an element are told once, also where elements in it state the same property; what those state in
  /// attributes or as the name of a thing of their own is told besides.
  @Test(arguments: [
    (
      "<div itemprop='copyrightNotice'>By <span itemprop='copyrightNotice'>Northwire</span></div>",
      ["notice: By Northwire"]
    ),
    (
      "<div itemprop='license'>All under <a itemprop='license' href='https://l.example/by'>BY</a></div>",
      ["link: https://l.example/by", "terms: All under BY"]
    ),
    (
      "<div property='dct:rights'>All of it by <b property='dc:rights'>Northwire</b></div>",
      ["notice: All of it by Northwire"]
    ),
    (
      "<p itemprop='copyrightHolder' itemscope><i itemprop='copyrightHolder' itemscope><b itemprop='name'>Northwire</b></i></p>",
      ["holder: Northwire"]
    ),
    (
      "<p><a rel='license' href='https://l.example/a'>All under <b><a rel='license' href='https://l.example/b'>these</a> terms</b></a> of ours</p>",
      [
        "link: https://l.example/b",
        "terms: All under these terms (https://l.example/a) of ours",
      ]
    ),
  ]) func wordsInOneAnotherAreToldOnce(_ inside: String, _ statements: [String]) throws {
    #expect(try read(inside).statements.sorted() == statements)
  }
}
