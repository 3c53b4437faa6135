internal import Glibc

/// Memory for many plain values, of which each is written before it is read; in large pages where the system has them.
///
/// The first touch of a page of the usual size costs about as much as putting the seeds on it in order. Nothing is set to
/// zero first, and values that nobody writes take no memory.
struct PageBuffer<Value: BitwiseCopyable>: ~Copyable {
  /// The values; whoever reads one has written it before.
  let values: UnsafeMutableBufferPointer<Value>

  private static var pageBytes: Int { 1 << 21 }

  /// Memory for so many values.
  init(count: Int) {
    let bytes = count * MemoryLayout<Value>.stride
    let isLarge = bytes >= Self.pageBytes
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: bytes, alignment: isLarge ? Self.pageBytes : MemoryLayout<Value>.alignment)
    // A wish: where it is not granted, all is as without it.
    if isLarge { madvise(memory, bytes, MADV_HUGEPAGE) }
    values = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Value.self, capacity: count), count: count)
  }

  deinit { values.deallocate() }
}
