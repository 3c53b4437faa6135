internal import Fuzzing

/// Damaged files of an index.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  IndexFuzzing.open(start, count)
}
