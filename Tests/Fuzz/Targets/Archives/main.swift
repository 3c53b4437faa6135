internal import Fuzzing

// Archives with members.
Fuzzer.run { start, count in
  DocumentFuzzing.read(start, count, as: ["docx", "odt", "zip", "tar"])
}
