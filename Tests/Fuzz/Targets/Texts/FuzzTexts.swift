internal import Fuzzing

/// Texts of lines.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  DocumentFuzzing.read(start, count, as: ["text", "iptc7901", "anpa1312", "csv", "movabletype"])
}
