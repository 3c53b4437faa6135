internal import Crypto
internal import Foundation
internal import WireMatching
internal import WireText

/// The file format of keyed hashes, version 2: drafts can be checked against it where no text may be stored.
///
///     header    128 bytes: magic `WIREHSH2`, the numbers below, checksum of the header
///     places    16 bytes an item: offset and length of its sealed bytes
///     items     a record each (`HashedItem`), sealed by ChaCha20-Poly1305 (RFC 8439); the nonce is the item's number
///     hashes    `KeyedTable`: 16 bytes for each run of words that is kept, sorted by hash
///     signature HMAC-SHA-256 of everything before it
///
/// Everything depends on one secret (`HashKey`). Runs of words are hashed with SipHash-2-4 under a 128-bit key:
/// without it no phrase can be tested, and files made with two keys have nothing in common. Identifiers,
/// agencies, states and notices are sealed; items are ordered by a keyed hash of their identifiers. So without
/// the key a file reveals only how many items and hashes there are, how often a hash occurs, and which key it
/// belongs to. The sealing key is derived with a salt that is a keyed digest of everything that is sealed: the
/// same items under the same key give the same bytes, other items give another sealing key. Anyone with both
/// key and file can test phrases, and read the notices.
enum HashFile {
  /// The first eight bytes.
  static let magic = Array("WIREHSH2".utf8)
  /// The size of the header in bytes.
  static let headerBytes = 128
  /// The size of the signature in bytes.
  static let signatureBytes = 32
  /// The size of an item's `places` entry in bytes.
  static let placeBytes = 16

  /// The header's fields.
  struct Header: Equatable {
    /// The key's fingerprint.
    var key = ""
    /// The salt of the sealing key.
    var salt: [UInt8] = []
    var items = 0
    var hashes = 0
    /// The generation of the index that it was exported from.
    var generation = 0
    /// When it was exported.
    var made = Instant(seconds: 0)
    /// The offset at which the hashes begin.
    var hashOffset = 0

    /// The header as stored in the file.
    var bytes: [UInt8] {
      var bytes = HashFile.magic + Array(key.utf8.prefix(16)) + salt
      for number in [items, hashes, generation, hashOffset, WordRuns.length, WordRuns.window] {
        bytes.append(littleEndian: UInt64(number))
      }
      bytes.append(littleEndian: made.seconds)
      bytes += [UInt8](repeating: 0, count: headerBytes - 8 - bytes.count)
      bytes.append(littleEndian: Checksum.sum(bytes))
      return bytes
    }

    init() {}

    /// Reads and validates a header; the fault says in a sentence what is wrong.
    ///
    /// - Parameter bytes: exactly `headerBytes` bytes.
    init(_ bytes: [UInt8], path: String) throws(IndexFault) {
      let magic = Array(bytes.prefix(8))
      guard magic == HashFile.magic else {
        if magic.prefix(7) == HashFile.magic.prefix(7) {
          throw .otherFormat(file: path, found: String(decoding: magic, as: UTF8.self))
        }
        throw .damaged(file: path, reason: "it is no file of hashes")
      }
      func number(_ at: Int) -> Int64 {
        bytes.withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: Int64.self)) }
      }
      guard UInt64(bitPattern: number(headerBytes - 8)) == Checksum.sum(Array(bytes.dropLast(8))) else {
        throw .damaged(file: path, reason: "the checksum of its header is wrong")
      }
      key = String(decoding: bytes[8..<24], as: UTF8.self)
      salt = Array(bytes[24..<56])
      (items, hashes, generation) = (Int(number(56)), Int(number(64)), Int(number(72)))
      hashOffset = Int(number(80))
      made = Instant(seconds: number(104))
      guard number(88) == WordRuns.length, number(96) == WordRuns.window else {
        throw .otherFormat(file: path, found: "runs of \(number(88)) words")
      }
    }
  }

  /// A file of the given items and hashes.
  ///
  /// - Parameters:
  ///   - items: the items' bytes before sealing, in order; entries refer to them by index.
  ///   - entries: sorted; the item of an entry is an index into `items`.
  static func bytes(
    _ items: [[UInt8]], _ entries: [KeyedTable.Entry], generation: Int, made: Instant, _ key: HashKey
  ) -> [UInt8] {
    let table = KeyedTable.bytes(of: entries, mask: key.mask)
    var header = Header()
    header.key = key.fingerprint
    header.salt = salt(of: items, key)
    (header.items, header.hashes) = (items.count, entries.count)
    (header.generation, header.made) = (generation, made)
    let sealing = key.sealing(header.salt)
    var places: [UInt8] = []
    var sealed: [UInt8] = []
    let first = headerBytes + items.count * placeBytes
    for (number, item) in items.enumerated() {
      // Sealing cannot fail with a key of 32 bytes and a nonce of 12.
      let box = (try? ChaChaPoly.seal(item, using: sealing, nonce: nonce(number))).map {
        Array($0.ciphertext) + Array($0.tag)
      }
      places.append(littleEndian: UInt64(first + sealed.count))
      places.append(littleEndian: UInt64(box?.count ?? 0))
      sealed += box ?? []
    }
    header.hashOffset = first + sealed.count
    var file = header.bytes
    file.reserveCapacity(header.hashOffset + table.count + signatureBytes)
    file += places
    file += sealed
    file += table
    return file + Array(HMAC<SHA256>.authenticationCode(for: file, using: key.signing))
  }

  /// Opens a sealed item; nil if it was modified.
  static func opened(_ sealed: UnsafeRawBufferPointer, number: Int, _ sealing: SymmetricKey) -> [UInt8]? {
    guard sealed.count >= 16, let nonce = try? nonce(number),
      let box = try? ChaChaPoly.SealedBox(
        nonce: nonce, ciphertext: sealed.dropLast(16), tag: sealed.suffix(16)),
      let item = try? ChaChaPoly.open(box, using: sealing)
    else { return nil }
    return Array(item)
  }

  private static func nonce(_ number: Int) throws -> ChaChaPoly.Nonce {
    var bytes: [UInt8] = [0, 0, 0, 0]
    bytes.append(littleEndian: UInt64(number))
    return try ChaChaPoly.Nonce(data: bytes)
  }

  private static func salt(of items: [[UInt8]], _ key: HashKey) -> [UInt8] {
    var code = HMAC<SHA256>(key: key.signing)
    for item in items {
      withUnsafeBytes(of: UInt64(item.count).littleEndian) { code.update(data: $0) }
      code.update(data: item)
    }
    return Array(code.finalize())
  }
}
