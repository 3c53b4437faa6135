import WireDocuments
import WireMatching
import WireText
import Wirecheck

/// Matches drafts and prints the results.
struct MatchRun: ~Copyable {
  /// How many drafts are kept in memory at a time.
  private static let batch = 512

  let vocabulary: Vocabulary
  private var output = Output.standard

  /// A run that has printed nothing yet.
  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Prints the matches of a file's drafts in an index.
  mutating func match(_ path: String, against index: WireIndex, _ diagnostics: inout Diagnostics) throws {
    let matcher = try Matcher(index: index, vocabulary: vocabulary)
    var drafts = try TextBatches(path: path)
    while case let batch = try drafts.next(Self.batch, &diagnostics), !batch.isEmpty {
      let lines = parallelMap(batch, piece: 8) { draft in
        Result<String, IndexFault> { () throws(IndexFault) in try Self.lines(draft, matcher, index) }
      }
      for line in lines {
        // Results before a fault are printed before the fault is reported.
        if case .failure = line { try output.flush() }
        try output.write(try line.get())
      }
      try output.flush()
    }
  }

  /// Prints the passages of listed pairs, each compared in isolation.
  mutating func matchPairs(
    _ path: String, sources: String, drafts: String, _ diagnostics: inout Diagnostics
  ) throws {
    let sources = Self.byID(try TextBatches.all(of: sources, &diagnostics))
    let drafts = Self.byID(try TextBatches.all(of: drafts, &diagnostics))
    let matcher = PairMatcher(vocabulary: vocabulary)
    let pairs = try ListedPair.all(of: path, &diagnostics)
    for start in stride(from: 0, to: pairs.count, by: Self.batch) {
      var known: [TextPair] = []
      for pair in pairs[start..<min(pairs.count, start + Self.batch)] {
        if let draft = drafts[pair.draft], let source = sources[pair.source] {
          known.append(TextPair(draft: draft, source: source))
        } else {
          let (side, id) = drafts[pair.draft] == nil ? ("draft", pair.draft) : ("source", pair.source)
          try diagnostics.report("\(path): there is no \(side) `\(id)` (correct the pair)")
        }
      }
      for line in parallelMap(known, piece: 8, { $0.line(matcher) }) { try output.write(line) }
    }
    try output.flush()
  }

  private static func lines(
    _ draft: IdentifiedText, _ matcher: Matcher, _ index: WireIndex
  ) throws(IndexFault) -> String {
    // If an archive is matched with itself, the item itself would hide its near copies.
    let matches = try matcher.matches(of: draft.text) { $0.id == draft.id }
    guard !matches.isEmpty else { return "" }
    let places = LineIndex(draft.text)
    var lines = ""
    for match in matches {
      guard let entry = try index.entry(of: match) else { continue }
      let source = LineIndex(try index.text(of: entry))
      lines += MatchLine(draft: draft.id, match: match, draftPlaces: places, sourcePlaces: source).text + "\n"
    }
    return lines
  }

  private static func byID(_ texts: [IdentifiedText]) -> [String: IdentifiedText] {
    Dictionary(texts.map { ($0.id, $0) }) { first, _ in first }
  }
}

/// Two texts to compare with each other.
private struct TextPair: Sendable {
  var draft: IdentifiedText
  var source: IdentifiedText

  /// The line for the passages that they share; empty if there are none.
  func line(_ matcher: PairMatcher) -> String {
    let passages = matcher.passages(of: matcher.text(draft.text), in: matcher.text(source.text))
    guard !passages.isEmpty else { return "" }
    let match = Match(
      source: source.id, score: passages.reduce(0) { $0 + $1.score }, passages: passages)
    return MatchLine(
      draft: draft.id, match: match, draftPlaces: LineIndex(draft.text), sourcePlaces: LineIndex(source.text)
    ).text + "\n"
  }
}
