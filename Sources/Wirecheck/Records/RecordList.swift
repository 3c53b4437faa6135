/// A list of records that takes little memory however long it is, as the findings of a scan of gigabytes.
///
/// The last few hundred records stand as they are. Those before them are kept as JSON, deflated against the first of
/// them, which has most of their words: keys, clauses, advice. Each is unpacked when it is asked for. One that cannot be
/// packed stays as it is.
public struct RecordList<Record: Codable & Sendable>: Sendable {
  /// How many records are packed together, on all cores.
  private static var batch: Int { 256 }
  /// How many records one thread packs or unpacks at a time.
  private static var piece: Int { 32 }

  /// A record among those that are packed.
  private enum Stored: Sendable {
    case packed([UInt8])
    indirect case whole(Record)
  }

  private var packed: [Stored] = []
  private var packing = RecordPacking<Record>(like: nil)
  /// The records after the packed ones, not packed.
  private var open: [Record] = []

  /// An empty list.
  public init() {}

  /// Adds a record at the end.
  public mutating func append(_ record: Record) {
    open.append(record)
    if open.count == Self.batch { pack() }
  }

  /// Changes all records from a position onwards.
  package mutating func update(from first: Int = 0, _ change: @Sendable (inout Record) -> Void) {
    let packing = packing
    let bottom = Swift.min(first, packed.count)
    packed[bottom...] =
      parallelMap(Array(packed[bottom...]), piece: Self.piece) { stored in
        var record = Self.record(stored, packing)
        change(&record)
        return Self.stored(record, packing)
      }[...]
    for index in Swift.max(0, first - packed.count)..<Swift.max(open.count, first - packed.count) {
      change(&open[index])
    }
  }

  /// The records at some positions, in the given order.
  package func picked(_ positions: [Int]) -> RecordList {
    var result = self
    if packed.isEmpty {
      result.open = positions.map { open[$0] }
    } else {
      result.pack()
      result.packed = positions.map { [packed = result.packed] in packed[$0] }
    }
    return result
  }

  private mutating func pack() {
    if packed.isEmpty { packing = RecordPacking(like: open.first) }
    packed += parallelMap(open, piece: Self.piece) { [packing] in Self.stored($0, packing) }
    open.removeAll(keepingCapacity: true)
  }

  private static func stored(_ record: Record, _ packing: RecordPacking<Record>) -> Stored {
    packing.packed(record).map(Stored.packed) ?? .whole(record)
  }

  private static func record(_ stored: Stored, _ packing: RecordPacking<Record>) -> Record {
    switch stored {
    case .packed(let bytes): packing.unpacked(bytes)
    case .whole(let record): record
    }
  }
}

extension RecordList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of records.
  public var endIndex: Int { packed.count + open.count }

  /// The record at a position; a packed record is unpacked on every access.
  public subscript(position: Int) -> Record {
    get {
      position < packed.count
        ? Self.record(packed[position], packing) : open[position - packed.count]
    }
    set {
      if position < packed.count {
        packed[position] = Self.stored(newValue, packing)
      } else {
        open[position - packed.count] = newValue
      }
    }
  }

  /// Replaces records by rebuilding the whole list.
  public mutating func replaceSubrange(_ range: Range<Int>, with records: some Collection<Record>) {
    let rest = self[range.upperBound...].map(\.self)
    self = RecordList(self[..<range.lowerBound].map(\.self))
    for record in records { append(record) }
    for record in rest { append(record) }
  }
}

extension RecordList: ExpressibleByArrayLiteral {
  /// A list of the given records.
  public init(arrayLiteral records: Record...) { self.init(records) }
}

extension RecordList: Equatable where Record: Equatable {
  /// Whether two lists contain equal records in the same order.
  public static func == (a: RecordList, b: RecordList) -> Bool { a.elementsEqual(b) }
}

extension RecordList: Hashable where Record: Hashable {
  /// Hashes all records.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for record in self { hasher.combine(record) }
  }
}

/// In JSON, a list is an array.
extension RecordList: Codable {
  /// Reads an array of records.
  public init(from decoder: any Decoder) throws {
    self.init()
    var records = try decoder.unkeyedContainer()
    while !records.isAtEnd { append(try records.decode(Record.self)) }
  }

  /// Writes an array of records.
  public func encode(to encoder: any Encoder) throws {
    var records = encoder.unkeyedContainer()
    for record in self { try records.encode(record) }
  }
}
