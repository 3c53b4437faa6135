import WireDocuments
import WireReports
import WireText

/// A document as text for people: its metadata, and the start of its text.
struct DocumentView {
  /// The view, with an empty line at its end.
  private(set) var text = ""

  init(_ document: Document) {
    let origin = document.origin
    let format = [origin.format, origin.dialect].compactMap { $0 }.joined(separator: " ")
    text =
      "\(TerminalText.escaped(origin.path)), item \(origin.item): \(TerminalText.escaped(format)), \(document.type.rawValue)\n"
    row(
      "id", [document.id, document.version.map { "version \($0)" }].compactMap { $0 }.joined(separator: ", "))
    row("headline", document.headline ?? "")
    for field in document.fields where Self.shown.contains(field.name) {
      row(field.name.rawValue, field.text)
    }
    row("language", document.language ?? "")
    if let status = document.status { row("status", said(status.value.rawValue, status.raw)) }
    for time in document.times { row(time.role.rawValue, said(time.instant?.iso8601, time.raw)) }
    if let embargo = document.embargo, document.time(.embargo) == nil {
      row("embargo", said(embargo.instant?.iso8601, embargo.raw))
    }
    for url in document.urls { row(url.name.rawValue, url.text) }
    for link in document.links { row("link", "\(link.relation.rawValue) \(link.id)") }
    for rights in document.rights {
      let scope = [rights.language, rights.scope, rights.medium?.rawValue].compactMap { $0 }.map { ", \($0)" }
        .joined()
      row(
        "rights", "\(rights.kind.rawValue): \(rights.text) (\(rights.place.rawValue) \(rights.key)\(scope))")
    }
    if document.rights.isEmpty { row("rights", "none in fields of the file") }
    row("text", Self.summary(of: document.body))
    for attachment in document.attachments {
      let headline = attachment.headline.map { ": \($0)" } ?? ""
      row("attached", "\(attachment.name) (\(attachment.format))\(headline)")
    }
    for problem in document.problems {
      let line = problem.line.map { ", line \($0)" } ?? ""
      row("problem", "\(problem.code): \(problem.message)\(line)")
    }
    text += "\n"
  }

  private static let shown: Set<Field.Name> = [
    .byline, .author, .credit, .dateline, .source, .provider, .slug, .title, .subhead, .summary,
    .editorsNote, .footnote,
  ]

  /// Adds a line, unless its value is empty.
  private mutating func row(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    text += "  \(Columns.left(name, 11)) \(TerminalText.clipped(value, to: 400))\n"
  }

  /// The interpreted value, with the original words if they differ.
  private func said(_ value: String?, _ raw: String) -> String {
    guard let value else { return "\"\(raw)\" (no zone, or no time)" }
    return value == raw ? value : "\(value) (\"\(raw)\")"
  }

  private static func summary(of body: BodyText) -> String {
    guard let first = body.paragraphs.first else { return "none" }
    let start = TerminalText.clipped(body.string(first.range), to: 100)
    let words = Tokenizer().words(in: body.utf8).writtenCount(in: body.utf8)
    return
      "\(Wording.count(body.paragraphs.count, "paragraph")), \(Wording.count(words, "word")): \(start)"
  }
}
