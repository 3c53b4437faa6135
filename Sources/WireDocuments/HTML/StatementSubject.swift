import WireText

/// Determines from its position in a page what a statement of rights applies to.
///
/// A link to a licence applies to the page (HTML's `rel=license`: "the main content of the current document") if it is
/// in the head, in the story or in the page's footer. Authors also put such links next to pictures, in readers'
/// comments, in teasers for other stories and in sidebars, where they say nothing about the story.
struct StatementSubject {
  /// A part of a page other than its story.
  struct Other: Equatable {
    /// The part of the page.
    var scope: String
    /// The kind of content in it.
    var medium: ItemType
    /// Whether it is a box beside the story, which may be about it.
    var isAside: Bool { self == .aside }
  }

  /// What the ancestors of a statement say about its subject, outer ones if inner ones leave it open.
  private struct Place {
    /// What is said by an ancestor nearer than any sidebar or footer.
    var other: Other?
    /// The outermost sidebar or footer around it.
    var box: Box?
  }

  private enum Box { case aside, foot }

  private let tree: ArticleTree
  /// The roots of the story, in order.
  private let article: [Markup.Index]
  /// The addresses by which a page refers to itself.
  private let addresses: [String]
  private let storyText: Int
  private let pictures: NodeCounts
  private let bylines: NodeCounts
  private let stories: NodeCounts
  /// Cache of the places of elements: a page may have thousands of links in one box.
  private var known: [Markup.Index: Place] = [:]

  private var markup: Markup { tree.markup }

  /// - Parameters:
  ///   - tree: the page, with its complete article.
  ///   - article: the roots of the story.
  ///   - addresses: the addresses by which the page refers to itself.
  init(_ tree: ArticleTree, article: [Markup.Index], addresses: [String]) {
    self.tree = tree
    self.article = article.sorted()
    self.addresses = addresses
    let markup = tree.markup
    storyText = article.reduce(0) { $0 + tree.counts[$1].text }
    pictures = NodeCounts(markup) { Self.isPicture($0, in: markup) }
    bylines = NodeCounts(markup) { node in
      let names = markup.value(node, "itemprop")?.lowercased().split(separator: " ") ?? []
      return names.contains("author") || names.contains("datepublished")
    }
    stories = NodeCounts(markup) { markup.value($0, "itemtype")?.contains("Article") == true }
  }

  /// The subject of a statement if it is not the story; nil if it is.
  mutating func other(of node: Markup.Index) -> Other? {
    let place = place(of: node)
    if let other = place.other { return other }
    return place.box == .aside ? .aside : isBesidePicture(node) ? .picture : nil
  }

  private mutating func place(of node: Markup.Index) -> Place {
    var path: [Markup.Index] = []
    var place = Place()
    for here in markup.outward(from: node) {
      if isAround(here) { break }
      if let found = known[here] {
        place = found
        break
      }
      path.append(here)
    }
    for here in path.reversed() {
      place = self.place(here, inside: place)
      known[here] = place
    }
    return place
  }

  private func place(_ node: Markup.Index, inside outer: Place) -> Place {
    // A page may name its story by an address of its own.
    let isStory = isMostOfStory(node)
    let described = isStory ? nil : self.described(node)
    if let other = medium(node) ?? described { return Place(other: other) }
    if tree.says(node, \.isComments) || ReaderComments.isTyped(markup, node) {
      return Place(other: .comments)
    }
    guard !isStory else { return outer }
    if tree.says(node, \.isComment) { return Place(other: .comments) }
    if let named = named(node) { return Place(other: named) }
    guard outer.other == nil, outer.box == nil else { return outer }
    if isBox(node) { return Place(box: .aside) }
    // The footer of a page often consists of boxes.
    return isFoot(node) ? Place(box: .foot) : outer
  }

  // MARK: The story

  /// Whether an element contains the story or a part of it.
  private func isAround(_ node: Markup.Index) -> Bool {
    if ["html", "body", "main"].contains(markup.name(node)) { return true }
    return Markup.hold(article, oneIn: markup.descendants(node))
  }

  private func isInStory(_ node: Markup.Index) -> Bool {
    markup.isInside(node, anyOf: article)
  }

  /// Whether a node is in the element that the page marks as the story's article.
  private func isInArticle(_ node: Markup.Index) -> Bool {
    markup.ancestors(node).first { markup.name($0) == "article" }.map(isAround) ?? false
  }

  /// Whether an element has most of the story's text, whatever its name says: some layouts consist of cards.
  private func isMostOfStory(_ node: Markup.Index) -> Bool {
    isInStory(node) && tree.counts[node].text * 2 > storyText
  }

  // MARK: Other things

