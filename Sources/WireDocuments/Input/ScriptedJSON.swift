/// JSON that is sent as a script: in the call of a function (JSONP), or behind code that keeps browsers from running
/// it.
///
/// The code around it is replaced by as many spaces, so that all offsets remain those in the file.
enum ScriptedJSON {
  /// The code before the JSON; nil if there is none, or if what follows it does not look like JSON.
  private static func code(before head: [UInt8]) -> Range<Int>? {
    var at = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = at
    skipSpace(head, &at)
    if let guarding = guards.first(where: { head[at...].starts(with: $0.utf8) }) {
      at += guarding.utf8.count
    } else {
      // `/**/` before the name stops the oldest browsers from taking the call for a film.
      if head[at...].starts(with: "/**/".utf8) { at += 4 }
      skipSpace(head, &at)
      guard skipCheck(head, &at), skipName(head, &at) else { return nil }
      skipSpace(head, &at)
      guard at < head.count, head[at] == UInt8(ascii: "(") else { return nil }
      at += 1
    }
    skipSpace(head, &at)
    guard UnknownFormat.looksLikeJSON(Array(head[at...].prefix(longestCode)), "") else { return nil }
    return start..<at
  }

  /// The bytes for detection, and the input that begins with them, both without such code.
  static func input(_ head: [UInt8], rest: @escaping ByteInput.Source) -> (head: [UInt8], input: ByteInput) {
    guard let code = code(before: head) else { return (head, ByteInput(held: head, source: rest)) }
    var bare = head
    for at in code { bare[at] = 0x20 }
    return (bare, ByteInput(source: source(bare, rest: rest)))
  }

  /// A source of the same bytes with spaces in place of the `);` behind the JSON.
  private static func source(_ head: [UInt8], rest: @escaping ByteInput.Source) -> ByteInput.Source {
    var next: [UInt8]? = head
    var end = ValueEnd()
    return { () throws(ReadingFault) in
      var bytes: [UInt8]
      if let head = next { bytes = head } else { bytes = try rest() }
      next = nil
      for at in bytes.indices where end.isBehind(bytes[at]) && isEndOfCall(bytes[at]) { bytes[at] = 0x20 }
      return bytes
    }
  }

  /// Finds the end of the object or list that an input begins with.
  private struct ValueEnd {
    private var depth = 0
    private var isStarted = false
    private var isInString = false
    private var isEscaped = false

    /// Whether the next byte is behind the value.
    mutating func isBehind(_ byte: UInt8) -> Bool {
      if isStarted, depth == 0 { return true }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        }
        return false
      }
      switch byte {
      case 0x22: isInString = true
      case 0x7B, 0x5B: (depth, isStarted) = (depth + 1, true)
      case 0x7D, 0x5D: depth -= 1
      default: break
      }
      return false
    }
  }

  /// The most bytes of a name.
  private static let longestCode = 128

  /// What interfaces send before JSON, so that a page of another site cannot run it.
  private static let guards = [
    ")]}',", ")]}'", "])}while(1);</x>", "while(1);", "while (1);", "for(;;);", "for (;;);", "throw 1;",
  ]

  private static func isEndOfCall(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: ";")
  }

  private static func skipSpace(_ bytes: [UInt8], _ at: inout Int) {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  /// Skips `typeof callback === 'function' &&`, which some servers write; false if it is not whole.
  private static func skipCheck(_ bytes: [UInt8], _ at: inout Int) -> Bool {
    guard bytes[at...].starts(with: "typeof ".utf8) else { return true }
    let check = bytes[at...].prefix(longestCode)
    guard let end = check.indices.dropLast().first(where: { bytes[$0...].starts(with: "&&".utf8) }) else {
      return false
    }
    at = end + 2
    skipSpace(bytes, &at)
    return true
  }

  /// Skips the name of a function: `callback`, `window.api.take`, `calls["1"]`; false if there is none.
  private static func skipName(_ bytes: [UInt8], _ at: inout Int) -> Bool {
    let start = at
    while at < bytes.count, at - start < longestCode, isNameByte(bytes[at]) { at += 1 }
    return at > start && !(0x30...0x39).contains(bytes[start])
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    HTMLScanner.isLetter(byte) || (0x30...0x39).contains(byte) || "_$.[]'\"".utf8.contains(byte)
  }
}
