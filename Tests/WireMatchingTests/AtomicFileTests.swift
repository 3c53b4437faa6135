import Foundation
import Testing
import WireMatching

/// Files that are there as a whole or not at all, in folders that others may write to.
@Suite struct AtomicFileTests {
  private static func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("atomic-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test func whatLiesAtAForeseeableNameIsNotFollowed() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "secret".write(toFile: folder + "/secret", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/tmp-wire.hashes", withDestinationPath: folder + "/secret")
    try AtomicFile.write(Array("hashes".utf8), to: "wire.hashes", in: folder)
    #expect(try String(contentsOfFile: folder + "/secret", encoding: .utf8) == "secret")
    #expect(try String(contentsOfFile: folder + "/wire.hashes", encoding: .utf8) == "hashes")
  }

  @Test func whatCannotTakeItsNameLeavesNothing() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/taken/in", withIntermediateDirectories: true)
    #expect(throws: IndexFault.self) { try AtomicFile.write([1], to: "taken", in: folder) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["taken"])
  }

  @Test func aFolderThatIsMissingIsNoIndexThatIs() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: IndexFault.system(operation: "create", path: folder + "/no/file", code: ENOENT)) {
      try AtomicFile.write([1], to: "file", in: folder + "/no")
    }
  }
}
