internal import WireDocuments
internal import WireText

/// An answer of a reading process.
enum Answer: Framed {
  /// The input is open and of this format; whether the system calls of the process are filtered.
  case opened(format: String, isFiltered: Bool)
  case document(Document)
  /// Nothing further can be read.
  case fault(ReadingFault)
  /// There are no more documents; with the process's resident size in bytes, and the skipped parts.
  case end(residentBytes: Int, skipped: [SkippedPart])
  /// The input's bytes; nil if there were too many to keep.
  case bytes([UInt8]?)
  /// The positions of bytes; nil if they cannot be determined.
  case places([BytePlace]?)

  init(from reader: inout FrameReader) throws(FrameFault) {
    switch try reader.number() {
    case 1: self = .opened(format: try reader.text(), isFiltered: try reader.flag())
    case 2: self = .document(try reader.value())
    case 3: self = .fault(try reader.value())
    case 4: self = .end(residentBytes: try reader.number(), skipped: try reader.array())
    case 5: self = .bytes(try reader.flag() ? try reader.raw() : nil)
    case 6: self = .places(try reader.flag() ? try reader.array() : nil)
    default: throw FrameFault()
    }
  }

  func write(to writer: inout FrameWriter) {
    switch self {
    case .opened(let format, let isFiltered):
      writer.write(1)
      writer.write(format)
      writer.write(isFiltered)
    case .document(let document):
      writer.write(2)
      writer.write(document)
    case .fault(let fault):
      writer.write(3)
      writer.write(fault)
    case .end(let residentBytes, let skipped):
      writer.write(4)
      writer.write(residentBytes)
      writer.write(skipped)
    case .bytes(let bytes):
      writer.write(5)
      writer.write(bytes != nil)
      if let bytes { writer.write(bytes) }
    case .places(let places):
      writer.write(6)
      writer.write(places != nil)
      if let places { writer.write(places) }
    }
  }
}

/// A request for the positions of bytes in the last input.
struct PlacesRequest: Framed {
  var bytes: [Int]

  init(bytes: [Int]) { self.bytes = bytes }

  init(from reader: inout FrameReader) throws(FrameFault) { bytes = try reader.array() }

  func write(to writer: inout FrameWriter) { writer.write(bytes) }
}
