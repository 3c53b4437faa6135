internal import Fuzzing

// Notices made of the phrases of one language.
Fuzzer.run { start, count in
  RightsFuzzing.readPhrases(start, count)
}
