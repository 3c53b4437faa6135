import Policies
import Testing

@testable import WireDocuments

/// The words for the status of a story, which sites write in their own language.
@Suite struct StatusWordTests {
  @Test func everyFileCanBeReadAndNoWordHasTwoMeanings() throws {
    var meanings: [String: Status.Value] = [:]
    let files = PolicyFile.all(in: "Statuses")
    #expect(!files.isEmpty)
    for file in files {
      for (state, words) in try StatusWords.table(file) {
        for word in words {
          #expect(meanings.updateValue(state, forKey: word) == nil, "\(word)")
          #expect(StatusWords.value(word) == state, "\(word)")
        }
      }
    }
  }

  @Test func anUnknownStateIsAFault() {
    let file = PolicyFile(path: "Statuses/a.yaml", text: "half-done: [almost]")
    #expect(throws: (any Error).self) { try StatusWords.table(file) }
  }

  @Test(arguments: [
    ("Entwurf", Status.Value.draft), ("brouillon", .draft), ("Borrador", .draft), ("bozza", .draft),
    ("RASCUNHO", .draft),
    ("concept", .draft), ("utkast", .draft), ("черновик", .draft), ("下書き", .draft), ("en_attente", .draft),
    ("Nicht veröffentlicht", .draft), ("İncelemede", .draft), ("in-progress", .draft),
    ("geplant", .scheduled),
    ("Veröffentlicht", .published),
    ("publiée", .published), ("privé", .private), ("Papierkorb", .trashed), ("zurückgezogen", .canceled),
    ("stat:usable", .usable), ("auto-draft", .draft), ("on_hold", .withheld), ("schön", .unknown),
    ("", .unknown),
  ])
  func meansItsState(word: String, state: Status.Value) {
    #expect(StatusWords.value(word) == state)
  }

  @Test func aDraftInAnotherLanguageIsNotPublished() throws {
    let page = try #require(try read("---\ntitle: F\nstatus: entwurf\n---\nThe ferry.", as: "a.md").first)
    #expect(page.status == Status(.draft, raw: "entwurf"))
  }

  @Test(arguments: [("archived", false, "draft"), ("archived", true, "published"), ("draft", true, "draft")])
  func aWorkflowsOwnStateCountsByTheFlag(state: String, isOut: Bool, expected: String) throws {
    let text = """
      {"jsonapi":{},"data":[{"type":"node--article","id":"a","attributes":{"title":"F","status":\(isOut),"moderation_state":"\(state)",
        "body":{"value":"<p>The ferry.</p>","format":"html"}}}]}
      """
    let document = try #require(try read(text, as: "a.json").first)
    #expect(document.status?.value.rawValue == expected)
    #expect(document.status?.raw.hasPrefix(state) == true)
    #expect(document.codes.isEmpty)
  }
}
