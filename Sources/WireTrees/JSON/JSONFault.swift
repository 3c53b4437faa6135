/// Why bytes are not JSON, and where.
package struct JSONFault: Error, Hashable {
  /// A stable code: `not-json`, or the limit that was exceeded.
  package var code: String
  /// What is wrong, without text of the document.
  package var message: String
  /// The offset of the byte at which the error was detected.
  package var offset: Int
  /// The line of that byte, from 1.
  package var line: Int
  /// The column of that byte in bytes, from 1.
  package var column: Int

  /// A fault at a byte; line and column are counted from `start`.
  ///
  /// A carriage return, a line feed, and both together each end a line.
  package init(_ code: String, _ message: String, at offset: Int, in bytes: [UInt8], from start: Int = 0) {
    self.code = code
    self.message = message
    self.offset = offset
    var line = 1
    var lineStart = start
    var at = start
    while at < min(offset, bytes.count) {
      if bytes[at] == 0x0A || (bytes[at] == 0x0D && (at + 1 >= bytes.count || bytes[at + 1] != 0x0A)) {
        line += 1
        lineStart = at + 1
      }
      at += 1
    }
    self.line = line
    self.column = offset - lineStart + 1
  }
}
