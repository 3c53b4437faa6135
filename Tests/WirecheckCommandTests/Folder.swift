import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A temporary folder of one test, removed when the test lets go of it.
final class Folder {
  /// The working folder.
  let path: String
  /// The home folder of the programs that are run.
  let home: String
  /// Their folder for temporary files.
  let temporary: String
  /// Where the harness keeps inputs and outputs of runs.
  let runs: String

  private let root: String

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/wirecheck-test-" + UUID().uuidString
    (path, home, temporary, runs) = (root + "/work", root + "/home", root + "/tmp", root + "/runs")
    for folder in [path, home, temporary, runs] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    // A configuration above the temporary folder must not be found.
    try FileManager.default.createDirectory(atPath: root + "/.git", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// A path in the working folder.
  func callAsFunction(_ name: String) -> String { name.hasPrefix("/") ? name : path + "/" + name }

  /// Writes a file; the folders above it are made.
  func write(_ text: String, to name: String) throws { try write(bytes: Array(text.utf8), to: name) }

  /// Writes a file; the folders above it are made.
  func write(bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: self(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The bytes of a file.
  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: self(name))))
  }

  /// The text of a file.
  func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }

  /// A file or folder with its permissions; a folder has no bytes.
  struct File: Sendable {
    var path: String
    var bytes: Data?
    var permissions: Int
  }

  /// A folder and everything below it, folders before what is in them.
  func files(in name: String) throws -> [File] {
    let paths =
      [name] + (try FileManager.default.subpathsOfDirectory(atPath: self(name))).map { name + "/" + $0 }
    return try paths.sorted().map { path in
      let facts = try FileManager.default.attributesOfItem(atPath: self(path))
      let isFolder = facts[.type] as? FileAttributeType == .typeDirectory
      return File(
        path: path, bytes: isFolder ? nil : Data(try bytes(of: path)),
        permissions: (facts[.posixPermissions] as? NSNumber)?.intValue ?? 0o700)
    }
  }

  /// Writes what another folder had.
  func restore(_ files: [File]) throws {
    for file in files {
      if let bytes = file.bytes {
        try bytes.write(to: URL(fileURLWithPath: self(file.path)))
      } else {
        try FileManager.default.createDirectory(atPath: self(file.path), withIntermediateDirectories: true)
      }
      try FileManager.default.setAttributes(
        [.posixPermissions: file.permissions], ofItemAtPath: self(file.path))
    }
  }

  /// Paths of all files below a folder with what they hold, to see what a run changes.
  func snapshot(of folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      files[name] = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
    }
    return files
  }
}
