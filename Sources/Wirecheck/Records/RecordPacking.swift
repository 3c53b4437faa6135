internal import CZlib
internal import Foundation

/// Packs records as JSON, deflated (RFC 1951) with the JSON of a similar record as a preset dictionary.
///
/// A record must be unpacked by the packing that packed it; packed bytes never leave the process.
struct RecordPacking<Record: Codable & Sendable>: Sendable {
  /// The JSON that serves as the preset dictionary.
  private let model: [UInt8]

  /// A packing for records like this one; nil for none in particular.
  init(like record: Record?) { model = record.flatMap(Self.json) ?? [] }

  /// A record as bytes: the length of its JSON as four bytes, then the deflated JSON; nil where it cannot be packed.
  func packed(_ record: Record) -> [UInt8]? {
    guard let json = Self.json(record), let count = UInt32(exactly: json.count) else { return nil }
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    deflateSetDictionary(&stream, model, UInt32(clamping: model.count))
    let bound = Int(deflateBound(&stream, UInt(json.count)))
    return Self.output(&stream, upTo: bound, of: json[...], deflate).map {
      withUnsafeBytes(of: count.littleEndian, Array.init) + $0
    }
  }

  /// Unpacks a record.
  func unpacked(_ bytes: [UInt8]) -> Record {
    let length = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      preconditionFailure("no memory to unpack a record")
    }
    defer { inflateEnd(&stream) }
    inflateSetDictionary(&stream, model, UInt32(clamping: model.count))
    guard let json = Self.output(&stream, upTo: length, of: bytes.dropFirst(4), inflate) else {
      preconditionFailure("a packed record is not as it was packed")
    }
    do { return try JSONDecoder().decode(Record.self, from: Data(json)) } catch {
      preconditionFailure("a packed record cannot be read again: \(error)")
    }
  }

  /// What a stream makes of its whole input at once; nil where it does not come to its end.
  private static func output(
    _ stream: inout z_stream, upTo count: Int, of input: ArraySlice<UInt8>,
    _ work: (UnsafeMutablePointer<z_stream>, Int32) -> Int32
  ) -> [UInt8]? {
    guard let length = UInt32(exactly: input.count), let room = UInt32(exactly: count) else { return nil }
    var status = Z_OK
    let output = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      input.withUnsafeBufferPointer { bytes in
        // zlib only reads the bytes that `next_in` points to.
        stream.next_in = bytes.baseAddress.map(UnsafeMutablePointer.init(mutating:))
        stream.avail_in = length
        stream.next_out = buffer.baseAddress
        stream.avail_out = room
        status = work(&stream, Z_FINISH)
        written = count - Int(stream.avail_out)
      }
    }
    return status == Z_STREAM_END ? output : nil
  }

  /// The record as JSON; nil where it has none.
  private static func json(_ record: Record) -> [UInt8]? {
    let encoder = JSONEncoder()
    // Deflating works best on equal members in equal order.
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(record)).map([UInt8].init)
  }
}
