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
    forEachLine(of: utf8) { line, text in
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
    var has = false
    forEachLine(of: utf8) { _, text in has = has || Transmission(text) != nil }
    return has
  }

  /// Calls a function for each non-blank line; lines that are too long to be a header or time are passed as empty
  /// text.
  private static func forEachLine(of utf8: [UInt8], _ call: (Range<Int>, String) -> Void) {
    var at = 0
    while at < utf8.count {
      let (end, next) = LineBreaks.end(utf8, at)
      let line = at..<end
      if line.count <= 80, utf8[line].contains(where: { $0 > 0x20 }) {
        call(line, String(decoding: utf8[line], as: UTF8.self))
      } else if line.count > 80 {
        call(line, "")
      }
      at = next
    }
  }
}
