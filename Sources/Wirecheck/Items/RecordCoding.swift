internal import WireMatching

/// Visits the fields of a record, to write or to read them: one list of fields serves both.
///
/// A record is a sequence of fields, ended by a zero byte. A field is its number (UInt8, from 1, ascending),
/// the length of its value (UInt32) and the value; absent fields are left out. Texts are UTF-8, numbers Int64,
/// flags UInt8, all little-endian; a list has length and value for each element.
protocol RecordCoder {
  /// Writes a field if it has a value, or reads it if it is present.
  mutating func field<Value: RecordValue>(_ number: UInt8, _ value: inout Value?)
}

extension RecordCoder {
  /// Writes a field that always has a value; when reading, an absent field leaves the value as it is.
  mutating func field<Value: RecordValue>(_ number: UInt8, _ value: inout Value) {
    var some: Value? = value
    field(number, &some)
    if let some { value = some }
  }

  /// Writes or reads a word of a closed list; a word that is not in the list is read as nil.
  mutating func word<Word: RawRepresentable<String>>(_ number: UInt8, _ value: inout Word?) {
    var raw = value?.rawValue
    field(number, &raw)
    value = raw.flatMap(Word.init)
  }

  /// Writes or reads a word of a closed list that is always there.
  ///
  /// - Parameter unknown: what a word that is not in the list is read as.
  mutating func word<Word: RawRepresentable<String>>(
    _ number: UInt8, _ value: inout Word, unknown: Word
  ) {
    var some: Word? = value
    word(number, &some)
    value = some ?? unknown
  }
}

/// A value of a field.
protocol RecordValue {
  /// Reads a value; nil if the bytes are not valid.
  init?(recordBytes bytes: ArraySlice<UInt8>)
  /// Appends the value as `init(recordBytes:)` reads it.
  func append(to bytes: inout [UInt8])
}

/// A type that is stored as a record.
protocol Record: RecordValue {
  /// A record with nothing set.
  init()
  /// Passes its fields to a coder, in order of their numbers.
  mutating func code(with coder: inout some RecordCoder)
}

extension Record {
  /// The record as bytes.
  var recordBytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  func append(to bytes: inout [UInt8]) {
    var writer = RecordWriter(bytes: bytes)
    bytes = []
    var copy = self
    copy.code(with: &writer)
    bytes = writer.bytes
    bytes.append(0)
  }

  /// Reads the fields that are present.
  ///
  /// Bytes after the record are ignored.
  init?(recordBytes bytes: ArraySlice<UInt8>) {
    self.init()
    var reader = RecordReader(rest: bytes)
    code(with: &reader)
    guard reader.rest.first == 0 else { return nil }
  }
}

private struct RecordWriter: RecordCoder {
  var bytes: [UInt8]

  mutating func field<Value: RecordValue>(_ number: UInt8, _ value: inout Value?) {
    guard let value else { return }
    bytes.append(number)
    bytes.append(sized: value)
  }
}

private struct RecordReader: RecordCoder {
  /// The bytes that have not been read; empty after a fault.
  var rest: ArraySlice<UInt8>

  mutating func field<Value: RecordValue>(_ number: UInt8, _ value: inout Value?) {
    guard rest.first == number else { return }
    rest.removeFirst()
    guard let bytes = rest.takeSized(), let read = Value(recordBytes: bytes) else {
      rest = []
      return
    }
    value = read
  }
}

extension String: RecordValue {
  init?(recordBytes bytes: ArraySlice<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
  func append(to bytes: inout [UInt8]) { bytes += utf8 }
}

extension Int64: RecordValue {
  init?(recordBytes bytes: ArraySlice<UInt8>) {
    guard bytes.count == 8 else { return nil }
    self = bytes.reversed().reduce(0) { $0 << 8 | Int64($1) }
  }
  func append(to bytes: inout [UInt8]) { bytes.append(littleEndian: self) }
}

extension Int: RecordValue {
  init?(recordBytes bytes: ArraySlice<UInt8>) {
    guard let number = Int64(recordBytes: bytes) else { return nil }
    self.init(exactly: number)
  }
  func append(to bytes: inout [UInt8]) { Int64(self).append(to: &bytes) }
}

extension Bool: RecordValue {
  init?(recordBytes bytes: ArraySlice<UInt8>) {
    guard let byte = bytes.first, bytes.count == 1, byte < 2 else { return nil }
    self = byte == 1
  }
  func append(to bytes: inout [UInt8]) { bytes.append(self ? 1 : 0) }
}

extension Array: RecordValue where Element: RecordValue {
  init?(recordBytes bytes: ArraySlice<UInt8>) {
    self = []
    var rest = bytes
    while !rest.isEmpty {
      guard let bytes = rest.takeSized(), let element = Element(recordBytes: bytes) else { return nil }
      append(element)
    }
  }
  func append(to bytes: inout [UInt8]) {
    for element in self { bytes.append(sized: element) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(sized value: some RecordValue) {
    let start = count
    append(littleEndian: UInt32(0))
    value.append(to: &self)
    let length = UInt32(count - start - 4)
    for byte in 0..<4 { self[start + byte] = UInt8(truncatingIfNeeded: length >> UInt32(byte * 8)) }
  }
}

extension ArraySlice<UInt8> {
  /// Takes a length-prefixed value from the start; nil if it extends beyond the end.
  fileprivate mutating func takeSized() -> ArraySlice<UInt8>? {
    guard count >= 4 else { return nil }
    let length = prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= count - 4 else { return nil }
    defer { removeFirst(4 + length) }
    return dropFirst(4).prefix(length)
  }
}
