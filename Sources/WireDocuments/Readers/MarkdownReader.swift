import WireText

/// Site files: Markdown or HTML with front matter in YAML, TOML or JSON, or Markdown without any.
struct MarkdownReader: WholeReader {
  static let format = Format(
    name: "markdown", title: "Markdown, and Markdown or HTML with YAML, TOML or JSON front matter")

  static func recognises(_ probe: Probe) -> Bool {
    if isBlankPage(probe) { return true }
    let utf8 = probe.utf8
    guard probe.isText else { return false }
    if extensions.contains(probe.pathExtension) {
      return UnknownFormat.mark(probe) == nil
    }
    guard let fence = FrontMatterFence(utf8) else { return false }
    switch fence.syntax {
    case .yaml: return hasKey(utf8[fence.content], UInt8(ascii: ":"))
    case .toml: return hasKey(utf8[fence.content], UInt8(ascii: "="))
    case .json: return utf8[fence.content].first { $0 > 0x20 } == UInt8(ascii: "{")
    case .lines, .comment: return false
    }
  }

  /// Whether an input is an empty page of a site: it has no text, and is not damaged.
  static func isBlankPage(_ probe: Probe) -> Bool {
    probe.bytes.isEmpty && extensions.contains(probe.pathExtension)
  }

  private static let extensions: Set<String> = [
    "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "markdn", "mdx", "rmd", "qmd", "mmd",
  ]
  private static let htmlExtensions: Set<String> = ["html", "htm", "xhtml", "njk", "liquid", "jinja", "ejs"]

  /// Whether the first non-blank line is a key, or there is no such line.
  private static func hasKey(_ content: ArraySlice<UInt8>, _ separator: UInt8) -> Bool {
    let lines = content.split { $0 == 0x0A || $0 == 0x0D }
    let words = lines.filter { line in line.first { $0 > 0x20 }.map { $0 != UInt8(ascii: "#") } ?? false }
    guard let first = words.first(where: { $0.first != UInt8(ascii: "[") }) else { return words.isEmpty }
    return first.prefix(80).contains(separator) && (first.first ?? 0) > 0x20
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let bytes = try whole.bytes()
    let decoded = Decoded(bytes)
    let ending = Probe.pathExtension(of: origin.path)
    let isHTML = Self.htmlExtensions.contains(ending)
    var document = Document(origin: origin)
    document.problems = decoded.problems + PlainTextReader.strays(in: decoded.utf8)
    var start = 0
    let matter = FrontMatter.read(decoded.utf8, takesObject: !isHTML, limits: limits)
    if let matter {
      start = matter.bodyStart
      document.origin.dialect = matter.syntax.rawValue
      document.problems += matter.problems
      FrontMatterFields.put(matter, of: decoded, into: &document, limits: limits)
    } else if FrontMatterFence.opening(decoded.utf8) != nil {
      document.problems.append(
        Problem(
          "front-matter-open", "no line closes the front matter; all of the file is read as text", line: 1))
    }
    if FrontMatterFence.opensProgram(decoded.utf8) {
      document.problems.append(
        Problem(
          "front-matter", "the front matter is a program, which is not run; all of the file is read as text",
          line: 1, losesText: true))
    }
    if document.origin.dialect == nil, !isHTML, Self.opensObject(decoded.utf8) {
      document.problems.append(
        Problem(
          "front-matter", "the JSON that opens the file cannot be read; all of it is read as text", line: 1))
    }
    takePath(into: &document)
    readBody(decoded, from: start, isHTML: isHTML, isMDX: ending == "mdx", into: &document)
    if ending == "mdx" { MDXProps.attach(from: decoded, from: start, to: &document, limits: limits) }
    if let matter { FrontMatterTexts.attach(matter, of: decoded, to: &document, limits: limits) }
    if document.body.isEmpty {
      document.problems.append(Problem("no-text", "the file has no text after its front matter"))
    }
    return document
  }

  /// Whether a file begins like a JSON object.
  private static func opensObject(_ utf8: [UInt8]) -> Bool {
    let start = utf8.lazy.filter { $0 > 0x20 }.prefix(2)
    return Array(start) == Array("{\"".utf8)
  }

  private func readBody(
    _ decoded: Decoded, from start: Int, isHTML: Bool, isMDX: Bool, into document: inout Document
  ) {
    let filler: UInt8 = isHTML ? 0x20 : MarkdownHTML.filler
    let (masked, tags) = TemplateTags.masked(
      decoded.utf8, from: start, filler: filler, omission: isHTML ? filler : MarkdownHTML.omission)
    if tags > 0 {
      document.problems.append(
        Problem("template-tags", "\(tags) template tags were left out; what they put in stands elsewhere"))
    }
    var html: MarkdownHTML
    if isHTML {
      html = MarkdownHTML()
      html.copy(masked, start..<masked.count, as: .html)
    } else {
      html = MarkdownParser.html(masked, from: start, isMDX: isMDX, limits: limits)
    }
    let read = MarkdownText.read(html, map: decoded.fileMap(of: html.text.map), limits: limits)
    document.body = read.body
    document.problems += read.problems
  }

  /// Takes from the path what the front matter does not state: a drafts folder, the date in a post's name.
  private func takePath(into document: inout Document) {
    let parts = origin.path.split(separator: "/")
    if parts.contains("_drafts"), document.status?.value != .draft {
      document.setStatus(Status(.draft, raw: "_drafts"))
    }
    guard let name = parts.last, document.time(.published) == nil, name.utf8.count > 11,
      name.utf8.dropFirst(10).first == UInt8(ascii: "-")
    else { return }
    let date = String(name.prefix(10))
    if CivilTime(field: date) != nil {
      document.times.append(TimeField(.published, raw: date, instant: nil))
    }
  }
}
