internal import Fuzzing

// Rich text.
Fuzzer.run { start, count in
  DocumentFuzzing.read(start, count, as: ["rtf"])
}
