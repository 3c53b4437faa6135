import Testing
import WireText

@testable import WireDocuments

@Suite struct WXRReaderTests {
  @Test func readsAPostWithItsFields() throws {
    let meta = { (key: String, value: String) in
      "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value><![CDATA[\(value)]]></wp:meta_value></wp:postmeta>"
    }
    let more =
      """
      <dc:creator>ada</dc:creator><excerpt:encoded>Short</excerpt:encoded><category domain="tag">ferries</category>
      <wp:post_name>ferry-returns</wp:post_name><wp:post_date_gmt>2026-11-24 10:00:00</wp:post_date_gmt>
      """ + meta("_yoast_wpseo_canonical", "https://meridian.example/42")
      + meta("copyright_notice", "© Meridian")
      + meta("photo_credit", "Bo Hale") + meta("license", "https://licence.example/by")
      + meta("source", "Meridian Wire")
      + meta("_copyright_settings", "a:1:{i:0;s:1:\"x\";}")
    let reading = XMLSamples.read(
      XMLSamples.export(XMLSamples.post(7, "<p>The ferry r&eacute;turned.</p>", more: more)))
    let document = try #require(reading.documents.first)
    #expect(reading.fault == nil && reading.documents.count == 1 && document.problems.isEmpty)
    #expect(document.origin.format == "wxr" && document.origin.dialect == "1.2" && document.type == .text)
    #expect(document.headline == "Story 7" && document.id == "https://harbour.example/?p=7")
    #expect(document.status == Status(.published, raw: "publish") && document.language == "en-GB")
    #expect(document.time(.published)?.instant == Instant(reading: "2026-11-24T10:00:00Z"))
    #expect(document.body.strings == ["The ferry réturned."])
    #expect(reading.source("réturned", in: document) == "r&eacute;turned")
    #expect(document.field(.author)?.text == "ada" && document.field(.slug)?.text == "ferry-returns")
    #expect(document.field(.channel)?.text == "Harbour Post" && document.field(.credit)?.text == "Bo Hale")
    #expect(document.field(.source)?.text == "Meridian Wire")
    #expect(
      document.urls.map { "\($0.name.rawValue) \($0.text)" } == [
        "permalink https://harbour.example/7", "canonical https://meridian.example/42",
      ])
    #expect(
      document.rights.map { "\($0.kind.rawValue) \($0.text)" } == [
        "notice © Meridian", "link https://licence.example/by",
      ])
    #expect(document.rights.map { reading.cut($0.range) } == ["© Meridian", "https://licence.example/by"])
  }

  /// Software that an export went through may give its namespaces other prefixes.
  @Test func readsAnyPrefixes() throws {
    let export = XMLSamples.export(XMLSamples.post(7, "<p>The ferry.</p>", status: "draft"))
      .replacing("wp:", with: "ns1:").replacing("xmlns:wp=", with: "xmlns:ns1=")
      .replacing("content:", with: "ns2:").replacing("xmlns:content=", with: "xmlns:ns2=")
    let document = try #require(XMLSamples.read(export).documents.first)
    #expect(document.origin.dialect == "1.2" && document.status == Status(.draft, raw: "draft"))
    #expect(document.type == .text && document.body.strings == ["The ferry."])
  }

  /// What page builders and other plugins keep beside the content is part of the post's text; what is no copy is not.
  @Test(arguments: [
    (
      "_elementor_data",
      #"[{"settings":{"editor":"<p>A storm took all of the boats out of the harbour.</p>"}}]"#, true
    ),
    ("body_2", "A storm took all of the boats out of the harbour.", true),
    ("_blocks", #"a:1:{s:4:"text";s:9:"A storm took all of the boats out of the harbour.";}"#, true),
    ("body_2", "The ferry is back in the old harbour today, at last.", false),
    ("_oembed_1", "<p>A storm took all of the boats out of the harbour.</p>", false),
    ("_yoast_wpseo_metadesc", "A storm took all of the boats out of the harbour.", false),
  ]) func readsTheTextsOfCustomFields(_ key: String, _ value: String, _ isText: Bool) throws {
    let meta =
      "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value><![CDATA[\(value)]]></wp:meta_value></wp:postmeta>"
    let body = "<p>The ferry is back in the old harbour today, at last.</p>"
    let reading = XMLSamples.read(XMLSamples.export(XMLSamples.post(7, body, more: meta)))
    let document = try #require(reading.documents.first)
    let attached = document.attachments.map { "\($0.name): \(document.body.string($0.range))" }
    #expect(
      attached == (isText ? ["postmeta \(key): A storm took all of the boats out of the harbour."] : []))
    #expect(document.ownParagraphs.count == 1 && document.problems.isEmpty)
  }

  @Test func tellsOfComments() throws {
    let more = String(
      repeating: "<wp:comment><wp:comment_content>Nice</wp:comment_content></wp:comment>", count: 2)
    let reading = XMLSamples.read(XMLSamples.export(XMLSamples.post(7, "x", more: more)))
    let problem = try #require(reading.documents.first?.problems.first)
    #expect(problem.code == "comments-skipped" && problem.message.contains("2 ") && !problem.losesText)
  }

  @Test(arguments: [
    ("publish", "", Status.Value.published), ("draft", "", .draft), ("future", "", .scheduled),
    ("private", "", .private), ("trash", "", .trashed), ("inherit", "", .unknown),
    ("publish", "<wp:post_password>x1</wp:post_password>", .private),
  ]) func tellsPublishedFromTheRest(_ word: String, _ more: String, _ value: Status.Value) throws {
    let text = XMLSamples.export(XMLSamples.post(1, "x", more: more, status: word))
    let document = try #require(XMLSamples.read(text).documents.first)
    #expect(document.status == Status(value, raw: word))
    #expect(!document.fields.contains { $0.text.contains("x1") })
  }

  @Test(arguments: [
    ("post", ItemType.text), ("page", .text), ("article", .text), ("attachment", .attachment),
    ("revision", .revision), ("nav_menu_item", .navigation), ("wp_block", .other), ("custom_css", .other),
  ]) func tellsTypesApart(_ name: String, _ type: ItemType) throws {
    let text = XMLSamples.export(XMLSamples.post(1, "x")).replacing(
      "<wp:post_type>post<", with: "<wp:post_type>\(name)<")
    #expect(XMLSamples.read(text).documents.map(\.type) == [type])
  }

  @Test(arguments: [
    ("[caption id=\"a\" width='3']<img src='x'> A pier[/caption]\nNext", ["A pier", "Next"]),
    ("One.<!--nextpage-->Two.", ["One.", "Two."]),
    ("[caption width='3']<img alt='x [/caption]'> First[/caption]\n\nNext", ["First", "Next"]),
    ("[caption width='3']A [caption]B[/caption] C", ["A", "B", "C"]),
    ("See [gallery ids=\"1,2\"] here", ["See here"]),
    ("[embed]https://v.example/1[/embed]", ["https://v.example/1"]),
    ("He [the mayor] left [sic] at 3 [x = 4]", ["He [the mayor] left [sic] at 3 [x = 4]"]),
    ("He left [su_note color=\"1\"] early[/su_note].", ["He left early."]),
    (
      "[vc_row][vc_column width=\"1/2\"][vc_column_text]Boxed[/vc_column_text][/vc_column][/vc_row] [dropcap]T[/dropcap]he",
      ["Boxed The"]
    ),
    ("Mail us [contact-form-7 id=\"1\"] today", ["Mail us today"]),
    ("Show [[gallery]] as text", ["Show [[gallery]] as text"]),
    ("[audio src=\"a.mp3\"][/audio]Heard", ["Heard"]), ("[videography] stays", ["[videography] stays"]),
    ("One\n\nTwo\nstill two\r\n\r\nThree", ["One", "Two still two", "Three"]),
    (
      "<!-- wp:paragraph {\"a\":\"[b]\"} -->\n<p>Block</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:more -->",
      ["Block"]
    ),
    ("<ul>\n\n<li>a</li>\n\n<li>b</li></ul>", ["a", "b"]), ("<pre>x\n\n[gallery]</pre>", ["x", "[gallery]"]),
    ("<iframe width=\"1\"></iframe><p>After</p>", ["After"]), ("<!-- open", []),
    ("[caption never closed", ["[caption never closed"]),
  ]) func readsContentAsWordPressShowsIt(_ content: String, _ expected: [String]) throws {
    let reading = XMLSamples.read(XMLSamples.export(XMLSamples.post(1, content)))
    let document = try #require(reading.documents.first)
    #expect(document.body.strings == expected)
    for word in ["pier", "here", "mayor", "Heard", "Three", "Block", "After"]
    where expected.contains(where: { $0.contains(word) }) {
      #expect(reading.source(word, in: document) == word)
    }
  }

  @Test func joinsSplitSectionsAndRepairsUnsplitOnes() throws {
    let split = XMLSamples.read(XMLSamples.export(XMLSamples.post(1, "a x]]]]><![CDATA[> b")))
    #expect(split.documents.first?.body.strings == ["a x]]> b"] && split.codes.isEmpty)
    let unsplit = XMLSamples.read(
      XMLSamples.export(XMLSamples.post(1, "a x]]> & <b>b</b>") + XMLSamples.post(2, "Second")))
    #expect(unsplit.documents.map(\.body.strings) == [["a x]]> & b"], ["Second"]])
    #expect(unsplit.codes == ["xml-repaired"] && unsplit.fault == nil)
    #expect(unsplit.documents.first.flatMap { unsplit.source("x]]>", in: $0) } == "x]]>")
  }

  @Test(arguments: [0x00, 0x01, 0x05, 0x0B, 0x0C, 0x18, 0x1C, 0x1F] as [UInt8])
  func replacesControlCharacters(_ control: UInt8) {
    let text = XMLSamples.export(XMLSamples.post(1, "one#two") + XMLSamples.post(2, "Second"))
    let reading = XMLSamples.read(Array(text.utf8).map { $0 == UInt8(ascii: "#") ? control : $0 })
    #expect(reading.documents.count == 2 && reading.fault == nil)
    #expect(reading.documents.last?.body.strings == ["Second"])
    #expect(!reading.codes.isEmpty)
    #expect(reading.documents.first.flatMap { reading.source("two", in: $0) } == "two")
  }

  @Test func losesOnlyTheBrokenItem() throws {
    let broken = "<item><title>Broken</title><content:encoded><p>x</content:encoded></item>"
    let unclosed = "<item><title>Open</title>"
    let text = XMLSamples.export(
      XMLSamples.post(1, "First") + broken + XMLSamples.post(2, "Second") + unclosed
        + XMLSamples.post(3, "Third"))
    let reading = XMLSamples.read(text)
    #expect(reading.documents.map(\.headline) == ["Story 1", "Broken", "Story 2", "Open", "Story 3"])
    #expect(reading.documents.map(\.origin.item) == Array(1...5) && reading.fault == nil)
    #expect(
      reading.documents.map { $0.problems.contains(where: \.losesText) } == [false, true, false, true, false])
    let problem = try #require(reading.documents[1].problems.first)
    let at = try #require(reading.bytes.firstRange(of: Array("Broken".utf8))).lowerBound
    let line = 1 + reading.bytes[..<at].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    #expect(problem.code == "bad-item" && problem.line == line)
  }

  @Test(arguments: ["", "<item><title>Cut", "<item><content:encoded><![CDATA[cut"])
  func tellsAnEarlyEndAfterTheItems(_ end: String) {
    let reading = XMLSamples.read(XMLSamples.export(XMLSamples.post(1, "First"), end: end))
    #expect(reading.documents.map(\.headline) == ["Story 1"])
    #expect(reading.fault?.code == "truncated" && (reading.fault?.line ?? 0) > 5)
  }

  @Test func tellsThatAnOpenSectionSwallowedAnItem() {
    let open = "<item><title>Open</title><content:encoded><![CDATA[text</content:encoded></item>\n"
    let reading = XMLSamples.read(XMLSamples.export(open + XMLSamples.post(2, "Second")))
    #expect(reading.losesText || reading.fault != nil)
  }

  @Test func readsPastAServersWarning() {
    let text =
      "<br />\n<b>Warning</b>: headers sent in <b>x.php</b><br />\n"
      + XMLSamples.export(XMLSamples.post(1, "First"))
    let reading = XMLSamples.read(text)
    #expect(reading.documents.map(\.body.strings) == [["First"]] && reading.codes == ["leading-text"])
    #expect(reading.documents.first.flatMap { reading.source("First", in: $0) } == "First")
  }

  @Test func readsExportsWithoutNamespaces() {
    let text = XMLSamples.export(XMLSamples.post(1, "First")).replacing("xmlns:", with: "x-")
    let reading = XMLSamples.read(text)
    #expect(reading.documents.map(\.body.strings) == [["First"]])
    #expect(reading.codes.contains("namespace-undeclared"))
  }

  @Test func refusesItemsOverTheLimitAndReadsTheOthers() {
    var limits = Limits()
    limits.itemBytes = 100_000
    let large = XMLSamples.post(2, String(repeating: "large words ", count: 60_000))
    let reading = XMLSamples.read(
      XMLSamples.export(XMLSamples.post(1, "First") + large + XMLSamples.post(3, "Third")), limits: limits)
    #expect(reading.documents.map(\.headline) == ["Story 1", nil, "Story 3"])
    #expect(reading.codes == ["limit-item"] && reading.losesText && reading.fault == nil)
  }

  /// An export that is made up as it is read: 40 MB, of which little may be held at any time.
  @Test func holdsOneItemAtATime() throws {
    let items = (1...40).map {
      XMLSamples.post($0, String(repeating: "<p>Words of the harbour.</p>\n", count: 100))
    }
    let chunk = Array(items.joined().utf8)
    let frame = XMLSamples.export("#").split(separator: "#").map { Array($0.utf8) }
    var given = 0
    let count = 300
    let input = ByteInput { () throws(ReadingFault) in
      given += 1
      if given == 1 { return frame[0] }
      return given <= count + 1 ? chunk : given == count + 2 ? frame[1] : []
    }
    var reader = WXRReader(input, origin: Origin(path: "export.xml", format: "wxr"), limits: Limits())
    var read = 0
    var last: Document?
    while let document = try reader.next() {
      read += 1
      // No further than the chunk in which the item after this one starts.
      #expect(given <= read / items.count + 3)
      last = document
      if read == 3 * items.count { break }
    }
    let document = try #require(last)
    #expect(document.headline == "Story 40")
    let place = try #require(document.body.map.fileRange(of: document.body.paragraphs[0].range))
    let before = frame[0].count + 2 * chunk.count
    let word = chunk[(place.lower - before)..<(place.upper - before)]
    #expect(String(decoding: word, as: UTF8.self) == "Words of the harbour.")
  }
}
