import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A file that a report is written to.
struct ReportFile {
  let path: String

  /// Writes a report; atomically if the path is a regular file or does not exist.
  ///
  /// A link, pipe or device is written to rather than replaced: a report to `/dev/null` must not replace the device.
  ///
  /// - Parameter body: writes the report.
  func write(_ body: (inout Output) throws -> Void) throws(CommandFailure) {
    let isReplaced = isReplaceable
    let target = isReplaced ? "\(path).\(UUID().uuidString.prefix(8))" : path
    let flags = isReplaced ? O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC : O_WRONLY | O_TRUNC | O_CLOEXEC
    let descriptor = open(target, flags, 0o666)
    guard descriptor >= 0 else { throw failure(errno) }
    do {
      defer { close(descriptor) }
      if isReplaced { keepMode(of: descriptor) }
      var output = Output(descriptor: descriptor)
      try body(&output)
      try output.flush()
      guard !isReplaced || rename(target, path) == 0 else { throw Output.Fault(code: errno) }
    } catch {
      if isReplaced { unlink(target) }
      switch error {
      case let fault as Output.Fault: throw failure(fault.code)
      case let failure as CommandFailure: throw failure
      default: throw .incomplete("\(path): the report cannot be written: \(error)")
      }
    }
  }

  /// Whether the file's folder exists; checked early, so that a long run does not end without its report.
  var hasFolder: Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private var isReplaceable: Bool {
    var status = stat()
    return lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Gives the new report the permissions of the one that it replaces.
  private func keepMode(of descriptor: Int32) {
    var status = stat()
    if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
  }

  private func failure(_ code: Int32) -> CommandFailure {
    .incomplete("\(path): the report cannot be written: \(String(cString: strerror(code)))")
  }
}
