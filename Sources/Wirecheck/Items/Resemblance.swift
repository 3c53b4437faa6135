internal import WireText

/// Tells the items that an advisory may mean although it names none of them: by the words of slugs and headlines.
struct Resemblance {
  private let agency: String
  private let changed: Int64?
  /// The words of each slug that it may mean.
  private let slugs: [Set<Substring>]
  /// The words of each phrase in which it may give a headline.
  private let phrases: [Set<Substring>]
  /// The words of what it asks for: “kill our story on the fishermen in Ormsby”.
  private let orders: Set<Substring>

  /// What an advisory may mean.
  init(_ advisory: ItemAdvisory) {
    let names = AdvisoryNames(advisory.record).names
    agency = advisory.record.agency
    changed = advisory.record.changed
    slugs = names.filter { $0.kind == .slug }.map { Self.words($0.text) }.filter {
      $0.count <= Self.longestSlug
    }
    phrases = names.filter { $0.kind == .title }.map { Self.words($0.text) }
    // The grave words in many sentences are a story.
    let words = (advisory.record.orders ?? [])
      .reduce(into: Set<Substring>()) { $0.formUnion(Self.foldedWords($1)) }
    orders = words.count <= Self.longestOrder ? words : []
  }

  /// What advisories look at in an item, so that its words are folded once for all of them.
  struct Item {
    fileprivate let agency: String
    fileprivate let changed: Int64?
    fileprivate let slug: Set<Substring>?
    fileprivate let title: Set<Substring>?

    init(_ item: WireItem) {
      agency = item.agency
      changed = item.changed
      slug = item.slug.map(Resemblance.foldedWords)
      title = item.title.map(Resemblance.foldedWords)
    }
  }

  /// Whether it may mean an item, which is of the same agency and no newer.
  func mayMean(_ item: Item) -> Bool {
    guard item.agency == agency, isNear(item.changed) else { return false }
    if let slug = item.slug, slugs.contains(where: { Self.isLike($0, slug) }) { return true }
    guard let title = item.title, title.count >= Self.fewestWords else { return false }
    let told = title.union(item.slug ?? []).filter { $0.count >= Self.toldLetters }
    if told.intersection(orders).count >= max(Self.fewestTold, (title.count + 2) / 4) { return true }
    return phrases.contains { phrase in
      let shared = title.intersection(phrase).count
      return shared >= Self.fewestWords && shared * 5 >= title.count * 3
    }
  }

  /// A slug with more words is a sentence.
  private static let longestSlug = 6
  /// Fewer words in common are an accident.
  private static let fewestWords = 3
  /// An order of more words is no order.
  private static let longestOrder = 60
  /// Fewer words that an order has in common with a headline and a slug are an accident.
  private static let fewestTold = 2
  /// A shorter word may be one of any sentence.
  private static let toldLetters = 5
  /// How long before an advisory the item may have come, in seconds: thirty days.
  private static let longestAgo: Int64 = 30 * 86_400

  private func isNear(_ time: Int64?) -> Bool {
    guard let changed, let time else { return true }
    return time <= changed && changed &- time <= Self.longestAgo
  }

  /// Whether two words stand in both slugs, or all of one, and these are two thirds of the shorter.
  private static func isLike(_ a: Set<Substring>, _ b: Set<Substring>) -> Bool {
    let shared = a.intersection(b)
    let fewest = min(a.count, b.count)
    guard shared.contains(where: { $0.count >= fewestLetters }), shared.count * 3 >= fewest * 2 else {
      return false
    }
    return shared.count >= 2 || fewest == 1 && max(a.count, b.count) <= 2
  }

  /// A shorter word of a slug may be part of any.
  private static let fewestLetters = 4

  private static func foldedWords(_ text: String) -> Set<Substring> { words(AdvisoryNames.folded(text)) }

  /// The words of a folded text.
  private static func words(_ text: String) -> Set<Substring> { Set(text.split(separator: " ")) }
}
