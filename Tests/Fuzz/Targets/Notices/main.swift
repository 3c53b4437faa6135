internal import Fuzzing

// Notices, and articles that hold some.
Fuzzer.run { start, count in
  RightsFuzzing.readNotice(start, count)
}
