public import WireText

/// A request to editors in plain sentences of a short text, without the form of an advisory: “Northwire has
/// withdrawn its story SARDINE-Quota”, “the headline of SARDINE-Quota should read …”.
///
/// News reports such events in the same words. So the text is an advisory only if it names an item, which the
/// caller has to determine.
public struct PlainAdvisory: Sendable {
  /// The most severe kind among the words of the text.
  public let kind: Advisory.Kind
  /// The sentences with words of that kind.
  public let sentences: [TextRange]

  /// The words of advisories in a text; nil if there are none.
  public init?(in text: String, _ parser: NoticeParser) {
    guard text.utf8.count <= Self.longest else { return nil }
    let reading = parser.reading(of: Self.veiled(text))
    let kinds = reading.sentences.map { Self.kind(of: $0) }
    guard let kind = Advisory.Kind.order.first(where: { kinds.contains($0) }) else { return nil }
    self.kind = kind
    sentences = zip(reading.sentences, kinds).filter { $0.1 == kind }.map {
      reading.range($0.0.lower, $0.0.upper)
    }
  }

  /// The most bytes of a text that is not a story.
  public static let longest = 1024

  /// The text with letters in place of identifiers, whose parts are words of some language:
  /// `urn:newsml:example.com:…`.
  private static func veiled(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let isIdentifier = word.dropLast().contains(":") && word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
      return isIdentifier ? String(repeating: "x", count: word.utf8.count) : String(word)
    }.joined(separator: " ")
  }

  /// The kind of request that a sentence may be.
  private static func kind(of sentence: Reading.Sentence) -> Advisory.Kind? {
    let tags = sentence.tags
    func has(_ word: Concept.AdvisoryWord) -> Bool { tags.contains { $0.means(word) } }
    // “Two sailors were killed”
    let isKill = tags.contains { $0.means(.kill) && !$0.means(Concept.DiscourseWord.narrative) }
    if isKill || sentence.hasCue(.withdrawal) || tags.contains(where: isRemoval) { return .kill }
    if has(.hold) { return .hold }
    // “Please note that our story ‘Boats hit buoy’ is embargoed until noon”
    if has(.embargo), !has(.lift) { return .embargo }
    if has(.release) || has(.embargo) { return .release }
    if has(.correction) || has(.erratum) { return .correction }
    if tags.contains(where: { $0.means(.prohibitNext) || $0.means(.no) }) { return kind(ofBar: tags) }
    return has(.internal) ? .internal : nil
  }

  /// Whether a word requests to remove an item or to stop using it.
  private static func isRemoval(_ tag: Tag) -> Bool {
    switch tag.action {
    case .remove, .delete, .stopUse: true
    default: false
    }
  }

  /// The kind of request that a prohibition is: “please do not use SARDINE-Quota”, “no web use of SARDINE-Quota”,
  /// “please do not name the minister in SARDINE-Quota”.
  private static func kind(ofBar tags: [Tag]) -> Advisory.Kind {
    guard tags.contains(where: AdvisoryGrammar.isPublishing) else { return .internal }
    if tags.contains(where: { $0.means(.until) }) { return .embargo }
    let isWhole = tags.allSatisfy { $0.constraints.isEmpty && !$0.means(.except) && !$0.isCondition }
    return isWhole ? .kill : .usageRestriction
  }
}
