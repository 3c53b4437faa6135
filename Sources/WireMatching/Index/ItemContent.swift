internal import WireText

/// Distinguishes the contents of an item's versions: checksums of the text, and of everything kept with it.
struct ItemContent: Equatable {
  let text: UInt64
  let whole: UInt64

  /// The sums of a version.
  ///
  /// - Parameters:
  ///   - text: its text, UTF-8.
  ///   - masked: the parts of the text that are not matched.
  ///   - time: when it was published; nil if unknown.
  init(_ text: [UInt8], masked: [TextRange], time: Instant?) {
    let sum = Checksum.sum(text)
    var bytes: [UInt8] = []
    bytes.append(littleEndian: sum)
    for mask in masked {
      bytes.append(littleEndian: mask.lower)
      bytes.append(littleEndian: mask.upper)
    }
    if let time { bytes.append(littleEndian: time.seconds) }
    self.text = sum
    whole = Checksum.sum(bytes)
  }
}
