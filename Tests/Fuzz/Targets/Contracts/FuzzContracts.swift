internal import Fuzzing

/// Terms of use in YAML.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  ConfigurationFuzzing.readTerms(start, count)
}
