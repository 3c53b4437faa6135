extension LineBreaks {
  /// The number of line breaks that end in a range of bytes.
  ///
  /// A carriage return before a line feed is no break of its own, also where the range ends between them.
  static func count(in utf8: [UInt8], from start: Int = 0, to end: Int) -> Int {
    utf8.withUnsafeBufferPointer { bytes in
      var count = 0
      var at = start
      let end = min(end, bytes.count)
      while at < end {
        let byte = bytes[at]
        at &+= 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0A || at == bytes.count || bytes[at] != 0x0A { count &+= 1 }
      }
      return count
    }
  }
}
