import WireDocuments
import WireMatching
import WireText
import WireYAML
import Wirecheck

/// A draft and its possible source, for `wirecheck explain`.
struct ExplainedPair {
  var draft: String
  /// A file; nil if the source is an item of the index.
  var source: String?
  var item: String?

  /// Why each document of the draft is, or is not, a match.
  func text(_ config: String?, index path: String?) throws -> String {
    let (newsroom, path) = try Workspace.newsroom(config: config, inputs: [draft], index: path)
    let vocabulary = try reading { () throws(YAMLFault) in try Vocabulary.standard() }
    let (index, items) = try opened(newsroom, path, vocabulary)
    let explainer = MatchExplainer(
      newsroom, index: index, vocabulary: vocabulary, now: try Clock.instant(given: nil).instant)
    var text = ""
    for document in try TextFile.documents(of: draft) {
      for item in items {
        let explanation = try indexing { () throws(IndexFault) in
          try explainer.explanation(of: document, against: item)
        }
        text += MatchExplanationText.text(explanation)
      }
    }
    return text
  }

  /// The index to match against, and the identifiers of the requested items.
  private func opened(
    _ newsroom: Newsroom, _ path: String, _ vocabulary: Vocabulary
  ) throws(CommandFailure) -> (WireIndex, [String]) {
    guard let item else { return try TextFile.index(of: source ?? "", newsroom, vocabulary) }
    let index = try indexing { () throws(IndexFault) in try WireIndex(opening: path) }
    let isThere = try indexing { () throws(IndexFault) in try !index.entries(withID: item).isEmpty }
    guard isThere else {
      throw .usage("the index at \(path) holds no item `\(item)` (reports name the identifiers)")
    }
    return (index, [item])
  }
}
