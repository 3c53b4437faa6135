import Testing
import WireText

@testable import WireMatching

/// An index of which the larger part holds only some seeds.
struct WinnowedIndexTests {
  private static let stories = [Stories.bridge, Stories.orchard, Stories.observatory]
  private static let fresh = stories.enumerated().map {
    IndexItem(id: "fresh\($0.offset)", text: Array($0.element.utf8))
  }
  private static let archive = Stories.filler.enumerated().map {
    IndexItem(id: "old\($0.offset)", text: Array($0.element.utf8))
  }

  /// An index with one segment for each list of items, winnowed where it has more than 20.
  private static func index(_ lists: [[IndexItem]]) throws -> WireIndex {
    let segments = try lists.map { items in
      var builder = try SegmentBuilder(
        descriptor: nil, path: "memory", vocabulary: Stories.vocabulary, fullItems: 20)
      for item in items { _ = try builder.add(item) }
      let sum = try builder.finish()
      return try Segment(MappedFile(builder.contents, name: "memory"), expected: sum)
    }
    return WireIndex(
      path: "", vocabulary: Stories.vocabulary.identity, generation: 0, segments: segments,
      changes: ItemChanges())
  }

  /// Drafts of our own with a sentence of each story in turn, one word of it changed.
  private static var drafts: [String] {
    stories.flatMap { $0.split(separator: ".") }.map { sentence in
      let words = sentence.split(separator: " ")
      let edited = words[..<(words.count / 2)] + ["indeed"] + words[(words.count / 2 + 1)...]
      return "\(Stories.own) \(edited.joined(separator: " "))."
    }
  }

  private static func found(_ index: WireIndex) throws -> [[String]] {
    let matcher = try Matcher(index: index, vocabulary: Stories.vocabulary)
    return try drafts.map { try matcher.matches(of: Array($0.utf8)).map(\.source) }
  }

  @Test("a segment with all seeds is searched for all of them, whatever stands beside it")
  func fresh() throws {
    let mixed = try Self.index([Self.archive, Self.fresh])
    #expect(mixed.segments.map(\.isWhole) == [false, true])
    let whole = try Self.found(Self.index([Array(Self.archive[..<20]), Self.fresh]))
    #expect(whole.count { !$0.isEmpty } > 5)
    #expect(try Self.found(mixed) == whole)
    // Where they are winnowed with the rest, few are found.
    let winnowed = try Self.found(Self.index([Self.archive + Self.fresh]))
    #expect(winnowed.count { !$0.isEmpty } < whole.count { !$0.isEmpty })
  }

  @Test("what stands in the winnowed segment is found beside a whole one")
  func archive() throws {
    let matcher = try Matcher(index: Self.index([Self.archive, Self.fresh]), vocabulary: Stories.vocabulary)
    for (number, text) in Stories.filler.enumerated() {
      let matches = try matcher.matches(of: Array("\(Stories.own) \(text)".utf8))
      #expect(matches.contains { $0.source == "old\(number)" || $0.alsoIn.contains("old\(number)") })
    }
  }
}
