import Testing

@testable import WireDocuments

@Suite struct WARCReaderTests {
  static let page =
    "<html><head><title>Ferry</title></head><body><article><p>The ferry is back.</p></article></body></html>"

  static func record(_ type: String, _ content: [UInt8], more: String = "", length: Int? = nil) -> [UInt8] {
    Array(
      ("WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-11-26T08:00:00Z\r\n"
        + "WARC-Target-URI: <https://nordwind.example/ferry>\r\n"
        + "Content-Type: \(type == "resource" ? "text/html" : "application/http")\r\n\(more)"
        + "Content-Length: \(length ?? content.count)\r\n\r\n").utf8) + content + Array("\r\n\r\n".utf8)
  }

  static func response(_ body: [UInt8], _ fields: String = "", status: String = "200 OK") -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\nContent-Type: text/html; charset=utf-8\r\n\(fields)\r\n".utf8) + body
  }

  static func drain(_ file: [UInt8]) throws -> (
    documents: [Document], fault: ReadingFault?, skipped: [SkippedPart]
  ) {
    try ContainerTests.drain(file, as: "crawl.warc.gz")
  }

  static let chunked = Array("5;x=y\r\n<p>Th\r\n14\r\ne ferry is back.</p>\r\n0\r\n\r\n".utf8)

  @Test(arguments: [true, false]) func tellsAnArchiveThatIsPackedInOnePiece(_ isOnePiece: Bool) throws {
    let records = [1, 2].map { _ in Self.record("response", Self.response(Array(Self.page.utf8))) }
    let file = isOnePiece ? gzip(records.flatMap(\.self)) : records.flatMap { gzip($0) }
    let documents = try Self.drain(file).documents
    #expect(documents.map(\.codes) == [isOnePiece ? ["gzip-members"] : [], []])
  }

  @Test func readsPagesAndLeavesTheRestAside() throws {
    let page = Array(Self.page.utf8)
    let records = [
      Self.record("warcinfo", Array("software: x".utf8)), Self.record("request", Array("GET /".utf8)),
      Self.record("response", Self.response(page)), Self.record("resource", page),
      Self.record("response", Self.response(page, status: "404 Not Found")),
      Self.record("revisit", []), Self.record("request", []),
    ]
    // As crawlers pack them: one gzip member a record.
    let (documents, fault, skipped) = try Self.drain(records.flatMap { gzip($0) })
    #expect(fault == nil)
    #expect(documents.map { $0.body.strings } == [["The ferry is back."], ["The ferry is back."]])
    #expect(documents.map(\.headline) == ["Ferry", "Ferry"] && documents.map(\.origin.item) == [1, 2])
    #expect(documents.first?.texts(.permalink) == ["https://nordwind.example/ferry"])
    #expect(
      skipped.map(\.path) == [
        "crawl.warc.gz, 1 records", "crawl.warc.gz, 2 records", "crawl.warc.gz, 1 records",
        "crawl.warc.gz, 1 records",
      ])
  }

  @Test func takesTheRightsOfTheHeader() throws {
    let fields =
      "tdm-reservation: 1\r\ntdm-policy: https://n.example/tdm.json\r\nX-Robots-Tag: noai\r\n"
      + "Link: <https://n.example/a>; rel=\"next\", <https://l.example/by>; rel=\"license\"\r\n"
      + "Link: <https://l.example/other>; rel=license; anchor=\"https://n.example/b\"\r\n"
    let page = Self.record("response", Self.response(Array(Self.page.utf8), fields))
    let document = try #require(try Self.drain(page).documents.first)
    #expect(
      document.statements == [
        "data-mining: 1", "data-mining: https://n.example/tdm.json", "data-mining: noai",
        "link: https://l.example/by",
      ])
    let post = #"{"guid":"1","type":"text","headline":"F","body_html":"<p>The ferry.</p>"}"#
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ntdm-reservation: 1\r\n\r\n\(post)"
    let json = try #require(try Self.drain(Self.record("response", Array(answer.utf8))).documents.first)
    #expect(json.statements == ["data-mining: 1"])
  }

  /// JSON of a known kind is read as what it is; other JSON is what scripts of pages ask for.
  @Test func readsJSON() throws {
    let posts =
      #"[{"id":7,"type":"post","status":"publish","link":"u","title":{"rendered":"F"},"content":{"rendered":"<p>The ferry.</p>"}},"#
      + #"{"id":8,"type":"post","status":"draft","link":"u","title":{"rendered":"G"},"content":{"rendered":"<p>The quay.</p>"}}]"#
    let linked =
      #"{"@context":"https://schema.org","@type":"NewsArticle","headline":"H","articleBody":"The crew.","copyrightNotice":"© NW"}"#
    func record(_ text: String, _ type: String, cut: Int = 0) -> [UInt8] {
      let body = Array(text.utf8).dropLast(cut)
      return Self.record("response", Array("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\n".utf8) + body)
    }
    let file =
      record(posts, "application/json; charset=UTF-8") + record(#"{"cart":[1,2]}"#, "application/json")
      + record(linked, "application/ld+json") + record(posts, "application/json", cut: 30)
      + record("not JSON", "application/json") + Self.record("response", Self.response(Array(Self.page.utf8)))
    let (documents, fault, skipped) = try Self.drain(file)
    #expect(fault == nil && documents.map(\.origin.item) == Array(1...documents.count))
    #expect(documents.map(\.origin.format) == ["wprest", "wprest", "jsonld", "wprest", "warc", "warc"])
    #expect(
      documents.map(\.body.strings) == [
        ["The ferry."], ["The quay."], ["The crew."], ["The ferry."], [], ["The ferry is back."],
      ])
    #expect(documents[2].statements == ["notice: © NW"] && documents[2].headline == "H")
    #expect(documents.map(\.losesText) == [false, false, false, false, true, false])
    #expect(documents.allSatisfy { $0.texts(.permalink).contains("https://nordwind.example/ferry") })
    #expect(skipped.map(\.path) == ["crawl.warc.gz, 2 records"])
  }

  /// Feeds, wire items and texts that a site hands out are read as what they are; files for programs are not.
  @Test func readsXMLAndPlainText() throws {
    func record(_ text: String, _ type: String, path: String = "ferry") -> [UInt8] {
      let record = Self.record(
        "response", Array("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\n\(text)".utf8))
      return Array(
        String(decoding: record, as: UTF8.self).replacing("example/ferry>", with: "example/\(path)>").utf8)
    }
    let nitf =
      #"<nitf><head><docdata management-status="canceled"/></head><body><body.content><p>The crew.</p>"#
      + "</body.content></body></nitf>"
    let rss =
      "<rss version=\"2.0\"><channel><item><title>F</title><description>The quay.</description></item></channel></rss>"
    let map =
      #"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://n.example/a</loc></url></urlset>"#
    let file =
      record(nitf, "text/xml") + record(rss, "application/rss+xml")
      + record("The ferry is back.", "text/plain")
      + record("User-agent: *", "text/plain", path: "robots.txt") + record(map, "application/xml")
      + record("<state><cart>1</cart></state>", "application/xml") + record("<svg/>", "image/svg+xml")
    let (documents, fault, skipped) = try Self.drain(file)
    #expect(fault == nil && documents.map(\.origin.item) == [1, 2, 3])
    #expect(documents.map(\.origin.format) == ["nitf", "feed", "text"])
    #expect(documents.map(\.body.strings) == [["The crew."], ["The quay."], ["The ferry is back."]])
    #expect(documents.first?.status?.value == .canceled)
    #expect(documents.allSatisfy { $0.texts(.permalink) == ["https://nordwind.example/ferry"] })
    #expect(documents[2].codes.isEmpty)
    #expect(skipped.map(\.path) == [1, 2, 1].map { "crawl.warc.gz, \($0) records" })
  }

  /// Only the server knows the encoding of a text.
  @Test func readsATextInTheEncodingOfItsServer() throws {
    let answer =
      Array("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=iso-8859-2\r\n\r\nP".utf8) + [0xB3]
      + Array("yw.".utf8)
    let document = try #require(try Self.drain(Self.record("response", answer)).documents.first)
    #expect(document.body.strings == ["Pływ."])
  }

  /// A line longer than any header is no end of the archive.
  @Test func tellsOfWhatIsNoRecord() throws {
    let long = Array(String(repeating: "word", count: 50_000).utf8)
    let (documents, fault, _) = try Self.drain(Self.record("resource", Array(Self.page.utf8)) + long)
    #expect(documents.count == 1 && fault?.code == "warc-damaged")
  }

  /// Chunks and codings are undone; what cannot be undone is told.
  @Test(
    arguments: [
      ("Transfer-Encoding: chunked\r\n", chunked, nil, false),
      ("Transfer-Encoding: chunked\r\n", Array(chunked.dropLast(12)), "truncated", true),
      ("Transfer-Encoding: chunked\r\n", Array(page.utf8), "http-chunks", false),
      ("Content-Encoding: gzip\r\n", gzip(Array(page.utf8)), nil, false),
      ("Content-Encoding: gzip\r\n", Array(gzip(Array(page.utf8)).dropLast(30)), "gzip-damaged", true),
      ("Content-Encoding: gzip\r\n", Array(page.utf8), nil, false),
      ("Content-Encoding: br\r\n", [1, 2, 3], "content-coding", true),
      ("Content-Length: 9999\r\n", Array(page.utf8), "http-length", true),
    ] as [(String, [UInt8], String?, Bool)])
  func undoesCodings(_ fields: String, _ body: [UInt8], _ code: String?, _ loses: Bool) throws {
    let document = try #require(
      try Self.drain(Self.record("response", Self.response(body, fields))).documents.first)
    #expect(code.map { document.codes.contains($0) } ?? document.codes.isEmpty)
    #expect(document.problems.contains { $0.losesText } == loses)
    if code != "content-coding" { #expect(document.body.strings.joined().contains("ferry")) }
  }

  /// What unpacks to more than an item may have is read as far as that, and told, however it is packed.
  @Test(arguments: [1, 2]) func contentThatUnpacksToMoreThanAnItemIsCut(_ times: Int) throws {
    var limits = Limits()
    limits.itemBytes = 20_000
    func read(_ count: Int) throws -> Document {
      var body = Array(("<html><body><p>" + String(repeating: "The ferry is back. ", count: count)).utf8)
      for _ in 0..<times { body = gzip(body) }
      let coding = Array(repeating: "gzip", count: times).joined(separator: ", ")
      let record = Self.record("response", Self.response(body, "Content-Encoding: \(coding)\r\n"))
      return try #require(try ContainerTests.drain(record, as: "a.warc", limits: limits).documents.first)
    }
    let whole = try read(1000)
    #expect(!whole.codes.contains("limit-inflate") && whole.body.wordCount == 4000)
    let cut = try read(2000)
    #expect(cut.problems.first { $0.code == "limit-inflate" }?.losesText == true)
    #expect(cut.body.strings.first?.hasPrefix("The ferry is back.") == true)
    #expect(cut.body.utf8.count <= limits.itemBytes)
  }

  @Test func tellsTheLastGoodPosition() throws {
    let whole = Self.record("response", Self.response(Array(Self.page.utf8)))
    let (cut, cutFault, _) = try Self.drain(Array((whole + whole).dropLast(40)))
    #expect(cut.count == 2 && cut.last?.problems.contains { $0.code == "truncated" && $0.losesText } == true)
    #expect(cutFault?.code == "warc-truncated" && cutFault?.message.contains("record 2") == true)
    let (damaged, fault, _) = try Self.drain(whole + Array("no record\r\n".utf8))
    #expect(damaged.count == 1 && fault?.code == "warc-damaged")
    #expect(fault?.message.contains("1 records before byte") == true)
    let short = Self.record("response", Self.response(Array(Self.page.utf8)), length: 90)
    #expect(try Self.drain(short + whole).fault?.code == "warc-damaged")
  }

  @Test func readsARC() throws {
    let page = Self.response(Array(Self.page.utf8))
    let file =
      "filedesc://crawl.arc 127.0.0.1 20261126080000 text/plain 14\n1 0 Nordwind\nX\n\n"
      + "https://nordwind.example/a b 10.0.0.1 20261126080000 text/html \(page.count)\n"
    let (documents, fault, _) = try Self.drain(Array(file.utf8) + page + [0x0A])
    #expect(fault == nil && documents.map(\.headline) == ["Ferry"])
    #expect(documents.first?.texts(.permalink) == ["https://nordwind.example/a b"])
  }

  @Test func readsTextsMadeOfPages() throws {
    let record = Self.record("conversion", Array("The ferry is back.".utf8))
    #expect(try Self.drain(record).documents.first?.body.strings == ["The ferry is back."])
  }

  @Test func piecesOfARecordAreTold() throws {
    let page = Self.response(Array(Self.page.utf8))
    let first = Self.record("response", page, more: "WARC-Segment-Number: 1\r\n")
    let rest = Self.record(
      "continuation", page, more: "WARC-Segment-Origin-ID: <urn:uuid:1>\r\nWARC-Segment-Number: 2\r\n")
    let both = try Self.drain((first + rest))
    #expect(both.documents.map(\.codes) == [["record-segmented"]])
    #expect(both.documents[0].losesText && both.documents[0].body.strings == ["The ferry is back."])
    #expect(both.documents[0].time(.created)?.raw == "2026-11-26T08:00:00Z")
    #expect(both.documents[0].texts(.other).contains("200"))
    let alone = try Self.drain(rest)
    #expect(alone.documents.map(\.losesText) == [true])
  }
}
