internal import Crypto
internal import Foundation
internal import WireMatching
internal import WireTrees

/// The secret under which the words of an index are hashed: a random 256-bit key in its own file.
///
/// Hashing, masking, sealing and signing each use a key of their own, derived from the secret by HKDF (RFC
/// 5869) with SHA-256, so that none of them reveals anything about another.
public struct HashKey: Sendable {
  /// Identifies the key without revealing it: 64 bits as hexadecimal.
  public let fingerprint: String
  /// Hashes the runs of words.
  let runs: WordRuns
  /// Hides where runs occur.
  let mask: SipHash
  private let secret: SymmetricKey

  /// Why a key cannot be used.
  public enum Fault: Error, Sendable, Equatable, CustomStringConvertible {
    /// It does not have the format of a key.
    case notAKey
    /// It has fewer than 256 bits.
    case tooShort(bits: Int)
    /// It has too few different bytes to be random.
    case guessable

    /// What is wrong and what to do next.
    public var description: String {
      switch self {
      case .notAKey:
        "this is no key: a key is one line, `\(HashKey.label)` and \(HashKey.bytes * 2) hexadecimal digits "
          + "(make one with `wirecheck index create-key`)"
      case .tooShort(let bits):
        "the key has \(bits) bits, and \(HashKey.bytes * 8) are needed (make one with `wirecheck index create-key`)"
      case .guessable:
        "the key is not random, so that it could be guessed (make one with `wirecheck index create-key`)"
      }
    }
  }

  /// The first word of a key file.
  static let label = "wirecheck-key-1"
  /// The size of a secret in bytes.
  public static let bytes = 32
  /// The fewest different byte values of a random secret; fewer practically never occur.
  private static let fewestValues = 16

  /// Reads a key file.
  public init(_ file: [UInt8]) throws(Fault) {
    let parts = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, parts[0] == Self.label, let secret = Self.bytes(hexadecimal: parts[1].utf8) else {
      throw .notAKey
    }
    guard secret.count >= Self.bytes else { throw .tooShort(bits: secret.count * 8) }
    guard secret.count == Self.bytes else { throw .notAKey }
    guard Set(secret).count >= Self.fewestValues else { throw .guessable }
    self.init(secret: SymmetricKey(data: secret))
  }

  private init(secret: SymmetricKey) {
    func words(_ use: String) -> (UInt64, UInt64) {
      Self.derived(from: secret, for: use, count: 16).withUnsafeBytes {
        (
          UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)),
          UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
      }
    }
    self.secret = secret
    runs = WordRuns(SipHash(key: words("runs")))
    mask = SipHash(key: words("mask"))
    fingerprint = Self.derived(from: secret, for: "name", count: 8).withUnsafeBytes { hexadecimal($0) }
  }

  /// The contents of a key file.
  ///
  /// - Parameter secret: random bytes.
  public static func text(of secret: [UInt8]) -> String { "\(label) \(hexadecimal(secret))\n" }

  /// The key that signs files: HMAC (RFC 2104) with SHA-256.
  var signing: SymmetricKey { Self.derived(from: secret, for: "sign", count: 32) }

  /// The key that seals the items of one file; each salt gives another.
  func sealing(_ salt: [UInt8]) -> SymmetricKey {
    Self.derived(from: secret, for: "seal", salt: salt, count: 32)
  }

  private static func derived(
    from secret: SymmetricKey, for use: String, salt: [UInt8] = [], count: Int
  ) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: secret, salt: salt, info: Array("wirecheck hashes 1: \(use)".utf8),
      outputByteCount: count)
  }

  private static func bytes(hexadecimal digits: Substring.UTF8View) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      guard let value = hexadecimalValue(digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | UInt8(value))
        high = nil
      } else {
        high = UInt8(value)
      }
    }
    return high == nil ? bytes : nil
  }
}

extension SipHash {
  /// By what the items of a file of hashes are ordered: a keyed hash of an identifier.
  func rank(ofItem id: String) -> UInt64 {
    var words: [UInt64] = []
    for (number, byte) in id.utf8.enumerated() {
      if number % 8 == 0 { words.append(0) }
      words[words.count - 1] |= UInt64(byte) << UInt64(number % 8 * 8)
    }
    return self(words + [UInt64(id.utf8.count)])
  }
}
