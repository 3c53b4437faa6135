internal import Fuzzing

// Damaged files of an index.
Fuzzer.run { start, count in
  IndexFuzzing.open(start, count)
}
