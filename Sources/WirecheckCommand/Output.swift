import WireReports

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output, standard error or a file, written with `write(2)`, so that no output is lost without an error.
///
/// Swift's `print` loses output on a full disk and reports nothing; this throws.
struct Output: ~Copyable, ReportOutput {
  /// An output error.
  struct Fault: Error {
    /// The system's error number.
    var code: Int32
    /// Whether the reader closed the pipe, which need not be reported.
    var isClosedPipe: Bool { code == EPIPE }
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Standard output.
  static var standard: Output { Output(descriptor: 1) }
  /// Standard error.
  static var error: Output { Output(descriptor: 2) }

  /// An output to a file descriptor that is open for writing.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes text; it is buffered until 64 KiB are collected or `flush` is called.
  mutating func write(_ text: String) throws(Fault) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes bytes, buffered in the same way.
  mutating func write(_ bytes: [UInt8]) throws(Fault) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes bytes and a line feed.
  mutating func writeLine(_ bytes: [UInt8]) throws(Fault) { try write(bytes + [0x0A]) }

  /// Writes text and a line feed.
  mutating func writeLine(_ text: String) throws(Fault) { try write(text + "\n") }

  /// Passes all buffered output to the system.
  mutating func flush() throws(Fault) {
    var start = 0
    while start < buffer.count {
      let count = buffer[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        let fault = Fault(code: errno)
        buffer.removeAll()
        throw fault
      }
      start += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
