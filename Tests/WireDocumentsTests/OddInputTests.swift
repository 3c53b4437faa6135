import Testing
import WireText

@testable import WireDocuments

/// What a user is told of an input that is not what a reader expects.
@Suite struct OddInputTests {
  @Test(arguments: [
    ("a.txt", "Ferry", "one-word"), ("a.txt", "  \n", "no-text"),
    ("a.txt", "https://a.example/1\nhttps://a.example/2\n", "addresses-only"),
    ("a.txt", "The ferry <b>is</b> back.", "markup-in-text"),
    ("a.html", "<p>The ferry is back.</p>", "html-fragment"),
    ("a.html", String(repeating: "<p>", count: 2_000) + "x", "markup-without-text"),
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
  ]) func tellsWhatIsOdd(_ path: String, _ content: String, _ code: String) throws {
    let document = try #require(try read(content, as: path).first)
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
    #expect(try read(content, as: "a.xml", format: "xml").first?.codes == ["format-guessed"])
  }

  @Test(arguments: [
    "<story><head>Ferry</head><p>One.</p><p>Two.</p></story>", "<story><body><p>One.</p></body></story>",
    "<story><p>One <b>two</b>", "<a/>", "<a b='", "<story><x><y/></x><p>One.</p><z><y/></z></story>",
  ]) func takesOtherXMLAsOneText(_ content: String) {
    #expect(XMLOutline(content.utf8).recordName == nil)
  }
}
