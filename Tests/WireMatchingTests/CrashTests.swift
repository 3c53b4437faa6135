import Foundation
import Testing
import WireMatching
import WireText

#if canImport(Glibc)
  import Glibc
#endif

/// A process that changes an index and ends at any of its calls to the system: the old index or the new one is left, whole.
@Suite struct CrashTests {
  /// How a process ends at a point: killed, killed in the middle of writing, or told of an error.
  enum Failure: Int32, CaseIterable {
    case kill = 0
    case killInWriting = -1
    case inputOutput = 5
    case noSpace = 28
  }

  /// Numbers of segments that the index has before the change; one more makes the last of them merge.
  static let sizes = [0, 1, 2, 3]
  static let changes = ["add", "state", "remove", "purge"]

  /// Points that are tried in all changes; the promise is made for at least as many.
  static let fewestPoints = 300

  @Test("killed or failed at every call, the index is the old or the new one", arguments: Failure.allCases)
  func everyPoint(failure: Failure) throws {
    var (points, old, new) = (0, 0, 0)
    for size in Self.sizes {
      let base = TemporaryIndex()
      try Self.fill(base, segments: size)
      let before = try Self.state(base.path)
      for change in Self.changes {
        let whole = try Self.copy(of: base)
        let clean = try Self.run(whole, change, point: 0, failure)
        #expect(clean.status == 0)
        let after = try Self.state(whole.path)
        #expect(size == 0 && change != "add" || before != after)
        for point in 1...max(1, clean.points) {
          let index = try Self.copy(of: base)
          let outcome = try Self.run(index, change, point: point, failure)
          let left = try Self.state(index.path)
          #expect(left == before || left == after, "\(change), \(size) segments, point \(point)")
          // Who says that it is done has done it.
          #expect(outcome.status != 0 || left == after, "\(change), \(size) segments, point \(point)")
          points += 1
          if left == before { old += 1 } else { new += 1 }
          guard point % 4 == 0, left == before else { continue }
          // The next writer finds nothing in its way.
          let again = try Self.run(index, change, point: 0, failure)
          let next = try Self.state(index.path)
          #expect(again.status == 0 && next == after, "after point \(point)")
        }
      }
    }
    #expect(points >= Self.fewestPoints, "\(points) points")
    #expect(old > 0 && new > 0)
  }

  // MARK: Indexes

  /// Fills an index: each segment holds two items, one second apart from the last.
  private static func fill(_ place: TemporaryIndex, segments: Int) throws {
    for segment in 0..<segments {
      let writer = try IndexWriter(at: place.path, vocabulary: .neutral)
      for number in [segment * 2, segment * 2 + 1] {
        try writer.add(
          IndexItem(
            id: "item-\(number)", payload: Array("payload of item-\(number)".utf8),
            text: Array("\(Stories.filler[number]) \(Stories.bridge)".utf8),
            time: Instant(seconds: Int64(number))))
      }
      try writer.commit()
    }
  }

  /// Everything that a reader sees, after the index was verified; nil where there is no index.
  private static func state(_ path: String) throws -> [String]? {
    let index: WireIndex
    do { index = try WireIndex(opening: path) } catch IndexFault.missing { return nil }
    try index.verify()
    var entries: [IndexEntry] = []
    try index.forEachEntry { entries.append($0) }
    return try entries.map { entry in
      let text = String(decoding: try index.text(of: entry), as: UTF8.self)
      let payload = String(decoding: entry.payload, as: UTF8.self)
      return "\(entry.id) \(entry.version) \(entry.isSuperseded) \(payload) \(text)"
    }.sorted()
  }

  private static func copy(of base: TemporaryIndex) throws -> TemporaryIndex {
    let copy = TemporaryIndex()
    if FileManager.default.fileExists(atPath: base.path) {
      try FileManager.default.copyItem(atPath: base.path, toPath: copy.path)
    }
    return copy
  }

  // MARK: Processes

  private static func run(
    _ index: TemporaryIndex, _ change: String, point: Int, _ failure: Failure
  ) throws -> (status: Int32, points: Int) {
    let program = try #require(Bundle.main.executableURL).deletingLastPathComponent()
      .appendingPathComponent("IndexChanger").path
    let output = index.path + ".out"
    defer { unlink(output) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let arguments = Self.strings([program, index.path, change, "\(point)", "\(failure.rawValue)"])
    // The runtime's libraries, where the machine has them in an unusual place.
    let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    let variables = Self.strings(libraries.map { ["LD_LIBRARY_PATH=\($0)"] } ?? [])
    defer { (arguments + variables).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, nil, arguments, variables)
    #expect(code == 0, "\(program) cannot be started; build it with the tests")
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    let count = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    return (status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F), count)
  }

  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var strings: [UnsafeMutablePointer<CChar>?] = texts.map { text in text.withCString { strdup($0) } }
    strings.append(nil)
    return strings
  }
}
