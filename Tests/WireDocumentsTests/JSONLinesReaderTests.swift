import Foundation
import Testing
import WireText

@testable import WireDocuments

@Suite struct JSONLinesReaderTests {
  private static let first = "The ferry to Ormsby was late again because of the fog over the sound."
  private static let second = "Its captain has asked the council for a second lamp on the northern pier."

  @Test(arguments: [
    #"{"text":["A","B"]}"#, #"{"paragraphs":["A","B"]}"#, #"{"text":"","body":"A\nB"}"#,
    #"{"text":"A","html":"<p>B</p>"}"#, #"{"text":"A","body":"<p>A</p><p>B</p>"}"#,
    #"{"html":"<p>A</p><p>B</p>"}"#,
    #"{"content":[{"type":"p","text":"A"},{"type":"p","text":"B"}]}"#, #"{"article":"A","text":"B"}"#,
  ]) func readsTextUnderEveryKeyOfText(_ shape: String) throws {
    let line = shape.replacingOccurrences(of: "A", with: Self.first).replacingOccurrences(
      of: "B", with: Self.second)
    let document = try #require(try read(line, as: "a.jsonl").first)
    let isTurned = shape.contains("article")
    #expect(document.body.strings == (isTurned ? [Self.second, Self.first] : [Self.first, Self.second]))
    #expect(document.codes.isEmpty)
    expectPlaces(document, in: Array(line.utf8))
  }

  @Test func keepsWhatOtherKeysSay() throws {
    let line =
      #"{"text":"Words.","copyright":"May not be republished","author":"Ada Vale","published_at":"2026-11-01T08:00:00Z","mood":"rather gloomy"}"#
    let document = try #require(try read(line, as: "a.jsonl").first)
    #expect(document.statements == ["notice: May not be republished"])
    #expect(document.texts(.author) == ["Ada Vale"] && document.texts(.other) == ["rather gloomy"])
    #expect(document.time(.published)?.instant?.iso8601 == "2026-11-01T08:00:00Z")
  }

  @Test(arguments: [1, 64, 100_000]) func aLineOverTheLimitCostsOnlyItself(_ chunk: Int) throws {
    let long = #"{"id":"b","text":"\#(String(repeating: "x", count: 500))"}"#
    let text = [#"{"id":"a","text":"One."}"#, long, "", #"{"id":"c","text":"Three."}"#, long].joined(
      separator: "\n")
    var limits = Limits()
    limits.itemBytes = 100
    var rest = Array(text.utf8)[...]
    let input = ByteInput(held: []) { () throws(ReadingFault) in
      defer { rest = rest.dropFirst(chunk) }
      return Array(rest.prefix(chunk))
    }
    var reader = JSONLinesReader(input, origin: Origin(path: "a.jsonl", format: "jsonl"), limits: limits)
    var documents: [Document] = []
    while let document = try reader.next() { documents.append(document) }
    #expect(documents.map(\.id) == ["a", nil, "c", nil])
    #expect(documents.map { $0.problems.first?.line } == [nil, 2, nil, 5])
    #expect(documents[1].codes == ["limit-item"] && documents[1].problems[0].losesText)
    #expect(documents[1].problems[0].message.contains("raise the limit `item-bytes`"))
  }
}
