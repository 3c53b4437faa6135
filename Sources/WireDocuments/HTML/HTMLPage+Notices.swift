import WireText

extension HTMLPage {
  /// Reads notices in what is left out of the story: the article's own footer, aside or small print.
  ///
  /// A notice that belongs to something else in it, such as a picture or a quoted article, applies to that.
  func readNotices(
    in parts: [(node: Markup.Index, text: String)], of article: ArticleExtractor.Article, _ tree: ArticleTree,
    into document: inout Document
  ) {
    var subject: StatementSubject?
    for (node, _) in parts where article.holds(node, in: markup) {
      let body = ParagraphWalker.body(of: [node], in: markup, .html)
      for paragraph in body.paragraphs where paragraph.range.count <= Self.longestNotice {
        let words = body.utf8[paragraph.range.indices]
        guard Self.holdsSign(words) || Self.saysCopyright(words) else { continue }
        var about = subject ?? StatementSubject(tree, article: article.parts, addresses: [])
        let other = paragraph.role == .caption ? .picture : about.other(of: node)
        subject = about
        let isOfStory = other?.isAside ?? true
        let range = body.map.fileRange(of: paragraph.range).flatMap { decoded.fileRange($0.indices) }
        document.rights.append(
          RightsField(
            .notice, oneLine(body.string(paragraph.range)),
            // What an article says below its text is about it; a site says the same on every page.
            place: markup.isInside(node, "article") ? .field : .body, key: "page: aside",
            scope: isOfStory ? nil : other?.scope, medium: isOfStory ? nil : other?.medium, range: range))
        if document.rights.count >= Self.mostNotices { return }
      }
    }
  }

  /// Reads notices outside the article, recognised by their copyright sign, and reports how much other text there is.
  func readAround(_ rest: ArticleTree, into document: inout Document) {
    let excluded = Set(markup.nodes.indices.filter { rest.isDropped[$0] })
    let around = ParagraphWalker.body(of: markup.roots, in: markup, .html, excluding: excluded)
    document.problems += PageRemainder.around(around).map { [$0] } ?? []
    // A notice next to a picture applies to the picture.
    let marked = rest.first(ofClass: "copyright") { node in
      (1..<Self.longestNotice).contains(rest.counts[node].text) && !markup.isInside(node, "figure")
    }
    if let marked {
      let place = markup.place(marked).flatMap { decoded.fileRange($0.indices) }
      document.rights.append(
        RightsField(.notice, rest.line(marked), place: .body, key: "class: copyright", range: place))
    }
    for paragraph in around.paragraphs where paragraph.range.count <= Self.longestNotice {
      guard Self.holdsSign(around.utf8[paragraph.range.indices]) else { continue }
      if let marked, around.string(paragraph.range).contains(rest.line(marked)) { continue }
      let range = around.map.fileRange(of: paragraph.range).flatMap { decoded.fileRange($0.indices) }
      document.rights.append(
        RightsField(.notice, oneLine(around.string(paragraph.range)), place: .body, key: "page", range: range)
      )
      if document.rights.count >= Self.mostNotices { return }
    }
  }

  /// The longest notice, in bytes; longer text holds more than a notice.
  private static let longestNotice = 600
  /// The most notices that are read of a page.
  private static let mostNotices = 5

  /// Whether text contains the copyright sign, or `(c)` followed by a year.
  private static func holdsSign(_ words: ArraySlice<UInt8>) -> Bool {
    words.indices.contains { at in
      let rest = words[at...]
      switch words[at] {
      case 0xC2: return rest.starts(with: "©".utf8)
      case UInt8(ascii: "(") where rest.starts(with: "(c)".utf8) || rest.starts(with: "(C)".utf8):
        return startsWithYear(rest.dropFirst(3).drop { $0 == 0x20 })
      default: return false
      }
    }
  }

  /// Whether text begins with the word “copyright” and names a year.
  private static func saysCopyright(_ words: ArraySlice<UInt8>) -> Bool {
    let word = Array("copyright".utf8)
    guard words.prefix(word.count).map(HTMLScanner.lowercased) == word else { return false }
    return words.indices.contains { startsWithYear(words[$0...]) }
  }

  private static func startsWithYear(_ words: ArraySlice<UInt8>) -> Bool {
    let year = words.prefix(4)
    return year.count == 4 && year.allSatisfy { (0x30...0x39).contains($0) }
  }
}
