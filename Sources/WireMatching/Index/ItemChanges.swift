/// Changes to items since their segments were written: removed, superseded, or with another payload.
///
/// A small file next to the segments, rewritten with every commit; rewriting a segment applies its changes to it.
///
///     magic `WIRECHG1`, UInt64 number of changes, then for each: UInt32 segment, UInt32 item, UInt32 flags,
///     UInt32 length of the payload, the payload; UInt64 checksum of all before it
struct ItemChanges {
  /// The change of one item.
  struct Change: Equatable {
    var isRemoved = false
    var isSuperseded = false
    var payload: [UInt8]?
  }

  private static let magic = Array("WIRECHG1".utf8)

  /// The changes by item.
  private(set) var changes: [IndexPlace: Change] = [:]
  /// How many items of each segment are removed.
  private(set) var removed: [UInt32: Int] = [:]

  /// No changes.
  init() {}

  /// Whether nothing has changed.
  var isEmpty: Bool { changes.isEmpty }

  /// The change of an item, if any.
  subscript(place: IndexPlace) -> Change? { changes[place] }

  /// Whether an item is removed.
  func isRemoved(_ place: IndexPlace) -> Bool {
    guard removed[place.segment] != nil else { return false }
    return changes[place]?.isRemoved ?? false
  }

  /// Changes an item.
  mutating func change(_ place: IndexPlace, _ body: (inout Change) -> Void) {
    var change = changes[place] ?? Change()
    let before = change.isRemoved
    body(&change)
    changes[place] = change
    if change.isRemoved, !before { removed[place.segment, default: 0] += 1 }
  }

  /// The same changes after segments were renumbered; drops those of segments without a new number.
  func renumbered(_ numbers: [UInt32: UInt32]) -> ItemChanges {
    var result = ItemChanges()
    for (place, change) in changes {
      guard let number = numbers[place.segment] else { continue }
      result.change(IndexPlace(segment: number, item: place.item)) { $0 = change }
    }
    return result
  }

  /// The contents of the changes file.
  var bytes: [UInt8] {
    var bytes = Self.magic
    bytes.append(littleEndian: UInt64(changes.count))
    for (place, change) in changes.sorted(by: { $0.key < $1.key }) {
      bytes.append(littleEndian: place.segment)
      bytes.append(littleEndian: place.item)
      let flags: UInt32 =
        (change.isRemoved ? 1 : 0) | (change.isSuperseded ? 2 : 0) | (change.payload == nil ? 0 : 4)
      bytes.append(littleEndian: flags)
      bytes.append(littleEndian: UInt32(change.payload?.count ?? 0))
      bytes += change.payload ?? []
    }
    bytes.append(littleEndian: Checksum.sum(bytes))
    return bytes
  }

  /// Reads changes.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: the file's path, for messages.
  init(_ bytes: [UInt8], path: String) throws(IndexFault) {
    let damaged = IndexFault.damaged(file: path, reason: "its contents do not add up")
    guard bytes.count >= 24, Array(bytes.prefix(8)) == Self.magic,
      Self.number(bytes, bytes.count - 8, as: UInt64.self) == Checksum.sum(Array(bytes.dropLast(8)))
    else { throw damaged }
    let end = bytes.count - 8
    var at = 16
    while at < end {
      guard end - at >= 16 else { throw damaged }
      let place = IndexPlace(
        segment: Self.number(bytes, at, as: UInt32.self), item: Self.number(bytes, at + 4, as: UInt32.self))
      let flags = Self.number(bytes, at + 8, as: UInt32.self)
      let length = Int(Self.number(bytes, at + 12, as: UInt32.self))
      at += 16
      guard length <= end - at, flags < 8 else { throw damaged }
      let payload = flags & 4 == 0 ? nil : Array(bytes[at..<at + length])
      change(place) {
        $0 = Change(isRemoved: flags & 1 != 0, isSuperseded: flags & 2 != 0, payload: payload)
      }
      at += length
    }
    guard changes.count == Self.number(bytes, 8, as: UInt64.self) else { throw damaged }
  }

  private static func number<Number: FixedWidthInteger>(_ bytes: [UInt8], _ at: Int, as: Number.Type)
    -> Number
  {
    var number: Number = 0
    for index in (0..<MemoryLayout<Number>.size).reversed() {
      number = number << 8 | Number(bytes[at + index])
    }
    return number
  }
}
