import Testing

@testable import WireDocuments

/// The content decides on the format; the name only where contents look alike.
@Suite struct DetectionTests {
  @Test(arguments: [
    ("Just words.\n\nMore of them.", "a.txt", "text"),
    ("Just words.", "a.md", "markdown"),
    ("---\ntitle: x\n---\nwords", "a.yml", "markdown"),
    ("---\ntitle: x\n---\n<p>words</p>", "a.html", "markdown"),
    ("+++\ntitle = 'x'\n+++\nwords", "-", "markdown"),
    ("---\nAn em dash line opens this.\n---\nwords", "a.txt", "text"),
    ("<p>words</p>", "-", "html"),
    ("<!-- c -->\n<!DOCTYPE html>\n<html><body>words</body></html>", "page", "html"),
    (
      "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body>w</body></html>", "a.xml",
      "html"
    ),
    ("words with <b>markup</b>", "a.html", "html"),
    ("{\"id\":\"1\",\"text\":\"words\"}\n{\"id\":\"2\",\"text\":\"words\"}", "-", "jsonl"),
    ("{\"id\":\"1\",\"uri\":\"u\",\"headline\":\"h\",\"text\":\"words\"}", "-", "jsonl"),
    ("{\"uri\":\"u\",\"headline\":\"h\",\"body_text\":\"words\"}", "-", "ninjs"),
    ("[{\"guid\":\"u\",\"headline\":\"h\",\"body_html\":\"words\"}]", "-", "ninjs"),
    ("{\"uri\":\"u\",\"headline\":\"h\",\"body_text\":\"words\"}", "a.jsonl", "ninjs"),
    ("{\"type\":\"story\",\"version\":\"1\",\"content_elements\":[]}", "a.json", "ans"),
    ("{\"uri\":\"u\",\"type\":\"text\",\"altids\":{\"id\":\"1\"},\"renditions\":{}}", "a.json", "ninjs"),
    ("{\"api_version\":\"1\",\"data\":{\"item\":{\"altids\":{}}}}", "a.json", "apmedia"),
    ("{\"uno\":\"u\",\"headline\":\"h\",\"news\":[\"w\"]}", "a.json", "afp"),
    ("{\"response\":{\"docs\":[{\"uno\":\"u\",\"news\":[\"w\"]}]}}", "a.json", "afp"),
    ("{\"urn\":\"u\",\"headline\":\"h\",\"article_html\":\"<p>w</p>\"}", "a.json", "dpadw"),
    (
      "[{\"guid\":{\"rendered\":\"g\"},\"slug\":\"s\",\"type\":\"post\",\"link\":\"l\",\"title\":{\"rendered\":\"t\"},"
        + "\"content\":{\"rendered\":\"w\"}}]", "a.json", "wprest"
    ),
    ("{\"db\":[{\"data\":{\"posts\":[]}}]}", "a.json", "ghost"),
    ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}", "a.json", "feed"),
    ("<rss version='2.0'><channel/></rss>", "-", "feed"),
    ("<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel/></rss>", "-", "wxr"),
    ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "-", "feed"),
    ("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", "-", "newssitemap"),
    ("<NewsML Version='1.2'/>", "-", "newsml12"),
    ("<?xml version='1.0'?><strange/>", "a.xml", "xml"),
    ("\u{1}abc0001 4 i 10  nw 0001\r\n\r\nTest/\r\n\u{2}Head =\r\n\r\nwords\r\n\u{3}", "a.txt", "iptc7901"),
    ("abc0001 4 i 10  nw 0001\n\nTest/\nHead =\n\nwords\n", "a.txt", "iptc7901"),
    ("abc0001 4 i 10 is a part number.\n\nWords.\n", "a.txt", "text"),
    ("\u{16}\u{16}\u{1}W0001\u{1F}nordw\n\u{2}^Head<\n\twords\n\u{3}", "a.txt", "anpa1312"),
    ("{\\rtf1\\ansi Words}", "a.txt", "rtf"),
    ("From: a@b.example\nMIME-Version: 1.0\nMessage-ID: <1>\n\nWords", "-", "eml"),
    ("From: a@b.example\nSubject: x\nDate: Thu, 26 Nov 2026 09:00:00 +0100\n\nWords", "-", "eml"),
    ("From : a@b.example\nSubject : x\n\nWords", "a.eml", "eml"),
    (
      "From a@b.example Thu Nov 26 09:00:00 2026\nFrom: a@b.example\nMessage-ID: <1>\nReceived: x\n\nW", "-",
      "mbox"
    ),
    ("From here on, nothing was the same.\n\nWords.", "a.txt", "text"),
    ("Subject: to change\n\nWords.", "a.txt", "text"),
    ("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n", "-", "warc"),
    ("<Publication><PublicationComponent><nitf/></PublicationComponent></Publication>", "a.xml", "appl"),
    ("abc0001 4 gen 10 F NW-0001\nTEST/\nHead\n\n   words\n./.\n310100 JUL 97\n", "a.txt", "iptc7901"),
    ("<entry xmlns='http://www.w3.org/2005/Atom'><id>1</id></entry>", "a.xml", "feed"),
    ("<RBNews xmlns=''><headline>h</headline></RBNews>", "a.xml", "agencyxml"),
    ("<release id='1'><longurl>u</longurl><body>w</body></release>", "a.xml", "agencyxml"),
    // Lists of items in the answers of interfaces.
    (
      #"{"entries":[{"urn":"u","version_created":"2026-11-26T08:00:00Z","article_html":"<p>The ferry.</p>"}]}"#,
      "a.json", "dpadw"
    ),
    (
      #"{"_items":[{"guid":"1","type":"text","headline":"F","body_html":"<p>The ferry.</p>"}],"_meta":{"total":1}}"#,
      "a.json", "ninjs"
    ),
    (#"{"total":1,"hits":[{"uri":"u","headline":"F","body_text":"The ferry."}]}"#, "a.json", "ninjs"),
    (#"{"data":[{"uri":"u","headline":"F","body_text":"The ferry."}]}"#, "-", "ninjs"),
    ("id,title,body,status\n1,Ferry,The ferry.,draft\n", "-", "csv"),
    ("id;title;body\n1;Ferry;The ferry.\n", "export.txt", "csv"),
    ("Title, text, and body of a law\nare three things.\n", "a.txt", "text"),
    ("title,body,id\n\nThe ferry is back.\n", "a.txt", "text"),
    ("---json\n{\"title\": \"F\"}\n---\nWords.", "-", "markdown"),
    ("---toml\ntitle = \"F\"\n---\nWords.", "-", "markdown"),
    (
      "<s:Envelope xmlns:s='urn:s'><s:Body><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='u'/></s:Body></s:Envelope>",
      "a.xml", "newsmlg2"
    ),
  ]) func tellsTheFormat(_ text: String, _ path: String, _ format: String) throws {
    #expect(try openSource(Array(text.utf8), as: path).format.name == format)
  }

