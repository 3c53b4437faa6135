/// The file format of one segment, version 3.
///
/// A segment holds some items with everything needed to find and align their words. It is written once, renamed to
/// its final name when it is complete, and never changes. All numbers are little-endian; nothing is aligned to more
/// than eight bytes.
///
///     header      4,096 bytes: magic `WIRESEG3`, the numbers below, the table of sections, and its own checksum
///     texts       the items' texts, UTF-8, one after the other
///     details     for each item: id, payload, masked ranges (two UInt32 each)
///     items       64 bytes an item, see `ItemRecord`
///     ids         16 bytes an item: hash of the id, number of the item; sorted
///     units       8 bytes a unit: item, number of its first content word in the item
///     superseded  UInt32: the units of items that a newer version had superseded when the segment was written; sorted
///     words       8 bytes a word: 40 bits of its hash, 24 bits of document frequency; in buckets
///     wordBuckets UInt32: where each bucket of `words` begins, and where the last one ends
///     seeds       8 bytes a seed: 22 bits of its hash, 24 bits unit, 16 bits place, 2 bits distance; in buckets
///     seedBuckets UInt32: the same for `seeds`
///     sums        UInt64: the checksum of each 4,096 bytes of the file before this section
///     sumsOfSums  UInt64: the checksum of each 4,096 bytes of `sums`
///
/// A *unit* is a stretch of at most 65,536 content words, so that a position takes 16 bits however long an item is.
/// A *seed* is an ordered pair of content words at most three apart; the top bits of its hash select its bucket. Of
/// the positions of a seed in one unit the first `mostInUnit` are kept; a seed in more than `mostHolders` units is
/// useless for searching, and one entry with the unit `commonUnit` replaces all its positions.
///
/// A segment of more than `fullItems` items is *winnowed*: it holds the seeds whose hashes end in a number below
/// the header's `density`, out of 4,096. The choice depends on the two words alone, so that the same of a draft's
/// seeds are chosen and the others need not be looked up. Winnowed segments are searched at the lowest density
/// among them.
///
/// The header holds the checksum of `sumsOfSums`, and the manifest holds that of the header, so that opening
/// verifies a few kilobytes at any size and every other block is verified when it is first touched. Every number
/// that refers to another place in the file is compared with the bounds of its section before it is used.
enum SegmentFormat {
  /// The first eight bytes.
  static let magic = Array("WIRESEG3".utf8)
  /// The size of the header in bytes.
  static let headerBytes = 4096
  /// The number of bytes that one checksum covers.
  static let blockBytes = 4096
  /// The most content words of one unit.
  static let unitWords = 1 << 16
  /// The most units in a segment.
  static let mostUnits = 1 << 24
  /// The most positions of one seed in one unit that are kept.
  static let mostInUnit = 8
  /// The most units that a seed may occur in before it is too common for searching.
  static let mostHolders = 256
  /// The unit in an entry for a seed that is too common.
  static let commonUnit: UInt64 = 0xFF_FFFF
  /// The most items of a segment for which all seeds are kept.
  static let fullItems = 100_000
  /// The density of a segment with all seeds.
  static let fullDensity: UInt64 = 4096
  /// The bytes that the seeds of a winnowed segment may take for each byte of its text, so that the whole segment
  /// takes less than one and a half times the text.
  static let winnowedShare = 0.38
  /// The most bytes that a seed takes, with its share of a bucket, if buckets have eight entries.
  static let winnowedSeedBytes = 8.5
  /// The greatest distance between a seed's words.
  static let reach = 3
  /// The number of units of an item with `count` content words; one for an item without words.
  static func units(ofWords count: Int) -> Int { max(1, (count + unitWords - 1) / unitWords) }
  /// The size of an item's record in bytes.
  static let itemBytes = 64

  /// The sections in the order of the header's table.
  enum Section: Int, CaseIterable {
    case texts, details, items, ids, units, superseded, words, wordBuckets, seeds, seedBuckets, sums,
      sumsOfSums
  }

  /// The numbers of a header.
  struct Header {
    /// Identifies the language data that the words were made with.
    var vocabulary: UInt64 = 0
    var items: UInt64 = 0
    var units: UInt64 = 0
    var words: UInt64 = 0
    var seeds: UInt64 = 0
    /// The number of bits of a hash that select its bucket.
    var wordBits: UInt64 = 0
    var seedBits: UInt64 = 0
    /// The checksum of `sumsOfSums`.
    var root: UInt64 = 0
    /// The density: which seeds are kept, out of `fullDensity`.
    var density = fullDensity
    /// Offset and length of each section.
    var sections: [(offset: UInt64, length: UInt64)] = Array(
      repeating: (0, 0), count: Section.allCases.count)

    /// The header in the file format.
    var bytes: [UInt8] {
      var bytes = magic
      for number in [vocabulary, items, units, words, seeds, wordBits, seedBits, root] {
        bytes.append(littleEndian: number)
      }
      for section in sections {
        bytes.append(littleEndian: section.offset)
        bytes.append(littleEndian: section.length)
      }
      bytes.append(littleEndian: density)
      bytes += Array(repeating: 0, count: headerBytes - 8 - bytes.count)
      bytes.append(littleEndian: Checksum.sum(bytes))
      return bytes
    }
  }

  /// The hash of a seed.
  @inline(__always)
  static func seedHash(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var hash = first &* 0x9E37_79B9_7F4A_7C15 ^ (second &<< 31 | second &>> 33)
    hash = (hash ^ (hash &>> 32)) &* 0xD6E8_FEB8_6659_FD93
    return (hash ^ (hash &>> 29)) &* 0xC2B2_AE3D_27D4_EB4F
  }

  /// Whether segments of a density hold a seed; uses the hash's last twelve bits, which are not part of bucket or
  /// remainder.
  @inline(__always)
  static func isKept(_ hash: UInt64, _ density: UInt64) -> Bool { hash & (fullDensity &- 1) < density }

  /// The bucket of a hash.
  @inline(__always)
  static func bucket(_ hash: UInt64, _ bits: UInt64) -> Int {
    bits == 0 ? 0 : Int(truncatingIfNeeded: hash &>> (64 &- bits))
  }

  /// The 22 bits of a seed's hash that follow those of its bucket.
  @inline(__always)
  static func seedRemainder(_ hash: UInt64, _ bits: UInt64) -> UInt64 { (hash &<< bits) &>> 42 }

  /// The 40 bits of a word's hash that follow those of its bucket.
  @inline(__always)
  static func wordRemainder(_ hash: UInt64, _ bits: UInt64) -> UInt64 { (hash &<< bits) &>> 24 }

  /// The number of bits for buckets of about four entries.
  static func bits(for count: Int) -> UInt64 {
    var bits: UInt64 = 0
    while bits < 30, count >> 2 > 1 << Int(bits) { bits += 1 }
    return bits
  }
}

extension [UInt8] {
  /// Appends a number, least significant byte first.
  package mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
