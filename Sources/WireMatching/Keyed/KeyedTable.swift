internal import WireText

/// The positions of runs of words in items: a sorted table of keyed hashes, readable with the key only.
///
/// 16 bytes an entry: the hash of the run, then item and position, 32 bits each, under a mask. The mask is a keyed
/// hash of the run's hash and of the entry's number among those of the same hash, so that without the key nobody
/// can determine which entries belong to one item, or how long an item is.
package struct KeyedTable: Sendable {
  /// The size of an entry in bytes.
  package static let entryBytes = 16

  /// A run of an item.
  package struct Entry: Sendable, Equatable {
    package var hash: UInt64
    package var item: UInt32
    package var place: UInt32

    /// An entry of the given parts.
    package init(hash: UInt64, item: UInt32, place: UInt32) {
      self.hash = hash
      self.item = item
      self.place = place
    }
  }

  private let file: MappedFile
  private let start: Int
  /// The number of entries.
  package let count: Int
  private let mask: SipHash

  /// A table inside a file whose bytes have been verified.
  ///
  /// - Returns: nil if it does not lie inside the file.
  package init?(_ file: MappedFile, at start: Int, count: Int, mask: SipHash) {
    let (bytes, overflows) = count.multipliedReportingOverflow(by: Self.entryBytes)
    guard count >= 0, start >= 0, !overflows, start <= file.count, bytes <= file.count - start else {
      return nil
    }
    self.file = file
    self.start = start
    self.count = count
    self.mask = mask
  }

  /// The table in the file format.
  ///
  /// - Parameter entries: sorted by hash, item and place.
  package static func bytes(of entries: [Entry], mask: SipHash) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * entryBytes)
    var ordinal: UInt64 = 0
    for (index, entry) in entries.enumerated() {
      ordinal = index > 0 && entries[index - 1].hash == entry.hash ? ordinal + 1 : 0
      bytes.append(littleEndian: entry.hash)
      bytes.append(
        littleEndian: (UInt64(entry.item) << 32 | UInt64(entry.place)) ^ mask([entry.hash, ordinal]))
    }
    return bytes
  }

  /// The entries of a hash; nil if there are none, or more than `limit`.
  func entries(of hash: UInt64, atMost limit: Int) -> [Entry]? {
    let first = firstIndex(notBelow: hash)
    var end = first
    while end < count, end - first <= limit, number(end, 0) == hash { end += 1 }
    guard end > first, end - first <= limit else { return nil }
    return (first..<end).map { index in
      let place = number(index, 8) ^ mask([hash, UInt64(index - first)])
      return Entry(
        hash: hash, item: UInt32(truncatingIfNeeded: place >> 32), place: UInt32(truncatingIfNeeded: place))
    }
  }

  private func firstIndex(notBelow hash: UInt64) -> Int {
    (0..<count).partitioningIndex { number($0, 0) >= hash }
  }

  private func number(_ index: Int, _ offset: Int) -> UInt64 {
    guard let base = file.base else { return 0 }
    return UInt64(
      littleEndian: base.loadUnaligned(
        fromByteOffset: start + index * Self.entryBytes + offset, as: UInt64.self))
  }
}
