internal import Fuzzing

/// Archives with members.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  DocumentFuzzing.read(start, count, as: ["docx", "odt", "zip", "tar"])
}
