/// Removes from an article what does not belong to it: lists of links, forms, share buttons, players with a line of
/// text.
struct ArticleCleaner {
  /// The page with those parts left out.
  private(set) var tree: ArticleTree
  private let weighsNames: Bool
  /// Whether the page says which of its parts are for readers with access, as AMP does.
  private let limitsAccess: Bool
  private var tables: [Int: Bool] = [:]

  /// A cleaner for parts of a page.
  init(_ tree: ArticleTree, weighsNames: Bool) {
    self.tree = tree
    self.weighsNames = weighsNames
    limitsAccess = tree.markup.names.contains { Self.accessRules.contains($0.local) }
  }

  private static let accessRules: Set = ["amp-access", "subscriptions-section"]

  private var markup: Markup { tree.markup }

  /// Cleans a part of the article.
  ///
  /// - Parameter thoroughly: whether blocks that do not look like prose are removed.
  mutating func clean(_ part: Int, thoroughly: Bool) {
    let inside = tree.elements(below: part)
    for node in inside where !tree.isDropped[node] && !tree.isNamed(at: node) {
      let name = markup.name(node)
      if tree.kind(node).contains(.apart) && !(name == "aside" && isQuote(node)) && !isLastOfStory(node)
        || tree.says(node, \.isShare) && tree.counts[node].text < 500 || isWall(node)
      {
        tree.drop(node)
      }
    }
    for node in inside where !tree.isDropped[node] && !tree.isNamed(at: node) && isPointer(node) {
      tree.drop(node)
    }
    guard thoroughly else { return }
    // Innermost first, so that each block is judged by what is left in it.
    for names: Set<String> in [["form", "fieldset"], ["table"], ["ul", "ol"], ["div", "section"]] {
      for node in inside.reversed()
      where names.contains(markup.name(node)) && !tree.isDropped[node] && !tree.isNamed(at: node) {
        if isNoProse(node, part) { tree.drop(node) }
      }
    }
    for node in inside where !tree.isDropped[node] && ["h1", "h2"].contains(markup.name(node)) {
      if weight(node) < 0 { tree.drop(node) }
    }
  }

  /// Whether a box asks readers to subscribe or to sign in.
  ///
  /// The text behind a paywall has no button, and its name is that of no box. AMP shows some parts to readers without
  /// access only.
  private func isWall(_ node: Int) -> Bool {
    if limitsAccess {
      if let access = markup.value(node, "amp-access"), tree.counts[node].text <= Self.longestWall {
        return access.split(separator: " ").first?.lowercased() == "not"
      }
      if markup.value(node, "subscriptions-section") == "content-not-granted" { return true }
    }
    guard tree.says(node, \.isWall), tree.counts[node].text <= Self.longestWall, isSmall(node) else {
      return false
    }
    if tree.says(node, \.isWallBox), tree.counts[node].headed > 0 { return true }
    return markup.descendants(node).contains { ["button", "form", "input"].contains(markup.name($0)) }
  }

  /// The most characters of such a box.
  private static let longestWall = 600

  /// Whether a block is a line that sends readers to other stories, most of which is linked.
  private func isPointer(_ node: Int) -> Bool {
    let counts = tree.counts[node]
    guard (1...Self.longestPointer).contains(counts.text), counts.linked * 2 >= counts.text,
      tree.kind(node).contains(.block), isSmall(node)
    else { return false }
    return PointerLines.open(tree.line(node))
  }

  /// The most characters of such a line; a longer one is a list.
  private static let longestPointer = 300

  /// Whether a box has few enough nodes that boxes in boxes may all be looked through.
  private func isSmall(_ node: Int) -> Bool { markup.end(node) - node <= 200 }

  /// Whether the footer of an article is the end of the story: paragraphs without links, without a copyright sign, and
  /// without a name that indicates otherwise.
  private func isLastOfStory(_ node: Int) -> Bool {
    let counts = tree.counts[node]
    guard markup.name(node) == "footer", markup.isInside(node, "article"), tree.weight(node) >= 0,
      counts.paragraphs > 0, counts.linked == 0, counts.text >= Self.shortestParagraph * counts.paragraphs
    else { return false }
    return !tree.says(node, \.isShare) && !tree.says(node, \.isByline) && !tree.line(node).contains("©")
  }

  /// The shortest paragraph of story text in a footer, in characters; shorter ones are notes about the story.
  private static let shortestParagraph = 80

  private func isQuote(_ node: Int) -> Bool {
    tree.says(node, \.isQuote) || markup.first(node, "blockquote") != nil
  }

  private func weight(_ node: Int) -> Double { weighsNames ? tree.weight(node) : 0 }

  private mutating func isNoProse(_ node: Int, _ part: Int) -> Bool {
    let name = markup.name(node)
    if name == "table" && isData(node) || isInData(node, part) || tree.isInside(node, .code) {
      return false
    }
    let weight = weight(node)
    if weight < 0 { return true }
    let counts = tree.counts[node]
    guard counts.commas < 10 else { return false }
    let isList =
      name == "ul" || name == "ol" || counts.text > 0 && Double(counts.listed) / Double(counts.text) > 0.9
    let isInFigure = tree.isInside(node, .figure)
    let density = counts.linkDensity
    let headings = counts.text == 0 ? 0 : Double(counts.headed) / Double(counts.text)
    if !isInFigure, counts.images > 1, counts.paragraphs * 2 < counts.images {
      return !isPictures(node, isList)
    }
    if !isList, counts.items - 100 > counts.paragraphs { return true }
    if counts.inputs > counts.paragraphs / 3 { return true }
    if !isList, !isInFigure, headings < 0.9, counts.text < 25, counts.images == 0 || counts.images > 2,
      density > 0
    {
      return true
    }
    if !isList, weight < 25, density > 0.2 { return true }
    if weight >= 25, density > 0.5 { return true }
    if counts.embeds == 1 && counts.text < 75 || counts.embeds > 1 { return true }
    return counts.images == 0 && counts.prose == 0 && headings == 0
  }

  /// A list of pictures, one per item.
  private func isPictures(_ node: Int, _ isList: Bool) -> Bool {
    isList && tree.counts[node].images == tree.counts[node].items
  }

  private mutating func isInData(_ node: Int, _ part: Int) -> Bool {
    guard tree.isInside(node, .table) else { return false }
    for here in markup.ancestors(node) {
      guard here >= part, tree.isInside(here, .table) else { return false }
      if tree.kind(here).contains(.table), isData(here) { return true }
    }
    return false
  }

  /// Whether a table holds data rather than page layout; computed once per table.
  private mutating func isData(_ table: Int) -> Bool {
    if let known = tables[table] { return known }
    let isData = looksLikeData(table)
    tables[table] = isData
    return isData
  }

  private func looksLikeData(_ table: Int) -> Bool {
    if markup.value(table, "role") == "presentation" || markup.value(table, "datatable") == "0" {
      return false
    }
    if markup.attribute(table, "summary") != nil { return true }
    var rows = 0
    var cells = 0
    for node in markup.descendants(table) {
      switch markup.name(node) {
      case "caption" where tree.counts[node].text > 0: return true
      case "col", "colgroup", "tfoot", "thead", "th": return true
      case "table": return false
      case "tr": rows += 1
      case "td": cells += 1
      default: break
      }
    }
    return rows >= 10 || rows > 0 && cells / rows > 4 || cells > 10
  }
}
