internal import Fuzzing

// XML of items that are read one at a time, and JSON Feed.
Fuzzer.run { start, count in
  DocumentFuzzing.read(start, count, as: ["feed", "blogger", "wxr"])
}
