internal import WireText

extension WireIndex {
  /// Identifies the index's content: equal for two readers that see the same items in the same state.
  public var identity: String {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: vocabulary)
    for segment in segments { bytes.append(littleEndian: segment.sum) }
    bytes.append(littleEndian: Checksum.sum(changes.bytes))
    return Checksum.sum(bytes).digits(16, radix: 16)
  }

  /// The number of items that can be found, counting all versions.
  public var itemCount: Int {
    segments.reduce(0) { $0 + $1.itemCount } - changes.removed.values.reduce(0, +)
  }
}
