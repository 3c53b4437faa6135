import Testing
import WireText
import WireTrees

@testable import WireDocuments

/// What crosses a limit of one item is told, and what was read before stands.
@Suite struct LimitTests {
  private func read(_ text: String, as path: String, _ change: (inout Limits) -> Void) throws -> [Document] {
    var limits = Limits()
    change(&limits)
    var source = try openSource(Array(text.utf8), as: path, limits: limits)
    var documents: [Document] = []
    while let document = try source.next() { documents.append(document) }
    return documents
  }

  static let letters = (1...30).map { "W\($0)." }

  static let bodies: [(String, String)] = [
    (letters.joined(separator: "\n"), "a.txt"), (letters.joined(separator: "\n\n"), "a.md"),
    (letters.map { "<p>\($0)</p>" }.joined(), "a.html"),
    (
      "<nitf><body><body.content>" + letters.map { "<p>\($0)</p>" }.joined()
        + "</body.content></body></nitf>", "a.xml"
    ),
    ("{\"id\":\"1\",\"text\":\"" + letters.joined(separator: "\\n") + "\"}", "a.jsonl"),
    ("{\"uri\":\"1\",\"body_html\":\"" + letters.map { "<p>\($0)</p>" }.joined() + "\"}", "a.json"),
    ("{\"uri\":\"1\",\"body_text\":\"" + letters.joined(separator: "\\n") + "\"}", "a.json"),
    (
      XMLSamples.export(XMLSamples.post(1, letters.map { "<p>\($0)</p>" }.joined())), "export.xml"
    ),
  ]

  @Test(arguments: bodies) func paragraphs(_ text: String, _ path: String) throws {
    let whole = try #require(try read(text, as: path) { $0.paragraphs = 30 }.first)
    #expect(whole.body.strings == Self.letters && !whole.codes.contains { $0.hasPrefix("limit") })
    let cut = try #require(try read(text, as: path) { $0.paragraphs = 10 }.first)
    #expect(cut.body.strings == Array(Self.letters.prefix(10)))
    #expect(cut.problems.first { $0.code == "limit-paragraphs" }?.losesText == true)
    // Nothing is left in the text, or mapped, that no paragraph holds.
    #expect(!String(decoding: cut.body.utf8, as: UTF8.self).contains("W11"))
  }

  @Test(arguments: bodies.filter { !["a.txt", "a.jsonl"].contains($0.1) && !$0.0.contains("body_text") })
  func nodes(_ text: String, _ path: String) throws {
    let cut: [Document]
    do {
      cut = try read(text, as: path) { $0.nodes = 45 }
    } catch let fault as ReadingFault {
      #expect(fault.code == "limit-nodes")
      return
    }
    let document = try #require(cut.first)
    #expect(document.problems.first { $0.code == "limit-nodes" }?.losesText == true)
    #expect(document.body.strings.first == "W1." && document.body.strings.count < 30)
  }

  @Test func attributesCountAndLaterItemsAreRead() throws {
    let many = (1...80).map { "a\($0)=\"v\"" }.joined(separator: " ")
    let first = XMLSamples.post(1, "<p>one</p>", more: "<x \(many)/>")
    let documents = try read(XMLSamples.export(first + XMLSamples.post(2, "<p>two</p>")), as: "e.xml") {
      $0.nodes = 70
    }
    #expect(documents.map { $0.codes.contains("limit-nodes") } == [true, false])
    #expect(documents.last?.body.strings == ["two"])
  }

  @Test func oneJSONValueIsBounded() throws {
    let items = "{\"uri\":\"1\",\"headline\":\"h\",\"subject\":[" + String(repeating: "1,", count: 90) + "1]}"
    #expect { _ = try read(items, as: "a.json") { $0.nodes = 50 } } throws: {
      ($0 as? ReadingFault)?.code == "limit-nodes"
    }
  }

  /// Where nothing of the first item is left, the limit is named, and not the file.
  @Test func whatIsCutBeforeTheFirstItemIsTold() {
    let file =
      "<newsMessage><header/><itemSet><newsItem guid='u'><contentSet/></newsItem></itemSet></newsMessage>"
    #expect { _ = try read(file, as: "a.xml") { $0.nodes = 2 } } throws: {
      ($0 as? ReadingFault)?.code == "limit-nodes"
    }
  }

  @Test func frontMatterIsBounded() throws {
    let text = "---\ntags:\n" + String(repeating: "- a\n", count: 300_000) + "---\nwords"
    let document = try #require(try read(text, as: "a.md") { _ in }.first)
    #expect(document.body.strings == ["words"])
    #expect(document.problems.first { $0.code == "limit-front-matter" }?.losesText == true)
  }

  /// Items share a parser: names, namespaces and faults of one must not reach another.
  @Test func itemsThatShareAParserAreIndependent() throws {
    let odd = "<wp:postmeta><wp:meta_key>credit</wp:meta_key><wp:meta_value>Bo</wp:meta_value></wp:postmeta>"
    var items = ""
    for number in 1...40 {
      switch number % 4 {
      case 0: items += "<item><title>Broken</title><x></y></item>"
      case 1: items += XMLSamples.post(number, "<p>text \(number)</p>", more: odd)
      case 2:
        items += XMLSamples.post(
          number, "<p>text \(number)</p>", more: "<n\(number) xmlns=\"urn:x\"><wp:a/></n\(number)>")
      default: items += XMLSamples.post(number, "<p>text \(number)</p>")
      }
    }
    let documents = try read(XMLSamples.export(items), as: "e.xml") { _ in }
    #expect(documents.count == 40)
    for (index, document) in documents.enumerated() where (index + 1) % 4 != 0 {
      #expect(document.body.strings == ["text \(index + 1)"] && document.problems.isEmpty)
      #expect((document.field(.credit) != nil) == ((index + 1) % 4 == 1))
    }
    #expect(documents.filter { $0.codes.contains("bad-item") }.count == 10)
  }

  @Test func pagesHaveLimitsToo() throws {
    let page =
      "<html><body>" + String(repeating: "<div>", count: 30) + "<p>The ferry is back at its pier.</p>"
    let deep = try read(page, as: "a.html") { $0.depth = 20 }
    #expect(deep.first?.problems.contains { $0.code == "limit-depth" && $0.losesText } == true)
    let long = try read(page, as: "a.html") { $0.textRunBytes = 20 }
    #expect(long.first?.problems.contains { $0.code == "limit-text-run" && $0.losesText } == true)
    #expect(throws: ReadingFault.self) { try read(page, as: "a.html") { $0.itemBytes = 20 } }
  }

  @Test func containersInContainersCanBeRefused() throws {
    var limits = Limits()
    let nesting = try #require(Limits.settings.first { $0.name == "nesting" })
    nesting.set(0, in: &limits)
    #expect(nesting.value(in: limits) == 0)
    let items = try #require(Limits.settings.first { $0.name == "items" })
    items.set(0, in: &limits)
    #expect(items.value(in: limits) == 1)
  }
}
