import TestSupport
import Testing

/// A format as the contract of silent losses writes it: what stands before and after the text of a story.
struct MarkerFormat: Sendable, CustomTestStringConvertible {
  /// The sentence that must not be lost.
  static let marker = "MARKER sentence number seven stands here"

  let name: String
  let path: String
  let head: String
  let tail: String
  /// How text is written so that the format takes it.
  var escape: @Sendable ([UInt8]) -> [UInt8] = { $0 }
  /// How the file is packed.
  var pack: @Sendable ([UInt8]) -> [UInt8] = { $0 }

  var testDescription: String { name }

  /// A file with words, the nasty, the sentence and more words; every other seed writes the nasty as the format asks.
  func file(_ nasty: Nasty, seed: Int, _ numbers: inout SplitMix) -> [UInt8] {
    let words = ["ferry", "harbour", "crew", "storm", "ticket", "captain"]
    func some(_ count: Int) -> String {
      (0..<count).map { _ in words.randomElement(using: &numbers) ?? "" }.joined(separator: " ")
    }
    let isLarge = MarkerContractTests.wanted != nil && seed == 0
    let times = isLarge ? 1 : Int.random(in: 1...3, using: &numbers)
    let bytes = Array(repeating: nasty.bytes(isLarge), count: times).flatMap(\.self)
    let before = Array((some(Int.random(in: 0...12, using: &numbers)) + " ").utf8)
    let written = seed % 2 == 0 ? bytes : escape(bytes)
    let after = Array(" \(Self.marker) \(some(3)).".utf8)
    return pack(Array(head.utf8) + before + written + after + Array(tail.utf8))
  }
}

extension MarkerFormat {
  private static func xml(_ name: String, _ path: String, _ head: String, _ tail: String) -> MarkerFormat {
    MarkerFormat(name: name, path: path, head: head, tail: tail) { bytes in
      bytes.flatMap { byte -> [UInt8] in
        switch byte {
        case UInt8(ascii: "<"): Array("&lt;".utf8)
        case UInt8(ascii: "&"): Array("&amp;".utf8)
        default: [byte]
        }
      }
    }
  }

  private static func json(_ name: String, _ path: String, _ head: String, _ tail: String) -> MarkerFormat {
    MarkerFormat(name: name, path: path, head: head, tail: tail) { bytes in
      bytes.flatMap { byte -> [UInt8] in
        switch byte {
        case 0x22: Array("\\\"".utf8)
        case 0x5C: Array("\\\\".utf8)
        case 0x0A: Array("\\n".utf8)
        case 0..<0x20: Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
        default: [byte]
        }
      }
    }
  }

  /// A format of which one part is written and packed with others.
  private func packed(_ name: String, _ path: String, _ pack: @escaping @Sendable ([UInt8]) -> [UInt8])
    -> MarkerFormat
  {
    MarkerFormat(name: name, path: path, head: head, tail: tail, escape: escape, pack: pack)
  }

  /// A format whose text stands in a string in a string.
  private static func twice(_ inner: MarkerFormat) -> MarkerFormat {
    MarkerFormat(name: inner.name, path: inner.path, head: inner.head, tail: inner.tail) { bytes in
      inner.escape(inner.escape(bytes))
    }
  }

  static var all: [MarkerFormat] { markup + pages + trees + texts + packages }

