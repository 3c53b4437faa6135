import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A file that a report is written to.
struct ReportFile {
  let path: String

  /// Writes a report, the whole of it or nothing where the path is a regular file or nothing yet.
  ///
  /// A link, pipe or device is written to rather than replaced: a report for `/dev/null` must leave the device.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do {
      if isReplaceable {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      } else {
        let descriptor = open(path, O_WRONLY | O_TRUNC)
        guard descriptor >= 0 else { throw failure(String(cString: strerror(errno))) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(bytes))
      }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw failure(error.localizedDescription)
    }
  }

  /// Whether the folder of the file is there, so that a long run does not end without its report.
  var hasFolder: Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private var isReplaceable: Bool {
    var status = stat()
    return lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private func failure(_ reason: String) -> CommandFailure {
    .incomplete("\(path): the report cannot be written: \(reason)")
  }
}
