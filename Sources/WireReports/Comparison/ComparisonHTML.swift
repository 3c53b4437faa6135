internal import Wirecheck

/// Passages word by word as a page: `del` for words of the source that were removed, `ins` for new words.
enum ComparisonHTML {
  static func render(_ comparisons: [Comparison]) -> String {
    let draft = comparisons.first?.draft ?? ""
    let title = draft.isEmpty ? "Comparison" : "Comparison of \(draft)"
    return HTMLPage.page(
      title: title, style: sheet,
      body: """
        <header>
        <h1>\(HTMLEscape.text(title))</h1>
        <p><del>left out of the source</del> <ins>new in the draft</ins></p>
        </header>
        <main>
        \(sections(comparisons))
        </main>
        <footer><p>\(HTMLEscape.plain(Wording.disclaimer))</p></footer>
        """)
  }

  private static func sections(_ comparisons: [Comparison]) -> String {
    let passages = comparisons.flatMap { comparison in comparison.passages.map { (comparison, $0) } }
    guard !passages.isEmpty else { return "<p>\(ComparisonWording.nothing)</p>" }
    return passages.enumerated().map { number, entry in
      let (comparison, passage) = entry
      return """
        <section>
        <h2>Passage \(number + 1), from \(HTMLEscape.text(comparison.source))</h2>
        <p class="facts">\(HTMLEscape.plain(ComparisonWording.summary(passage)))</p>
        <p class="words" dir="auto">\(words(passage))</p>
        </section>
        """
    }.joined(separator: "\n")
  }

  private static func words(_ passage: Comparison.Passage) -> String {
    guard passage.withheld == nil else { return ComparisonWording.withheld }
    return passage.pieces.map { piece in
      // Line breaks are white space here and need not be shown as escapes.
      let text = piece.text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
        .map { HTMLEscape.plain(String($0)) }.joined(separator: " ")
      switch piece.change {
      case .same: return text
      case .deleted: return "<del>\(text)</del>"
      case .inserted: return "<ins>\(text)</ins>"
      }
    }.joined()
  }

  private static let sheet = """
    body { max-width: 44rem; }
    .facts { margin: 0 0 .5rem; color: var(--soft); }
    .words { line-height: 1.6; }
    @media print { section { break-inside: avoid; } }
    """
}
