import Foundation
import Policies
import Testing
import WireYAML

@testable import WireRights

/// A guard against reading by heart: policies hold words and short phrases, from which notices are understood.
///
/// A phrase of more than eight words is a sentence that somebody copied from one text. Only formulas that the public
/// uses word for word are let through, each with the reason. What cases show is no entry: they are whole notices.
@Suite struct PhraseLengthTests {
  static let longest = 8

  /// Formulas in public use, by their folded words.
  private static let formulas: [String: String] = [
    "cable news network inc a warner bros discovery company": "the holder's name as its notices print it",
    "usa today a division of gannett satellite information network llc":
      "the holder's name as its notices print it",
    "employees of the federal government of the united states": "the law's own words, 17 USC 101",
    "tous droits de traduction d adaptation et de reproduction réservés":
      "the long form of the reservation in French",
  ]

  private static let known = Set(formulas.keys.map { Lexer.words(of: $0).joined(separator: " ") })

  /// A text of a policy that words of notices are compared with.
  private struct Entry {
    var text: String
    var place: String
  }

  /// Keys below which no text is compared with a notice: cases, remarks, titles, and our words on somebody's terms.
  private static let told: Set<String> = ["cases", "notes", "title", "text", "url", "urls", "agreement"]

  private static func entries(of file: PolicyFile) throws -> [Entry] {
    var entries: [Entry] = []
    var open = [try YAMLValue(parsing: file.text, name: file.path)]
    while let value = open.popLast() {
      switch value.content {
      case .scalar(let text):
        entries.append(Entry(text: String(text), place: "\(file.path):\(value.position.line)"))
      case .sequence(let values): open += values
      case .mapping(let fields):
        open += fields.filter { !told.contains($0.key) }.map(\.value)
        entries += fields.map { Entry(text: $0.key, place: "\(file.path):\($0.position.line)") }
      }
    }
    return entries
  }

  /// The words of the longest phrase that an entry stands for.
  private static func longestForm(of text: String) -> Int {
    PhraseForms.all(of: text).map(length).max() ?? 0
  }

  /// The words of a phrase; letters of scripts that write without spaces make a word by three.
  private static func length(of text: String) -> Int {
    let list = Lexer.tokens(of: text[...])
    let dense = list.tokens.filter(\.isDense).count
    let words = list.tokens.filter { $0.kind != .mark && !$0.isDense }.count
    return words + (dense + 2) / 3
  }

  @Test func noEntryIsASentence() throws {
    var count = 0
    for file in PolicyFile.everything {
      for entry in try Self.entries(of: file) {
        count += 1
        let key = Lexer.words(of: entry.text).joined(separator: " ")
        guard !Self.known.contains(key) else { continue }
        #expect(Self.longestForm(of: entry.text) <= Self.longest, "\(entry.place): \(entry.text)")
      }
    }
    #expect(count > 5000)
  }

  /// An exception that nothing needs is one that the next sentence hides behind.
  @Test func everyFormulaStandsInAFile() throws {
    let words = Set(
      try PolicyFile.everything.flatMap { try Self.entries(of: $0) }.map {
        Lexer.words(of: $0.text).joined(separator: " ")
      })
    for (formula, reason) in Self.formulas {
      #expect(words.contains(Lexer.words(of: formula).joined(separator: " ")), "\(formula) (\(reason))")
    }
  }

  @Test(arguments: [
    ("may not be published without the permission of", 8), ("全文转载必须注明来源", 4), ("non-commercial", 2),
    ("must (be|have been) named", 4),
  ])
  func countsWords(_ text: String, _ words: Int) { #expect(Self.longestForm(of: text) == words) }
}