  /// The picture or film that an element represents, by its name or type.
  private func medium(_ node: Markup.Index) -> Other? {
    if markup.name(node) == "figure" || markup.name(node) == "figcaption" { return .picture }
    guard let type = markup.value(node, "itemtype") ?? markup.value(node, "typeof") else { return nil }
    for (word, medium) in [
      ("Image", ItemType.picture), ("Video", .video), ("Audio", .audio), ("MediaObject", .other),
    ]
    where type.contains(word) {
      return Other(scope: "figure", medium: medium)
    }
    return nil
  }

  /// The subject of RDFa's `about` if it is not the page.
  private func described(_ node: Markup.Index) -> Other? {
    guard let about = markup.value(node, "about").map(oneLine) else { return nil }
    let isPage = about.isEmpty || about.hasPrefix("#") || about == "/" || about.hasPrefix("./")
    return isPage || addresses.contains(about) ? nil : Other(scope: "about \(about)", medium: .other)
  }

  /// A picture's caption or another story, by the element's name or class.
  private func named(_ node: Markup.Index) -> Other? {
    let names = nameParts(node)
    if names.contains(where: { !Self.captions.isDisjoint(with: $0) }) { return .picture }
    if markup.name(node) == "article" || names.contains(where: { !Self.stories.isDisjoint(with: $0) }) {
      return .story
    }
    return markup.name(node) == "blockquote" ? .quotation : nil
  }

  private func isBox(_ node: Markup.Index) -> Bool {
    guard !describesStory(node) else { return false }
    return markup.name(node) == "aside" || markup.value(node, "role") == "complementary"
      || nameParts(node).contains { !Self.boxes.isDisjoint(with: $0) }
  }

  /// Whether microdata in a box of the article gives the author or date: then the box is about the story.
  private func describesStory(_ node: Markup.Index) -> Bool {
    guard isInStory(node) || isInArticle(node) else { return false }
    return !stories.has(below: node) && bylines.has(below: node)
  }

  private func isFoot(_ node: Markup.Index) -> Bool {
    markup.name(node) == "footer" || markup.value(node, "role") == "contentinfo"
      || nameParts(node).contains { !Self.feet.isDisjoint(with: $0) }
  }

  /// The words of an element's classes and id, except those of names that state a property, as `has-caption`.
  private func nameParts(_ node: Markup.Index) -> [Set<Substring>] {
    let names = "\(tree.classes[node]) \(markup.value(node, "id")?.lowercased() ?? "")"
    return names.split(separator: " ").compactMap { name in
      let parts = name.split { !($0.isLetter || $0.isNumber) }
      return parts.first.map(Self.states.contains) ?? true ? nil : Set(parts)
    }
  }

  private static let states: Set<Substring> = ["has", "is", "no", "with", "without"]
  private static let captions: Set<Substring> = [
    "caption", "captions", "figcaption", "figure", "photo", "photos", "photograph", "picture", "pictures",
    "image", "images", "thumbnail", "gallery", "slideshow", "carousel", "lightbox", "photocredit",
    "imagecredit",
    "photocaption", "imagecaption", "infographic",
  ]
  private static let stories: Set<Substring> = [
    "card", "cards", "teaser", "teasers", "related", "recommended", "recommendation", "recommendations",
    "promo",
    "trending", "popular", "recirc", "embed",
  ]
  private static let boxes: Set<Substring> = ["widget", "widgets", "sidebar", "sidebars", "aside"]
  private static let feet: Set<Substring> = ["footer", "colophon"]
}

extension StatementSubject {
  /// Whether a statement in the story is in a short block with a picture.
  private func isBesidePicture(_ node: Markup.Index) -> Bool {
    markup.outward(from: node).lazy
      .prefix { isInStory($0) && !isAround($0) && tree.counts[$0].text <= Self.longestCaption }
      .contains { !isMostOfStory($0) && pictures.has(below: $0) }
  }

  /// Whether an element is a picture or film and not a licence badge.
  private static func isPicture(_ node: Markup.Index, in markup: Markup) -> Bool {
    guard ["img", "picture", "video", "audio", "svg"].contains(markup.name(node)) else { return false }
    let isBadge = markup.ancestors(node).contains {
      markup.value($0, "rel")?.lowercased().contains("license") == true
    }
    guard !isBadge else { return false }
    let said = ["src", "alt"].compactMap { markup.value(node, $0)?.lowercased() }.joined(separator: " ")
    return !["creativecommons", "creative commons", "licens", "licenc"].contains(where: said.contains)
  }

  /// The longest picture caption with its credit, in characters.
  private static let longestCaption = 300
}

extension StatementSubject.Other {
  static let picture = Self(scope: "figure", medium: .picture)
  fileprivate static let comments = Self(scope: "comments", medium: .comment)
  fileprivate static let story = Self(scope: "other story", medium: .other)
  fileprivate static let aside = Self(scope: "aside", medium: .other)
  fileprivate static let quotation = Self(scope: "quotation", medium: .other)
}
