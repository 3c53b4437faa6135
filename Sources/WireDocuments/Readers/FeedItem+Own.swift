import WireText

/// What stands in elements of a feed's own, which no format defines.
extension FeedItem {
  /// The fewest words of prose that is kept, and of prose that is copy.
  private static let (fewestKept, fewestOfCopy) = (8, 50)
  /// The local names that the formats define, with what they hold read elsewhere.
  private static let defined: Set<String> = [
    "title", "description", "summary", "tagline", "content", "encoded", "items", "group", "link", "guid",
    "id",
  ]
  /// The modules whose elements are about other things than the text.
  private static let modules: Set<String> = [
    "media", "itunes", "blogger", "apnm", "apcm", "rsl", "app", "thr",
  ]

  /// Reads an element by its name, if it is one that records of stories have: a standfirst, a kicker, a credit.
  mutating func readOwn(_ node: Markup.Index) {
    let name = StoryKeys.name(of: markup.name(node))
    guard !Self.defined.contains(name), let field = StoryKeys.fields[name] else { return }
    item.field(field, node, key: markup.name(node))
    if RightsKeys.ofStory[name] == .credit { item.rights(.credit, node, key: markup.name(node)) }
  }

  /// Keeps prose in elements that nothing else reads: so much of it that it may be a story is attached.
  ///
  /// - Parameter read: the elements that were read as text.
  mutating func keepOwn(except read: [Markup.Index], beside further: inout AlternativeTexts) {
    for node in markup.children(item.node) where markup.isElement(node) && !read.contains(node) {
      let name = markup.qualifiedName(node)
      let word = StoryKeys.name(of: name.local)
      guard !Self.modules.contains(name.prefix), !Self.defined.contains(word), StoryKeys.fields[word] == nil,
        !FeedRights.reads(name.local), !["author", "source"].contains(word)
      else { continue }
      let words = markup.shownLine(node)
      // Identifiers and times are no prose.
      let count = words.split(separator: " ").count {
        $0.contains(where: \.isLetter) && !$0.contains(where: \.isNumber)
      }
      guard count >= Self.fewestKept else { continue }
      if count >= Self.fewestOfCopy, !KeyWords(name.local).isOfOtherWork {
        further.attach(text(of: node), name: name.local, to: &item.document, limits: markup.limits)
      } else {
        item.document.fields.append(
          Field(.other, HTMLText.line(words), key: name.local, place: markup.place(node)))
      }
    }
  }
}
