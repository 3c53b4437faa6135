internal import Fuzzing

// Web archives.
Fuzzer.run { start, count in
  DocumentFuzzing.read(start, count, as: ["warc"])
}