  /// Settings among a site's files are no loss; a text of many words that no reader knows is.
  @Test(arguments: [(39, "unknown-format"), (60, "unknown-copy")])
  func tellsUnknownCopyFromSettings(_ words: Int, _ code: String) {
    let text = Array(repeating: "ferry", count: words).joined(separator: " ")
    let fault = #expect(throws: ReadingFault.self) { try read(#"{"memo":{"x":"\#(text)"}}"#, as: "a.json") }
    #expect(fault?.code == code)
  }

  @Test func tellsWhatIsPackedTwice() {
    let fault = #expect(throws: ReadingFault.self) {
      try read(gzip(gzip(Array("The ferry.".utf8))), as: "a.gz")
    }
    #expect(fault?.code == "packed-twice")
  }

  @Test(arguments: [
    ("<html>busy</html>", "export.xml"),
    (#"{"pictures":[{"uri":"u","type":"picture","version":"1"}]}"#, "a.json"),
    ("{\"posts\":[]}", "a.json"),
    ("<contentSet><inlineXML><nitf><body/></nitf></inlineXML></contentSet>", "cut.xml"),
  ]) func refusesOthers(_ text: String, _ path: String) {
    #expect { _ = try DocumentSource(bytes: Array(text.utf8), path: path) } throws: {
      ($0 as? ReadingFault)?.code == "unknown-format"
    }
  }
}
