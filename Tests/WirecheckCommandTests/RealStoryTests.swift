import Foundation
import Testing

/// The same job on a story that an agency really sent; it stands beside the repository and not in it.
@Suite(.enabled(if: RealStory.text != nil, "the story is not there: \(RealStory.path)"))
struct RealStoryTests {
  private func newsroom(_ contract: String = "") throws -> Newsroom {
    let newsroom = try Newsroom(contract: contract, wire: nil)
    try newsroom.folder.write(try #require(RealStory.text), to: "wire/story.txt")
    let outcome = try newsroom.tool.run("index", "add", "wire", "--agency", "ap")
    try #require(outcome.status == 0)
    return newsroom
  }

  private static let permission = Newsroom.permission
    .replacing("agency: northwire", with: "agency: ap").replacing("credit: [Northwire]", with: "credit: [AP]")

  private func draft(_ body: String, credit: String? = nil) -> String {
    "---\ntitle: The visit\n\(credit.map { "credit: \($0)\n" } ?? "")---\n\nWe looked at the calendar.\n\n\(body)\n"
  }

  @Test func threeSentencesInARow() throws {
    let body = try RealStory.sentences(3, from: 1)
    let blocked = try newsroom().check(draft(body))
    #expect(blocked.status == 1)
    #expect(blocked.output.contains(try #require(RealStory.clause)))
    let licensed = try newsroom(Self.permission)
    #expect(try licensed.check(draft(body), "--stage", "draft").output.contains("info[WC201]"))
    #expect(try licensed.check(draft(body)).output.contains("error[WC201]"))
    let passed = try licensed.check(draft(body, credit: "AP"))
    #expect(passed.status == 0)
    #expect(passed.output.contains("the credit stands"))
  }

  @Test func fiveSentencesRewritten() throws {
    let body = try RealStory.rewritten(try RealStory.sentences(5, from: 5))
    let blocked = try newsroom().check(draft(body))
    #expect(blocked.status == 1)
    #expect(blocked.output.contains(try #require(RealStory.clause)))
    let passed = try newsroom(Self.permission).check(draft(body, credit: "AP"))
    #expect(passed.status == 0)
    #expect(passed.output.contains("permitted: "))
  }

  @Test func theStoryItself() throws {
    let outcome = try newsroom().check(
      try #require(RealStory.text), "--format", "json", name: "pasted.txt")
    #expect(outcome.status == 1)
    #expect(try Report(outcome).rules.contains("WC502"))
  }

  @Test func ownReportingWithOneCreditedPhrase() throws {
    let phrase = try #require(RealStory.text?.firstMatch(of: /“([^”]{10,60})”/)).output.1
    let body = """
      Three guests at the embassy’s reception would not talk to us, and a fourth talked of the weather. The papers \
      at home, the AP reported, still write of a “\(phrase)”, and nobody at the buffet corrected them.

      Our bus stood in the rain for an hour. The driver had seen two such visits and expected a third.
      """
    let outcome = try newsroom().check(draft(body))
    #expect(outcome.status == 0)
  }
}

/// The real story, cut and changed by rules, so that none of its words stand in the repository.
enum RealStory {
  /// The folder beside the package, or the one that `WIRECHECK_SHARED` names.
  static var shared: String {
    if let named = ProcessInfo.processInfo.environment["WIRECHECK_SHARED"] { return named }
    return Package.root.deletingLastPathComponent().appendingPathComponent("shared").path
  }

  static var path: String { shared + "/fixtures/seed/ap-2025-05-04.txt" }

  static var text: String? { try? String(contentsOfFile: path, encoding: .utf8) }

  /// The sentence of the notice that forbids.
  static var clause: String? {
    guard let notice = text?.split(separator: "\n").last else { return nil }
    return notice.components(separatedBy: ". ").last
  }

  /// Sentences of the body, without the notice and the dateline.
  static func sentences(_ count: Int, from first: Int) throws -> String {
    let text = try #require(text)
    let body = text.split(separator: "\n").dropLast().joined(separator: " ")
    let all = body.components(separatedBy: ". ")
    return all[first..<(first + count)].joined(separator: ". ") + "."
  }

  /// Sentences with other function words and with clauses that change places.
  static func rewritten(_ text: String) throws -> String {
    let words = [
      "the": "its", "a": "one", "has": "had", "is": "was", "in": "during", "to": "towards",
      "with": "alongside",
      "of": "from", "and": "as well as", "that": "which", "also": "too", "its": "their", "for": "towards",
    ]
    return text.components(separatedBy: ". ").map { sentence in
      var parts = sentence.components(separatedBy: ", ")
      if parts.count > 1 { parts.append(parts.removeFirst()) }
      return parts.joined(separator: ", ").split(separator: " ").map { words[String($0)] ?? String($0) }
        .joined(separator: " ")
    }.joined(separator: ". ")
  }
}

/// The package that the tests belong to.
enum Package {
  /// The folder of the manifest.
  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }
}
