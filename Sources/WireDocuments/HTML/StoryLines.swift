/// The short lines directly above and below the story of a page: its byline, its credit, its date.
///
/// From the story outwards, what stands beside it counts up to the first block that is no line, and up to the element
/// that the page marks as its article.
struct StoryLines {
  private let tree: ArticleTree
  private var markup: Markup { tree.markup }

  /// The most characters of a line.
  private static let longest = 160
  /// How many elements around the story are looked through, and how many elements beside each.
  private static let (mostLevels, mostBeside) = (3, 12)

  /// - Parameter tree: the page, without its story.
  init(_ tree: ArticleTree) { self.tree = tree }

  /// The lines with what they are, in document order.
  ///
  /// - Parameter parts: the parts of the story.
  func all(beside parts: [Markup.Index]) -> [(node: Markup.Index, name: Field.Name)] {
    guard let last = parts.last else { return [] }
    // A lead is a part of its own; between it and the text may be a byline.
    let edges = parts.prefix(2) + (parts.count > 2 ? [last] : [])
    return Set(edges.flatMap { above($0) + below($0) }).sorted().map { ($0, name(of: $0)) }
  }

  private func above(_ part: Markup.Index) -> [Markup.Index] {
    var lines: [Markup.Index] = []
    for (level, parent) in around(part) {
      let before = markup.children(parent).filter { markup.isElement($0) && $0 < level && mayStand($0) }
      lines += before.reversed().prefix(Self.mostBeside).prefix {
        isLine($0) || tree.kind($0).contains(.heading)
      }
      .filter { !tree.kind($0).contains(.heading) }
    }
    return lines.reversed()
  }

  private func below(_ part: Markup.Index) -> [Markup.Index] {
    var lines: [Markup.Index] = []
    for (level, parent) in around(part) {
      let after = markup.children(parent).filter { markup.isElement($0) && $0 > level && mayStand($0) }
      let run = after.prefix(Self.mostBeside).prefix(while: isLine)
      lines += run
      if run.count < after.count { break }
    }
    return lines
  }

  /// The elements around a part, from the inside, with the child of each that holds the part.
  private func around(_ part: Markup.Index) -> [(child: Markup.Index, parent: Markup.Index)] {
    var levels: [(Markup.Index, Markup.Index)] = []
    var child = part
    while levels.count < Self.mostLevels, markup.name(child) != "article", let parent = markup.parent(child),
      !["html", "main"].contains(markup.name(parent))
    {
      levels.append((child, parent))
      if markup.name(parent) == "body" { break }
      child = parent
    }
    return levels
  }

  /// Whether an element shows text.
  private func mayStand(_ node: Markup.Index) -> Bool {
    !tree.isDropped[node] && !tree.kind(node).contains(.hidden) && tree.counts[node].text > 0
  }

  /// Whether an element is a line: not a menu, a form or a line that sends readers elsewhere.
  private func isLine(_ node: Markup.Index) -> Bool {
    let counts = tree.counts[node]
    guard counts.text <= Self.longest, counts.inputs == 0, counts.headed * 2 < counts.text,
      tree.kind(node).isDisjoint(with: [.apart, .heading, .link, .list]), markup.name(node) != "header",
      !tree.says(node, \.isShare), !tree.says(node, \.isComments), !PointerLines.open(tree.line(node))
    else { return false }
    // A byline or a credit may be a link as a whole.
    return counts.linked * 2 < counts.text || name(of: node) != .other
  }

  private func name(of node: Markup.Index) -> Field.Name {
    if LineNames.name(in: tree.nameWords(node)) == .credit || LineNames.isCredit(tree.line(node)) {
      return .credit
    }
    let isByline =
      tree.says(node, \.isByline) || LineNames.name(in: tree.nameWords(node, withID: false)) == .byline
    return isByline ? .byline : .other
  }
}

/// What a line beside a story is, by the words of its class and by its first word, in the languages of newsrooms.
enum LineNames {
  /// Nil for words of names that name neither a credit nor a byline.
  static func name(in words: Set<Substring>) -> Field.Name? {
    if !words.isDisjoint(with: credits) || !words.isDisjoint(with: sources) { return .credit }
    return words.isDisjoint(with: authors) ? nil : .byline
  }

  /// Whether a line begins as a credit does: “Source: …”.
  static func isCredit(_ line: String) -> Bool {
    guard let colon = line.prefix(longestLabel).firstIndex(where: { ":：".contains($0) }) else { return false }
    let label = line[..<colon].lowercased().filter { !$0.isWhitespace }
    return sources.contains(Substring(label)) || credits.contains(Substring(label))
  }

  /// The most characters of a label.
  private static let longestLabel = 24
  private static let credits: Set<Substring> = [
    "credit", "credits", "creditline", "sourceline", "agency", "agentur", "agence", "agencia", "agência",
    "agenzia",
    "agentura", "bureau", "wire",
  ]
  private static let sources: Set<Substring> = [
    "source", "sources", "quelle", "quellen", "fuente", "fuentes", "fonte", "fonti", "fontes", "bron",
    "bronnen",
    "kilde", "kilder", "källa", "kalla", "källor", "lähde", "lahde", "źródło", "zrodlo", "zdroj", "zdroje",
    "forrás",
    "forras", "kaynak", "sursa", "sursă", "izvor", "vir", "allikas", "avots", "šaltinis", "πηγή", "источник",
    "джерело",
    "източник", "المصدر", "مصدر", "منبع", "מקור", "स्रोत", "nguồn", "nguon", "sumber", "来源", "來源", "出典", "출처",
  ]
  private static let authors: Set<Substring> = [
    "author", "authors", "byline", "autor", "autoren", "autorin", "auteur", "auteurs", "autore", "autori",
    "autores",
    "auteurice", "verfasser", "redakteur", "forfatter", "författare", "kirjoittaja", "szerző", "szerzo",
    "yazar",
    "автор", "penulis",
  ]
}
