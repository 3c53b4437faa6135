import WireText

/// PHP's serialised data, in which WordPress stores a custom field that is no text: `a:1:{s:5:"terms";s:8:"web only";}`.
///
/// It is converted to JSON, which all that reads a site's own fields understands. Arrays with numbers for keys become
/// lists.
struct SerialisedPHP {
  private let bytes: [UInt8]
  private var at = 0
  private var json: [UInt8] = []
  /// The arrays and objects that are open.
  private var open: [Open] = []

  private struct Open {
    var isList: Bool
    var expectsKey = true
    var isEmpty = true
  }

  /// The same data as JSON; nil for bytes that are none, or of which a part is missing.
  ///
  /// - Parameters:
  ///   - bytes: the serialised data.
  ///   - maximumDepth: how deep arrays may nest.
  static func json(_ bytes: [UInt8], maximumDepth: Int) -> [UInt8]? {
    var reader = SerialisedPHP(bytes: bytes)
    return reader.read(maximumDepth) ? reader.json : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Converts the value; false if it cannot be read to its end.
  private mutating func read(_ maximumDepth: Int) -> Bool {
    repeat {
      if let last = open.last, byte == UInt8(ascii: "}") {
        json.append(UInt8(ascii: last.isList ? "]" : "}"))
        open.removeLast()
        at += 1
        endValue()
        continue
      }
      guard open.count <= maximumDepth, readValue() else { return false }
    } while !open.isEmpty
    return true
  }

  private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func readValue() -> Bool {
    switch byte {
    case UInt8(ascii: "a"): return begin()
    case UInt8(ascii: "O"):
      // Behind the name of the class it is an array.
      guard let name = HTMLScanner.find(":{", in: bytes, from: at) else { return false }
      at = name
      return begin()
    case UInt8(ascii: "s"): return readString()
    case UInt8(ascii: "N"): return put("null", to: at + 2)
    case UInt8(ascii: "i"), UInt8(ascii: "d"), UInt8(ascii: "b"): return readNumber()
    default: return false
    }
  }

  private mutating func begin() -> Bool {
    guard let brace = bytes[min(at, bytes.count)...].firstIndex(of: UInt8(ascii: "{")) else { return false }
    let isList = brace + 1 < bytes.count && bytes[brace + 1] == UInt8(ascii: "i")
    beginValue()
    json.append(UInt8(ascii: isList ? "[" : "{"))
    open.append(Open(isList: isList))
    at = brace + 1
    return true
  }

  /// Reads a string; its count is often wrong in edited exports, and then its end is searched for.
  private mutating func readString() -> Bool {
    guard let start = HTMLScanner.find(":\"", in: bytes, from: at).map({ $0 + 2 }) else { return false }
    let digits = bytes[(at + 2)..<max(at + 2, start - 2)]
    let count = Int(String(decoding: digits.prefix(9), as: UTF8.self)) ?? -1
    var end = start + max(count, 0)
    if count < 0 || !ends(at: end) {
      guard let found = HTMLScanner.find("\";", in: bytes, from: start) else { return false }
      end = found
    }
    return putString(start..<end, to: end + 2)
  }

  private func ends(at end: Int) -> Bool {
    end + 1 < bytes.count && bytes[end] == UInt8(ascii: "\"") && bytes[end + 1] == UInt8(ascii: ";")
  }

  private mutating func readNumber() -> Bool {
    guard let end = bytes[min(at + 2, bytes.count)...].firstIndex(of: UInt8(ascii: ";")) else { return false }
    let text = String(decoding: bytes[min(at + 2, end)..<end], as: UTF8.self)
    if byte == UInt8(ascii: "b") { return put(text == "1" ? "true" : "false", to: end + 1) }
    guard isKey || Double(text) != nil, !text.isEmpty else { return false }
    return isKey ? putString((at + 2)..<end, to: end + 1) : put("\"\(text)\"", to: end + 1)
  }

  private var isKey: Bool { open.last?.expectsKey ?? false }

  /// Writes a value that needs no escapes.
  private mutating func put(_ text: String, to next: Int) -> Bool {
    guard !isKey else { return false }
    beginValue()
    json += text.utf8
    at = next
    endValue()
    return true
  }

  /// Writes a string: a value, or the key of the one that follows.
  private mutating func putString(_ range: Range<Int>, to next: Int) -> Bool {
    at = next
    guard let last = open.last, last.expectsKey else {
      beginValue()
      write(range)
      endValue()
      return true
    }
    open[open.count - 1].expectsKey = false
    if last.isList { return true }
    if !last.isEmpty { json.append(UInt8(ascii: ",")) }
    open[open.count - 1].isEmpty = false
    write(range)
    json.append(UInt8(ascii: ":"))
    return true
  }

  private mutating func write(_ range: Range<Int>) {
    json.append(UInt8(ascii: "\""))
    for byte in bytes[range] {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { json.append(UInt8(ascii: "\\")) }
      // JSON forbids control characters; a line feed in a statement is a space.
      json.append(byte < 0x20 ? 0x20 : byte)
    }
    json.append(UInt8(ascii: "\""))
  }

  /// Separates a value of a list from the one before it.
  private mutating func beginValue() {
    guard let last = open.last, last.isList else { return }
    if !last.isEmpty { json.append(UInt8(ascii: ",")) }
    open[open.count - 1].isEmpty = false
  }

  private mutating func endValue() {
    if !open.isEmpty { open[open.count - 1].expectsKey = true }
  }
}
