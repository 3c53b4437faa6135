internal import Fuzzing

// XML of agencies.
Fuzzer.run { start, count in
  DocumentFuzzing.read(
    start, count, as: ["nitf", "newsmlg2", "newsml12", "appl", "agencyxml", "newssitemap", "xml"])
}
