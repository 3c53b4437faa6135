internal import Glibc

/// Memory for many plain values, each written before it is read; uses large pages if the system has them.
///
/// The first touch of a page of the usual size costs about as much as sorting the seeds on it. The memory is not
/// zeroed first, and pages that are never written take no memory.
struct PageBuffer<Value: BitwiseCopyable>: ~Copyable {
  /// The values; uninitialised until written.
  let values: UnsafeMutableBufferPointer<Value>

  private static var pageBytes: Int { 1 << 21 }

  /// Memory for `count` values.
  init(count: Int) {
    let bytes = count * MemoryLayout<Value>.stride
    let isLarge = bytes >= Self.pageBytes
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: bytes, alignment: isLarge ? Self.pageBytes : MemoryLayout<Value>.alignment)
    // A hint; it makes no difference if the system ignores it.
    if isLarge { madvise(memory, bytes, MADV_HUGEPAGE) }
    values = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Value.self, capacity: count), count: count)
  }

  deinit { values.deallocate() }
}
