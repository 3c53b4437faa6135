import Testing
import WireMatching
import WireText

@testable import Wirecheck

/// Every unit of a place cuts the passage's words out of the file.
struct PlaceTests {
  static let before = ["", "“Да!” — é 😀 ", "Това е — „първо“: 😀😀 ñ\u{301} ", "\u{FEFF}x\ny\r\n\t"]
  private static let passage = "\(Story.first) \(Story.second)"

  private func scene() throws -> Scene { try Scene(wire: [Scene.item("NW-7", Story.text, Story.reserved)]) }

  private func expectCuts(_ place: Place, of file: String, to words: String) throws {
    try expectCuts(place.bytes, place.file, of: file, to: words)
  }

  private func expectCuts(_ range: [Int]?, _ span: FileSpan?, of file: String, to words: String) throws {
    let bytes = Array(file.utf8)
    let range = try #require(range)
    let span = try #require(span)
    #expect(String(decoding: bytes[range[0]..<range[1]], as: UTF8.self) == words)
    let scalars = Array(file.unicodeScalars)
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: scalars[span.scalars[0]..<span.scalars[1]])
    #expect(String(cut) == words)
    let units = Array(file.utf16)
    #expect(String(decoding: units[span.utf16[0]..<span.utf16[1]], as: UTF16.self) == words)
    // Lines are cut here as a report's reader would, not as the code under test does.
    let lines = file.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    let (first, last) = (lines[span.line - 1], lines[span.endLine - 1])
    let inScalars = first.unicodeScalars.dropFirst(span.column - 1)
    let inBytes = first.utf8.dropFirst(span.byteColumn - 1)
    #expect(words.hasPrefix(String(inScalars.prefix(12))))
    #expect(words.utf8.starts(with: inBytes.prefix(12)))
    #expect(words.hasSuffix(String(last.unicodeScalars.prefix(span.endColumn - 1).suffix(12))))
    #expect(words.utf8.suffix(12).elementsEqual(last.utf8.prefix(span.endByteColumn - 1).suffix(12)))
  }

  @Test(arguments: before)
  func plainText(_ before: String) throws {
    let file = "\(before)\(Self.passage) 😀 И още.\n\(Story.own)\n"
    let record = try scene().run(file, excerpts: .full)
    let place = try #require(record.findings.first?.places.first)
    #expect(record.findings.first?.places.count == 1)
    let words = try #require(place.excerpt?.head)
    #expect(words.hasPrefix("Beekeepers") && words.hasSuffix("humming alone"))
    try expectCuts(place, of: file, to: words)
  }

  @Test func paragraphsAreCutApartAndKnowTheirSource() throws {
    let file = "😀 \(Story.first)\n\nДа: \(Story.second)\n"
    let item = "“Да!” — é 😀\n\n\(Story.text)"
    let scene = try Scene(wire: [Scene.item("NW-7", item, Story.reserved)])
    let finding = try #require(try scene.run(file, excerpts: .full).findings.first)
    #expect(finding.places.map(\.paragraph) == [1, 2])
    #expect(try #require(finding.match?.score) > 100)
    let source = try #require(finding.source)
    for (place, passage) in zip(finding.places, source.passages) {
      let words = try #require(place.excerpt?.head)
      try expectCuts(place, of: file, to: words)
      try expectCuts(passage.bytes, passage.text, of: item, to: passage.excerpt.head)
    }
    #expect(source.passages[0].excerpt.head.hasPrefix("Beekeepers along"))
    #expect(source.passages[1].excerpt.head.hasPrefix("The barges carried"))
  }

  @Test func escapesOfJSONPointIntoTheFile() throws {
    let line = try Scene.json(["id": "d", "text": "é 😀\n\(Self.passage)"]).replacing(
      "Beekeepers", with: "\\u0042eekeepers")
    let file = try Scene.json(["id": "c", "text": "Нищо 😀"]) + "\n" + line + "\n"
    let record = try scene().run(file)
    let place = try #require(record.findings.first?.places.first)
    let range = try #require(place.bytes)
    let cut = String(decoding: Array(file.utf8)[range[0]..<range[1]], as: UTF8.self)
    #expect(cut.hasPrefix("\\u0042eekeepers") && cut.hasSuffix("humming alone"))
    #expect(place.file?.line == 2 && record.findings.first?.document.item == 2 && place.paragraph == 2)
  }

  @Test func spanThatEndsWithItsLineEndsThere() throws {
    var scan = PlaceScan(for: FileSpan.ends(0, 4))
    scan.take(Array("abc\ndef".utf8))
    let span = try #require(FileSpan(0, 4, in: scan.finish()))
    #expect(span.line == 1 && span.endLine == 1 && span.endColumn == 5 && span.endByteColumn == 5)
  }

  /// A passage that is too long for a full alignment is cut at paragraphs too, each with its own part of the source.
  @Test func longPassagesKeepTheirParts() throws {
    let sentences = (0..<260).map { number in
      (0..<10).map { "w\(number * 31 % 257)x\(number * 10 + $0)" }.joined(separator: " ") + "."
    }
    let scene = try Scene(wire: [Scene.item("NW-7", sentences.joined(separator: " "), Story.reserved)])
    let finding = try #require(
      try scene.run(sentences.joined(separator: "\n"), excerpts: .full).findings.first)
    let passages = try #require(finding.source?.passages)
    #expect(finding.places.count > 200 && passages.count == finding.places.count)
    let words = finding.places.map { $0.excerpt?.head.replacing(".", with: "") }
    #expect(words == passages.map(\.excerpt.head))
  }

  @Test("paragraphs of a passage that have nothing in common with the source are neither shown nor counted")
  func ownParagraphsAreNotCounted() throws {
    let scene = try scene()
    let text = [Story.own, Story.first, Story.own, Story.second, Story.third].joined(separator: "\n")
    let document = try #require(try Scene.documents([Scene.json(["id": "d", "text": text])]).first)
    let draft = Draft(document, scene.newsroom)
    let words = draft.words.count
    let item = Array(Story.text.utf8)
    var passage = Passage(
      draft: TextRange(0, draft.text.count), source: TextRange(0, item.count), kind: .rewritten, score: 90,
      words: words, identicalWords: words - 28, longestRun: 46)
    let cutter = PassageParts(draft, content: .text(item, masked: []))
    let shown = cutter.shown(of: passage)
    let told = shown.map { String(decoding: draft.text[$0.draft.indices], as: UTF8.self) }
    #expect(told == [Story.first, "\(Story.second)\n\(Story.third)"])
    for part in shown {
      #expect(part.words == draft.words(in: part.draft).count)
      #expect(part.identicalWords <= part.words && part.longestRun <= part.words)
    }
    #expect(shown[0].source.upper <= shown[1].source.lower)
    // Names and numbers tell of a draft as a whole.
    passage.facts = .init(shared: 8, all: 9)
    #expect(cutter.shown(of: passage) == [passage])
  }
}
