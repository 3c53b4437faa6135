import Testing
import WireText

@testable import WireDocuments

/// What a fault says of its place, and what to do next.
@Suite struct FaultPlaceTests {
  /// Text that does not pack well, so that a part of the packed bytes is a part of the text.
  private static let noise = (0..<20_000).map { String($0 &* 7919 % 104_729, radix: 36) }.joined(
    separator: " ")

  @Test func aPackedArchiveThatBreaksOffNamesTheMember() throws {
    let archive = TARWriter.archive([
      ("a.md", ContainerTests.post), ("b.txt", Self.noise), ("c.txt", "Words."),
    ])
    let packed = gzip(archive)
    let (documents, fault, _) = try ContainerTests.drain(
      Array(packed[..<(packed.count / 2)]), as: "export.tar.gz")
    #expect(documents.map(\.origin.path) == ["export.tar.gz/a.md"])
    let found = try #require(fault)
    #expect(found.code == "gzip-truncated")
    #expect(found.path == "export.tar.gz/b.txt")
    #expect(!found.message.contains("``"))
  }

  @Test func severalFaultsAreEachNamed() throws {
    let archive = TARWriter.archive([("a.xml", "<nitf><body>"), ("b.txt", Self.noise)])
    let packed = gzip(archive)
    let (_, fault, _) = try ContainerTests.drain(Array(packed[..<(packed.count / 2)]), as: "export.tar.gz")
    let found = try #require(fault)
    #expect(found.code == "members-unread")
    #expect(found.message.hasPrefix("2 of 2 members cannot be read: `a.xml`: "))
    #expect(found.message.contains("`b.txt`: the gzip data ends early"))
  }

  @Test func aForcedFormatThatDoesNotFitSaysWhatToDo() throws {
    let fault = try #require(
      throws: ReadingFault.self,
      performing: { _ = try read(#"{"uri": "u", "headline": "Ferry"}"#, as: "a.json", format: "nitf") })
    #expect(fault.message.hasSuffix("the file looks like ninjs, not like nitf"))
    #expect(fault.next == "leave out the format, which is then told from the content")
  }

  @Test(
    arguments: [
      ("rss", "item", "description", "a.rss"),
      ("feed xmlns='http://www.w3.org/2005/Atom'", "entry", "content", "a.atom"),
    ])
  func aSectionThatSwallowsAnItemIsTold(root: String, name: String, body: String, path: String) throws {
    func item(_ text: String) -> String { "<\(name) lang='en'><\(body)>\(text)</\(body)></\(name)>" }
    let text =
      "<\(root)>" + item("Ferry") + item("<![CDATA[It sails") + "\n" + item("Goats swim")
      + item("<![CDATA[All is well]]>")
      + "</\(root.prefix { $0 != " " })>"
    let documents = try read(text, as: path)
    #expect(documents.map { $0.codes.contains("item-in-text") } == [false, true])
    #expect(documents[1].losesText)
  }

  @Test func aTextAboutTagsSwallowsNothing() throws {
    let text = "<rss><item><description>How &lt;/item&gt; &lt;item&gt; work</description></item></rss>"
    #expect(try read(text, as: "a.rss").map { $0.codes.contains("item-in-text") } == [false])
  }

  @Test func anExportOnOneLineBreaksOffAtItsColumn() throws {
    let item =
      "<item><title>Ferry</title><content:encoded><![CDATA[The ferry is back.]]></content:encoded></item>"
    let head =
      "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      + "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><wp:wxr_version>1.2</wp:wxr_version>"
    let text = head + String(repeating: item, count: 2000)
    let (documents, fault, _) = try ContainerTests.drain(Array(text.utf8), as: "a.xml")
    #expect(documents.count == 2000)
    let found = try #require(fault)
    #expect(found.code == "truncated" && found.line == 1)
    #expect(found.column == text.utf8.count + 1)
  }

  @Test func aMappingThatNamesNoElementSaysSo() throws {
    let mapping = try FieldMapping(parsing: "items: export/story\nbody: text\n", file: "map.yaml")
    let fault = try #require(
      throws: ReadingFault.self,
      performing: {
        var source = try openSource(
          Array("<export><story><text>Words.</text></story></export>".utf8), as: "a.xml", mapping: mapping)
        while try source.next() != nil {}
      })
    #expect(fault.code == "no-items" && fault.message.contains("`items`"))
    #expect(fault.next.contains("records.story"))
  }

  /// A carriage return, a line feed and both together each end a line, in every format.
  @Test(
    arguments: ["\n", "\r", "\r\n"],
    [
      ("a.md", ["---", "title: F", "tags: [a", "---", "Words."]),
      ("a.nitf", ["<nitf>", "<body>", "</nitf>"]),
      (
        "a.json",
        ["[", #"{"uri":"1","headline":"F","body_text":"The ferry."},"#, #"{"uri":"2","body_text":[7]}]"#]
      ),
      (
        "a.xml",
        XMLSamples.export("\u{1}<item>\u{1}<x></y></item>").split(separator: "\u{1}").map(String.init)
      ),
      ("a.csv", ["id,text", "1,Words", "2,\"x\"y"]),
    ])
  func linesAreCountedAlike(_ end: String, _ file: (path: String, lines: [String])) {
    func lines(_ end: String) -> [Int] {
      do {
        return try read(file.lines.joined(separator: end), as: file.path).flatMap(\.problems).compactMap(
          \.line)
      } catch {
        return [(error as? ReadingFault)?.line].compactMap(\.self)
      }
    }
    #expect(!lines("\n").isEmpty)
    #expect(lines(end) == lines("\n"))
  }
}
