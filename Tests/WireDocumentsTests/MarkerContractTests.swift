import Foundation
import TestSupport
import Testing
import WireText

@testable import WireDocuments

/// Never a silent loss: a sentence that stands behind something nasty is in the text, in a field that is named, or the
/// input has a problem or a fault.
///
/// Every run reads two documents for each nasty and format. `WIRECHECK_MARKERS=2000` in the environment reads so many a
/// format, among them runs of 15 MB and elements 100,000 deep.
@Suite struct MarkerContractTests {
  /// How many documents a format; nil for a few.
  static let wanted = ProcessInfo.processInfo.environment["WIRECHECK_MARKERS"].flatMap { Int($0) }

  @Test(arguments: MarkerFormat.all)
  func losesNothingInSilence(_ format: MarkerFormat) {
    let nasties = Nasty.all
    let count = Self.wanted.map { ($0 + nasties.count - 1) / nasties.count } ?? 2
    var lost: [String] = []
    for (number, nasty) in nasties.enumerated() {
      for seed in 0..<count {
        var numbers = SplitMix(seed: UInt64(number * 1000 + seed))
        let file = format.file(nasty, seed: seed, &numbers)
        if !Self.isAccounted(file, as: format.path) { lost.append("\(nasty.name) #\(seed)") }
      }
    }
    #expect(
      lost.isEmpty, "\(format.name) loses the sentence after: \(lost.prefix(20).joined(separator: ", "))")
  }

  /// The check can fail: without the nasty's problem, a sentence that is not there is missed.
  @Test func missesWhatIsNotThere() {
    #expect(!Self.isAccounted(Array("The ferry is back.".utf8), as: "a.txt"))
    #expect(Self.isAccounted(Array("The ferry is back. \(MarkerFormat.marker)".utf8), as: "a.txt"))
  }

  private static func isAccounted(_ file: [UInt8], as path: String) -> Bool {
    let marker = Array(MarkerFormat.marker.utf8)
    do throws(ReadingFault) {
      var source = try DocumentSource(bytes: file, path: path)
      while let document = try source.next() {
        if !document.problems.isEmpty { return true }
        let fields = document.fields + document.urls
        let texts =
          fields.map(\.text) + document.rights.map(\.text)
          + [document.headline, document.id].compactMap { $0 }
        if texts.contains(where: { $0.contains(MarkerFormat.marker) }) { return true }
        let words = document.body.utf8.split { $0 <= 0x20 }.joined(separator: [0x20])
        if Array(words).firstRange(of: marker) != nil { return true }
      }
      return false
    } catch {
      return true
    }
  }
}

/// Something that readers stumble over.
struct Nasty {
  let name: String
  /// The bytes, as long as the seed asks for.
  let bytes: (_ isLarge: Bool) -> [UInt8]

  private init(_ name: String, _ bytes: @escaping (Bool) -> [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  private static func text(_ name: String, _ text: String) -> Nasty { Nasty(name) { _ in Array(text.utf8) } }
  private static func raw(_ name: String, _ bytes: [UInt8]) -> Nasty { Nasty(name) { _ in bytes } }
  private static func run(_ name: String, _ text: String, _ count: Int, large: Int) -> Nasty {
    Nasty(name) { isLarge in
      Array(repeating: Array(text.utf8), count: isLarge ? large : count).flatMap(\.self)
    }
  }

  static var all: [Nasty] {
    [
      raw("NUL", [0]), raw("many NUL", Array(repeating: 0, count: 300)),
      raw("bad UTF-8", [0xFF, 0xFE, 0xFF]),
      raw("lone continuation", [0x80]), raw("cut sequence", [0xE2, 0x82]), raw("overlong", [0xC0, 0xAF]),
      raw("surrogate", [0xED, 0xA0, 0x80]), text("BOM inside", "\u{FEFF}"),
      raw("controls", [1, 2, 8, 0x0B, 0x1F]),
      raw("end of text", [3]), raw("end of file", [0x1A]), text("C1 controls", "\u{85}\u{9B}"),
      text("undeclared entity", "&nope;"), text("bare ampersand", " & "), text("bare less-than", " < 5"),
      text("stray section end", "]]>"), text("open section", "<![CDATA["), text("open comment", "<!-- "),
      text("open instruction", "<?php "), text("open script", "<script>"), text("open style", "<style>"),
      text("open title", "<title>"), text("open textarea", "<textarea>"), text("open noscript", "<noscript>"),
      text("open template", "<template>"), text("open select", "<select><option>"),
      text("open svg", "<svg><text>"),
      text("open attribute", "<a href=\"x"), text("odd end tags", "</p></div></body></html></item>"),
      text("bad numbers", "&#0; &#x110000; &#xD800;"), text("quote", "\""), text("backslash", "\\ \\q"),
      text("lone escape", "\\ud800"), text("line break", "\n\n"), text("dashes", "\n-----\n"),
      text("long dashes", "\n--------\n"), text("fence", "\n---\n"), text("code fence", "\n```\n"),
      text("open shortcode", "{{< figure "), text("open template tag", "{% if "),
      text("separators", "\u{2028},;\t"),
      text("front matter", "\n+++\n"), run("deep elements", "<div>", 3000, large: 100_000),
      run("deep arrays", "[{\"a\":", 3000, large: 100_000),
      run("long run", "wordwordwo", 7000, large: 1_500_000),
      run("long tag", "<b x=y", 20, large: 20_000), text("leading equals", "=cmd()"),
    ]
  }
}
