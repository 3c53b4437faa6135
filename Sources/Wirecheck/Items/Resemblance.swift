internal import WireText

/// Finds items that an advisory may refer to without naming them, by the words of slugs and headlines.
struct Resemblance {
  private let agency: String
  private let changed: Int64?
  /// The words of each possible slug in the advisory.
  private let slugs: [Set<Substring>]
  /// The words of each phrase that may be a headline.
  private let phrases: [Set<Substring>]
  /// The words of its instruction: “kill our story on the fishermen in Ormsby”.
  private let orders: Set<Substring>

  /// Collects the words by which an advisory may refer to items.
  init(_ advisory: ItemAdvisory) {
    let names = AdvisoryNames(advisory.record).names
    agency = advisory.record.agency
    changed = advisory.record.changed
    slugs = names.filter { $0.kind == .slug }.map { Self.words($0.text) }.filter {
      $0.count <= Self.longestSlug
    }
    phrases = names.filter { $0.kind == .title }.map { Self.words($0.text) }
    // Withdrawal wording within many sentences is a story.
    let words = (advisory.record.orders ?? [])
      .reduce(into: Set<Substring>()) { $0.formUnion(Self.words(of: $1)) }
    orders = words.count <= Self.longestOrder ? words : []
  }

  /// What advisories compare of an item, so that its words are folded only once for all of them.
  struct Item {
    fileprivate let agency: String
    fileprivate let changed: Int64?
    fileprivate let slug: Set<Substring>?
    fileprivate let title: Set<Substring>?

    init(_ item: WireItem) {
      agency = item.agency
      changed = item.changed
      slug = item.slug.map(Resemblance.words(of:))
      title = item.title.map(Resemblance.words(of:))
    }
  }

  /// Whether it may refer to an item, which must be of the same agency and no newer.
  func mayMean(_ item: Item) -> Bool {
    guard item.agency == agency, isNear(item.changed) else { return false }
    if let slug = item.slug, slugs.contains(where: { Self.isLike($0, slug) }) { return true }
    guard let title = item.title, title.count >= Self.fewestWords else { return false }
    let told = title.union(item.slug ?? []).filter { $0.count >= Self.fewestWordLetters }
    if told.intersection(orders).count >= max(Self.fewestSharedWords, (title.count + 2) / 4) { return true }
    return phrases.contains { phrase in
      let shared = title.intersection(phrase).count
      return shared >= Self.fewestWords && shared * 5 >= title.count * 3
    }
  }

  /// The most words of a slug; more are a sentence.
  private static let longestSlug = 6
  /// The fewest common words that are not coincidence.
  private static let fewestWords = 3
  /// The most words of an instruction.
  private static let longestOrder = 60
  /// The fewest words that an instruction must share with a headline and a slug.
  private static let fewestSharedWords = 2
  /// The fewest letters of a word that counts for that; shorter ones may occur in any sentence.
  private static let fewestWordLetters = 5
  /// How long before an advisory the item may have been published, in seconds: thirty days.
  private static let longestAgo: Int64 = 30 * 86_400

  private func isNear(_ time: Int64?) -> Bool {
    guard let changed, let time else { return true }
    return time <= changed && changed &- time <= Self.longestAgo
  }

  /// Whether two slugs share two words, or all words of one, and these are at least two thirds of the shorter.
  private static func isLike(_ a: Set<Substring>, _ b: Set<Substring>) -> Bool {
    let shared = a.intersection(b)
    let fewest = min(a.count, b.count)
    guard shared.contains(where: { $0.count >= fewestLetters }), shared.count * 3 >= fewest * 2 else {
      return false
    }
    return shared.count >= 2 || fewest == 1 && max(a.count, b.count) <= 2
  }

  /// The fewest letters of a distinctive word of a slug.
  private static let fewestLetters = 4

  private static func words(of name: String) -> Set<Substring> { words(AdvisoryNames.folded(name)) }

  /// The words of a folded text.
  private static func words(_ text: String) -> Set<Substring> { Set(text.split(separator: " ")) }
}
