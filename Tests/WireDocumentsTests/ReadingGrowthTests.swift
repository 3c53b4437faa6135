import TestSupport
import Testing
import WireText

@testable import WireDocuments

/// Reading takes time in proportion to the input, whatever is repeated in it.
@Suite struct ReadingGrowthTests {
  /// An input that grows in one part.
  struct Growing: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    /// The size of the smaller input.
    let size: Int
    let text: @Sendable (Int) -> String

    var testDescription: String { name }
  }

  private static func list(_ count: Int, _ item: (Int) -> String) -> String {
    (0..<count).map(item).joined(separator: ", ")
  }

  private static let growing = [
    Growing(name: "a list in front matter", path: "a.md", size: 400) {
      "---\ntitle: F\ntags: [\(list($0) { "t\(100_000 + $0)" })]\n---\nThe ferry.\n"
    },
    Growing(name: "a list that is written with escapes", path: "a.md", size: 400) {
      "---\ntitle: F\ntags: [\(list($0) { #""\x74\#(100_000 + $0)""# })]\n---\nThe ferry.\n"
    },
    Growing(name: "sentences in front matter", path: "a.md", size: 100) {
      let sentence = "The ferry of the island is late again today, for the time number"
      return "---\ntitle: F\nparts: [\(list($0) { "\(sentence) \($0)" })]\n---\nThe ferry.\n"
    },
    Growing(name: "the name of a table in TOML", path: "a.md", size: 8000) {
      let entries = (0..<$0 / 25).map { "k\($0) = 1\n" }.joined()
      return "+++\n[\(String(repeating: "a", count: $0))]\n\(entries)+++\nThe ferry.\n"
    },
    Growing(name: "lazy lines of a quotation", path: "a.md", size: 8000) {
      "> a\n" + String(repeating: "b\n", count: $0)
    },
    Growing(name: "statements in the head of a page", path: "a.html", size: 3000) {
      let meta = "<meta name=rights content=b>"
      return "<html><head>\(String(repeating: meta, count: $0))</head><body><p>The ferry.</p></body></html>"
    },
  ]

  @Test(arguments: growing + hostile) func takesTimeInProportion(_ input: Growing) throws {
    let growth = try Growth.ofFourTimes(input.size) { size in
      _ = try read(input.text(size), as: input.path)
    }
    #expect(growth < Growth.most)
  }

  @Test func anUnfinishedEnvelopeIsNotSearchedAgain() throws {
    let growth = try Growth.ofFourTimes(1 << 20) { size in
      let head = "From a@h.example Tue Nov 24 10:00:00 2026\nSubject: F\n\nThe ferry.\n\nFrom "
      var rest = Array((head + String(repeating: "a", count: size)).utf8)[...]
      let input = ByteInput(held: []) { () throws(ReadingFault) in
        defer { rest = rest.dropFirst(1 << 16) }
        return Array(rest.prefix(1 << 16))
      }
      var reader = MboxReader(input, origin: Origin(path: "a.mbox", format: "mbox"), limits: Limits())
      let document = try #require(try reader.next())
      #expect(document.body.utf8.count > size)
      #expect(try reader.next() == nil)
    }
    #expect(growth < Growth.most)
  }

  /// Its end is looked for in each of its lines.
  @Test func preformattedTextTakesNoMoreThanAnyOther() throws {
    func page(_ tag: String) -> String {
      "Words.\n\n<\(tag)>\n" + String(repeating: "The ferry of the island is late again.\n", count: 4000)
        + "</\(tag)>\n"
    }
    let ratio = try Growth.ratio(
      { _ = try read(page("pre"), as: "a.md") }, to: { _ = try read(page("div"), as: "a.md") }, most: 4)
    #expect(ratio < 4)
  }

  /// What stands in the text of every format, again and again.
  private static let repeated = ["word ", "<b>", "[a](", "> ", "{{ ", "\\\""]

  @Test(arguments: MarkerFormat.all)
  func takesTimeInProportionInEveryFormat(_ format: MarkerFormat) throws {
    for part in Self.repeated {
      let growth = Growth.ofFourTimes(4000) { size in
        let text = format.escape(
          Array(repeating: Array(part.utf8), count: size / part.utf8.count).flatMap(\.self))
        let file = format.pack(Array(format.head.utf8) + text + Array(format.tail.utf8))
        // A fault is an answer, too.
        _ = try? read(file, as: format.path)
      }
      #expect(growth < Growth.most, "\(part)")
    }
  }
}
