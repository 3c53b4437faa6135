import Testing
import WireText

@testable import WireDocuments

/// Every limit of an item ends in a problem or a fault in every format, but for the formats that have nothing of what it
/// bounds.
@Suite struct LimitTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    /// The name of the limit.
    var testDescription: String
    var value: Int
    /// A text that crosses it; markup of HTML where the format takes it.
    var text: String
    /// Texts of formats that write such a thing in a way of their own.
    var own: [String: String] = [:]
    /// The formats that have nothing of what it bounds.
    var exempt: Set<String> = []
  }

  /// Formats without elements or values: lines of text, or files of it.
  private static let lines: Set<String> = [
    "anpa1312", "eml", "iptc7901", "mbox", "rtf", "tar", "text", "zczc", "zip",
  ]
  /// Formats that are read item by item, so that an input may have any size.
  private static let streams: Set<String> = [
    "afp", "ans", "apmedia", "applenews", "atom", "blogger", "contentful", "dpadw", "drupal", "envelope",
    "ghost", "json", "jsonfeed", "jsonl", "mbox",
    "ninjs", "rss", "sanity", "strapi", "wagtailapi", "warc", "wprest", "wxr",
  ]
  /// The formats whose text stands in elements of XML.
  private static let elements: Set<String> = [
    "agencyxml", "appl", "atom", "blogger", "docx", "newsml1", "newsmlg2", "newssitemap", "nitf", "odt",
    "rss", "xml",
  ]

  static let rows = [
    Row(testDescription: "input-bytes", value: 500, text: sentences(2000), exempt: streams),
    // An item of a sitemap is an address.
    Row(testDescription: "item-bytes", value: 500, text: sentences(2000), exempt: ["newssitemap"]),
    Row(testDescription: "text-run-bytes", value: 500, text: sentences(2000)),
    Row(
      testDescription: "start-tag-bytes", value: 500, text: "<b x='\(sentences(2000))'>ferry</b>",
      exempt: Set(MarkerFormat.all.map(\.name)).subtracting(elements)),
    Row(
      testDescription: "depth", value: 25,
      text: String(repeating: "<b>", count: 40) + "ferry" + String(repeating: "</b>", count: 40),
      own: ["rtf": String(repeating: "{", count: 40) + "ferry" + String(repeating: "}", count: 40)],
      // The texts of the last are strings without markup.
      exempt: lines.subtracting(["rtf"]).union(["contentful", "jsonl", "sanity"])),
    Row(
      testDescription: "paragraphs", value: 2, text: "One.\n\n<p>Two.</p>\n\n<p>Three.</p>\n\n<p>Four.</p>",
      own: [
        "agencyxml": "One.&lt;p>Two.&lt;/p>&lt;p>Three.&lt;/p>&lt;p>Four.",
        "anpa1312": "One.<\n\tTwo.<\n\tThree.<",
        "contentful": ["One.", "Two.", "Three."].joined(
          separator: #""}]},{"nodeType":"paragraph","content":[{"nodeType":"text","value":""#),
        "sanity": ["One.", "Two.", "Three."].joined(
          separator: #""}]},{"_type":"block","children":[{"_type":"span","text":""#),
        "docx": ["One.", "Two.", "Three."].joined(separator: "</w:t></w:r></w:p><w:p><w:r><w:t>"),
        "odt": ["One.", "Two.", "Three."].joined(separator: "</text:p><text:p>"),
      ],
      exempt: ["newssitemap"]),
    // Lines of JSON are read without a tree.
    Row(
      testDescription: "nodes", value: 1, text: "<b>ferry</b> <b>ferry</b>", exempt: lines.union(["jsonl"])),
  ]

  private static func sentences(_ count: Int) -> String {
    String(repeating: "ferry ", count: count / 6 + 1)
  }

  @Test(arguments: rows) func everyFormatHoldsToIt(_ row: Row) throws {
    let setting = try #require(Limits.settings.first { $0.name == row.testDescription })
    var limits = Limits()
    setting.set(row.value, in: &limits)
    for format in MarkerFormat.all {
      let isMarkup = format.escape([UInt8(ascii: "<")]) != [UInt8(ascii: "<")]
      let own = row.own[format.name].map { Array($0.utf8) }
      let text = Array(row.text.utf8)
      // A record of WARC says its own length.
      let head = format.head.replacing("Content-Length: 999", with: "Content-Length: \(text.count + 7)")
      let file = format.pack(
        Array(head.utf8) + (own ?? (isMarkup ? text : format.escape(text))) + Array(format.tail.utf8))
      #expect(
        Self.isTold(file, as: format.path, limits) == !row.exempt.contains(format.name), "\(format.name)")
      #expect(!Self.isTold(file, as: format.path, Limits()), "\(format.name) without the limit")
    }
  }

  /// Inputs of several items, in archives and one after the other.
  private static let several: [(path: String, file: [UInt8])] = [
    ("a.jsonl", Array("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n".utf8)),
    ("a.json", Array(#"[{"uri":"1","body_text":"One."},{"uri":"2","body_text":"Two."}]"#.utf8)),
    ("a.xml", Array(XMLSamples.export(XMLSamples.post(1, "One.") + XMLSamples.post(2, "Two.")).utf8)),
    ("a.csv", Array("title,body\nA,One.\nB,Two.\n".utf8)),
    ("a.zip", ZIPWriter.archive([ZIPWriter.Member("1.txt", "One."), ZIPWriter.Member("2.txt", "Two.")])),
    ("a.tar", TARWriter.archive([("1.txt", "One."), ("2.txt", "Two.")])),
  ]

  @Test(arguments: several.indices) func itemsAreCounted(_ index: Int) throws {
    let (path, file) = Self.several[index]
    var limits = Limits()
    limits.items = 1
    #expect(Self.isTold(file, as: path, limits))
    #expect(!Self.isTold(file, as: path, Limits()))
  }

  /// The bounds of containers, each with a file that crosses it.
  private static let containers: [(name: String, value: Int, path: String, file: [UInt8])] = {
    let text = Array(sentences(4000).utf8)
    let zip = ZIPWriter.archive([ZIPWriter.Member("a.txt", text), ZIPWriter.Member("b.txt", text)])
    let tar = TARWriter.archive([("a.txt", "One."), ("b.txt", "Two.")])
    let nested = ZIPWriter.archive([ZIPWriter.Member("in.zip", zip)])
    return [
      ("members", 1, "a.zip", zip), ("members", 1, "a.tar", tar),
      ("archive-bytes", 1000, "a.zip", zip), ("archive-bytes", 1000, "a.zip", nested),
      ("nesting", 0, "a.zip", nested),
      ("inflate-free-bytes", 500, "a.zip", zip), ("inflate-free-bytes", 500, "a.txt.gz", gzip(text)),
    ]
  }()

  @Test(arguments: containers.indices) func containersHoldToTheirs(_ index: Int) throws {
    let (name, value, path, file) = Self.containers[index]
    let setting = try #require(Limits.settings.first { $0.name == name })
    var limits = Limits()
    setting.set(value, in: &limits)
    // How many times larger content may be counts from the free bytes on.
    if name == "inflate-free-bytes" { limits.inflateRatio = 2 }
    #expect(Self.isTold(file, as: path, limits))
    #expect(!Self.isTold(file, as: path, Limits()))
  }

  /// A limit that is new needs a row, and so does a format.
  @Test func everyLimitAndFormatHasItsRow() {
    let tested = Set(Self.rows.map(\.testDescription) + Self.containers.map(\.name))
    // Those of time, memory and reports are no bounds of the bytes of a file.
    let others: Set = ["items", "inflate-ratio", "kept-bytes", "item-seconds", "process-bytes"]
    #expect(tested.union(others) == Set(Limits.settings.map(\.name)))
    let written = Set(MarkerFormat.all.map { $0.name.split(separator: " ")[0] })
    let named = Format.all.map { ["newsml12": "newsml1", "feed": "rss"][$0.name] ?? $0.name }
    #expect(named.filter { !written.contains(Substring($0)) }.isEmpty)
  }

  /// Whether a loss of text, or a fault, is told of a file.
  private static func isTold(_ file: [UInt8], as path: String, _ limits: Limits) -> Bool {
    do throws(ReadingFault) {
      var source = try DocumentSource(bytes: file, path: path, limits: limits)
      while let document = try source.next() {
        if document.problems.contains(where: \.losesText) { return true }
      }
      return false
    } catch {
      return true
    }
  }
}
