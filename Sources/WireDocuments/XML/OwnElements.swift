extension Markup {
  /// The numbers of the names of elements of a writer's own that stand by themselves, never in a line of text or beside
  /// its words: each is a paragraph, or holds some.
  func ownBlocks() -> Set<Int32> {
    // An undeclared prefix is that of a word processor, as in `o:p`.
    let own = names.map { !HTMLTag.isKnown($0.local) && ($0.prefix.isEmpty || !$0.namespace.isEmpty) }
    guard own.contains(true) else { return [] }
    let isContainer = names.map { Self.containers.contains($0.local) }
    let isLine = names.map { Self.lines.contains($0.local) }
    var (found, inline) = places(of: own)
    var inner: [Int32: Set<Int32>] = [:]
    for node in nodes where node.name >= 0 && own[Int(node.name)] && node.parent >= 0 {
      let outer = nodes[Int(node.parent)].name
      if own[Int(outer)], !isLine[Int(outer)] {
        inner[outer, default: []].insert(node.name)
      } else if !isContainer[Int(outer)] {
        inline.insert(node.name)
      }
    }
    // What stands in an element of a line is part of the line.
    var waiting = Array(inline)
    while let outer = waiting.popLast() {
      for name in inner[outer] ?? [] where inline.insert(name).inserted { waiting.append(name) }
    }
    found.subtract(inline)
    return found
  }

  /// The elements of HTML that hold paragraphs.
  private static let containers: Set<String> = [
    "html", "body", "main", "article", "section", "div", "blockquote", "center", "td", "li",
  ]

  /// The elements of NITF that are a line of text.
  private static let lines: Set<String> = [
    "hl1", "hl2", "byline", "byttl", "dateline", "distributor", "tagline", "location", "person", "org",
    "media-caption", "media-producer", "copyrite", "story.date",
  ]
}
