import Testing

@testable import WireDocuments

/// Addresses that are relative to that of a feed or an entry.
@Suite struct AddressBaseTests {
  @Test(arguments: [
    ("one.html", "https://a.example/news/x?y#z", "https://a.example/news/one.html"),
    ("../one.html?a=../b", "https://a.example/news/2026/", "https://a.example/news/one.html?a=../b"),
    ("./", "https://a.example/news/x", "https://a.example/news/"),
    ("../../../..", "https://a.example/news/x", "https://a.example/"),
    ("/abs", "https://a.example/news/", "https://a.example/abs"),
    ("/abs", "https://a.example", "https://a.example/abs"),
    ("one", "https://a.example", "https://a.example/one"),
    ("//b.example/c", "https://a.example/news/", "https://b.example/c"),
    ("?p=1", "https://a.example/news/x?y#z", "https://a.example/news/x?p=1"),
    ("#top", "https://a.example/news/x?y#z", "https://a.example/news/x?y#top"),
    ("https://b.example/", "https://a.example/", "https://b.example/"), ("one", "", "one"),
    ("one", "/news/", "one"),
    ("mailto:a@b.example", "https://a.example/", "mailto:a@b.example"),
  ])
  func resolves(_ reference: String, _ base: String, _ address: String) {
    #expect(reference.resolved(at: base) == address)
  }

  @Test func linksOfAnEntryAreRelativeToItsBase() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/"><title>F</title>
      <entry xml:base="2026/"><title>Ferry</title><link href="1.html"/><link rel="canonical" href="/abs"/>
      <content>The ferry.</content></entry></feed>
      """
    let document = try #require(try read(feed, as: "a.xml").first)
    #expect(document.address(.permalink) == "https://a.example/news/2026/1.html")
    #expect(document.address(.canonical) == "https://a.example/abs")
  }
}