  private static var markup: [MarkerFormat] {
    [
      xml(
        "nitf", "a.xml",
        "<nitf><body><body.head><hedline><hl1>F</hl1></hedline></body.head><body.content><p>",
        "</p></body.content></body></nitf>"),
      xml(
        "newsmlg2", "a.xml",
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='u' version='1' standard='NewsML-G2' standardversion='2.28'><contentSet><inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><body><p>",
        "</p></body></html></inlineXML></contentSet></newsItem>"),
      xml(
        "newsml1", "a.xml",
        "<NewsML Version='1.2'><NewsItem><NewsComponent><Role FormalName='Main'/><ContentItem><DataContent><p>",
        "</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"),
      xml(
        "wxr", "a.xml",
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:wp='http://wordpress.org/export/1.2/'><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>F</title><wp:post_type>post</wp:post_type><content:encoded><![CDATA[<p>",
        "</p>]]></content:encoded></item></channel></rss>"),
      xml(
        "rss", "a.xml", "<rss version='2.0'><channel><title>C</title><item><title>F</title><description>",
        "</description></item></channel></rss>"),
      xml(
        "atom", "a.xml",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>F</title><content type='html'>",
        "</content></entry></feed>"),
      xml(
        "blogger", "a.xml",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><category scheme='k' term='http://schemas.google.com/blogger/2008/kind#post'/><title>F</title><content type='html'>",
        "</content></entry></feed>"),
      xml(
        "agencyxml", "a.xml", "<RBNews><NewsID>1</NewsID><headline>F</headline><content>",
        "</content></RBNews>"),
      xml(
        "appl", "a.xml",
        "<Publication xmlns='http://ap.org/schemas/03/2005/appl'><PublicationComponent Role='Main'><TextContentItem><DataContent><nitf><body.content><block><p>",
        "</p></block></body.content></nitf></DataContent></TextContentItem></PublicationComponent></Publication>"
      ),
      xml("xml", "a.xml", "<story><part>", "</part></story>"),
      // An address without news: one with them says with each item that its text is elsewhere.
      xml(
        "newssitemap", "a.xml",
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://h.example/",
        "</loc></url></urlset>"),
    ]
  }

  private static var pages: [MarkerFormat] {
    [
      xml("html fragment", "a.html", "<p>", "</p><p>End of it.</p>"),
      xml(
        "html page", "a.html",
        "<!DOCTYPE html><html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>The ferry is back in the harbour, and the crew is on board again after the storm.</p><p>",
        "</p><p>The captain says that tickets are sold from today on, and that all trips go as planned.</p></article></body></html>"
      ),
      xml(
        "medium", "a.html",
        "<!DOCTYPE html><html><body><article class='h-entry'><h1 class='p-name'>F</h1><section data-field=\"body\"><p>",
        "</p></section></article></body></html>"),
    ]
  }

  private static var trees: [MarkerFormat] {
    [
      json(
        "wprest", "a.json",
        #"[{"id":1,"date_gmt":"2026-11-24T10:00:00","link":"l","title":{"rendered":"F"},"content":{"rendered":"<p>"#,
        #"</p>"}}]"#),
      json("json", "a.json", #"{"page":{"story":{"headline":"F","content":"<p>"#, #"</p>"}}}"#),
      json("ghost", "a.json", #"{"posts":[{"uuid":"u","title":"F","html":"<p>"#, #"</p>"}]}"#),
      json("afp", "a.json", #"{"uno":"u","headline":"F","news":["<p>"#, #"</p>"]}"#),
      json(
        "dpadw", "a.json", #"{"urn":"u","headline":"F","article_html":"<section class='main'><p>"#,
        #"</p></section>"}"#),
      json(
        "ans", "a.json",
        #"{"_id":"1","type":"story","version":"0.10","content_elements":[{"type":"text","content":""#,
        #""}]}"#),
      json(
        "contentful", "a.json",
        #"{"sys":{"id":"1"},"fields":{"title":{"en":"F"},"body":{"en":{"nodeType":"document","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":""#,
        #""}]}]}}}}"#),
      json(
        "sanity", "a.ndjson",
        #"{"_id":"1","_type":"post","title":"F","body":[{"_type":"block","children":[{"_type":"span","text":""#,
        "\"}]}]}\n"),
      json(
        "drupal", "a.json",
        #"{"jsonapi":{},"data":[{"type":"node--article","id":"1","attributes":{"title":"F","body":{"value":""#,
        #""}}}]}"#),
      json("wagtail", "a.json", #"[{"model":"blog.blogpage","pk":1,"fields":{"body":"<p>"#, #"</p>"}}]"#),
      json(
        "wagtailapi", "a.json", #"{"id":1,"meta":{"detail_url":"u"},"title":"F","body":"<p>"#, #"</p>"}"#),
      json(
        "strapi", "a.json", #"{"data":[{"id":1,"documentId":"d","title":"F","content":""#, #""}],"meta":{}}"#),
      json(
        "applenews", "a.json",
        #"{"identifier":"1","layout":{},"components":[{"role":"body","format":"html","text":"<p>"#,
        #"</p>"}]}"#),
      twice(
        json(
          "envelope", "a.json", #"{"Message":"{\"uri\":\"u\",\"headline\":\"F\",\"body_html\":\"<p>"#,
          #"</p>\"}"}"#)),
      json("ninjs", "a.json", #"{"uri":"u","headline":"F","body_html":"<p>"#, #"</p>"}"#),
      json(
        "jsonfeed", "a.json",
        #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"<p>"#, #"</p>"}]}"#
      ),
      json(
        "apmedia", "a.json",
        #"{"data":{"item":{"altids":{"itemid":"1"},"type":"text","headline":"F","body_html":"<p>"#,
        #"</p>"}}}"#),
      json(
        "jsonld", "a.json",
        #"{"@context":"https://schema.org","@type":"NewsArticle","articleBody":"<p>"#, #"</p>"}"#),
      json("jsonl", "a.jsonl", #"{"id":"1","text":""#, "\"}\n"),
    ]
  }

  private static var texts: [MarkerFormat] {
    [
      MarkerFormat(name: "text", path: "a.txt", head: "The ferry is back.\n\n", tail: "\n\nMore.\n"),
      MarkerFormat(
        name: "markdown", path: "a.md", head: "---\ntitle: F\n---\nThe ferry is back.\n\n",
        tail: "\n\nMore.\n"),
      MarkerFormat(
        name: "movabletype", path: "a.txt", head: "TITLE: F\nSTATUS: Publish\n-----\nBODY:\n",
        tail: "\n-----\n--------\n"),
      MarkerFormat(name: "csv", path: "a.csv", head: "title,body\nF,\"", tail: "\"\n") { bytes in
        bytes.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }
      },
      MarkerFormat(
        name: "rtf", path: "a.rtf", head: "{\\rtf1\\ansi The ferry is back.\\par ", tail: "\\par More.}"
      ) { bytes in
        bytes.flatMap { [0x5C, 0x7B, 0x7D].contains($0) ? [0x5C, $0] : [$0] }
      },
      MarkerFormat(
        name: "eml", path: "a.eml",
        head: "From: ada@h.example\nSubject: F\nDate: Tue, 24 Nov 2026 10:00:00 +0000\n\n",
        tail: "\n"),
      MarkerFormat(
        name: "eml html", path: "a.eml",
        head:
          "From: ada@h.example\nSubject: F\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>",
        tail: "</p>\n"),
      MarkerFormat(
        name: "mbox", path: "a.mbox",
        head: "From ada@h.example Tue Nov 24 10:00:00 2026\nFrom: ada@h.example\nSubject: F\n\n", tail: "\n\n"
      ),
      MarkerFormat(
        name: "warc", path: "a.warc",
        head:
          "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://h.example/1\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p>",
        tail: "</p>\r\n\r\n"),
      MarkerFormat(
        name: "iptc7901", path: "a.txt",
        head: "\u{1}abc0001 4 i 10  nw 0001\r\n\r\nTest/\r\n\u{2}Head =\r\n\r\n",
        tail: "\r\n\u{3}241000 Nov 26\u{4}"),
      MarkerFormat(
        name: "zczc", path: "a.txt", head: "ZCZC NW1\n$A\n:Ferry\nThe ferry is back.\n\n", tail: "\nNNNN\n"),
      MarkerFormat(
        name: "anpa1312", path: "a.txt", head: "\u{16}\u{16}\u{1}W0001\u{1F}nordw\n\u{2}^Head<\n\t",
        tail: "\n\u{3}"),
    ]
  }

  private static var packages: [MarkerFormat] {
    let text = MarkerFormat(name: "", path: "", head: "The ferry is back.\n\n", tail: "\n\nMore.\n")
    let word = xml(
      "", "", "<w:document \(OfficeReaderTests.word)><w:body><w:p><w:r><w:t>",
      "</w:t></w:r></w:p></w:body></w:document>")
    let open = xml(
      "", "",
      "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><text:p>",
      "</text:p></office:text></office:body></office:document-content>")
    return [
      text.packed("zip", "a.zip") { ZIPWriter.archive([ZIPWriter.Member("a.txt", $0)]) },
      text.packed("tar", "a.tar") {
        TARWriter.block("a.txt", $0, type: "0") + [UInt8](repeating: 0, count: 1024)
      },
      word.packed("docx", "a.docx") { document in
        let main = OfficeReaderTests.relationships([("officeDocument", "word/document.xml")])
        return ZIPWriter.archive([
          ZIPWriter.Member("[Content_Types].xml", "<Types/>"), ZIPWriter.Member("_rels/.rels", main),
          ZIPWriter.Member("word/document.xml", document),
        ])
      },
      open.packed("odt", "a.odt") { content in
        ZIPWriter.archive([
          ZIPWriter.Member("mimetype", "application/vnd.oasis.opendocument.text"),
          ZIPWriter.Member("content.xml", content),
        ])
      },
    ]
  }
}
