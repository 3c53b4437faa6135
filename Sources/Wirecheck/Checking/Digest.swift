internal import Crypto
internal import Foundation

/// SHA-256 of bytes, as lower-case hexadecimal.
func sha256(_ bytes: some Sequence<UInt8>) -> String {
  var hash = SHA256()
  let contiguous = Array(bytes)
  contiguous.withUnsafeBytes { hash.update(bufferPointer: $0) }
  return hexadecimal(hash.finalize())
}

/// SHA-256 of a list of texts, each preceded by its length, so that different lists never give the same input.
package func sha256(fields: [String]) -> String {
  var digest = FieldDigest()
  for field in fields { digest.add(field) }
  return digest.hexadecimalText
}

/// Computes `sha256(fields:)` incrementally.
package struct FieldDigest {
  private var hash = SHA256()

  /// A digest without any texts yet.
  package init() {}

  /// Adds a text.
  package mutating func add(_ field: String) {
    var field = field
    withUnsafeBytes(of: UInt64(field.utf8.count).littleEndian) { hash.update(bufferPointer: $0) }
    field.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
  }

  /// The digest of the texts so far, lower-case hexadecimal.
  package var hexadecimalText: String { hexadecimal(hash.finalize()) }
}

/// Bytes as lower-case hexadecimal.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var result: [UInt8] = []
  for byte in bytes {
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }
  return String(decoding: result, as: UTF8.self)
}
