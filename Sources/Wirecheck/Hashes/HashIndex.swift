internal import Crypto
public import WireMatching
public import WireText

/// The hashes of an index, against which a machine without the texts checks drafts.
///
/// Opening verifies the signature over the whole file, so that a file modified without the key is rejected. The
/// pages are mapped and shared.
public final class HashIndex: Sendable {
  /// The file.
  public let path: String
  /// When it was exported.
  public let made: Instant
  /// The number of items, all versions counted.
  public let itemCount: Int
  /// Identifies the content.
  public let identity: String
  let matcher: KeyedMatcher
  private let file: MappedFile
  private let sealing: SymmetricKey
  private let mask: SipHash

  /// Opens a file of hashes.
  ///
  /// - Throws: `IndexFault.otherKey` if it was made with another key, `.damaged` if it was modified.
  public convenience init(opening path: String, key: HashKey) throws(IndexFault) {
    try self.init(MappedFile(path: path), key: key)
  }

  /// Opens hashes that are mapped or in memory.
  init(_ file: MappedFile, key: HashKey) throws(IndexFault) {
    let path = file.path
    let least = HashFile.headerBytes + HashFile.signatureBytes
    guard file.count >= least, let base = file.base else {
      throw .damaged(file: path, reason: "it is too short")
    }
    let all = UnsafeRawBufferPointer(start: base, count: file.count)
    let header = try HashFile.Header(Array(all.prefix(HashFile.headerBytes)), path: path)
    guard header.key == key.fingerprint else {
      throw .otherKey(file: path, made: header.key, held: key.fingerprint)
    }
    let signed = UnsafeRawBufferPointer(rebasing: all.dropLast(HashFile.signatureBytes))
    let signature = all.suffix(HashFile.signatureBytes)
    guard
      HMAC<SHA256>.isValidAuthenticationCode(Array(signature), authenticating: signed, using: key.signing)
    else { throw .damaged(file: path, reason: "its signature is wrong") }
    guard header.items >= 0, header.items <= (signed.count - HashFile.headerBytes) / HashFile.placeBytes,
      let table = KeyedTable(file, at: header.hashOffset, count: header.hashes, mask: key.mask),
      header.hashOffset + header.hashes * KeyedTable.entryBytes <= signed.count
    else { throw .damaged(file: path, reason: "its parts do not fit into it") }
    self.path = path
    self.file = file
    made = header.made
    itemCount = header.items
    identity = hexadecimal(signature.prefix(8))
    matcher = KeyedMatcher(table, items: header.items, runs: key.runs)
    sealing = key.sealing(header.salt)
    mask = key.mask
  }

  /// The item with a number.
  func item(_ number: Int) throws(IndexFault) -> HashedItem {
    let damaged = IndexFault.damaged(file: path, reason: "item \(number) cannot be read")
    guard let base = file.base, number >= 0, number < itemCount else { throw damaged }
    func place(_ offset: Int) -> Int {
      let at = HashFile.headerBytes + number * HashFile.placeBytes + offset
      return Int(
        truncatingIfNeeded: UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
    }
    let (start, count) = (place(0), place(8))
    guard start >= 0, count >= 0, start <= file.count, count <= file.count - start,
      let bytes = HashFile.opened(
        UnsafeRawBufferPointer(start: base + start, count: count), number: number, sealing),
      let item = HashedItem(recordBytes: bytes[...])
    else { throw damaged }
    return item
  }

  /// The number of an item with an identifier, whichever of its versions; nil where there is none.
  ///
  /// Items stand in the order of their ranks, so that few of them have to be opened.
  func number(ofItem id: String) throws(IndexFault) -> Int? {
    let rank = mask.rank(ofItem: id)
    var (lower, upper) = (0, itemCount)
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      let found = try item(middle).id
      if found == id { return middle }
      if (mask.rank(ofItem: found), found) < (rank, id) { lower = middle + 1 } else { upper = middle }
    }
    return nil
  }

  /// All versions of the item of a number, newest first, with their numbers.
  func versions(of number: Int) throws(IndexFault) -> [(item: HashedItem, number: Int)] {
    let own = try item(number)
    var result = [(own, number)]
    for step in [-1, 1] {
      var other = number + step
      while other >= 0, other < itemCount, case let item = try item(other), item.id == own.id {
        result.append((item, other))
        other += step
      }
    }
    return result.sorted { $0.0.version > $1.0.version }
  }
}
