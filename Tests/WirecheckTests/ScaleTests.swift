import TestSupport
import Testing
import WireDocuments
import WireMatching
import WireRights
import WireText

@testable import Wirecheck

/// Documents many times larger than any story: a part may not be looked through for each of its parts.
@Suite(.timeLimit(.minutes(60)))
struct ScaleTests {
  /// Parts of the smaller of two documents.
  private static let count = 1700
  /// What four times the parts stay below that take about four times as long, and do not where a third of the time of
  /// the smaller document goes by the square.
  private static let most = 7.0

  /// Expects that a document of four times as many parts takes about four times as long; sixteen times is what looking
  /// through all for each takes.
  private func demandProportion(_ body: (_ count: Int) throws -> Void) rethrows {
    #expect(try Growth.ofFourTimes(Self.count, most: Self.most, body) < Self.most)
  }

  private func draft(_ text: String) throws -> Draft {
    var document = Document(origin: Origin(path: "huge.txt", format: "text"))
    let bytes = Array(text.utf8)
    document.body = BodyText(plain: bytes, map: SourceMap(identity: bytes.count))
    return Draft(document, try Scene.newsroom(Scene.head()))
  }

  @Test func creditsNearManyPassages() throws {
    try demandProportion { count in
      let draft = try draft((0..<count).map { "Word here \($0)." }.joined(separator: " "))
      let texts = draft.creditTexts(near: draft.sentences, try Scene.newsroom(Scene.head()).notices)
      #expect(texts.count == draft.sentences.count && texts.count >= count)
    }
  }

  /// Each passage of a text without paragraphs has its own sentences for credits and those near the ends, and no more.
  @Test func creditsOfManyMatches() throws {
    let notices = try Scene.newsroom(Scene.head()).notices
    try demandProportion { count in
      let draft = try draft(
        "Corriere Lume reports. " + (0..<count).map { "Word here \($0)." }.joined(separator: " "))
      for sentence in draft.sentences.dropFirst(count / 2).prefix(5) {
        let texts = draft.creditTexts(near: [sentence], notices)
        #expect(texts.count < 1000)
        #expect(texts.contains(CreditText("Corriere Lume reports.", in: .running)))
      }
    }
  }

  @Test func manyQuotations() throws {
    try demandProportion { count in
      let draft = try draft((0..<count).map { "“Word \($0).” And" }.joined(separator: " "))
      #expect(draft.quoted.map(draft.quotedWords) == Array(repeating: 2, count: count))
    }
  }

  @Test func manyPassagesInManyParagraphs() throws {
    try demandProportion { count in
      let lines = (0..<count).map { "one\($0) two\($0) three\($0) four\($0)." }
      let draft = try draft(lines.joined(separator: "\n"))
      let cutter = PassageParts(
        draft, content: .text(Array(lines.joined(separator: " ").utf8), masked: []))
      for (index, paragraph) in draft.paragraphs.enumerated() {
        let passage = Passage(
          draft: paragraph, source: TextRange(0, 7), kind: .verbatim, score: 1, words: 3, identicalWords: 3,
          longestRun: 3)
        #expect(cutter.parts(of: passage).map(\.draft) == [paragraph])
        #expect(draft.paragraph(at: paragraph.lower) == index + 1)
      }
      let whole = Passage(
        draft: TextRange(0, draft.text.count), source: TextRange(0, draft.text.count), kind: .verbatim,
        score: 1, words: 3, identicalWords: 3, longestRun: 3)
      let parts = cutter.parts(of: whole)
      #expect(parts.count == lines.count)
      #expect(parts.allSatisfy { $0.source.count <= 40 })
    }
  }

  @Test func manyProblems() throws {
    let newsroom = try Scene.newsroom(Scene.head())
    try demandProportion { count in
      let draft = try draft(String(repeating: "Word here. ", count: count))
      let writer = FindingWriter(
        newsroom: newsroom, occasion: Occasion(now: Instant(seconds: 0)), draft: draft, excerpts: .short,
        secret: [])
      for number in 0..<count {
        let finding = writer.finding(
          Problem("code", "number \(number)", losesText: true), rule: Completeness.damaged)
        #expect(finding?.document.sha256 == draft.record.sha256)
      }
    }
  }

  @Test func longRunsOfMarks() {
    demandProportion { count in
      let text = Array((String(repeating: "!", count: 20 * count) + "x and more.").utf8)
      #expect(Sentences.ranges(in: text, paragraphs: [TextRange(0, text.count)]).count == 1)
    }
  }

  /// Sentences end where they did before runs of marks were looked through once.
  @Test(arguments: [
    ("One!!x two. Three?! Four", ["One!!x two.", "Three?!", "Four"]), ("A!。B", ["A!。", "B"]),
    ("Wait... what. Then...", ["Wait... what.", "Then..."]), ("No!a! Yes", ["No!a!", "Yes"]),
  ])
  func sentences(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let found = Sentences.ranges(in: bytes, paragraphs: [TextRange(0, bytes.count)])
    #expect(found.map { String(decoding: bytes[$0.indices], as: UTF8.self) } == expected)
  }
}
