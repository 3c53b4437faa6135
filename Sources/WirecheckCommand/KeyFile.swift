import Foundation
import Wirecheck

#if canImport(Glibc)
  import Glibc
#endif

/// The file with the key for hashes, accessible only to its owner.
struct KeyFile {
  let path: String

  /// The largest size of a key file, in bytes.
  private static let mostBytes = 4096

  /// Reads the key.
  ///
  /// A pipe is accepted too, so that a secret store can pass the key without a file.
  func key() throws(CommandFailure) -> HashKey {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .usage("\(path): the key cannot be read: \(Self.reason) (check the path and its permissions)")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, [S_IFREG, S_IFIFO].contains(status.st_mode & S_IFMT) else {
      throw .usage("\(path): the key must be a file or a pipe")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw .usage("\(path): others may read the key (run `chmod 600` on it, and change the key if they did)")
    }
    var bytes = [UInt8](repeating: 0, count: Self.mostBytes)
    var count = 0
    while count < bytes.count {
      let taken = bytes[count...].withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard taken >= 0 else {
        if errno == EINTR { continue }
        throw .usage("\(path): the key cannot be read: \(Self.reason)")
      }
      if taken == 0 { break }
      count += taken
    }
    do throws(HashKey.Fault) { return try HashKey(Array(bytes.prefix(count))) } catch {
      throw .usage("\(path): \(error.description)")
    }
  }

  /// Writes a new key from the system's random generator; never overwrites a file.
  func create() throws(CommandFailure) -> HashKey {
    var generator = SystemRandomNumberGenerator()
    let secret = (0..<HashKey.bytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? .usage("\(path) is there already, and a key is never replaced (name another file)")
        : .incomplete("\(path): the key cannot be written: \(Self.reason)")
    }
    do throws(Output.Fault) {
      defer { close(descriptor) }
      var output = Output(descriptor: descriptor)
      try output.write(HashKey.text(of: secret))
      try output.flush()
      guard fsync(descriptor) == 0 else { throw Output.Fault(code: errno) }
    } catch {
      unlink(path)
      throw .incomplete("\(path): the key cannot be written: \(String(cString: strerror(error.code)))")
    }
    return try key()
  }

  /// Rejects a key in the index's folder: whoever obtains one would have the other.
  func demandApart(fromIndex folder: String) throws(CommandFailure) {
    let parent = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent().path
    guard parent != URL(fileURLWithPath: folder).resolvingSymlinksInPath().path else {
      throw .usage("\(path): the key lies in the index's folder (move it to a place of its own)")
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
