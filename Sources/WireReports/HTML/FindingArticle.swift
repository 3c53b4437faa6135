internal import Wirecheck

/// A finding as part of a page: message, draft and source side by side, the clause, what to do.
struct FindingArticle {
  /// Its number on the page, used for links.
  let number: Int
  /// The finding.
  let finding: Finding

  /// The most passages that are shown; the others are counted.
  private static let shownPassages = 20

  var html: String {
    """
    <article id="f\(number)" class="\(finding.level.rawValue)" aria-labelledby="h\(number)">
    <h2 id="h\(number)"><span class="level \(finding.level.rawValue)">\(finding.level.rawValue)</span> \
    <code>\(HTMLEscape.plain(finding.rule))</code> \(HTMLEscape.text(finding.message))</h2>
    \(parts.joined(separator: "\n"))
    </article>
    """
  }

  private var parts: [String] {
    var parts = passages
    if let term = finding.term { parts.append(clause(term)) }
    parts.append("<h3>What to do</h3>")
    parts.append(Self.items(finding.help))
    parts.append("<h3>What it rests on</h3>")
    parts.append(Self.items(FindingNotes.of(finding) + ["fingerprint \(finding.fingerprint)"]))
    return parts
  }

  // MARK: Passages

  private var passages: [String] {
    guard !finding.places.isEmpty else {
      return ["<p class=\"where\">\(HTMLEscape.text(Wording.place(of: finding.document, at: nil)))</p>"]
    }
    var shown = finding.places.prefix(Self.shownPassages).enumerated().map { pair($1, passage: $0) }
    let left = finding.places.count - shown.count
    if left > 0 { shown.append("<p class=\"where\">and \(Wording.count(left, "more passage"))</p>") }
    return shown
  }

  /// A place of the draft, and next to it the corresponding passage of the source, if there is one.
  private func pair(_ place: Place, passage index: Int) -> String {
    let title = "Draft: \(Wording.place(of: finding.document, at: place.file)), \(Wording.part(place))"
    guard let source = finding.source, index < source.passages.count else {
      return pane("draft", title, of: place.excerpt.map { Self.words($0) })
    }
    let passage = source.passages[index]
    let from = "Source: \(Wording.headline(of: source)), paragraph \(passage.paragraph)"
    let words = place.excerpt.map { Self.words(draft: $0, source: passage.excerpt) }
    return """
      <div class="pair">
      \(pane("draft", title, of: words?.draft))
      \(pane("source", from, of: words?.source ?? Self.words(passage.excerpt)))
      </div>
      """
  }

  /// One side of a pair.
  ///
  /// - Parameters:
  ///   - side: `draft` or `source`.
  ///   - title: not escaped yet.
  ///   - words: escaped; nil if there are none.
  private func pane(_ side: String, _ title: String, of words: String?) -> String {
    let quoted = words.map { "\n<blockquote dir=\"auto\">\($0)</blockquote>" } ?? ""
    let border = finding.match.map { " " + $0.attribution.rawValue } ?? ""
    return "<section class=\"\(side)\(border)\"><h3>\(HTMLEscape.text(title))</h3>\(quoted)</section>"
  }

  // MARK: Words

  /// The words of a draft and of its source, each marked if the other side lacks it.
  private static func words(draft: Excerpt, source: Excerpt) -> (draft: String, source: String) {
    guard draft.withheld == nil, source.withheld == nil else { return (words(draft), words(source)) }
    let head = ChangedWords(draft: draft.head, source: source.head)
    let tail = ChangedWords(draft: draft.tail, source: source.tail)
    return (
      joined(marked(head.draft, "ins"), marked(tail.draft, "ins"), omitted: draft.omitted),
      joined(marked(head.source, "del"), marked(tail.source, "del"), omitted: source.omitted)
    )
  }

  private static func words(_ excerpt: Excerpt) -> String {
    if let reason = excerpt.withheld { return "<em>\(HTMLEscape.plain(Wording.withheld(reason)))</em>" }
    return joined(HTMLEscape.plain(excerpt.head), HTMLEscape.plain(excerpt.tail), omitted: excerpt.omitted)
  }

  private static func marked(_ words: [ChangedWords.Word], _ element: String) -> String {
    words.map { word in
      let text = HTMLEscape.plain(String(word.text))
      return word.isShared ? text : "<\(element)>\(text)</\(element)>"
    }.joined(separator: " ")
  }

  private static func joined(_ head: String, _ tail: String, omitted: Int) -> String {
    omitted > 0 ? "\(head) … <small>[\(Wording.count(omitted, "word"))]</small> … \(tail)" : head
  }

  // MARK: The clause

  private func clause(_ term: Term) -> String {
    """
    <section class="clause">
    <h3>\(HTMLEscape.text("\(Wording.clause(term)), \(Wording.place(of: term))"))</h3>
    <blockquote dir="auto">\(HTMLEscape.plain(term.words))</blockquote>
    </section>
    """
  }

  private static func items(_ texts: [String]) -> String {
    "<ul>\n" + texts.map { "<li>\(HTMLEscape.text($0))</li>" }.joined(separator: "\n") + "\n</ul>"
  }
}
