/// Separates a page's article from the rest of the page.
///
/// Text adds points to its ancestor elements, near ones more than far ones; running text with commas adds more than
/// short lines, and links reduce the points. The article is the best element with similar siblings, after lists of
/// links, forms and the like are removed. If the result is too short for an article, the rules are loosened step by
/// step.
struct ArticleExtractor {
  private let rules: Rules
  private var tree: ArticleTree
  private let headline: String
  private var scores: [Int: Double] = [:]
  /// Whether each element is a block or contains one.
  private let holdsBlock: [Bool]

  /// An attempt to extract the article of a page.
  ///
  /// - Parameters:
  ///   - tree: the page.
  ///   - holdsBlock: whether each element is a block or contains one.
  ///   - headline: the page's headline; empty if it has none.
  ///   - rules: how strict to be.
  init(_ tree: ArticleTree, _ holdsBlock: [Bool], headline: String, rules: Rules) {
    self.tree = tree
    self.holdsBlock = holdsBlock
    self.headline = headline
    self.rules = rules
  }

  /// For each element of a page, whether it is a block or contains one.
  static func blocks(of page: ArticleTree) -> [Bool] {
    var holds = page.markup.nodes.indices.map { page.kind($0).contains(.block) }
    for node in page.markup.nodes.indices.reversed() where holds[node] {
      if let parent = page.markup.parent(node) { holds[parent] = true }
    }
    return holds
  }

  private var markup: Markup { tree.markup }

  /// Extracts the article.
  ///
  /// - Parameter story: the element that is the article, if that is known.
  mutating func run(of story: Int? = nil) -> Article {
    let byline = leaveOut()
    if story == nil { score() }
    let parts = story.map { [$0] } ?? parts(around: best())
    var cleaner = ArticleCleaner(tree, weighsNames: rules.contains(.weighNames))
    for part in parts { cleaner.clean(part, thoroughly: rules.contains(.clean)) }
    tree = cleaner.tree
    var article = Article()
    article.parts = parts
    article.byline = byline
    for part in parts {
      article.characters += tree.counts[part].text
      article.leftOut.formUnion((part..<markup.end(part)).filter { tree.isDropped[$0] })
    }
    return article
  }

  /// Leaves out parts whose names say that they are not article text, the byline, and the heading that repeats the
  /// headline.
  ///
  /// - Returns: the byline.
  private mutating func leaveOut() -> Int? {
    var at = 0
    var byline: Int?
    var sawHeadline = headline.isEmpty
    while at < markup.nodes.count {
      let kind = tree.kind(at)
      guard markup.isElement(at), !tree.isDropped[at], !kind.contains(.hidden) else {
        at = tree.isDropped[at] || kind.contains(.hidden) ? markup.end(at) : at + 1
        continue
      }
      if byline == nil, isByline(at) {
        byline = at
        tree.drop(at)
      } else if !sawHeadline, kind.contains(.heading), repeatsHeadline(at) {
        sawHeadline = true
        tree.drop(at)
      } else if rules.contains(.leaveOutUnlikely), isUnlikely(at) {
        if byline == nil { byline = bylineOfHead(at) }
        tree.drop(at)
      }
      at = tree.isDropped[at] ? markup.end(at) : at + 1
    }
    return byline
  }

  private func isUnlikely(_ node: Int) -> Bool {
    let isHead = tree.says(node, \.isHead) && isHeadOfText(node)
    let isNamed = tree.says(node, \.isUnlikely) && !tree.says(node, \.isMaybe) && !isHead
    let role = markup.value(node, "role")
    guard isNamed || role != nil, !tree.isNamed(at: node) else { return false }
    if ["html", "body", "a", "article", "main"].contains(markup.name(node)) { return false }
    if let role, ArticleHints.isUnlikelyRole(role) { return true }
    return isNamed && !tree.isInside(node, [.table, .code])
  }

  /// Whether a heading stands above a paragraph, as that of a part of the article does: `h2.subheader`.
  private func isHeadOfText(_ node: Int) -> Bool {
    guard tree.kind(node).contains(.heading), let parent = markup.parent(node) else { return false }
    let next = markup.children(parent).first { $0 > node && markup.isElement($0) }
    return next.map { tree.kind($0).contains(.paragraph) } ?? false
  }

