import TestSupport
import Testing
import WireText

@testable import WireDocuments

/// What a user is told of an input that is not what a reader expects.
@Suite struct OddInputTests {
  @Test(
    arguments: [
      ("a.txt", "Ferry", "one-word"), ("a.txt", "  \n", "no-text"),
      ("a.txt", "https://a.example/1\nhttps://a.example/2\n", "addresses-only"),
      ("a.txt", "The ferry <b>is</b> back.", "markup-in-text"),
      ("a.html", "<p>The ferry is back.</p>", "html-fragment"),
      ("a.html", LongText(.times(2_000, "<p>"), "x"), "markup-without-text"),
      (
        "a.xhtml",
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://w.example/x.dtd\"><html><body><p>The ferry.</p></body></html>",
        "doctype-not-read"
      ),
      (
        "a.rtf",
        "{\\rtf1\\ansi{\\*\\listoverridetable{\\listoverride\\listoverridecount0\\listid3\\levelnfc23\\ls1}}The ferry is back.}",
        "rtf-lists"
      ),
    ] as [(String, LongText, String)])
  func tellsWhatIsOdd(_ path: String, _ content: LongText, _ code: String) throws {
    let document = try #require(try read(content.text, as: path).first)
    #expect(document.codes.contains(code))
  }

  /// Each byte of a code page is a letter in it, so that nothing shows whether the page is right.
  @Test func tellsAnEncodingThatOnlyThePageSays() throws {
    let start = "<html><head><meta charset=koi8-r></head><body><p>"
    let file = Array(start.utf8) + [0xD0, 0xC1, 0xD2, 0xCF, 0xCD] + Array("</p></body></html>".utf8)
    let document = try #require(try read(file, as: "a.html").first)
    #expect(document.body.strings == ["паром"] && document.codes == ["encoding-declared"])
  }

  @Test(arguments: [
    ("a.txt", "The ferry is back."), ("a.txt", "See https://a.example/1 for times."),
    ("a.txt", "If a < b and c > d, the ferry sails."),
    (
      "a.rtf",
      "{\\rtf1\\ansi{\\*\\listoverridetable{\\listoverride\\listoverridecount1{\\lfolevel\\listlevel\\levelnfc23}\\ls1}}The ferry.}"
    ),
    ("a.html", "<html><body><p>The ferry is back.</p></body></html>"),
  ]) func saysNothingOfWhatIsUsual(_ path: String, _ content: String) throws {
    #expect(try read(content, as: path).first?.problems.isEmpty == true)
  }

