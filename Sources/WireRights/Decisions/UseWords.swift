extension Use {
  /// The actions that a word for a use stands for; nil for a word that is not known.
  ///
  /// A word is an action of the vocabulary (`publish`), a kind of reuse (`verbatim`, `translated`), or what people
  /// say for one of them (`republish`, `quote`).
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - channels: the channels by which the copy goes out.
  public static func actions(named word: String, on channels: [String]) -> [Action]? {
    if let action = Action(rawValue: word) { return [action] }
    if let reuse = Reuse(rawValue: word) { return actions(for: reuse, on: channels) }
    return synonyms[word].map { [$0] }
  }

  /// Every word that stands for a use, in order of the alphabet.
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
