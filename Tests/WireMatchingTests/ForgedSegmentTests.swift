import Foundation
import Testing

@testable import WireMatching

/// Segments that are wrong in what they say and right in all checksums: no write error makes them, so only `verify`, which
/// follows every number, tells them before a search does.
struct ForgedSegmentTests {
  /// The bytes of a segment with a few stories.
  private static func segment() throws -> [UInt8] {
    let place = TemporaryIndex()
    let writer = try place.writer()
    for item in Stories.items() { try writer.add(item) }
    try writer.commit()
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    let name = try #require(names.first { $0.hasSuffix(".segment") })
    return Array(try Data(contentsOf: URL(fileURLWithPath: "\(place.path)/\(name)")))
  }

  /// Opens and verifies bytes whose checksums are made right again.
  private static func verify(_ bytes: [UInt8]) throws {
    try Segment(MappedFile(sealed(bytes), name: "forged")).verify()
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> UInt64 {
    bytes[at..<at + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func put(_ number: UInt64, _ size: Int, _ at: Int, into bytes: inout [UInt8]) {
    for index in 0..<size { bytes[at + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(index))) }
  }

  /// Where a section begins.
  private static func start(_ section: SegmentFormat.Section, _ bytes: [UInt8]) -> Int {
    Int(number(bytes, 72 + 16 * section.rawValue))
  }

  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let block = SegmentFormat.blockBytes
    let (sums, roots) = (start(.sums, bytes), start(.sumsOfSums, bytes))
    let count = Int(number(bytes, 72 + 16 * SegmentFormat.Section.sums.rawValue + 8))
    for index in 1..<count / 8 {
      put(Checksum.sum(Array(bytes[index * block..<(index + 1) * block])), 8, sums + index * 8, into: &bytes)
    }
    for index in 0...(count - 1) / block {
      let part = bytes[sums + index * block..<min(sums + (index + 1) * block, sums + count)]
      put(Checksum.sum(Array(part)), 8, roots + index * 8, into: &bytes)
    }
    let length = Int(number(bytes, 72 + 16 * SegmentFormat.Section.sumsOfSums.rawValue + 8))
    put(Checksum.sum(Array(bytes[roots..<roots + length])), 8, 64, into: &bytes)
    let header = SegmentFormat.headerBytes
    put(Checksum.sum(Array(bytes[..<(header - 8)])), 8, header - 8, into: &bytes)
    return bytes
  }

  @Test("a segment that is sealed anew without a change is whole")
  func unchanged() throws { try Self.verify(Self.segment()) }

  @Test(
    "what a search would follow and nothing checks otherwise is found",
    arguments: [
      // A section, the place in it, and what stands there instead.
      (SegmentFormat.Section.units, 0, 4, UInt64(1)), (.units, 4, 4, 9), (.units, 8, 4, 0xFFFF_FFFF),
      (.wordBuckets, 0, 4, 1), (.wordBuckets, 8, 4, 0xFFFF_FFFF), (.words, 0, 8, 0),
      (.words, 8, 3, 0xFF_FFF0),
      (.seedBuckets, 0, 4, 3), (.seedBuckets, 16, 4, 0x8000_0000), (.seeds, 0, 5, 0xFF_FFFF_FFFF >> 1),
      (.seeds, 0, 8, .max),
    ])
  func forged(section: SegmentFormat.Section, place: Int, size: Int, value: UInt64) throws {
    var bytes = try Self.segment()
    Self.put(value, size, Self.start(section, bytes) + place, into: &bytes)
    #expect(throws: IndexFault.self) { try Self.verify(bytes) }
  }
}
