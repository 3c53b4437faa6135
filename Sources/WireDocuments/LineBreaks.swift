/// Finds lines, which end with a line feed, a carriage return, or both.
enum LineBreaks {
  /// The end of the line that contains a byte, and the start of the next line.
  static func end(_ utf8: [UInt8], _ from: Int, limit: Int? = nil) -> (end: Int, next: Int) {
    let limit = limit ?? utf8.count
    var at = from
    while at < limit, utf8[at] != 0x0A, utf8[at] != 0x0D { at += 1 }
    guard at < limit else { return (at, at) }
    let isPair = utf8[at] == 0x0D && at + 1 < limit && utf8[at + 1] == 0x0A
    return (at, at + (isPair ? 2 : 1))
  }
}
