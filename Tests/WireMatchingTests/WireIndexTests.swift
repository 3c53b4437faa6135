import Foundation
import Testing
import WireMatching
import WireText

/// A directory that goes with the test.
final class TemporaryIndex {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("index-\(UUID().uuidString)").path

  func writer() throws -> IndexWriter { try IndexWriter(at: path, vocabulary: Stories.vocabulary) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

struct WireIndexTests {
  @Test("what is put in comes out, and nothing is seen before commit")
  func roundTrip() throws {
    let place = TemporaryIndex()
    let writer = try place.writer()
    let item = IndexItem(
      id: "urn:northwire:1", version: 3, payload: [1, 2, 0, 255], text: Array(Stories.bridge.utf8),
      masked: [TextRange(0, 4), TextRange(9, 12)], time: Instant(seconds: -5))
    #expect(try writer.add(item) == .added)
    #expect(throws: IndexFault.missing(path: place.path)) { try WireIndex(opening: place.path) }
    try writer.commit()
    let index = try WireIndex(opening: place.path)
    let entry = try #require(try index.entries(withID: item.id).first)
    #expect(entry.version == 3 && entry.payload == item.payload && entry.masked == item.masked)
    #expect(entry.time == item.time && !entry.isSuperseded)
    #expect(try index.text(of: entry) == item.text)
    #expect(try index.entries(withID: "urn:northwire:2").isEmpty)
    try index.verify()
  }

  @Test("the same items again change nothing, in one run and in the next")
  func idempotent() throws {
    let place = TemporaryIndex()
    let items = Stories.items()
    for _ in 0..<2 {
      let writer = try place.writer()
      for item in items { try writer.add(item) }
      for item in items { #expect(try writer.add(item) == .unchanged) }
      try writer.commit()
      #expect(try WireIndex(opening: place.path).statistics().items == items.count)
    }
  }

  @Test("another text under the same version replaces, another version supersedes and stays")
  func versions() throws {
    let place = TemporaryIndex()
    var item = IndexItem(id: "x", version: 2, payload: [1], text: Array(Stories.bridge.utf8))
    for (number, isCommitted) in [false, true].enumerated() {
      let writer = try place.writer()
      try writer.add(item)
      if isCommitted { try writer.commit() }
      item.payload.append(9)
      #expect(try writer.add(item) == .updated)
      if isCommitted { try writer.commit() }
      item.text += Array(" More\(isCommitted).".utf8)
      #expect(try writer.add(item) == .replaced)
      try writer.commit()
      let entries = try WireIndex(opening: place.path).entries(withID: "x")
      // The texts that were delivered before stay to be found.
      #expect(entries.count == number + 2 && entries.first?.payload == item.payload)
      #expect(entries.map(\.isSuperseded) == [false] + Array(repeating: true, count: number + 1))
    }
    let writer = try place.writer()
    item.masked = [TextRange(0, 1)]
    #expect(try writer.add(item) == .replaced)
    item.version = 4
    #expect(try writer.add(item) == .added)
    item.version = 3
    #expect(try writer.add(item) == .added)
    let index = try writer.commit()
    #expect(try index.entries(withID: "x").map(\.isSuperseded) == [false, true, true, true, true])
    #expect(try index.statistics().superseded == 4)
  }

  @Test("removal and changes of state need no rebuild, and readers keep their snapshot")
  func overlay() throws {
    let place = TemporaryIndex()
    let writer = try place.writer()
    for item in Stories.items() { try writer.add(item) }
    let before = try writer.commit()
    #expect(try writer.remove(id: "bridge") == 1)
    #expect(try writer.remove(id: "bridge") == 0)
    #expect(try writer.setPayload(id: "orchard") { $0.payload + [0x21] } == 1)
    try writer.commit()
    let after = try WireIndex(opening: place.path)
    #expect(after.generation == before.generation + 1)
    #expect(try before.entries(withID: "bridge").count == 1)
    #expect(try after.entries(withID: "bridge").isEmpty)
    #expect(try after.entries(withID: "orchard").first?.payload.last == 0x21)
    let draft = Array(Stories.bridge.utf8)
    #expect(try Matcher(index: before, vocabulary: Stories.vocabulary).matches(of: draft).count == 1)
    #expect(try Matcher(index: after, vocabulary: Stories.vocabulary).matches(of: draft).isEmpty)
    try after.verify()
  }

  @Test("many small additions become few segments, with all changes kept")
  func merging() throws {
    let place = TemporaryIndex()
    for (number, item) in Stories.items().enumerated() {
      let writer = try place.writer()
      try writer.add(item)
      if number == 20 { try writer.remove(id: "bridge") }
      if number == 21 { try writer.setPayload(id: "orchard") { _ in [7] } }
      try writer.commit()
    }
    let index = try WireIndex(opening: place.path)
    let statistics = try index.statistics()
    #expect(statistics.segments < 12)
    #expect(statistics.items == Stories.items().count - 1)
    #expect(try index.entries(withID: "orchard").first?.payload == [7])
    #expect(try index.entries(withID: "bridge").isEmpty)
    try index.verify()
    let files = try FileManager.default.contentsOfDirectory(atPath: place.path)
    #expect(files.filter { $0.hasSuffix(".segment") }.count == statistics.segments)
  }

  @Test("a second writer is refused, another vocabulary too")
  func exclusion() throws {
    let place = TemporaryIndex()
    do {
      let writer = try place.writer()
      #expect(throws: IndexFault.locked(path: place.path)) { try place.writer() }
      try writer.commit()
    }
    #expect(throws: IndexFault.otherVocabulary) { try IndexWriter(at: place.path, vocabulary: .neutral) }
    let index = try WireIndex(opening: place.path)
    #expect(throws: IndexFault.otherVocabulary) { try Matcher(index: index, vocabulary: .neutral) }
  }
}
