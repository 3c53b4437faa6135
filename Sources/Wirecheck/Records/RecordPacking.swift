internal import CZlib
internal import Foundation

/// Packs records as JSON that is deflated (RFC 1951) against the JSON of a record like them.
///
/// What is unpacked must have been packed by the same packing; nothing of this leaves the process.
struct RecordPacking<Record: Codable & Sendable>: Sendable {
  /// The JSON that deflated bytes refer back to.
  private let model: [UInt8]

  /// A packing for records like this one; nil for none in particular.
  init(like record: Record?) { model = record.map(Self.json) ?? [] }

  /// A record as bytes: the length of its JSON as four bytes, then the deflated JSON.
  func packed(_ record: Record) -> [UInt8] {
    let json = Self.json(record)
    let length = withUnsafeBytes(of: UInt32(json.count).littleEndian, Array.init)
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { preconditionFailure("no memory to pack a record") }
    defer { deflateEnd(&stream) }
    deflateSetDictionary(&stream, model, UInt32(model.count))
    return length
      + Self.output(&stream, upTo: Int(deflateBound(&stream, UInt(json.count))), of: json[...], deflate)
  }

  /// The record that was packed.
  func unpacked(_ bytes: [UInt8]) -> Record {
    let length = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      preconditionFailure("no memory to unpack a record")
    }
    defer { inflateEnd(&stream) }
    inflateSetDictionary(&stream, model, UInt32(model.count))
    let json = Self.output(&stream, upTo: length, of: bytes.dropFirst(4), inflate)
    do { return try JSONDecoder().decode(Record.self, from: Data(json)) } catch {
      preconditionFailure("a packed record cannot be read again: \(error)")
    }
  }

  /// What a stream makes of its whole input at once.
  private static func output(
    _ stream: inout z_stream, upTo count: Int, of input: ArraySlice<UInt8>,
    _ work: (UnsafeMutablePointer<z_stream>, Int32) -> Int32
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      input.withUnsafeBufferPointer { bytes in
        // zlib only reads what its input points at.
        stream.next_in = bytes.baseAddress.map(UnsafeMutablePointer.init(mutating:))
        stream.avail_in = UInt32(bytes.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(count)
        _ = work(&stream, Z_FINISH)
        written = count - Int(stream.avail_out)
      }
    }
  }

  private static func json(_ record: Record) -> [UInt8] {
    let encoder = JSONEncoder()
    // Equal members in equal order are what deflating lives on.
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return [UInt8](try encoder.encode(record)) } catch {
      preconditionFailure("a record has no JSON: \(error)")
    }
  }
}
