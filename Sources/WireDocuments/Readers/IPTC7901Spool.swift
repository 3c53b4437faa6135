import WireText

/// Several messages of IPTC 7901 in one file.
enum IPTC7901Spool {
  /// The messages of a file.
  ///
  /// With control characters, each message starts at a start of header. In an archive that lost them, each starts with
  /// its header line and ends with the transmission time, the last line before the next header.
  static func messages(_ utf8: [UInt8]) -> [Range<Int>] {
    guard !utf8.contains(WireControl.startOfHeader) else { return WireControl.messages(utf8) }
    var starts = [0]
    var isOver = false
    for (line, text) in lines(of: utf8) {
      if isOver, IPTC7901Header(text) != nil { starts.append(line.lowerBound) }
      isOver = Transmission(text) != nil
    }
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : utf8.count)
    }
  }

  /// Whether a line is a terminal's time stamp between messages: `[31-JUL-97  00:00]`.
  static func isStamp(_ text: String) -> Bool {
    text.hasPrefix("[") && text.hasSuffix("]") && text.utf8.count <= 24 && text.contains { $0.isNumber }
  }

  /// Whether a text contains a transmission time on a line of its own.
  static func hasTime(_ utf8: [UInt8]) -> Bool {
    lines(of: utf8).contains { Transmission($0.text) != nil }
  }

  /// The lines that are not blank; one that is too long to be a header or time has an empty text.
  private static func lines(of utf8: [UInt8]) -> some Sequence<(line: Range<Int>, text: String)> {
    LineBreaks.lines(of: utf8).lazy.compactMap { line, _ in
      if line.count > 80 { return (line, "") }
      let bytes = utf8[line]
      return bytes.contains { $0 > 0x20 } ? (line, String(decoding: bytes, as: UTF8.self)) : nil
    }
  }
}
