internal import Glibc

/// Files that are written completely or not at all.
package enum AtomicFile {
  /// The prefix of the names of unfinished files.
  static let temporaryPrefix = "tmp-"

  /// Writes a file under a temporary name, syncs it, gives it its name and syncs the directory.
  ///
  /// The temporary name is one that nobody can foresee: in a directory that others may write to, what they lay there is
  /// neither followed nor overwritten.
  package static func write(_ bytes: [UInt8], to name: String, in directory: String) throws(IndexFault) {
    let path = "\(directory)/\(name)"
    let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = "\(directory)/\(temporaryPrefix)\(suffix)-\(name)"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("create", path, errno: errno) }
    do throws(IndexFault) {
      defer { close(descriptor) }
      try BlockWriter.write(bytes, to: descriptor, path)
      guard fsync(descriptor) == 0 else { throw .system("write", path, errno: errno) }
      guard rename(temporary, path) == 0 else { throw .system("replace", path, errno: errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    try sync(directory)
  }

  /// Makes names in a directory durable.
  static func sync(_ directory: String) throws(IndexFault) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", directory, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system("write", directory, errno: errno) }
  }

  /// Removes the files of an index that its manifest does not name; files that cannot be removed are harmless and stay.
  static func removeAll(in directory: String, except kept: Set<String>) {
    guard let listing = opendir(directory) else { return }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      }
      names.append(name)
    }
    closedir(listing)
    for name in names where !kept.contains(name) {
      if name.hasPrefix(temporaryPrefix) || name.hasSuffix(".segment") || name.hasSuffix(".changes") {
        unlink("\(directory)/\(name)")
      }
    }
  }
}

/// Locks a directory against a second writer while it exists; the system releases the lock when the process ends.
final class DirectoryLock {
  private let descriptor: Int32

  /// Takes the lock.
  init(_ directory: String) throws(IndexFault) {
    let path = "\(directory)/lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("create", path, errno: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .locked(path: directory) : .system("lock", path, errno: code)
    }
    self.descriptor = descriptor
  }

  deinit {
    // A child process being started briefly holds a copy of the descriptor, and with it the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
