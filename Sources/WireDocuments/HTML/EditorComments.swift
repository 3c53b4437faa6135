/// Comments that editors made on a document, as Google Docs exports them: below the text, with a mark at their place.
struct EditorComments {
  /// The blocks of the comments, in document order.
  private(set) var comments: [Markup.Index] = []
  /// The marks in the text that lead to them: `[a]`.
  private(set) var marks: [Markup.Index] = []

  /// The comments of a page: `a#cmnt1` leads back to the mark `a#cmnt_ref1`, and the mark to it.
  init(in tree: ArticleTree) {
    let markup = tree.markup
    for node in markup.nodes.indices where markup.name(node) == "a" {
      guard let id = markup.value(node, "id"), id.hasPrefix("cmnt"), let target = markup.value(node, "href")
      else {
        continue
      }
      if target == "#" + id.replacing("cmnt_ref", with: "cmnt"), id.hasPrefix("cmnt_ref") {
        marks.append(node)
      } else if target == "#cmnt_ref" + id.dropFirst(4), let block = Self.block(around: node, in: tree),
        block >= comments.last.map(markup.end) ?? 0
      {
        comments.append(block)
      }
    }
  }

  /// The block of a comment: the box that begins with it, which no other comment is in.
  private static func block(around link: Markup.Index, in tree: ArticleTree) -> Markup.Index? {
    let markup = tree.markup
    let around = markup.ancestors(link).prefix { here in
      !["body", "html"].contains(markup.name(here)) && link - here <= nearNodes
        && !holdsText(before: link, in: here, tree) && !holdsMore(here, than: link, markup)
    }
    return around.last { tree.kind($0).contains(.block) }
  }

  /// The most nodes of a comment before its link.
  private static let nearNodes = 32

  private static func holdsText(before link: Markup.Index, in block: Markup.Index, _ tree: ArticleTree)
    -> Bool
  {
    (block..<link).contains { !tree.markup.isElement($0) && tree.counts[$0].text > 0 }
  }

  private static func holdsMore(_ block: Markup.Index, than link: Markup.Index, _ markup: Markup) -> Bool {
    markup.descendants(block).contains { node in
      node != link && markup.value(node, "id")?.hasPrefix("cmnt") == true
    }
  }
}
