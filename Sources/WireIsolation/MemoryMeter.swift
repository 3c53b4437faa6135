internal import Glibc

/// Measures the process's memory, even when it can no longer open files.
///
/// `getrusage` does not work for this: a new process starts with the peak of its parent.
final class MemoryMeter {
  private let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The resident size in bytes; 0 if the system does not report it.
  var residentBytes: Int {
    var text = [UInt8](repeating: 0, count: 128)
    let count = pread(descriptor, &text, text.count, 0)
    let numbers = text.prefix(max(0, count)).split(separator: 0x20)
    guard numbers.count > 1, let pages = Int(String(decoding: numbers[1], as: UTF8.self)) else { return 0 }
    return pages * Int(getpagesize())
  }
}
