internal import Fuzzing

/// ODRL, and what sites publish of data mining.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  RightsFuzzing.readExpression(start, count)
}
