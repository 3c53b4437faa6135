/// The fixed part of an item in a segment: 64 bytes.
struct ItemRecord {
  /// Set if a newer version of the same item was already in the index when this one was added.
  static let superseded: UInt32 = 1
  /// Set if `time` is valid.
  static let timed: UInt32 = 2

  var textOffset: UInt64 = 0
  var textLength: UInt64 = 0
  var detailOffset: UInt64 = 0
  var idLength: UInt32 = 0
  var payloadLength: UInt32 = 0
  var maskCount: UInt32 = 0
  var flags: UInt32 = 0
  var version: Int64 = 0
  var time: Int64 = 0
  var contentWords: UInt32 = 0
  var firstUnit: UInt32 = 0

  /// Appends the record to the items of a segment.
  func append(to bytes: inout [UInt8]) {
    bytes.append(littleEndian: textOffset)
    bytes.append(littleEndian: textLength)
    bytes.append(littleEndian: detailOffset)
    bytes.append(littleEndian: idLength)
    bytes.append(littleEndian: payloadLength)
    bytes.append(littleEndian: maskCount)
    bytes.append(littleEndian: flags)
    bytes.append(littleEndian: version)
    bytes.append(littleEndian: time)
    bytes.append(littleEndian: contentWords)
    bytes.append(littleEndian: firstUnit)
  }

  /// A record without anything.
  init() {}

  /// Reads a record.
  ///
  /// - Parameter at: readable for 64 bytes.
  init(_ at: UnsafeRawPointer) {
    textOffset = UInt64(littleEndian: at.loadUnaligned(as: UInt64.self))
    textLength = UInt64(littleEndian: at.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    detailOffset = UInt64(littleEndian: at.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    idLength = UInt32(littleEndian: at.loadUnaligned(fromByteOffset: 24, as: UInt32.self))
    payloadLength = UInt32(littleEndian: at.loadUnaligned(fromByteOffset: 28, as: UInt32.self))
    maskCount = UInt32(littleEndian: at.loadUnaligned(fromByteOffset: 32, as: UInt32.self))
    flags = UInt32(littleEndian: at.loadUnaligned(fromByteOffset: 36, as: UInt32.self))
    version = Int64(littleEndian: at.loadUnaligned(fromByteOffset: 40, as: Int64.self))
    time = Int64(littleEndian: at.loadUnaligned(fromByteOffset: 48, as: Int64.self))
    contentWords = UInt32(littleEndian: at.loadUnaligned(fromByteOffset: 56, as: UInt32.self))
    firstUnit = UInt32(littleEndian: at.loadUnaligned(fromByteOffset: 60, as: UInt32.self))
  }

  /// The length of its details in bytes.
  var detailLength: UInt64 { UInt64(idLength) + UInt64(payloadLength) + UInt64(maskCount) * 8 }
}
