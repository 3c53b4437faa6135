/// Thrown for bytes that do not encode a value of the requested type.
package struct FrameFault: Error {
  package init() {}
}

/// Reads what a `FrameWriter` wrote, without trusting it: counts are checked against the bytes that are present.
package struct FrameReader {
  private let bytes: [UInt8]
  private var at = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read.
  package var isAtEnd: Bool { at == bytes.count }

  package mutating func number() throws(FrameFault) -> Int {
    var result: UInt = 0
    var shift = 0
    while at < bytes.count, shift < UInt.bitWidth {
      let byte = bytes[at]
      at += 1
      result |= UInt(byte & 0x7F) << UInt(shift)
      if byte < 0x80 { return Int(bitPattern: result >> 1) ^ -Int(bitPattern: result & 1) }
      shift += 7
    }
    throw FrameFault()
  }

  /// The count of a list whose elements take at least one byte each.
  private mutating func count() throws(FrameFault) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - at else { throw FrameFault() }
    return count
  }

  package mutating func flag() throws(FrameFault) -> Bool {
    guard at < bytes.count, bytes[at] < 2 else { throw FrameFault() }
    defer { at += 1 }
    return bytes[at] == 1
  }

  package mutating func raw() throws(FrameFault) -> [UInt8] {
    let count = try count()
    defer { at += count }
    return Array(bytes[at..<at + count])
  }

  package mutating func text() throws(FrameFault) -> String {
    let count = try count()
    defer { at += count }
    return String(decoding: bytes[at..<at + count], as: UTF8.self)
  }

  package mutating func value<Value: Framed>() throws(FrameFault) -> Value { try Value(from: &self) }

  package mutating func optional<Value: Framed>() throws(FrameFault) -> Value? {
    try flag() ? try Value(from: &self) : nil
  }

  package mutating func array<Value: Framed>() throws(FrameFault) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }
}
