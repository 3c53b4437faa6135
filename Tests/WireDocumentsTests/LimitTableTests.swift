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
    "ans", "apmedia", "atom", "blogger", "contentful", "dpadw", "drupal", "ghost", "jsonfeed", "jsonl",
    "mbox",
    "ninjs", "rss", "sanity", "strapi", "warc", "wprest", "wxr",
  ]
  /// The formats whose text stands in elements of XML.
  private static let elements: Set<String> = [
    "agencyxml", "atom", "blogger", "docx", "newsml1", "newsmlg2", "newssitemap", "nitf", "odt", "rss", "xml",
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
