internal import Fuzzing

/// Web archives.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  DocumentFuzzing.read(start, count, as: ["warc"])
}
