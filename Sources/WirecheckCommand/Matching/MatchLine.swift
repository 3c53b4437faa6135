import WireMatching
import WireText
import WireTrees

/// A match as one JSON line, with places in Unicode scalars.
struct MatchLine {
  var draft: String
  var match: Match
  var draftPlaces: LineIndex
  var sourcePlaces: LineIndex

  /// The line, without a line feed.
  var text: String {
    JSONOutput.object([
      ("draft", .string(draft)), ("source", .string(match.source)), ("score", .decimal(match.score)),
      ("spans", .array(match.passages.map(span))), ("kind", JSONOutput(match.kind?.rawValue)),
    ]).line
  }

  private func span(_ passage: Passage) -> JSONOutput {
    .array([
      .integer(draftPlaces.scalarOffset(ofByte: passage.draft.lower)),
      .integer(draftPlaces.scalarOffset(ofByte: passage.draft.upper)),
      .integer(sourcePlaces.scalarOffset(ofByte: passage.source.lower)),
      .integer(sourcePlaces.scalarOffset(ofByte: passage.source.upper)),
    ])
  }
}