  private func isByline(_ node: Int) -> Bool {
    let isNamed =
      markup.value(node, "rel") == "author" || markup.value(node, "itemprop")?.contains("author") == true
      || tree.says(node, \.isByline)
    return isNamed && (1..<100).contains(tree.counts[node].text)
  }

  /// The byline in a short part beside the heading of the page, whatever its name: `div.footer` below a title.
  private func bylineOfHead(_ node: Int) -> Int? {
    guard (1..<Self.longestHead).contains(tree.counts[node].text), let parent = markup.parent(node),
      markup.name(parent) != "body", markup.first(parent, "h1") != nil
    else { return nil }
    return markup.descendants(node).first { markup.isElement($0) && isByline($0) }
  }

  /// The most characters of a part with a date and a byline.
  private static let longestHead = 200

  private func repeatsHeadline(_ node: Int) -> Bool {
    let name = markup.name(node)
    guard name == "h1" || name == "h2" else { return false }
    let words = { (text: String) in
      text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
    let heading = words(tree.line(node))
    let title = Set(words(headline))
    guard !heading.isEmpty else { return false }
    let strange = heading.filter { !title.contains($0) }.reduce(0) { $0 + $1.count }
    return Double(strange) < 0.25 * Double(heading.reduce(0) { $0 + $1.count })
  }
}

extension ArticleExtractor {
  /// Scores every run of text.
  private mutating func score() {
    var at = 0
    while at < markup.nodes.count {
      if tree.isDropped[at] || tree.kind(at).contains(.hidden) {
        at = markup.end(at)
        continue
      }
      if tree.kind(at).contains(.scored) || isItem(at) {
        give(tree.counts[at], from: at)
      } else if tree.kind(at).contains(.container) || markup.name(at) == "div" {
        giveLines(of: at)
      }
      at += 1
    }
  }

  /// Whether a list item or a caption is a paragraph of the story, not a link, a label or a picture credit.
  private func isItem(_ node: Int) -> Bool {
    rules.contains(.scoreItems) && tree.kind(node).contains(.line)
      && tree.counts[node].text >= Self.itemLength
      && tree.counts[node].linkDensity < 0.25
  }

  /// The shortest list item or caption that may be a paragraph, in characters.
  private static let itemLength = 80

  /// Scores text directly in a container, without a paragraph element, as paragraphs of the container.
  private mutating func giveLines(of container: Int) {
    var line = ArticleCounts()
    var hasBlock = false
    var breaks = 0
    for child in markup.children(container) {
      if !tree.isDropped[child], !(markup.isElement(child) && holdsBlock[child]) {
        line += tree.counts[child]
      } else if markup.name(child) == "br" {
        breaks += 1
        if breaks > 1 {
          give(line, from: container, isInside: true)
          line = ArticleCounts()
        }
        continue
      } else {
        hasBlock = true
        give(line, from: container, isInside: true)
        line = ArticleCounts()
      }
      if markup.isElement(child) || line.text > 0 { breaks = 0 }
    }
    give(line, from: container, isInside: hasBlock || line.text < tree.counts[container].text)
  }

  /// Adds the points for a run of text to its ancestor elements.
  private mutating func give(_ counts: ArticleCounts, from node: Int, isInside: Bool = false) {
    guard counts.text >= 25 else { return }
    let points = 2.0 + Double(counts.commas) + Double(min(3, counts.text / 100))
    let around = isInside ? markup.outward(from: node) : markup.ancestors(node)
    for (level, here) in around.prefix(5).enumerated() {
      let divider = level == 0 ? 1.0 : level == 1 ? 2.0 : Double(level * 3)
      scores[here] = (scores[here] ?? base(of: here)) + points / divider
    }
  }

  private func weight(_ node: Int) -> Double { rules.contains(.weighNames) ? tree.weight(node) : 0 }

