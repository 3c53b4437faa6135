internal import Glibc

/// A file for data that does not fit in memory while an index is built; unlinked, so that it is gone when it is closed.
struct SpillFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// A new, empty file.
  ///
  /// - Parameter path: the name that it has until it is unlinked.
  init(_ path: String) throws(IndexFault) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    let code = errno
    guard descriptor >= 0 else { throw .system("create", path, errno: code) }
    unlink(path)
  }

  deinit { close(descriptor) }

  /// Appends values.
  func write<Value: BitwiseCopyable>(_ values: UnsafeBufferPointer<Value>) throws(IndexFault) {
    try BlockWriter.write(UnsafeRawBufferPointer(values), to: descriptor, path)
  }

  /// Appends the values in a range of the file to an array.
  func append<Value: BitwiseCopyable>(_ range: Range<Int>, to values: inout [Value]) throws(IndexFault) {
    let size = MemoryLayout<Value>.stride
    var code: Int32?
    let part = [Value](unsafeUninitializedCapacity: range.count) { buffer, filled in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var at = 0
      while at < range.count * size {
        let place = off_t(range.lowerBound * size + at)
        let count = pread(descriptor, bytes.baseAddress.map { $0 + at }, range.count * size - at, place)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          code = count < 0 ? errno : EIO
          return
        }
        at += count
      }
      filled = range.count
    }
    if let code { throw .system("read", path, errno: code) }
    values += part
  }
}

/// A list of values in order that keeps only a few in memory.
struct SpillList<Value: BitwiseCopyable>: ~Copyable {
  private static var mostHeld: Int { 1 << 20 }

  private let path: String?
  private var file: SpillFile?
  private var spilled = 0
  private var held: [Value] = []

  /// An empty list.
  ///
  /// - Parameter path: a file that is created if memory does not suffice; nil to keep all in memory.
  init(spillingTo path: String?) { self.path = path }

  /// Appends values.
  mutating func append(_ values: [Value]) throws(IndexFault) {
    held += values
    guard held.count >= Self.mostHeld, let path else { return }
    if file == nil { file = try SpillFile(path) }
    try held.withUnsafeBufferPointer { values throws(IndexFault) in try file?.write(values) }
    spilled += held.count
    held.removeAll(keepingCapacity: true)
  }

  /// Passes on all values, piece by piece.
  func forEachPiece(_ body: ([Value]) throws(IndexFault) -> Void) throws(IndexFault) {
    var piece: [Value] = []
    for start in stride(from: 0, to: spilled, by: Self.mostHeld) {
      piece.removeAll(keepingCapacity: true)
      try file?.append(start..<min(spilled, start + Self.mostHeld), to: &piece)
      try body(piece)
    }
    try body(held)
  }
}
