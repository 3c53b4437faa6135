internal import Foundation
internal import WireMatching
internal import WireText

/// Damages an index on disk as a fuzzer says, opens it and matches with it.
public struct IndexFuzzing: Sendable {
  private static let shared = try? IndexFuzzing()
  private static let vocabulary = Vocabulary([
    .init(
      functionWords: ["the", "of", "and", "to", "in", "a"], endings: [])
  ])
  private static let story = """
    The swing bridge at Northport jammed half open on Tuesday evening, trapping eleven barges in the inner basin and \
    sending commuters on a forty minute detour through the cannery district. Harbour master Ingrid Vale said that parts \
    were being machined overnight in Calder Mills.
    """

  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "fuzz-\(UUID().uuidString)")
  /// The files of the index as they should be.
  private let files: [(url: URL, bytes: [UInt8])]

  /// An index of two segments in a folder of its own.
  private init() throws {
    for part in 0..<2 {
      let writer = try IndexWriter(at: folder.path, vocabulary: Self.vocabulary)
      for number in 0..<20 {
        let text = "Report \(part) of \(number): \(Self.story)"
        try writer.add(
          IndexItem(
            id: "\(part)-\(number)", version: 1, payload: [1, 2], text: Array(text.utf8), masked: [],
            time: nil))
      }
      try writer.commit()
    }
    let home = folder
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path).sorted()
    // The lock is empty, and Foundation leaks what it reads empty files into.
    files = try names.filter { $0 != "lock" }.map { home.appendingPathComponent($0) }.map {
      ($0, Array(try Data(contentsOf: $0)))
    }
    .filter { !$0.1.isEmpty }
  }

  /// Opens an index of which one file is damaged.
  ///
  /// The bytes say which file, where it ends, and then, five at a time, which byte becomes what.
  public static func open(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let shared else { preconditionFailure("no index can be written") }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard count >= 5 else { return 0 }
    do { try shared.match(damaging: bytes) } catch { precondition(error is IndexFault, "\(type(of: error))") }
    return 0
  }

  private func match(damaging bytes: UnsafeBufferPointer<UInt8>) throws {
    func number(at: Int) -> Int { (0..<4).reduce(0) { $0 << 8 | Int(bytes[at + $1]) } }
    let (url, whole) = files[Int(bytes[0]) % files.count]
    var damaged = whole
    for at in stride(from: 5, to: bytes.count - 4, by: 5) {
      damaged[number(at: at) % whole.count] = bytes[at + 4]
    }
    let end = number(at: 1)
    let count = end % 4 == 0 ? end / 4 % (whole.count + 1) : whole.count
    try Data(damaged.prefix(count)).write(to: url)
    defer { try? Data(whole).write(to: url) }
    let index = try WireIndex(opening: folder.path)
    let matcher = try Matcher(index: index, vocabulary: Self.vocabulary)
    for match in try matcher.matches(of: Array(Self.story.utf8)) { _ = try index.entry(of: match) }
    try index.forEachEntry { _ in }
    try index.verify()
  }
}
