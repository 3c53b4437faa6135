import Foundation
import Testing
import WireText
import WireYAML

@testable import WireRights

/// What a notice says does not depend on how it was typeset, nor on the label or the mark of a list before it.
///
/// Every case of every lexicon is read in three of the forms that change it, from another form on for every case.
@Suite struct NoticeInvarianceTests {
  /// A way to write a text that leaves its meaning as it is.
  private enum Form: CaseIterable {
    case noBreakSpaces, narrowSpaces, softHyphens, zeroWidthSpaces, directionMarks, accentsApart, bullet,
      emphasis
    case label, wrapped, dash

    func text(_ text: String, in lexicon: Lexicon) -> String {
      switch self {
      case .noBreakSpaces:
        Self.inWords(text) { _ in
        } between: {
          "\u{A0}"
        }
      case .narrowSpaces:
        Self.inWords(text) { _ in
        } between: {
          "\u{202F}"
        }
      case .softHyphens: Self.inWords(text) { $0.insert("\u{AD}", at: $0.index($0.startIndex, offsetBy: 4)) }
      case .zeroWidthSpaces:
        Self.inWords(text) { $0.insert("\u{200B}", at: $0.index($0.startIndex, offsetBy: 3)) }
      case .directionMarks: "\u{200F}\(text)\u{200E}"
      // What the lexer does not compose: syllables of Hangul and the voicing signs of kana.
      case .accentsApart:
        ["ko", "ja"].contains(lexicon.language) ? text : text.decomposedStringWithCanonicalMapping
      case .bullet: "• \(text)"
      case .emphasis: "**\(text)**"
      case .label:
        lexicon.labels.first.map { "\($0.prefix(1).uppercased())\($0.dropFirst()): \(text)" } ?? text
      case .wrapped: Self.wrapped(text)
      case .dash: "- \(text)"
      }
    }

    /// A text in lines of at most `width` characters.
    private static func wrapped(_ text: String) -> String {
      var (lines, line) = ([String](), "")
      for word in text.split(separator: " ", omittingEmptySubsequences: false) {
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      return (lines + [line]).joined(separator: "\n")
    }

    private static let width = 60

    /// A text with its long words changed and its single spaces replaced.
    private static func inWords(
      _ text: String, _ change: (inout String) -> Void, between space: () -> String = { " " }
    ) -> String {
      text.split(separator: " ", omittingEmptySubsequences: false).map { part in
        var word = String(part)
        if word.count >= 8, word.allSatisfy(\.isLetter) { change(&word) }
        return word
      }.joined(separator: space())
    }
  }

  /// Lines without what the form put into the words that they quote.
  private static func plain(_ lines: Set<String>) -> Set<String> {
    Set(
      lines.map { line in
        line.precomposedStringWithCanonicalMapping.unicodeScalars
          .filter { !["\u{AD}", "\u{200B}", "\u{200E}", "\u{200F}", "*"].contains($0) }
          .reduce(into: "") { $0 += $1.properties.isWhitespace ? " " : String($1) }
      })
  }

  /// Three forms of a text that differ from it, of those from a number on.
  private static func forms(of text: String, in lexicon: Lexicon, from number: Int) -> [(Form, String)] {
    let all = Form.allCases
    let forms = all.indices.lazy.map { all[(number + $0) % all.count] }
    // “é” and its parts are equal strings.
    let written = forms.map { ($0, $0.text(text, in: lexicon)) }
      .filter { !$0.1.utf8.elementsEqual(text.utf8) }
    return Array(written.prefix(3))
  }

  /// Each form is that of more texts than this.
  private static let fewestTexts = 300

  @Test func casesSayTheSameInEveryForm() throws {
    let parser = NoticeParser(try ProgramPolicies.all.get())
    let statements = try ProgramPolicies.statements.get()
    var failures: [String] = []
    var written: [Form: Int] = [:]
    for lexicon in try ProgramPolicies.languages.get().map(\.lexicon) {
      for (number, example) in lexicon.cases.enumerated() where !example.text.contains("\n") {
        let expected = Self.plain(StatementLines.lines(try #require(statements[example.text])))
        for (form, text) in Self.forms(of: example.text, in: lexicon, from: number) {
          written[form, default: 0] += 1
          let found = Self.plain(StatementLines.lines(parser.parse(text)))
          guard found != expected else { continue }
          failures.append(
            "\(form) \(lexicon.file):\(example.position.line) \(example.text): \(found.symmetricDifference(expected))"
          )
        }
      }
    }
    #expect(Form.allCases.allSatisfy { written[$0, default: 0] > Self.fewestTexts }, "\(written)")
    #expect(failures.isEmpty, "\(failures.count):\n\(failures.joined(separator: "\n"))")
  }
}
