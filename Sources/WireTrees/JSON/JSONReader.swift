/// Reads JSON from bytes event by event: strict grammar (RFC 8259), exact positions, no recursion.
///
/// The caller pulls events and sees every key in order, so that duplicate keys are not lost. Strings are validated
/// here and decoded only on demand. Invalid UTF-8 and lone surrogates inside strings are accepted, since real exports
/// contain them; decoding replaces and counts them.
package struct JSONReader {
  /// The next item in the bytes.
  package enum Event: Hashable {
    case beginObject, endObject, beginArray, endArray
    case key(JSONString)
    case string(JSONString)
    case number(Range<Int>)
    case bool(Bool)
    case null
    /// Only white space follows.
    case end
  }

  private enum Expectation { case value, firstElement, element, firstKey, key, separator, done }

  package private(set) var bytes: [UInt8]
  private var start: Int
  private var end: Int
  private let maximumDepth: Int
  /// The most events (keys and values) in a value that is kept as a tree.
  package let maximumEvents: Int
  /// Whether further values may follow the first, separated by white space.
  private let takesMany: Bool
  /// The position of the next byte to read.
  package private(set) var at: Int
  /// The open containers, outermost first; true for an object.
  private var open: [Bool] = []
  private var expectation = Expectation.value

  /// A reader for a range of an array.
  ///
  /// - Parameters:
  ///   - bytes: the array; positions are offsets in it.
  ///   - range: the range to read; nil for the whole array.
  ///   - maximumDepth: how deep arrays and objects may nest.
  ///   - takesMany: whether several values may follow one another.
  ///   - maximumEvents: how many keys and values one tree of values may have.
  package init(
    _ bytes: [UInt8], range: Range<Int>? = nil, maximumDepth: Int = 1000, takesMany: Bool = false,
    maximumEvents: Int = 2_000_000
  ) {
    let range = range ?? 0..<bytes.count
    self.bytes = bytes
    self.start = range.lowerBound
    self.at = range.lowerBound
    self.end = range.upperBound
    self.maximumDepth = maximumDepth
    self.maximumEvents = maximumEvents
    self.takesMany = takesMany
  }

  /// Continues in other bytes that contain the same text from a later point on: the next window of a stream.
  ///
  /// - Parameters:
  ///   - bytes: the window; from now on positions are offsets in it.
  ///   - at: the offset of the next byte in the window.
  package mutating func move(to bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.start = 0
    self.at = at
    self.end = bytes.count
  }

  /// The fault of a value with too many keys and values.
  package var tooManyValues: JSONFault {
    JSONFault(
      "limit-nodes", "more than \(maximumEvents) keys and values in one item", at: at, in: bytes, from: start)
  }

  /// The number of containers that are open.
  package var depth: Int { open.count }

  /// The next event.
  ///
  /// - Throws: `JSONFault` at the first byte that violates the grammar; the reader must not be used after that.
  package mutating func next() throws(JSONFault) -> Event {
    while true {
      skipWhiteSpace()
      switch expectation {
      case .done:
        if at == end { return .end }
        guard takesMany else { throw fault("text after the end of the JSON value") }
        expectation = .value
      case .value:
        if at == end, takesMany, open.isEmpty, at > start { return .end }
        return try value()
      case .firstElement:
        if peek == 0x5D { return try close(object: false) }
        return try value()
      case .element: return try value()
      case .firstKey:
        if peek == 0x7D { return try close(object: true) }
        return try key()
      case .key: return try key()
      case .separator:
        guard let event = try separator() else { continue }
        return event
      }
    }
  }

  /// Skips the next value with all its contents.
  package mutating func skipValue() throws(JSONFault) {
    let level = open.count
    repeat { _ = try next() } while open.count > level
  }

  private var peek: UInt8? { at < end ? bytes[at] : nil }

  private mutating func skipWhiteSpace() {
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
      at += 1
    }
  }

  private func fault(_ message: String, at offset: Int? = nil) -> JSONFault {
    let offset = offset ?? at
    let message = offset >= end ? "the file ends here: \(message)" : message
    return JSONFault("not-json", message, at: offset, in: bytes, from: start)
  }

  /// A comma or the end of a container; nil after a comma.
  private mutating func separator() throws(JSONFault) -> Event? {
    guard let isObject = open.last else {
      expectation = .done
      return nil
    }
    switch peek {
    case 0x2C:
      at += 1
      expectation = isObject ? .key : .element
      return nil
    case 0x7D where isObject, 0x5D where !isObject: return try close(object: isObject)
    default: throw fault(isObject ? "expected `,` or `}`" : "expected `,` or `]`")
    }
  }

  private mutating func close(object: Bool) throws(JSONFault) -> Event {
    at += 1
    open.removeLast()
    expectation = open.isEmpty ? .done : .separator
    return object ? .endObject : .endArray
  }

  private mutating func key() throws(JSONFault) -> Event {
    guard peek == 0x22 else { throw fault("expected a key in double quotes") }
    let key = try string()
    skipWhiteSpace()
    guard peek == 0x3A else { throw fault("expected `:`") }
    at += 1
    expectation = .value
    return .key(key)
  }

  private mutating func value() throws(JSONFault) -> Event {
    let event: Event
    switch peek {
    case 0x22: event = .string(try string())
    case 0x7B: return try openContainer(object: true)
    case 0x5B: return try openContainer(object: false)
    case 0x2D, .some(0x30...0x39): event = .number(try number())
    case 0x74: event = try literal("true", .bool(true))
    case 0x66: event = try literal("false", .bool(false))
    case 0x6E: event = try literal("null", .null)
    default: throw fault("expected a value")
    }
    expectation = open.isEmpty ? .done : .separator
    return event
  }

  private mutating func openContainer(object: Bool) throws(JSONFault) -> Event {
    guard open.count < maximumDepth else {
      throw JSONFault(
        "limit-depth", "nested deeper than \(maximumDepth) levels", at: at, in: bytes, from: start)
    }
    at += 1
    open.append(object)
    expectation = object ? .firstKey : .firstElement
    return object ? .beginObject : .beginArray
  }

  private mutating func literal(_ word: StaticString, _ event: Event) throws(JSONFault) -> Event {
    let count = word.utf8CodeUnitCount
    let matches =
      at + count <= end
      && word.withUTF8Buffer { letters in bytes[at..<at + count].elementsEqual(letters) }
    guard matches else { throw fault("expected a value") }
    at += count
    return event
  }

  private mutating func number() throws(JSONFault) -> Range<Int> {
    let first = at
    if peek == 0x2D { at += 1 }
    if peek == 0x30 { at += 1 } else { try digits() }
    if peek == 0x2E {
      at += 1
      try digits()
    }
    if peek == 0x65 || peek == 0x45 {
      at += 1
      if peek == 0x2B || peek == 0x2D { at += 1 }
      try digits()
    }
    return first..<at
  }

  private mutating func digits() throws(JSONFault) {
    let first = at
    while at < end, (0x30...0x39).contains(bytes[at]) { at += 1 }
    guard at > first else { throw fault("expected a digit") }
  }

  /// Reads a string from its opening quote to its closing quote.
  private mutating func string() throws(JSONFault) -> JSONString {
    let first = at + 1
    var isPlain = true
    at = first
    while true {
      at = JSONStringScan.textRun(in: bytes, from: at, to: end)
      guard at < end else { throw fault("a string is not closed", at: end) }
      let byte = bytes[at]
      if byte == 0x22 {
        at += 1
        return JSONString(range: first..<at - 1, isPlain: isPlain)
      }
      if byte == 0x5C {
        isPlain = false
        try escape()
      } else if byte < 0x20 {
        throw fault("a control character in a string must be written as an escape")
      } else {
        // A byte that is not valid UTF-8; decoding replaces and counts it.
        isPlain = false
        at += 1
      }
    }
  }

  private mutating func escape() throws(JSONFault) {
    guard at + 1 < end else { throw fault("a string is not closed", at: end) }
    switch bytes[at + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: at += 2
    case 0x75:
      guard at + 6 <= end, bytes[at + 2..<at + 6].allSatisfy({ hexadecimalValue($0) != nil }) else {
        throw fault("expected four hexadecimal digits after `\\u`")
      }
      at += 6
    default: throw fault("an escape that JSON does not have")
    }
  }
}
