internal import Fuzzing

/// XML of agencies.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  DocumentFuzzing.read(start, count, as: ["nitf", "newsmlg2", "newsml12", "agencyxml", "newssitemap", "xml"])
}
