internal import Fuzzing

/// Markdown with front matter in three syntaxes.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  DocumentFuzzing.read(start, count, as: ["markdown"])
}
