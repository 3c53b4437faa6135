/// Encodes values as bytes for a reader in another process.
///
/// Numbers are LEB128 with zigzag; texts and arrays are preceded by their count. This is not a file format: both ends
/// are the same program.
package struct FrameWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func write(_ raw: [UInt8]) {
    write(raw.count)
    bytes += raw
  }

  package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes += utf8
    }
  }

  package mutating func write(_ value: some Framed) { value.write(to: &self) }

  package mutating func write(_ value: (some Framed)?) {
    write(value != nil)
    if let value { value.write(to: &self) }
  }

  package mutating func write(_ values: [some Framed]) {
    write(values.count)
    for value in values { value.write(to: &self) }
  }
}

/// A value that can be sent to another process of the same program.
package protocol Framed {
  /// Reads the value that `write(to:)` wrote.
  ///
  /// - Throws: `FrameFault` for bytes that encode no such value: the process at the other end is not trusted.
  init(from reader: inout FrameReader) throws(FrameFault)
  /// Writes the value.
  func write(to writer: inout FrameWriter)
}

extension Framed where Self: RawRepresentable, RawValue == String {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    guard let value = Self(rawValue: try reader.text()) else { throw FrameFault() }
    self = value
  }
  package func write(to writer: inout FrameWriter) { writer.write(rawValue) }
}

extension String: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) { self = try reader.text() }
  package func write(to writer: inout FrameWriter) { writer.write(self) }
}

extension Int: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) { self = try reader.number() }
  package func write(to writer: inout FrameWriter) { writer.write(self) }
}
