/// Records of documents in the order of processing, with the paths by which they are sorted in the end.
struct Gathered<Record: Codable & Sendable> {
  /// The records so far.
  private(set) var records: RecordList<Record> = []
  private var paths: [String] = []

  /// Adds the record of a document.
  mutating func append(_ record: Record, at path: String) {
    records.append(record)
    // Documents of one export share the storage of the path.
    paths.append(paths.last == path ? paths[paths.count - 1] : path)
  }

  /// Changes all records from a position onwards.
  mutating func update(from first: Int = 0, _ change: @Sendable (inout Record) -> Void) {
    records.update(from: first, change)
  }

  /// The records sorted by the bytes of their paths; records with the same path stay in order.
  var byPath: RecordList<Record> { records.picked(Self.order(of: paths)) }

  /// The positions of paths sorted by their bytes; equal ones stay in order.
  static func order(of paths: [String]) -> [Int] {
    paths.indices.sorted { a, b in
      let (first, second) = (paths[a].utf8, paths[b].utf8)
      return first.elementsEqual(second) ? a < b : first.lexicographicallyPrecedes(second)
    }
  }
}
