/// Tells whether texts beside the one that is read say anything that it does not.
struct FurtherBodies {
  private var words: Set<Substring>
  /// How many texts hold other words.
  private(set) var count = 0

  /// Beside a text that is read.
  init(beside body: BodyText) { words = Set(Self.words(body)) }

  /// Looks at a further text.
  mutating func look(at other: BodyText) {
    if holdsOthers(other) { count += 1 }
  }

  /// Takes a further text as read.
  mutating func add(_ body: BodyText) { words.formUnion(Self.words(body)) }

  /// Whether a text has words that the one that is read has not: the same text in another medium shares nearly all.
  func holdsOthers(_ other: BodyText) -> Bool {
    let all = Self.words(other)
    return all.count(where: { !words.contains($0) }) > max(3, all.count / 5)
  }

  /// The problem that there are some; nil where there are none.
  ///
  /// - Parameter kind: what holds them, for instance `bodies`.
  func problem(_ kind: String) -> Problem? {
    count == 0
      ? nil
      : Problem(
        "further-body", "\(count) further \(kind) hold other words, which are not read", losesText: true)
  }

  private static func words(_ body: BodyText) -> [Substring] {
    body.strings.flatMap { $0.split(whereSeparator: \.isWhitespace) }
  }
}
