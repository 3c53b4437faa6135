import TestSupport
import Testing
import WireText

@testable import WireDocuments

@Suite struct XMLParserTests {
  @Test(arguments: [
    ("", "not-well-formed"), ("<?xml version='1.0'?>\n", "not-well-formed"), ("<a>", "truncated"),
    ("<a><b></a>", "not-well-formed"), ("<a x=1/>", "not-well-formed"),
    ("<a x='1' x='2'/>", "not-well-formed"),
    ("<a/>text", "trailing-content"), ("<a>\u{1}</a>", "not-well-formed"), ("<a>]]></a>", "not-well-formed"),
    ("<a>&b</a>", "not-well-formed"), ("<a><![CDATA[x", "truncated"), ("<a><!-- x", "truncated"),
    ("<a><b x='", "truncated"),
  ]) func refusesWhatIsNotWellFormed(_ text: String, _ code: String) {
    let outcome = XMLParser.parse(Array(text.utf8), limits: Limits())
    #expect(outcome.fault?.code == code)
  }

  @Test func keepsNamesNamespacesAndAttributes() throws {
    let text =
      "<a xmlns='u:1' xmlns:p='u:2' p:x='1 &lt; 2' y=\"it's\">t<p:b z=''/><![CDATA[<c>]]>&#x41;<!-- no -->&amp;u<?pi no?></a>"
    let utf8 = Array(text.utf8)
    let outcome = XMLParser.parse(utf8, limits: Limits())
    let markup = outcome.markup
    let root = try #require(markup.root)
    #expect(
      outcome.fault == nil
        && markup.qualifiedName(root) == Markup.Name(local: "a", prefix: "", namespace: "u:1"))
    let child = try #require(markup.child(root, "b"))
    #expect(markup.qualifiedName(child) == Markup.Name(local: "b", prefix: "p", namespace: "u:2"))
    #expect(
      markup.value(root, "x") == "1 < 2" && markup.value(root, "y") == "it's"
        && markup.value(child, "z") == "")
    #expect(markup.string(root) == "t<c>A&u")
    let place = try #require(markup.attribute(root, "x").flatMap(markup.place))
    #expect(String(decoding: utf8[place.indices], as: UTF8.self) == "1 &lt; 2")
  }

  @Test(arguments: [
    ("<!ENTITY a '<x/>'>", "&a;", "entity-dropped", true),
    ("<!ENTITY b 'x'><!ENTITY a '&b;'>", "&a;", "entity-dropped", true),
    ("<!ENTITY a '&#60;p>'>", "&a;", "entity-dropped", true),
    ("<!ENTITY % p 'x'><!ENTITY a 'x'>", "%p;&a;", nil, false),
    ("<!ENTITY a SYSTEM 'sentinel.txt'>", "&a;", "entity-dropped", true),
    ("<!ENTITY a SYSTEM 'file:///etc/hostname'>", "&a;", "entity-dropped", true),
    ("<!ENTITY eacute '&#233;'>", "caf&eacute;", nil, false), ("", "caf&eacute;", "entity-undeclared", false),
    ("<!ENTITY eacute 'other words'>", "caf&eacute;", nil, false),
    ("", "&unknown;", "entity-dropped", true),
    ("", "AT&T and 1 < 2 &#5;", "xml-repaired", false),
  ]) func readsEntitiesWithoutExpandingThem(_ subset: String, _ body: String, _ code: String?, _ loses: Bool)
    throws
  {
    let doctype = subset.isEmpty ? "" : "<!DOCTYPE nitf [\(subset)]>"
    let reading = XMLSamples.read(XMLSamples.nitf("<p>before \(body) after</p>", doctype: doctype))
    let document = try #require(reading.documents.first)
    #expect(document.problems.map(\.code) == (code.map { [$0] } ?? []))
    #expect(document.problems.contains(where: \.losesText) == loses)
    #expect(document.body.strings.first?.hasPrefix("before ") ?? false)
    #expect(document.body.strings.first?.hasSuffix("after") ?? false)
    #expect(reading.source("after", in: document) == "after")
    if body.hasPrefix("AT") { #expect(reading.source("AT&T", in: document) == "AT&T") }
  }

  /// Feeds of the nineties declare the agency's name; a short text without markup is what the reference stands for.
  @Test func expandsShortEntitiesOfPlainText() throws {
    let doctype =
      "<!DOCTYPE nitf [<!ENTITY agency 'Gull &amp; Sons Press'><!ENTITY agency 'no one'><!ENTITY c '&#169;'>"
      + "<!ENTITY lt '&#38;#60;'><!ENTITY mdash ' - '>]>"
    let text = XMLSamples.nitf(
      "<p class='&agency;'>before &c;&agency;&mdash;1 &lt; 2, after</p>", doctype: doctype)
    let reading = XMLSamples.read(text)
    let document = try #require(reading.documents.first)
    #expect(document.body.strings == ["before ©Gull & Sons Press - 1 < 2, after"])
    #expect(reading.codes.isEmpty && reading.fault == nil)
    #expect(reading.source("Gull & Sons Press", in: document) == "&agency;")
    #expect(reading.source("after", in: document) == "after")
  }

  /// Beyond its bounds nothing is expanded: not a long text, not the 1,001st, and no more than a megabyte in all.
  @Test(arguments: [
    (1, 1024, 1, nil), (1, 1025, 1, "entity-dropped"), (1000, 1, 1000, nil),
    (1001, 1, 1001, "entity-dropped"),
    (1, 1024, 1024, nil), (1, 1024, 1025, "limit-entities"),
  ]) func expandsWithinBounds(_ names: Int, _ length: Int, _ uses: Int, _ code: String?) {
    let declared = (0..<names).map { "<!ENTITY e\($0) '\(String(repeating: "x", count: length))'>" }.joined()
    let used = (0..<uses).map { "&e\($0 % names);" }.joined(separator: " ")
    let reading = XMLSamples.read(
      XMLSamples.nitf("<p>\(used)</p>", doctype: "<!DOCTYPE nitf [\(declared)]>"))
    #expect((reading.codes + [reading.fault?.code].compactMap(\.self)) == (code.map { [$0] } ?? []))
  }

  @Test func opensNoFileBesideTheInput() throws {
    for doctype in [
      "<!DOCTYPE nitf SYSTEM 'sentinel.dtd'>", "<!DOCTYPE nitf [<!ENTITY % e SYSTEM 'sentinel.dtd'> %e;]>",
      "<!DOCTYPE nitf PUBLIC '-//IPTC//DTD NITF 3.4//EN' 'http://127.0.0.1:9/nitf.dtd'>",
    ] {
      let reading = XMLSamples.read(XMLSamples.nitf("<p>x &leak; y</p>", doctype: doctype))
      #expect(reading.losesText || reading.fault != nil)
      #expect(!reading.documents.contains { $0.body.strings.joined().contains("SENTINEL") })
    }
  }

  /// What grows within bounds is left out and told; the text around it is read.
  @Test func leavesOutEntitiesThatGrowALittle() {
    let doctype = "<!DOCTYPE nitf [<!ENTITY a 'words '><!ENTITY b '&a;&a;'><!ENTITY c '&b;&b;'>]>"
    let reading = XMLSamples.read(XMLSamples.nitf("<p>before &c; after</p>", doctype: doctype))
    #expect(reading.fault == nil && reading.losesText)
    #expect(reading.documents.first?.body.strings == ["before after"])
  }

  @Test func refusesEntitiesThatGrow() {
    let levels = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
      .joined()
    let laughs = XMLSamples.nitf("<p>&l9;</p>", doctype: "<!DOCTYPE nitf [<!ENTITY l0 'lol'>\(levels)]>")
    #expect(XMLSamples.read(laughs).fault?.code == "limit-entities")
    let cycle = XMLSamples.nitf("<p>&a;</p>", doctype: "<!DOCTYPE nitf [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>")
    #expect(XMLSamples.read(cycle).fault?.code == "limit-entities")
    let large = String(repeating: "A", count: 20_000)
    let square = XMLSamples.export(
      "<item><title>\(String(repeating: "&a;", count: 4000))</title></item>",
      head: "<!DOCTYPE rss [<!ENTITY a '\(large)'>]>")
    #expect(XMLSamples.read(square).fault?.code == "limit-entities")
  }

  @Test(
    arguments: [
      (LongText(.times(100_000, "<block>")), "limit-depth"),
      (LongText("<p", .times(60_000) { " a\($0)='1'" }, ">"), "limit-start-tag"),
      (LongText("<p a='", .times(3_000_000, "x"), "'>"), "limit-start-tag"),
      (LongText("<", .times(300_000, "n"), ">"), "limit-start-tag"),
      (LongText("<p>", .times(300_000, "words "), "</p>"), "limit-text-run"),
      (LongText(.times(30_000) { "<e\($0)/>" }), "limit-names"),
      (LongText("<p>", .times(30_000) { "&e\($0);" }, "</p>"), "limit-names"),
      (LongText("<p>", .times(30_000, "&e;"), "</p>"), "limit-entities"),
    ] as [(LongText, String)]) func worksWithinItsLimits(_ body: LongText, _ code: String)
  {
    let file = XMLSamples.nitf(body.text)
    let clock = ContinuousClock()
    let start = clock.now
    var limits = Limits()
    limits.textRunBytes = 1 << 20
    let reading = XMLSamples.read(file, limits: limits)
    #expect(reading.fault?.code == code && (reading.fault?.line ?? 0) > 0 && reading.documents.isEmpty)
    #expect(clock.now - start < .seconds(20))
  }

  @Test func readsDeepAndLongButWithinTheLimits() {
    let deep = String(repeating: "<block>", count: 200) + "deep" + String(repeating: "</block>", count: 200)
    let long = String(repeating: "word ", count: 40_000)
    let comment = "<!-- \(String(repeating: "x", count: 300_000)) -->"
    let reading = XMLSamples.read(
      XMLSamples.nitf(deep + "<p>\(long)</p>\(comment)<p><![CDATA[\(long)]]></p>end"))
    #expect(reading.fault == nil && reading.codes.isEmpty)
    #expect(reading.documents.first?.body.strings.map(\.utf8.count) == [4, 199_999, 199_999, 3])
  }

  @Test func tellsTheLineOfAFault() {
    let reading = XMLSamples.read("<nitf>\n<body>\n  <p>é</q>\n</body></nitf>")
    #expect(reading.documents.isEmpty && reading.fault?.code == "not-well-formed")
    #expect(reading.fault?.line == 3 && (reading.fault?.column ?? 0) > 5)
    #expect(reading.fault?.message.contains("q") == false)
  }

  @Test(arguments: [
    ("\n\n  ", "leading-text"), ("\u{FEFF}\u{FEFF}", "leading-text"), ("PHP Notice: x\n", "leading-text"),
  ]) func reportsWhatStandsBeforeTheDeclaration(_ before: String, _ code: String) {
    let reading = XMLSamples.read(before + XMLSamples.nitf("<p>Words</p>"))
    #expect(reading.documents.map(\.body.strings) == [["Words"]] && reading.codes == [code])
  }

  @Test func followsTheBytesAndNotTheLabel() throws {
    let text = XMLSamples.nitf("<p>Straße und Brücke</p>")
    let mislabelled = text.replacing("UTF-8", with: "ISO-8859-1")
    #expect(XMLSamples.read(mislabelled).documents.map(\.body.strings) == [["Straße und Brücke"]])
    #expect(XMLSamples.read(mislabelled).codes == ["encoding-guessed"])
    let latin = mislabelled.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(XMLSamples.read(latin).documents.map(\.body.strings) == [["Straße und Brücke"]])
    let wrong = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(!XMLSamples.read(wrong).codes.isEmpty)
    #expect(XMLSamples.read(text.replacing("UTF-8", with: "UTF-7")).fault?.code == "encoding-refused")
    #expect(XMLSamples.read(text.replacing("UTF-8", with: "x-own")).codes == ["encoding-unknown"])
    for wide in ["UTF-16", "UTF-8"] {
      let units = [0xFEFF] + Array(text.replacing("UTF-8", with: wide).utf16)
      let reading = XMLSamples.read(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      #expect(reading.documents.map(\.body.strings) == [["Straße und Brücke"]])
      #expect(reading.codes.isEmpty)
    }
  }
}

/// Places of words in documents that are made up at random.
@Suite struct XMLPositionTests {
  /// A generator with a seed, so that a failure can be seen again.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Markup around numbered words, which are ASCII and each there once.
  static func body(_ generator: inout Generator, words: Int) -> String {
    let between = [
      " ", "\n", "\r\n  ", " &amp; ", "<!-- no -->", "<em>", "</em>", " é – ", "<![CDATA[ < ]]>", "&#8211;",
      "\t",
      "<br/>", "</p>\n<p>", "<?x y?>", "&eacute;", "😀",
    ]
    var text = "<p>"
    var isOpen = false
    for number in 0..<words {
      var joint = between.randomElement(using: &generator) ?? " "
      if joint == "<em>", isOpen { joint = "</em>" }
      if joint == "</em>", !isOpen { joint = "<em>" }
      if joint == "</p>\n<p>", isOpen { joint = " " }
      if joint == "<em>" || joint == "</em>" { isOpen.toggle() }
      text += "\(joint) word\(number)x"
    }
    return text + (isOpen ? "</em>" : "") + "</p>"
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>) func cutOutTheSameWords(_ seed: UInt64) throws {
    var generator = Generator(state: seed)
    let count = 40 + Int(seed) * 3
    let body = Self.body(&generator, words: count)
    // Long enough that chunks end in the middle of text, tags and references.
    let padding = String(repeating: "<p>päd &lt; <i a='é&gt;'>x</i></p>\n", count: Int(seed) % 3 * 1200)
    let nitf = XMLSamples.nitf(padding + body)
    let texts = [
      nitf, XMLSamples.export(XMLSamples.post(1, padding + body.replacing("<![CDATA[ < ]]>", with: " "))),
    ]
    for text in texts {
      let utf16 = [0xFEFF] + Array(text.utf16)
      let wide = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      for bytes in [Array(text.utf8), wide] {
        let document = try #require(XMLSamples.read(bytes).documents.first)
        let isWide = bytes.count == wide.count
        // The words stand in order.
        var rest = document.body.utf8[...]
        for number in 0..<count {
          let word = "word\(number)x"
          let at = try #require(rest.firstRange(of: Array(word.utf8)))
          rest = rest[at.upperBound...]
          let place = try #require(document.body.map.fileRange(of: TextRange(at.lowerBound, at.upperBound)))
          let cut = isWide ? bytes[place.indices].filter { $0 != 0 } : Array(bytes[place.indices])
          #expect(String(decoding: cut, as: UTF8.self).contains(word))
          #expect(cut.count <= word.utf8.count + (isWide ? 24 : 0))
        }
      }
    }
  }
}
