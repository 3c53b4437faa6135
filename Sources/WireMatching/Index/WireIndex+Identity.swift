extension WireIndex {
  /// What identifies the index's content: equal for two readers that see the same items in the same state.
  public var identity: String {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: vocabulary)
    for segment in segments { bytes.append(littleEndian: segment.sum) }
    bytes.append(littleEndian: Checksum.sum(changes.bytes))
    let digits = String(Checksum.sum(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// How many items can be found, all versions counted.
  public var itemCount: Int {
    segments.reduce(0) { $0 + $1.itemCount } - changes.removed.values.reduce(0, +)
  }
}
