import Foundation
import Testing
import WireText
import Wirecheck

@testable import WireLedger

#if canImport(Glibc)
  import Glibc
#endif

/// Several processes at one ledger.
@Suite struct ProcessTests {
  @Test func writersWaitForEachOther() async throws {
    let folder = try Folder()
    let path = folder.ledger
    async let first: Void = Self.writer("first", path)
    async let second: Void = Self.writer("second", path)
    async let third: Void = Self.writer("third", path)
    _ = try await (first, second, third)
    var actors: [String: Int] = [:]
    try Ledger(reading: path).forEachCheck { actors[$0.actor.name, default: 0] += 1 }
    #expect(actors == ["first": 30, "second": 30, "third": 30])
  }

  /// A process that creates or opens the ledger and records 30 checks.
  private static func writer(_ name: String, _ path: String) async throws {
    await #expect(processExitsWith: .success) { [name, path] in
      let ledger = try Ledger(opening: path)
      let actor = AuditActor(kind: .service, name: name)
      for index in 0..<30 {
        try ledger.record(
          try Sample.run(), documents: [try Sample.document(uses: [try Sample.use()])], actor: actor,
          at: Instant(seconds: Int64(index)))
      }
    }
  }

  @Test func aKilledProcessKeepsWhatWasAcknowledged() async throws {
    let folder = try Folder()
    let path = folder.ledger
    let log = folder.path + "/acknowledged"
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, log = log as String] in
      let ledger = try Ledger(opening: path)
      for index in 0..<25 {
        let receipt = try ledger.record(
          try Sample.run(), documents: [], actor: Sample.editor, at: Instant(seconds: Int64(index)))
        try Data(String(receipt.check).utf8).write(to: URL(fileURLWithPath: log))
      }
      kill(getpid(), SIGKILL)
    }
    #expect(try String(contentsOfFile: log, encoding: .utf8) == "25")
    var count = 0
    try Ledger(reading: path).forEachCheck { _ in count += 1 }
    #expect(count == 25)
  }
}
