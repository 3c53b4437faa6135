#if canImport(Glibc)
  import Glibc
#endif

/// Opens a path, or standard input where the path is `-`, and hands over its bytes chunk by chunk.
enum FileInput {
  /// Bytes taken from the system at once.
  private static let chunk = 1 << 18

  /// A source of the file's bytes.
  ///
  /// Only regular files are opened by name: a pipe or a device named by mistake could block for ever.
  ///
  /// - Throws: `ReadingFault` with code `not-found`, `not-readable`, `is-a-folder` or `not-a-file`.
  static func open(_ path: String) throws(ReadingFault) -> ByteInput.Source {
    if path == "-" { return source(Descriptor(number: 0, isOwned: false), path: path) }
    let number = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard number >= 0 else { throw fault(errno, path: path) }
    let descriptor = Descriptor(number: number, isOwned: true)
    var status = stat()
    guard fstat(number, &status) == 0 else { throw fault(errno, path: path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return source(descriptor, path: path)
    case S_IFDIR:
      throw ReadingFault(
        "is-a-folder", path: path, "a folder, not a file", next: "name the files in it")
    default:
      throw ReadingFault(
        "not-a-file", path: path, "a pipe, socket or device, not a regular file",
        next: "send it to standard input and name it `-`")
    }
  }

  private static func source(_ descriptor: Descriptor, path: String) -> ByteInput.Source {
    { () throws(ReadingFault) in
      while true {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
          let got = Glibc.read(descriptor.number, buffer.baseAddress, chunk)
          code = got < 0 ? errno : 0
          count = max(0, got)
        }
        if code == EINTR { continue }
        guard code == 0 else { throw fault(code, path: path) }
        return bytes
      }
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

/// A file descriptor that is closed with its last user.
private final class Descriptor {
  let number: Int32
  private let isOwned: Bool

  init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  deinit { if isOwned { close(number) } }
}
