internal import Glibc

/// Tells how much memory the process has, also when it cannot open a file any more.
///
/// `getrusage` does not: a new process starts with the peak of the one that started it.
final class MemoryMeter {
  private let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The resident size, bytes; 0 where the system does not tell.
  var residentBytes: Int {
    var text = [UInt8](repeating: 0, count: 128)
    let count = pread(descriptor, &text, text.count, 0)
    let numbers = text.prefix(max(0, count)).split(separator: 0x20)
    guard numbers.count > 1, let pages = Int(String(decoding: numbers[1], as: UTF8.self)) else { return 0 }
    return pages * Int(getpagesize())
  }
}
