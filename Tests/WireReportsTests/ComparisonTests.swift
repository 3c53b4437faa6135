import Foundation
import Testing
import WireReports
import WireText

@testable import Wirecheck

/// Passages word by word, in every form.
@Suite struct ComparisonTests {
  private static func comparison(_ pieces: [Comparison.Piece], withheld: Excerpt.Withholding? = nil)
    -> Comparison
  {
    Comparison(
      draft: "draft.md", source: "NW-<7>",
      passages: [
        .init(
          kind: "edited", words: 9, identical: 7, longestRun: 4, draft: [0, 40], source: [3, 50],
          pieces: pieces,
          withheld: withheld)
      ])
  }

  private static let pieces: [Comparison.Piece] = [
    .init(change: .same, text: "The ferry "), .init(change: .deleted, text: "late "),
    .init(change: .inserted, text: "soon\n"), .init(change: .same, text: "left"),
  ]

  private static func render(_ comparisons: [Comparison], _ format: ComparisonFormat) throws -> String {
    String(decoding: try format.render(comparisons, usesColour: false), as: UTF8.self)
  }

  @Test func textShowsWhatWasLeftOutAndWhatIsNew() throws {
    let text = try Self.render([Self.comparison(Self.pieces)], .text)
    #expect(text.contains("The ferry [-late-] {+soon+} left\n"))
    #expect(text.contains("edited: 7 of 9 words identical, longest run 4"))
  }

  @Test func theFormsForProgramsAndBrowsersSayTheSame() throws {
    let json = try Self.render([Self.comparison(Self.pieces)], .json)
    let read = try JSONDecoder().decode([Comparison].self, from: Data(json.utf8))
    #expect(read == [Self.comparison(Self.pieces)])
    let html = try Self.render([Self.comparison(Self.pieces)], .html)
    #expect(html.contains("The ferry <del>late </del><ins>soon </ins>left"))
    #expect(html.contains("Content-Security-Policy") && html.contains("default-src 'none'"))
  }

  /// Words that would do something in a terminal or a browser.
  static let hostile = [
    "<script>alert(1)</script>", "</ins><img src=x onerror=alert(1)>", "\" onmouseover=\"x", "\u{1B}[2J",
    "\u{202E}abc",
    "&lt;b&gt;", "\u{9B}31m",
  ]

  @Test(arguments: hostile, ComparisonFormat.allCases) func hostileWordsAreInert(
    _ words: String, _ format: ComparisonFormat
  ) throws {
    for change in [Comparison.Piece.Change.same, .deleted, .inserted] {
      var comparison = Self.comparison([.init(change: change, text: words)])
      comparison.draft = words
      comparison.source = words
      let told = try Self.render([comparison], format)
      for scalar in told.unicodeScalars { #expect(!scalar.isUnsafeToPrint || scalar == "\n") }
      guard format == .html else { continue }
      #expect(!told.contains("<script") && !told.contains("<img") && !told.contains("\" onmouseover"))
      #expect(!words.contains("&lt;") || told.contains("&amp;lt;"))
    }
  }

  @Test(arguments: ComparisonFormat.allCases) func embargoedWordsAreNotShown(_ format: ComparisonFormat)
    throws
  {
    let told = try Self.render([Self.comparison([], withheld: .embargo)], format)
    #expect(told.contains("embargo"))
    #expect(try Self.render([], .text) == "no passage of the draft is taken from the source\n")
  }
}
