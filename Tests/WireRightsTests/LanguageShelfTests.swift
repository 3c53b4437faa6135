import Policies
import Testing
import WireText
import WireYAML

@testable import WireRights

/// Languages are read when they are needed.
@Suite struct LanguageShelfTests {
  /// What was read before must not change what a text says.
  ///
  /// A text of some languages is also read by policies that have read nothing, which a debug build loads slowly; those
  /// of all are read in two orders.
  @Test func readingsDoNotHangOnTheirOrder() throws {
    let texts = try ProgramPolicies.languages.get().flatMap { $0.lexicon.cases.prefix(5).map(\.text) }
    let (first, second) = (NoticeParser(try NoticePolicies()), NoticeParser(try NoticePolicies()))
    let forwards = texts.map { first.parse($0) }
    let backwards = texts.reversed().map { second.parse($0) }
    #expect(forwards == backwards.reversed())
    for (number, language) in try ProgramPolicies.languages.get().enumerated() where number % 5 == 0 {
      let text = try #require(language.lexicon.cases.first).text
      let fresh = NoticeParser(try NoticePolicies()).parse(text)
      #expect(forwards[try #require(texts.firstIndex(of: text))] == fresh)
    }
  }

  @Test func onlyLanguagesWithAnAnchorAreTaken() throws {
    let policies = try NoticePolicies()
    let german = policies.languages(in: Array("Sperrfrist: 3. März 2027, 10 Uhr".utf8))
    #expect(german.map(\.lexicon.language).contains("de"))
    #expect(!german.map(\.lexicon.language).contains("ru"))
    let none = policies.languages(in: Array("qwertz".utf8))
    #expect(none.count + 1 == (try policies.allLanguages()).count)
  }

  /// A byline of a name alone must not make every lexicon load.
  @Test func aNameIsInTheLanguageOfItsBody() throws {
    let policies = try NoticePolicies()
    let body = Array("Der Kapitän und die Leute sind noch nicht zurück, sagte er am Montag.".utf8)
    let name = policies.languages(in: Array("Quill Tamsin".utf8), beside: body)
    #expect(name.map(\.lexicon.language) == ["de"])
    let line = policies.languages(in: Array("Translated by Quill Tamsin".utf8), beside: body)
    #expect(line.map(\.lexicon.language).contains("en"))
  }

  /// Between languages that share an anchor, what is spoken around it decides.
  @Test(arguments: [
    ("The ferry is not back.\n\nHARBOUR SAFE: STAMP OUT RUST\n\nThe skipper said that she is well.", ["en"]),
    ("Die Fähre ist nicht zurück.\n\nHAFEN SICHER: ROST OUT\n\nDer Kapitän und die Leute sind da.", ["de"]),
  ])
  func aHeadlineIsInTheLanguageAroundIt(_ text: String, _ languages: [String]) throws {
    let policies = try NoticePolicies()
    let bytes = Array(text.utf8)
    let headline = Paragraphs.ranges(in: bytes)[1]
    #expect(policies.languages(anchoredIn: bytes, headline).map(\.lexicon.language) == languages)
  }

  @Test func wordsAreReadWithoutCases() throws {
    let text = "language: xx\nname: X\nanchors: [kestrel]\neffects:\n  prohibit: [kestrel]\ncases: [{]\n"
    let file = PolicyFile(path: "Languages/xx.yaml", text: text)
    let words = try Lexicon(wordsOf: file)
    #expect(words.entries.map(\.phrase) == ["kestrel"] && words.cases.isEmpty)
    #expect(throws: YAMLFault.self) { _ = try Lexicon(file) }
  }

  @Test func aFaultBehindTheHeadIsTold() throws {
    let files = [
      PolicyFile(
        path: "Languages/xx.yaml",
        text: "language: xx\nname: X\nanchors: [kestrel]\neffects:\n  forbid: [kestrel]\ncases: []\n")
    ]
    let policies = try NoticePolicies(files: files)
    #expect(policies.languages(in: Array("kestrel".utf8)).isEmpty)
    #expect {
      _ = try policies.allLanguages()
    } throws: { error in
      guard let fault = error as? YAMLFault else { return false }
      return fault.file == "Languages/xx.yaml" && fault.position.line == 5
    }
  }

  @Test func aFaultInTheHeadIsToldAtOnce() {
    let file = PolicyFile(path: "Languages/xx.yaml", text: "language: xx\nname: X\ncases: []\n")
    #expect(throws: YAMLFault.self) { _ = try NoticePolicies(files: [file]) }
  }
}
