internal import Fuzzing

// E-mail.
Fuzzer.run { start, count in
  DocumentFuzzing.read(start, count, as: ["eml", "mbox"])
}
