internal import Wirecheck

/// A finding as a frame in the style of compilers: the draft's words, the source's words, the clause, what to do.
///
/// ```
/// error[WC101]: 58 of 61 words as in Northwire item NW20261119-0417; …
///   --> content/harbour-strike.md:14:1 (paragraph 5)
///    |
/// 14 | Dockworkers at the port … [45 words] … before the night shift began.
///    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
///   ::: northwire NW20261119-0417 v3, 2026-11-19 08:12 UTC, paragraph 2
/// ```
struct FindingFrame {
  /// The frame, ending in a line feed.
  private(set) var text = ""

  private let style: TerminalStyle
  private let level: Finding.Level
  /// The width of the line numbers, in columns.
  private let gutter: Int
  /// The width of a passage, in columns.
  private let width: Int

  /// The most passages that are shown with their words; the others are listed.
  private static let shownPassages = 3
  /// The most passages that are listed below the frame.
  private static let listedPassages = 20

  init(_ finding: Finding, options: ReportOptions) {
    style = TerminalStyle(usesColour: options.usesColour)
    level = finding.level
    gutter = Self.gutter(of: finding)
    width = max(20, options.width - gutter - 3)
    line(
      style.heading("\(level.rawValue)[\(TerminalText.escaped(finding.rule))]", level)
        + style.strong(": " + TerminalText.escaped(finding.message)))
    draft(finding)
    if let term = finding.term { clause(term) }
    notes(finding)
    for help in finding.help { line(style.strong("help") + ": " + TerminalText.escaped(help)) }
  }

  /// The width of the largest number in the margin, in columns.
  private static func gutter(of finding: Finding) -> Int {
    var numbers = finding.places.prefix(shownPassages).compactMap { $0.file?.line }
    numbers += (finding.source?.passages ?? []).prefix(shownPassages).map(\.paragraph)
    if let line = finding.term?.line { numbers.append(line) }
    return String(max(1, numbers.max() ?? 1)).count
  }

  // MARK: Parts

  /// The passages of the draft, each followed by the corresponding passage of the source.
  private mutating func draft(_ finding: Finding) {
    guard !finding.places.isEmpty else { return heading("-->", document(finding.document), detail: "") }
    for (index, place) in finding.places.prefix(Self.shownPassages).enumerated() {
      heading("-->", document(finding.document, at: place.file), detail: Wording.part(place))
      if let excerpt = place.excerpt {
        let label = index == 0 ? finding.match.map(Wording.overlap) : nil
        words(of: excerpt, number: place.file?.line, mark: "^", label: label)
      }
      if let source = finding.source, index < source.passages.count {
        passage(source.passages[index], of: source)
      }
    }
  }

  private mutating func passage(_ passage: SourcePassage, of source: SourceRecord) {
    heading(
      ":::", TerminalText.escaped(Wording.headline(of: source)), detail: "paragraph \(passage.paragraph)")
    words(of: passage.excerpt, number: passage.paragraph, mark: "-", label: nil)
  }

  private mutating func clause(_ term: Term) {
    heading(":::", TerminalText.escaped(Wording.place(of: term)), detail: "")
    marked(
      TerminalText.escaped(term.words), number: term.path == nil ? nil : term.line, mark: "-",
      label: TerminalText.escaped(Wording.clause(term)))
  }

  private mutating func notes(_ finding: Finding) {
    framed("")
    for text in FindingNotes.of(finding) { note(text) }
    further(finding)
    note("fingerprint \(finding.fingerprint)")
  }

  /// The passages that are listed without their words.
  private mutating func further(_ finding: Finding) {
    let places = finding.places.dropFirst(Self.shownPassages)
    for place in places.prefix(Self.listedPassages) {
      let spot = Wording.place(finding.document.path, line: place.file?.line, column: place.file?.column)
      note("also \(spot) (\(Wording.part(place)))")
    }
    let left = places.count - Self.listedPassages
    if left > 0 { note("and in \(Wording.count(left, "more passage"))") }
  }

  // MARK: Lines

  private func document(_ document: DocumentRecord, at span: FileSpan? = nil) -> String {
    TerminalText.escaped(Wording.place(of: document, at: span))
  }

  /// The words of a passage with a mark below them, or the reason why they are not shown.
  private mutating func words(of excerpt: Excerpt, number: Int?, mark: Character, label: String?) {
    switch excerpt.withheld {
    case let reason?: note(Wording.withheld(reason))
    case nil:
      var text = TerminalText.escaped(excerpt.head)
      if excerpt.omitted > 0 {
        text += " … [\(Wording.count(excerpt.omitted, "word"))] … \(TerminalText.escaped(excerpt.tail))"
      }
      marked(text, number: number, mark: mark, label: label)
    }
  }

  private mutating func marked(_ text: String, number: Int?, mark: Character, label: String?) {
    framed("")
    for (index, part) in Wrapping.lines(of: text, width: width).enumerated() {
      framed(part, number: index == 0 ? number : nil)
      let under = String(repeating: mark, count: max(1, DisplayWidth.columns(of: part)))
      framed(mark == "^" ? style.draftMark(under, level) : style.otherMark(under))
    }
    if let label { framed(label) }
  }

  private mutating func heading(_ arrow: String, _ title: String, detail: String) {
    let pad = String(repeating: " ", count: gutter)
    line(
      pad + style.frame(arrow) + " " + title + (detail.isEmpty ? "" : " (\(TerminalText.escaped(detail)))"))
  }

  private mutating func note(_ text: String) {
    let pad = String(repeating: " ", count: gutter + 1)
    line(pad + style.frame("=") + " note: " + TerminalText.escaped(text))
  }

  private mutating func framed(_ text: String, number: Int? = nil) {
    let digits = number.map(String.init) ?? ""
    let pad = String(repeating: " ", count: max(0, gutter - digits.count))
    line(style.frame(pad + digits + " |") + (text.isEmpty ? "" : " " + text))
  }

  private mutating func line(_ text: String) { self.text += text + "\n" }
}
