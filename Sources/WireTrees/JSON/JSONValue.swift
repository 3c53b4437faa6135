/// A JSON value with its place, as it stands: duplicate keys are kept, strings are not yet decoded.
package struct JSONValue {
  /// What a value is.
  package enum Content {
    case string(JSONString)
    case number
    case bool(Bool)
    case null
    case array([JSONValue])
    case object([Member])
  }

  /// A key with its value.
  package struct Member {
    package var key: String
    package var value: JSONValue
    /// The key's bytes between its quotes.
    package var keyRange: Range<Int>
    /// The bytes of key and value with the quotes of both.
    package var range: Range<Int> {
      let end = value.isString ? value.range.upperBound + 1 : value.range.upperBound
      return keyRange.lowerBound - 1..<max(end, keyRange.upperBound + 1)
    }
  }

  /// What the value is.
  package var content: Content
  /// Its bytes; those of a string without the quotes.
  package var range: Range<Int>

  /// A value of the given parts.
  package init(content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// A container that is being read.
  private struct Open {
    var start: Int
    var isObject: Bool
    var members: [Member] = []
    var elements: [JSONValue] = []
    var key = ""
    var keyRange = 0..<0

    /// Takes a value in: under the key that was read last, or as the next element.
    mutating func add(_ value: JSONValue) {
      if isObject {
        members.append(Member(key: key, value: value, keyRange: keyRange))
      } else {
        elements.append(value)
      }
    }

    /// The container as it is, ending before a byte.
    func value(to end: Int) -> JSONValue {
      JSONValue(content: isObject ? .object(members) : .array(elements), range: start..<end)
    }
  }

  /// Reads the value that starts with an event, with all that it holds.
  ///
  /// The reader bounds the depth and how many values there may be; nothing here recurses.
  ///
  /// - Parameters:
  ///   - event: the value's first event, taken from the reader.
  ///   - reader: stands after that event, and after the value when this returns.
  package static func read(_ event: JSONReader.Event, from reader: inout JSONReader) throws(JSONFault)
    -> JSONValue
  {
    var whole: JSONValue?
    return try read(event, from: &reader, whole: &whole)
  }

  /// Reads a value as `read(_:from:)` does, and where the JSON breaks off keeps what was whole before.
  ///
  /// - Parameter whole: takes what was whole in the value; containers that were open end with the input in it.
  package static func read(
    _ event: JSONReader.Event, from reader: inout JSONReader, whole: inout JSONValue?
  ) throws(JSONFault) -> JSONValue {
    var open: [Open] = []
    var event = event
    var count = 0
    while true {
      count += 1
      guard count <= reader.maximumEvents else { throw reader.tooManyValues }
      var done: JSONValue?
      switch event {
      case .beginObject, .beginArray:
        open.append(Open(start: reader.at - 1, isObject: event == .beginObject))
      case .endObject, .endArray:
        done = open.popLast()?.value(to: reader.at)
      case .key(let key):
        open[open.count - 1].key = key.text(in: reader.bytes)
        open[open.count - 1].keyRange = key.range
      case .string(let string): done = JSONValue(content: .string(string), range: string.range)
      case .number(let range): done = JSONValue(content: .number, range: range)
      case .bool(let value):
        done = JSONValue(content: .bool(value), range: reader.at - (value ? 4 : 5)..<reader.at)
      case .null: done = JSONValue(content: .null, range: reader.at - 4..<reader.at)
      case .end: done = JSONValue(content: .null, range: reader.at..<reader.at)
      }
      if let done {
        guard let last = open.indices.last else { return done }
        open[last].add(done)
      }
      do throws(JSONFault) { event = try reader.next() } catch {
        whole = closed(open, at: reader.bytes.count)
        throw error
      }
    }
  }

  /// Containers as if they ended here, from the innermost out; nil where there are none.
  private static func closed(_ open: [Open], at end: Int) -> JSONValue? {
    var open = open
    var value: JSONValue?
    while var last = open.popLast() {
      if let value { last.add(value) }
      value = last.value(to: end)
    }
    return value
  }

  /// Reads bytes that hold one value.
  package static func parse(
    _ bytes: [UInt8], maximumDepth: Int, maximumEvents: Int = 2_000_000
  ) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(bytes, maximumDepth: maximumDepth, maximumEvents: maximumEvents)
    let value = try read(try reader.next(), from: &reader)
    while try reader.next() != .end {}
    return value
  }

  /// The members of an object; none of another value.
  package var members: [Member] {
    if case .object(let members) = content { return members }
    return []
  }
  /// The elements of an array; another value is the only element of itself, null of none.
  package var elements: [JSONValue] {
    switch content {
    case .array(let elements): return elements
    case .null: return []
    default: return [self]
    }
  }
  /// The value of a key in whatever case; the first that is not null.
  package func member(_ lowercased: String) -> JSONValue? {
    members.first { Self.isSame($0.key, lowercased) && !$0.value.isNull }?.value
  }

  /// Whether a key is a name that is given in lower case; quick for keys of ASCII, which nearly all are.
  private static func isSame(_ key: String, _ lowercased: String) -> Bool {
    if key.utf8.contains(where: { $0 >= 0x80 }) { return key.lowercased() == lowercased }
    return key.utf8.elementsEqual(lowercased.utf8) { own, other in
      own == other || (0x41...0x5A).contains(own) && own | 0x20 == other
    }
  }

  /// Whether the value is a string.
  package var isString: Bool {
    if case .string = content { return true }
    return false
  }
  /// Whether the value is null.
  package var isNull: Bool {
    if case .null = content { return true }
    return false
  }

  /// A string, a number or a Boolean as text; nil for other values.
  package func text(in bytes: [UInt8]) -> String? {
    switch content {
    case .string(let string): return string.text(in: bytes)
    case .number: return String(decoding: bytes[range], as: UTF8.self)
    case .bool(let value): return value ? "true" : "false"
    default: return nil
    }
  }
}
