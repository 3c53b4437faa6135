/// Where the notice of a text starts and ends, if a story is beside it.
extension DiscourseJudge {
  /// The number of the first sentence with a copyright sign or the formula; what precedes it may be the end of a story.
  static func start(of sentences: [Reading.Sentence]) -> Int {
    sentences.firstIndex { $0.tags.contains { $0.means(.mark) || $0.means(.formula) } } ?? 0
  }

  /// Whether a sentence beside a notice is about something else: it does not name the material, and many of its words
  /// are in no list.
  func isOfStory(_ sentence: Reading.Sentence) -> Bool {
    !isAboutCopy(sentence) && unknownNouns(in: sentence).count >= Self.manyOfStory
  }

  /// The number of words in no list from which on a sentence is of a story.
  private static let manyOfStory = 4
}
