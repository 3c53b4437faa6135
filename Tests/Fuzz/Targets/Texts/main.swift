internal import Fuzzing

// Texts of lines.
Fuzzer.run { start, count in
  DocumentFuzzing.read(start, count, as: ["text", "iptc7901", "anpa1312", "zczc", "csv", "movabletype"])
}
