import Testing
import WireText

@testable import WireDocuments

/// An item of the AP Media API and the NITF that lies beside it are one document.
@Suite struct TextBesideTests {
  private static let item =
    #"{"data": {"item": {"altids": {"itemid": "n1"}, "version": 2, "type": "text", "pubstatus": "usable","#
    + #" "headline": "Ferry returns", "embargoed": "2026-11-26T12:00:00Z", "copyrightnotice": "© 2026 Nordwind","#
    + #" "usageterms": ["Print only"], "renditions": {"nitf": {"href": "https://n.example/1"}}}}}"#
  private static let text =
    "<nitf><head><docdata><doc-id regsrc='NW'/><doc.copyright holder='Nordwind' year='2026'/></docdata></head><body>"
    + "<body.head><hedline><hl1>Ferry returns</hl1></hedline></body.head>"
    + "<body.content><p>The ferry is back.</p></body.content></body></nitf>"

  /// What reading some files in order comes to: the documents, and the reasons for what was left aside.
  private static func read(_ files: [String: String]) throws -> (documents: [Document], reasons: [String]) {
    let open: FeedOpening = { path throws(ReadingFault) in
      try DocumentSource(bytes: Array((files[path] ?? "").utf8), path: path)
    }
    let paths = files.keys.sorted()
    let opening = TextBeside(among: paths).opening(open)
    var documents: [Document] = []
    var reasons: [String] = []
    for path in paths {
      var feed = try opening(path)
      while let document = try feed.next() { documents.append(document) }
      reasons += feed.skipped.map(\.reason)
    }
    return (documents, reasons)
  }

  @Test(arguments: ["n/a.xml", "n/a.nitf", "n/a-nitf.xml", "n/a.nitf.xml", "n/a_NITF.XML"])
  func readsTheTextWithItsItem(_ path: String) throws {
    let (documents, reasons) = try Self.read(["n/a.json": Self.item, path: Self.text])
    let document = try #require(documents.first)
    #expect(documents.count == 1 && reasons.count == 1)
    #expect(document.origin.path == path && document.body.strings == ["The ferry is back."])
    #expect(document.id == "n1" && document.version == "2" && document.status?.value == .usable)
    #expect(document.statements == ["notice: © 2026 Nordwind", "terms: Print only", "holder: Nordwind"])
    #expect(document.embargo?.instant?.iso8601 == "2026-11-26T12:00:00Z")
    #expect(!document.codes.contains("body-remote"))
    // Places of the item would count the bytes of another file.
    #expect(document.rights.map { $0.range == nil } == [true, true, false])
    expectPlaces(document, in: Array(Self.text.utf8))
  }

  @Test(arguments: [("usable", "canceled", Status.Value.canceled), ("withheld", "usable", .withheld)])
  func eitherFileMayRestrictTheStory(item: String, text: String, status: Status.Value) throws {
    let (documents, _) = try Self.read([
      "n/a.json": Self.item.replacing(#"pubstatus": "usable"#, with: #"pubstatus": "\#(item)"#),
      "n/a.xml": Self.text.replacing("<docdata>", with: "<docdata management-status='\(text)'>"),
    ])
    #expect(documents.map(\.status?.value) == [status])
  }

  /// What does not belong together stays apart: another story, several items, no text, another name.
  @Test(arguments: [
    [
      "n/a.json": item,
      "n/a.xml": text.replacing("Ferry returns", with: "Bridge opens").replacing(
        "regsrc", with: "id-string='n2' regsrc"),
    ],
    [
      "n/a.json": item,
      "n/a.xml": "<rss version='2.0'><channel><item><title>Ferry returns</title></item></channel></rss>",
    ],
    ["n/a.json": item, "n/a.xml": "<set>\(text)\(text)</set>"], ["n/a.json": item, "n/b.xml": text],
    [
      "n/a.json": item.replacing("\"type\"", with: "\"body_html\": \"<p>Own words.</p>\", \"type\""),
      "n/a.xml": text,
    ],
    ["n/a.json": item, "n/a.xml": text, "n/a.nitf": text],
  ])
  func leavesApart(_ files: [String: String]) throws {
    let (documents, reasons) = try Self.read(files)
    #expect(documents.count >= files.count && reasons.isEmpty)
    #expect(documents.contains { $0.origin.format == "apmedia" })
  }
}
