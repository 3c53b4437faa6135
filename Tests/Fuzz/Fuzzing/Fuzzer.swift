internal import CLibFuzzer
internal import Foundation

/// The fuzzer of the toolchain.
public enum Fuzzer {
  /// What is done with the bytes of an input.
  public typealias Test = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32

  /// Runs a test with the inputs that the program's arguments ask for, and ends the program.
  public static func run(_ test: Test) -> Never {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments, test))
  }
}

/// What the `main` of libFuzzer would call, which comes along with it; ours runs instead, and nobody calls this.
@c(LLVMFuzzerTestOneInput)
public func unusedTest(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 { 0 }
