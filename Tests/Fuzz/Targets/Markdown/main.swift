internal import Fuzzing

// Markdown with front matter in three syntaxes.
Fuzzer.run { start, count in
  DocumentFuzzing.read(start, count, as: ["markdown"])
}
