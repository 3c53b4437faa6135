import Foundation
import WireRights
import WireText

/// Measures the work of one core: `swift run -c release Benchmarks [FILE…]`.
///
/// Files are texts, for instance stories one after the other, over which the search for notices is measured too.
/// Each line gives the median and the extremes of several rounds over the same input. Figures of different machines
/// do not compare; those of one run do.
@main
struct Benchmarks {
  static func main() throws {
    let files = CommandLine.arguments.dropFirst()
    if let missing = files.first(where: { !FileManager.default.isReadableFile(atPath: $0) }) {
      FileHandle.standardError.write(Data("Error: \(missing) cannot be read; name files of text\n".utf8))
      exit(2)
    }
    let load = Stopwatch.measure(rounds: 9) { try? NoticePolicies() }
    print("policies: load \(load.milliseconds)")
    let parser = NoticeParser(try NoticePolicies())
    for article in Article.all {
      let bytes = Array(article.text.utf8)
      let paragraphs = Paragraphs.ranges(in: bytes)
      let time = Stopwatch.measure(rounds: 25, times: 40) {
        parser.notices(in: bytes, paragraphs: paragraphs)
      }
      print("article without a notice, \(article.name), \(bytes.count) bytes: \(time.microseconds)")
    }
    try ReadingBenchmark.run()
    try MatchingBenchmark.run()
    for path in files {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      let paragraphs = Paragraphs.ranges(in: bytes)
      // A book's worth at a time: what is read of one document is bounded.
      let parts = stride(from: 0, to: paragraphs.count, by: 40).map {
        Array(paragraphs[$0..<min($0 + 40, paragraphs.count)])
      }
      let time = Stopwatch.measure(rounds: 3) {
        parts.map { parser.notices(in: bytes, paragraphs: $0).count }
      }
      print("\(path), \(bytes.count) bytes: \(time.milliseconds), \(time.rate(of: bytes.count))")
    }
    for notice in Notice.all {
      let bytes = Array(notice.text.utf8)
      let time = Stopwatch.measure(rounds: 25, times: 40) { parser.parse(notice.text) }
      print("notice, \(notice.name), \(bytes.count) bytes: \(time.microseconds)")
    }
    for piece in ["may not be ", "© A may not be published without permission; "] {
      let text = String(repeating: piece, count: 10_000_000 / piece.utf8.count)
      let bytes = Array(text.utf8)
      let field = Stopwatch.measure(rounds: 3) { parser.parse(text) }
      let body = Stopwatch.measure(rounds: 3) {
        parser.notices(in: bytes, paragraphs: [TextRange(0, bytes.count)])
      }
      print("10 MB of “\(piece)”: as a field \(field.milliseconds), as a body \(body.milliseconds)")
    }
  }
}
