internal import Fuzzing

/// XML of items that are read one at a time, and JSON Feed.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  DocumentFuzzing.read(start, count, as: ["feed", "blogger", "wxr"])
}
