/// Conversations of readers below the article of a page, by their structure: entries alike, each of a person.
///
/// The names of such boxes differ by language and system, and some are used for other things, such as `responses`.
struct Conversations {
  private let tree: ArticleTree
  private var markup: Markup { tree.markup }

  /// The fewest entries, and the fewest characters of one.
  private static let (fewest, shortest) = (2, 20)
  /// How deep in a box the list of entries may be.
  private static let deepest = 3
  /// Words in names of boxes that are conversations if they have entries.
  private static let boxes: Set<Substring> = [
    "reactions", "reaction", "opinie", "opinions", "responses", "discussion", "discussions", "diskussion",
    "conversation",
    "thread", "talk", "debate", "debatt", "forum", "feedback", "meinungen", "lesermeinungen", "leserbriefe",
    "replies",
    "reakcje", "diskuze", "diskusia", "discussie", "discusion", "discussione", "keskustelu", "dyskusja",
  ]
  /// Words in names of elements that name who wrote an entry.
  private static let people: Set<Substring> = [
    "author", "name", "user", "username", "nick", "nickname", "avatar", "commenter", "autor", "auteur",
    "autore",
    "benutzer", "benutzername", "pseudo", "fn", "gebruiker", "usuario", "utente",
  ]

  /// The roots of the conversations; none if the page does not mark one article.
  static func roots(in tree: ArticleTree) -> [Markup.Index] {
    let finder = Conversations(tree: tree)
    guard let article = finder.article else { return [] }
    var roots: [Markup.Index] = []
    var at = finder.markup.end(article)
    while at < finder.markup.nodes.count {
      if finder.isConversation(at) { roots.append(at) }
      at = finder.markup.end(at)
    }
    return roots
  }

  /// The only element that is marked as an article and is in no other.
  private var article: Markup.Index? {
    guard
      let first = markup.nodes.indices.first(where: { markup.name($0) == "article" && !tree.isInDropped($0) })
    else { return nil }
    // Comments may be marked as articles, too; an article of its own has a heading.
    let headings = NodeCounts(markup) { tree.kind($0).contains(.heading) }
    let further = (markup.end(first)..<markup.nodes.count).contains { node in
      markup.name(node) == "article" && headings.has(below: node)
    }
    return further ? nil : first
  }

  private func isConversation(_ box: Markup.Index) -> Bool {
    guard markup.isElement(box), !tree.isDropped[box], tree.kind(box).isDisjoint(with: [.hidden, .apart])
    else {
      return false
    }
    return lists(in: box).contains { isConversation(entriesOf: $0, in: box) }
  }

  /// The elements in a box that may be its list of entries, itself included.
  private func lists(in box: Markup.Index) -> [Markup.Index] {
    var lists = [box]
    var level = [box]
    for _ in 0..<Self.deepest {
      level = level.flatMap { node in
        markup.children(node).filter { markup.isElement($0) && !tree.isDropped[$0] }
      }
      lists += level
    }
    return lists
  }

  private func isConversation(entriesOf list: Markup.Index, in box: Markup.Index) -> Bool {
    let kinds = Dictionary(
      grouping: markup.children(list).filter { markup.isElement($0) && tree.counts[$0].text >= Self.shortest }
    ) { "\(markup.name($0)) \(tree.classes[$0])" }
    guard let entries = kinds.values.max(by: { $0.count < $1.count }), entries.count >= Self.fewest,
      entries.reduce(0, { $0 + tree.counts[$1].text }) * 2 >= tree.counts[box].text
    else { return false }
    let isNamed = [box, list].contains { !tree.nameWords($0).isDisjoint(with: Self.boxes) }
    return entries.allSatisfy { entry in
      let counts = tree.counts[entry]
      let isEntry =
        counts.headed == 0 && counts.linked * 2 < counts.text && markup.name(entry) != "p"
      return isEntry && (isNamed || hasPerson(entry))
    }
  }

  private func hasPerson(_ entry: Markup.Index) -> Bool {
    markup.descendants(entry).contains {
      markup.isElement($0) && (tree.says($0, \.isByline) || !tree.nameWords($0).isDisjoint(with: Self.people))
    }
  }
}
