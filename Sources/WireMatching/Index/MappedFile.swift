internal import Glibc

/// A file mapped for reading, or bytes in memory; mapped while the object exists.
///
/// The bytes are shared by all processes that map the file. Files of an index never change once they are renamed to
/// their final name, so a half-written file is never seen; a new file replaces an old one by its name, and the old
/// one stays as long as a process maps it. Only truncation by another program can change a file: reading beyond its
/// end would end the process, so check `isWhole` first.
package final class MappedFile: @unchecked Sendable {
  /// The file's path, for messages.
  package let path: String
  /// The first byte; nil for an empty file.
  package let base: UnsafeRawPointer?
  /// The number of bytes.
  package let count: Int
  /// The open file; −1 for bytes in memory.
  private let descriptor: Int32

  /// Maps a file.
  package init(path: String) throws(IndexFault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path, errno: errno) }
    do throws(IndexFault) { (base, count) = try Self.map(descriptor, path) } catch {
      close(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
  }

  /// Wraps bytes in memory as a mapped file.
  package init(_ bytes: [UInt8], name: String) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 8)
    bytes.withUnsafeBytes {
      memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
    }
    base = UnsafeRawPointer(memory)
    count = bytes.count
    path = name
    descriptor = -1
  }

  /// Whether the file still has all the bytes that were mapped.
  var isWhole: Bool {
    var status = stat()
    return descriptor < 0 || fstat(descriptor, &status) == 0 && Int(status.st_size) >= count
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    guard let base else { return }
    let memory = UnsafeMutableRawPointer(mutating: base)
    if descriptor >= 0 { munmap(memory, count) } else { memory.deallocate() }
  }

  private static func map(_ descriptor: Int32, _ path: String) throws(IndexFault) -> (UnsafeRawPointer?, Int)
  {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system("examine", path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .damaged(file: path, reason: "it is no file") }
    let count = Int(status.st_size)
    guard count > 0 else { return (nil, 0) }
    guard let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else {
      throw .system("map", path, errno: errno)
    }
    return (UnsafeRawPointer(base), count)
  }
}