  private func base(of node: Int) -> Double {
    let base: Double
    switch markup.name(node) {
    case "div", "article", "main": base = 5
    case "pre", "td", "blockquote": base = 3
    case "address", "ol", "ul", "dl", "dd", "dt", "li", "form": base = -3
    case "h1", "h2", "h3", "h4", "h5", "h6", "th": base = -5
    default: base = 0
    }
    return base + weight(node)
  }

  private func density(_ node: Int) -> Double { tree.counts[node].linkDensity }

  /// The element that holds most of the article; nil if no text was scored.
  private mutating func best() -> Int? {
    for (node, points) in scores { scores[node] = points * (1 - density(node)) }
    let order = scores.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard var top = order.first?.key, markup.name(top) != "html" else { return nil }
    let points = order[0].value
    // If several good elements have a common ancestor, that is the article.
    let rivals = order.prefix(5).dropFirst().filter { $0.value >= points * 0.75 }.map(\.key)
    if rivals.count >= 3 {
      let around = markup.ancestors(top).prefix { markup.name($0) != "body" }
      top = around.first { here in rivals.count { here < $0 && $0 < markup.end(here) } >= 3 } ?? top
    }
    return climb(from: top)
  }

  /// The ancestor of the best element that has more points or contains nothing else.
  private func climb(from node: Int) -> Int {
    var top = node
    var last = scores[top] ?? 0
    let threshold = last / 3
    for here in markup.ancestors(top) {
      if ["body", "html"].contains(markup.name(here)) { break }
      guard let points = scores[here] else { continue }
      if points < threshold { break }
      if points > last {
        top = here
        break
      }
      last = points
    }
    while let parent = markup.parent(top), !["body", "html"].contains(markup.name(parent)),
      markup.children(parent).filter({ markup.isElement($0) && !tree.isDropped[$0] }).count == 1
    {
      top = parent
    }
    return top
  }

  /// Whether an element is a paragraph; a `div` without blocks is one, too.
  private func isLine(_ node: Int) -> Bool {
    markup.name(node) == "p"
      || markup.name(node) == "div"
        && !markup.children(node).contains { markup.isElement($0) && holdsBlock[$0] }
  }

  /// Whether an element has the text of a paragraph, not of links.
  private func isProse(_ node: Int) -> Bool {
    tree.counts[node].text > 80 && tree.counts[node].linkDensity < 0.25
  }

  /// Whether an element has a short text that ends as a sentence does.
  private func isSentence(_ node: Int) -> Bool {
    tree.counts[node].text > 40 && tree.counts[node].linked == 0
      && tree.line(node).last.map { ".!?…。”»".contains($0) } ?? false
  }

  /// The best element and those of its siblings that belong to the article.
  private func parts(around best: Int?) -> [Int] {
    guard let best, markup.name(best) != "body", let parent = markup.parent(best) else {
      let body = markup.nodes.indices.first { markup.name($0) == "body" }
      return (best ?? body).map { [$0] } ?? Array(markup.roots)
    }
    let points = scores[best] ?? 0
    // The name has a say in what is best, but the best one need not be the only one of the story.
    let threshold = max(10, (points - max(0, weight(best))) * 0.2)
    return markup.children(parent).filter { node in
      guard markup.isElement(node), !tree.isDropped[node], !tree.kind(node).contains(.hidden) else {
        return false
      }
      if node == best { return true }
      let isAlike = !tree.classes[best].isEmpty && tree.classes[node] == tree.classes[best]
      if let own = scores[node] {
        if own + (isAlike ? points * 0.2 : 0) >= threshold { return true }
        // Where each paragraph stands in elements of its own, none has many points.
        if own >= points * 0.5, weight(node) >= 0, markup.name(node) == markup.name(best),
          isProse(node) || isSentence(node)
        {
          return true
        }
      }
      // A quotation set apart between two parts of the text.
      if markup.first(node, "blockquote") != nil, weight(node) >= 0, tree.counts[node].linked == 0 {
        return true
      }
      guard isLine(node) else { return false }
      if isProse(node) { return true }
      let counts = tree.counts[node]
      return counts.text > 0 && counts.linked == 0 && tree.line(node).contains { ".!?。".contains($0) }
    }
  }
}
