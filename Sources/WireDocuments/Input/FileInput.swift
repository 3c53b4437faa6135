#if canImport(Glibc)
  import Glibc
#endif

/// An open input; it is closed when the last reference is released.
package final class FileInput: Sendable {
  /// The most bytes that are read at once.
  private static let chunk = 1 << 18

  /// The descriptor.
  package let descriptor: Int32
  /// Whether the input can be read again from its start: a file, not standard input.
  package let isRepeatable: Bool
  private let path: String

  /// Takes ownership of a descriptor.
  package init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    isRepeatable = path != "-"
  }

  /// Opens a path, or standard input if the path is `-`.
  ///
  /// Only regular files are opened by name: a pipe or a device named by mistake could block forever. Bytes of the name
  /// that are not valid UTF-8 are written as `\xHH`.
  ///
  /// - Throws: `ReadingFault` with code `not-found`, `not-readable`, `is-a-folder` or `not-a-file`.
  package convenience init(opening path: String) throws(ReadingFault) {
    if path == "-" {
      self.init(descriptor: 0, path: path)
      return
    }
    let number = Glibc.open(PathText.systemPath(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard number >= 0 else { throw Self.fault(errno, path: path) }
    self.init(descriptor: number, path: path)
    var status = stat()
    guard fstat(number, &status) == 0 else { throw Self.fault(errno, path: path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR:
      throw ReadingFault(
        "is-a-folder", path: path, "a folder, not a file", next: "name the files in it")
    default:
      throw ReadingFault(
        "not-a-file", path: path, "a pipe, socket or device, not a regular file",
        next: "send it to standard input and name it `-`")
    }
  }

  deinit { if descriptor != 0 { close(descriptor) } }

  /// Seeks to the first byte; false if that is impossible.
  package func rewind() -> Bool { isRepeatable && lseek(descriptor, 0, SEEK_SET) == 0 }

  /// The next bytes; empty at the end.
  func read() throws(ReadingFault) -> [UInt8] {
    while true {
      var code: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, Self.chunk)
        code = got < 0 ? errno : 0
        count = max(0, got)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw Self.fault(code, path: path) }
      return bytes
    }
  }

  private static func fault(_ code: Int32, path: String) -> ReadingFault {
    let reason = String(cString: strerror(code))
    return code == ENOENT || code == ENOTDIR
      ? ReadingFault("not-found", path: path, "there is no such file", next: "check the path")
      : ReadingFault(
        "not-readable", path: path, "cannot be read: \(reason)", next: "check the file and its permissions")
  }
}
