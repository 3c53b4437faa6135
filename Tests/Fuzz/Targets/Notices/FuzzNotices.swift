internal import Fuzzing

/// Notices, and articles that hold some.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  RightsFuzzing.readNotice(start, count)
}
