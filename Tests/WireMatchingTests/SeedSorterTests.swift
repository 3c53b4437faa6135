import Foundation
import Testing

@testable import WireMatching

/// What index building makes of seeds, in memory and by runs on disk.
struct SeedSorterTests {
  /// Content words of so many units, from a small vocabulary.
  private static func units(_ count: Int, words: Int) -> [[UInt64]] {
    var state: UInt64 = 7
    return (0..<count).map { _ in
      (0..<words).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % 400 &* 0x9E37_79B9_7F4A_7C15
      }
    }
  }

  /// The seeds as they come from a sorter, the sizes of all buckets, and the density.
  private static func sorted(
    _ units: [[UInt64]], spillingTo path: String? = nil, runSeeds: Int = 1 << 22, bits: UInt64 = 12,
    atMost most: Int = .max
  ) throws -> (seeds: [UInt64], buckets: [UInt32], density: UInt64) {
    var sorter = SeedSorter(spillingTo: path, runSeeds: runSeeds)
    for (number, words) in units.enumerated() { try sorter.add(words[...], unit: UInt32(number)) }
    var result: (seeds: [UInt64], buckets: [UInt32], density: UInt64) = ([], [], 0)
    result.density = try sorter.forEachPartition(bits: bits, atMost: most) { seeds, buckets in
      result.seeds += seeds
      result.buckets += buckets
    }
    return result
  }

  @Test(
    "runs on disk and seeds that are made part by part give what one part gives, and leave no file",
    arguments: [200, 1_000, 2_800, 8_000])
  func spilled(runSeeds: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "seeds-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let units = Self.units(150, words: 60)
    let memory = try Self.sorted(units)
    let disk = try Self.sorted(units, spillingTo: folder.appending(path: "run").path, runSeeds: runSeeds)
    #expect(memory.seeds.count == 150 * (59 + 58 + 57))
    #expect(disk.seeds == memory.seeds)
    #expect(disk.buckets == memory.buckets)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(
    "winnowing leaves about as many seeds as it may, chosen by their hashes alone",
    arguments: [2_000, 9_000, 90_000])
  func winnowed(most: Int) throws {
    let units = Self.units(150, words: 60)
    let all = try Self.sorted(units)
    let some = try Self.sorted(units, atMost: most)
    #expect(abs(some.seeds.count - min(most, all.seeds.count)) < most / 10)
    #expect(Set(some.seeds).isSubset(of: all.seeds))
    let kept = units.flatMap { words in
      words.indices.dropLast().map { SegmentFormat.seedHash(words[$0], words[$0 + 1]) }
    }.filter { SegmentFormat.isKept($0, some.density) }.map { SegmentFormat.seedRemainder($0, 12) }
    #expect(Set(kept).isSubset(of: some.seeds.map { $0 >> 42 }))
  }

  @Test("a list gives back what was put in, whether it was spilled or not", arguments: [10, 3_000_000])
  func list(count: Int) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "list-\(UUID().uuidString)").path
    var list = SpillList<UInt32>(spillingTo: path)
    for number in 0..<UInt32(count) { try list.append([number]) }
    var next: UInt32 = 0
    var isInOrder = true
    try list.forEachPiece { piece in
      for number in piece {
        isInOrder = isInOrder && number == next
        next += 1
      }
    }
    #expect(isInOrder)
    #expect(next == UInt32(count))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(
    "a seed in too many units is one entry that says so",
    arguments: [(SegmentFormat.mostHolders, false), (SegmentFormat.mostHolders + 1, true)])
  func common(units: Int, isCommon: Bool) throws {
    let pair: [UInt64] = [11, 12]
    let seeds = try Self.sorted(Array(repeating: pair, count: units)).seeds
    #expect(seeds.count == (isCommon ? 1 : units))
    #expect(seeds.allSatisfy { (($0 >> 18) & 0xFF_FFFF == SegmentFormat.commonUnit) == isCommon })
  }

  @Test("of a seed that one unit repeats only the first places are kept")
  func repeated() throws {
    let words = [UInt64](repeating: 5, count: 1_000)
    let seeds = try Self.sorted([words]).seeds
    #expect(seeds.count == SegmentFormat.mostInUnit)
    #expect(seeds.allSatisfy { ($0 >> 2) & 0xFFFF < 4 })
  }
}
