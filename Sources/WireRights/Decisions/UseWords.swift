extension Use {
  /// The actions that a word for a use means; nil for an unknown word.
  ///
  /// A word is an action of the vocabulary (`publish`), a kind of reuse (`verbatim`, `translated`), or a common
  /// name of one of them (`republish`, `quote`).
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - channels: the channels of publication.
  public static func actions(named word: String, on channels: [String]) -> [Action]? {
    if let action = Action(rawValue: word) { return [action] }
    if let reuse = Reuse(rawValue: word) { return actions(for: reuse, on: channels) }
    return synonyms[word].map { [$0] }
  }

  /// All known words for a use, in alphabetical order.
  public static var words: [String] {
    Set(Action.allCases.map(\.rawValue) + Reuse.allCases.map(\.rawValue) + synonyms.keys).sorted()
  }

  private static let synonyms: [String: Action] = [
    "republish": .publish, "reprint": .publish, "repost": .publish, "post": .publish,
    "rebroadcast": .broadcast, "air": .broadcast, "copy": .reproduce, "quote": .excerpt, "quoted": .excerpt,
    "edit": .modify, "adapt": .derive, "paraphrase": .rewrite, "summarise": .summarize, "store": .archive,
    "sell": .resell, "syndicate": .sublicense, "mine": .tdm, "train": .trainAI, "ai-training": .trainAI,
    "ground": .aiInput, "crawl": .scrape, "embed": .frame,
  ]
}
