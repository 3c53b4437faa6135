import Testing
import WireText

@testable import WireDocuments

/// JSON-LD whose statements refer to nodes elsewhere in the page.
@Suite struct LinkedDataGraphTests {
  private func page(_ scripts: String...) throws -> (document: Document, file: [UInt8]) {
    let head = scripts.map { "<script type=\"application/ld+json\">\($0)</script>" }.joined()
    let file = Array(HTMLReaderTests.page(head: head).utf8)
    return (try #require(try read(file, as: "a.html").first), file)
  }

  /// The statements in linked data, as `kind: text`.
  private func linked(_ document: Document) -> [String] {
    document.rights.filter { $0.key.hasPrefix("JSON-LD") && $0.medium == nil }
      .map { "\($0.kind.rawValue): \($0.text)" }
  }

  @Test func aReferenceHasTheNameOfItsNode() throws {
    let (document, file) = try page(
      """
      {"@graph": [
        {"@type": "WebPage", "@id": "https://post.example/ferry", "publisher": {"@id": "https://post.example/#house"}},
        {"@type": "NewsArticle", "author": {"@id": "#ada"}, "publisher": {"@id": "https://post.example/#house"},
         "copyrightHolder": [{"@id": "https://post.example/#house"}, {"@id": "#wire"}]},
        {"@type": "Person", "@id": "#ada", "name": "Ada Lindqvist"},
        {"@type": "Organization", "@id": "https://post.example/#house", "name": "Harbour Post"}]}
      """, ##"{"@type": "Organization", "@id": "#wire", "name": "Nordwind"}"##)
    #expect(linked(document) == ["holder: Harbour Post", "holder: Nordwind"])
    #expect(document.texts(.author) == ["Ada Lindqvist"])
    #expect(document.texts(.provider) == ["Harbour Post"])
    let place = try #require(document.rights.first { $0.text == "Nordwind" }?.range)
    #expect(String(decoding: file[place.indices], as: UTF8.self) == "Nordwind")
  }

  @Test func aReferenceToNothingStaysAnAddress() throws {
    let (document, _) = try page(
      """
      {"@type": "NewsArticle", "license": {"@id": "https://l.example/by"},
       "copyrightHolder": {"@id": "https://elsewhere.example/#house"}}
      """)
    #expect(linked(document) == ["link: https://elsewhere.example/#house", "link: https://l.example/by"])
  }

  @Test func aNodeThatRefersToItselfEnds() throws {
    let (document, _) = try page(
      ##"{"@type": "NewsArticle", "@id": "#a", "copyrightHolder": {"@id": "#a"}, "copyrightNotice": "(c) Nordwind"}"##
    )
    #expect(linked(document) == ["notice: (c) Nordwind", "holder: #a"])
  }

  @Test func aLicenceWithANameKeepsItsAddress() throws {
    let (document, _) = try page(
      """
      {"@type": "NewsArticle", "copyrightHolder": {"@type": "Organization", "name": "Nordwind", "url": "https://n.example"},
       "license": {"@type": "CreativeWork", "name": "Partners only", "url": "https://l.example/p"}}
      """)
    #expect(
      linked(document) == ["holder: Nordwind", "terms: Partners only", "link: https://l.example/p"])
  }

  @Test func rightsInAPictureAreNotTheArticles() throws {
    let (document, _) = try page(
      ##"{"@type": "NewsArticle", "copyrightNotice": "(c) Nordwind", "image": {"@id": "#quay"}}"##,
      """
      {"@type": "ImageObject", "@id": "#quay", "copyrightNotice": "(c) Lumen", "license": "https://lumen.example/l",
       "creditText": "Bo / Lumen"}
      """)
    #expect(linked(document) == ["notice: (c) Nordwind"])
    let media = document.rights.filter { $0.medium == .picture }
    #expect(media.map(\.text) == ["(c) Lumen", "https://lumen.example/l", "Bo / Lumen"])
  }

  @Test func aDatelineIsNoByline() throws {
    let html = """
      <html><body><div class="hnews hentry"><h1 class="entry-title">Ferry returns</h1><span class="dateline">PORT ELM</span>
      <span class="author vcard"><span class="fn">Ada Lindqvist</span></span>
      <div class="entry-content">\(HTMLReaderTests.prose)</div></div></body></html>
      """
    let document = try readPage(html)
    #expect(document.texts(.dateline) == ["PORT ELM"])
    #expect(document.texts(.byline).isEmpty)
    #expect(document.texts(.author) == ["Ada Lindqvist"])
  }
}
