internal import Wirecheck

/// Passages word by word as a page: `del` for words of the source that are gone, `ins` for words that are new.
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
        <footer><p>A match is a fact about words; whether it is a breach is for the rights desk.</p></footer>
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
      // Line breaks are white space here, not something to show as an escape.
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
    :root {
      color-scheme: light dark;
      --ground: #fff; --ink: #1b1b1b; --soft: #57606a; --gone: #fde3e1; --gone-ink: #8f1109;
      --new: #e2effd; --new-ink: #0b4f92;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14171a; --ink: #e6e9ec; --soft: #a3adb8; --gone: #47191a; --gone-ink: #ffb4ae;
        --new: #12324f; --new-ink: #a8d2ff;
      }
    }
    body {
      margin: 0 auto; max-width: 44rem; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem;
      background: var(--ground); color: var(--ink);
      font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere;
    }
    h1 { font-size: 1.5rem; line-height: 1.2; }
    h2 { margin: 2rem 0 .25rem; font-size: 1.1rem; }
    .facts, footer { color: var(--soft); }
    .facts { margin: 0 0 .5rem; }
    del { background: var(--gone); color: var(--gone-ink); text-decoration: line-through; }
    ins { background: var(--new); color: var(--new-ink); text-decoration: underline; }
    footer { margin-top: 2.5rem; }
    @media print { :root { --ground: #fff; --ink: #000; --soft: #444; } section { break-inside: avoid; } }
    """
}