  /// A wrong format is told with what the file looks like; where no text came of it, the text is lost.
  @Test(arguments: [
    (#"{"_id":"1","type":"story","version":"0.1","content_elements":[]}"#, "a.json", "wprest", "ans"),
    (
      "<rss version='2.0'><channel><item><description>Words.</description></item></channel></rss>", "a.xml",
      "nitf", "feed"
    ),
    ("<nitf><body><body.content><p>Words.</p></body.content></body></nitf>", "a.xml", "jsonl", "nitf"),
    ("<p>The ferry.</p>", "a.html", "eml", "html"), ("{\\rtf1\\ansi The ferry.}", "a.rtf", "docx", "rtf"),
    ("From: a@x\nSubject: F\nDate: x\nMessage-ID: <1>\n\nWords.", "a.eml", "movabletype", "eml"),
  ]) func tellsAWrongFormat(_ content: String, _ path: String, _ forced: String, _ real: String) {
    var told = ""
    do {
      for document in try read(content, as: path, format: forced) {
        told += document.problems.filter { $0.losesText || !document.body.isEmpty }.map(\.message).joined()
      }
    } catch {
      told = "\(error)"
    }
    #expect(told.contains("looks like \(real)"))
  }

  /// What is cut is told, whatever came of it.
  @Test(arguments: [
    ("<html><body><div class='a'><p>The ferry is back in the harb", true),
    ("<html><body><div><p>The ferry is back in the harbour.</div></body></html>", false),
    ("<html><body><p>The ferry is back in the harbour.", false),
    ("<div><p>The ferry is back in the harbour.", false),
    ("<html><body><div><p>The ferry is back in the harbour.</body></html>", false),
  ]) func tellsAPageThatIsCut(_ content: String, _ isCut: Bool) throws {
    let document = try readPage(content)
    #expect(document.problems.contains { $0.code == "truncated" && $0.losesText } == isCut)
  }

  /// Of an export that is cut the items before are read, then the place is told; the item that is cut is not read.
  @Test(arguments: [
    (
      "a.json",
      #"{"db":[{"data":{"posts":[{"uuid":"1","title":"A","html":"<p>One.</p>"},{"uuid":"2","title":"B","html":"<p>Tw"#,
      ["A"]
    ),
    (
      "a.json",
      #"{"entries":[{"sys":{"id":"1"},"fields":{"title":{"en":"A"},"body":{"en":"One."}}},{"sys":{"id":"2"},"fields":{"title":{"en":"B"}"#,
      ["A"]
    ),
    ("a.json", #"{"jsonapi":{},"data":[{"type":"node--article","id":"1","attributes":{"title":"A"#, []),
    (
      "a.json",
      #"[{"id":1,"date_gmt":"d","link":"l","title":{"rendered":"A"},"content":{"rendered":"<p>One.</p>"}},{"id":2"#,
      ["A"]
    ),
    ("a.json", #"{"uri":"u","headline":"A","body_text":"One."#, []),
    (
      "a.json",
      #"{"_id":"1","type":"story","version":"0.1","content_elements":[{"type":"text","content":"One."},"#, []
    ),
    (
      "a.xml", "<rss version='2.0'><channel><item><title>A</title></item><item><title>B</title><desc", ["A"]
    ),
  ]) func readsWhatIsWhole(_ path: String, _ content: String, _ titles: [String]) throws {
    var source = try DocumentSource(bytes: Array(content.utf8), path: path)
    var found: [String] = []
    let fault = #expect(throws: ReadingFault.self) {
      while let document = try source.next() { found.append(document.headline ?? "") }
    }
    #expect(found == titles && fault?.line == 1 && ["not-json", "truncated"].contains(fault?.code))
  }

  /// XML of no known kind is one text; what holds several records, or is cut out of an item, needs a mapping.
  @Test(arguments: [
    ("<stories><story><a>One.</a></story><story><a>Two.</a></story></stories>", "<story>"),
    (
      "<?xml version='1.0'?><!-- > --><feedlike><head/><row k='>'><![CDATA[</row>]]><b/></row><row><b/></row></feedlike>",
      "<row>"
    ),
    ("<contentSet><inlineData>The ferry.</inlineData></contentSet>", "NewsML-G2"),
    ("<n:groupSet xmlns:n='urn:n'><n:group><n:itemRef/></n:group></n:groupSet>", "NewsML-G2"),
  ]) func asksForAMapping(_ content: String, _ word: String) throws {
    #expect {
      _ = try read(content, as: "a.xml")
    } throws: { error in
      guard let fault = error as? ReadingFault else { return false }
      return fault.code == "unknown-format" && fault.message.contains(word)
        && fault.next.contains("--mapping")
    }
    #expect(try read(content, as: "a.xml", format: "xml").first?.codes.first == "format-guessed")
  }

  @Test(arguments: [
    "<story><head>Ferry</head><p>One.</p><p>Two.</p></story>", "<story><body><p>One.</p></body></story>",
    "<story><p>One <b>two</b>", "<a/>", "<a b='", "<story><x><y/></x><p>One.</p><z><y/></z></story>",
  ]) func takesOtherXMLAsOneText(_ content: String) {
    #expect(XMLOutline(content.utf8).recordName == nil)
  }
}
