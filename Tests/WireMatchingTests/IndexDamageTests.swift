import Foundation
import Testing
import WireMatching
import WireText

/// Damaged index files: refused with a reason, or the damage lies where nothing is read; never a trap, never another answer.
struct IndexDamageTests {
  private static let drafts = [Stories.bridge, Stories.orchard + " " + Stories.own, Stories.own].map {
    Array($0.utf8)
  }

  /// The matches of all drafts, or the fault that opening or matching ends with.
  private func answer(_ path: String) -> Result<[[Match]], IndexFault> {
    Result { () throws(IndexFault) in
      let index = try WireIndex(opening: path)
      let matcher = try Matcher(index: index, vocabulary: Stories.vocabulary)
      var all: [[Match]] = []
      for draft in Self.drafts { all.append(try matcher.matches(of: draft)) }
      return all
    }
  }

  /// An index with two segments and a file of changes.
  private func make() throws -> (place: TemporaryIndex, files: [String]) {
    let place = TemporaryIndex()
    let items = Stories.items()
    for half in [items[..<22], items[22...]] {
      let writer = try place.writer()
      for item in half { try writer.add(item) }
      if half.startIndex > 0 { try writer.setPayload(id: "bridge") { $0.payload + [1] } }
      try writer.commit()
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    return (place, names.filter { $0 != "lock" }.map { "\(place.path)/\($0)" })
  }

  private func write(_ bytes: Data, _ path: String) throws { try bytes.write(to: URL(fileURLWithPath: path)) }

  @Test("a file that ends early is refused, wherever it ends")
  func truncation() throws {
    let (place, files) = try make()
    #expect(files.count >= 4)
    for file in files where !file.hasSuffix("lock") {
      let whole = try Data(contentsOf: URL(fileURLWithPath: file))
      if whole.isEmpty { continue }
      for size in Array(stride(from: 0, to: whole.count, by: 4096)) + [whole.count - 1] {
        try write(whole.prefix(size), file)
        let result = answer(place.path)
        guard case .failure = result else {
          Issue.record("\(file) of \(whole.count) bytes cut at \(size) was believed")
          continue
        }
      }
      try write(whole, file)
    }
    _ = try answer(place.path).get()
  }

  @Test("a segment that is cut short while it is in use is told, one that is replaced by name is read on")
  func truncationInUse() throws {
    let (place, files) = try make()
    let segments = files.filter { $0.hasSuffix(".segment") }
    #expect(segments.count == 2)
    let index = try WireIndex(opening: place.path)
    let matcher = try Matcher(index: index, vocabulary: Stories.vocabulary)
    let right = try matcher.matches(of: Self.drafts[0])
    for segment in segments {
      let whole = try Data(contentsOf: URL(fileURLWithPath: segment))
      try write(whole.prefix(100), segment + ".new")
      #expect(rename(segment + ".new", segment) == 0)
      #expect(try matcher.matches(of: Self.drafts[0]) == right)
      try write(whole, segment)
    }
    let other = try WireIndex(opening: place.path)
    let reader = try Matcher(index: other, vocabulary: Stories.vocabulary)
    let item = try #require(try other.entries(withID: "bridge").first?.place)
    #expect(truncate(segments[1], 4096) == 0)
    let fault = IndexFault.damaged(file: segments[1], reason: "it was cut short while it was in use")
    #expect(throws: fault) { try reader.matches(of: Self.drafts[0]) }
    #expect(throws: fault) { try reader.facts(of: Self.drafts[0], in: item) }
  }

  @Test("a flipped bit changes no answer: it is refused or was not read", arguments: 0..<4)
  func flips(part: Int) throws {
    let (place, files) = try make()
    let right = try answer(place.path).get()
    var dice = Dice(seed: UInt64(part) + 7)
    var refused = 0
    var noticed = 0
    for file in files {
      let whole = try Data(contentsOf: URL(fileURLWithPath: file))
      if whole.isEmpty { continue }
      for _ in 0..<60 {
        var bytes = whole
        bytes[dice.below(bytes.count)] ^= UInt8(1 << dice.below(8))
        try write(bytes, file)
        switch answer(place.path) {
        case .success(let matches): #expect(matches == right)
        case .failure: refused += 1
        }
        let isWhole = Result { () throws(IndexFault) in try WireIndex(opening: place.path).verify() }
        if case .failure = isWhole { noticed += 1 }
      }
      try write(whole, file)
    }
    #expect(refused > 0)
    #expect(noticed == files.filter { !isEmpty($0) }.count * 60, "verify finds every flipped bit")
  }

  private func isEmpty(_ file: String) -> Bool {
    (try? Data(contentsOf: URL(fileURLWithPath: file)))?.isEmpty ?? true
  }
}
