internal import Fuzzing

// Pages and fragments.
Fuzzer.run { start, count in
  DocumentFuzzing.read(start, count, as: ["html", "medium"])
}
