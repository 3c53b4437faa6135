import WireText
import WireTrees

/// The body of a ninjs object: one of several alternatives in different formats.
struct NINJSBodies {
  /// The JSON source, and repairs made to it.
  private(set) var source: JSONSource
  private let limits: Limits
  /// The last body that was read, if it is a document with its own head.
  private var nitf: InnerNITF?

  /// One body of the object.
  private struct Body {
    var kind: String
    var role: String
    var value: JSONValue
    var string: JSONString
  }

  /// The licences that the last body's links lead to.
  private var licences: [RightsField] = []

  /// A chooser for the bodies of objects.
  init(source: JSONSource, limits: Limits) {
    self.source = source
    self.limits = limits
  }

  /// Reads the best body of an object; further text in the others is attached.
  mutating func read(_ object: JSONValue, into document: inout Document) {
    let bodies = found(in: object, problems: &document.problems)
    guard let best = bodies.indices.min(by: { rank(bodies[$0]) < rank(bodies[$1]) }) else { return }
    document.body = text(bodies[best], problems: &document.problems)
    document.rights += licences
    if let nitf { NITFBody.complete(&document, with: nitf.root, in: nitf.markup) }
    guard bodies.count > 1 else { return }
    var further = AlternativeTexts()
    var ignored: [Problem] = []
    for index in bodies.indices where index != best {
      let side = text(bodies[index], problems: &ignored)
      if isSide(bodies[index]) {
        document.fields.append(
          Field(
            .other, oneLine(side.strings.joined(separator: " ")),
            key: "body " + (bodies[index].role.isEmpty ? bodies[index].kind : bodies[index].role),
            place: source.place(bodies[index].value.range)))
      } else {
        let name = bodies[index].role.isEmpty ? bodies[index].kind : bodies[index].role
        var other = Document(origin: document.origin)
        other.body = side
        if let nitf { NITFBody.complete(&other, with: nitf.root, in: nitf.markup) }
        further.attach(other, name: "body \(name)", to: &document, limits: limits)
      }
    }
  }

  private mutating func found(in object: JSONValue, problems: inout [Problem]) -> [Body] {
    var all: [Body] = []
    for member in object.members {
      let name = member.key.lowercased()
      if name.hasPrefix("body_") {
        take(member.value, kind: String(name.dropFirst(5)), role: "", into: &all, problems: &problems)
      } else if name == "bodies" || name == "body" {
        for element in member.value.elements {
          let kind = source.line(element.member("contenttype"))?.lowercased() ?? ""
          let role = source.line(element.member("role"))?.lowercased() ?? ""
          take(element.member("value") ?? element, kind: kind, role: role, into: &all, problems: &problems)
        }
      }
    }
    return all
  }

  private func take(
    _ value: JSONValue, kind: String, role: String, into bodies: inout [Body], problems: inout [Problem]
  ) {
    if case .object(let members) = value.content,
      let inner = members.first(where: { $0.key.lowercased() == "value" })?.value
    {
      return take(inner, kind: kind, role: role, into: &bodies, problems: &problems)
    }
    if case .string(let string) = value.content {
      if !string.range.isEmpty { bodies.append(Body(kind: kind, role: role, value: value, string: string)) }
    } else if !value.isNull {
      let line = problems.count < NINJSRecord.maximumProblems ? source.line(of: value.range.lowerBound) : nil
      problems.append(Problem("unexpected-type", "a body is no text", line: line, losesText: true))
    }
  }

  /// Rates a body; lower is better: markup keeps paragraphs, and the main role is the story.
  private func rank(_ body: Body) -> Int {
    let words = "\(body.kind) \(body.role)"
    let isMain = body.role.isEmpty || words.contains("main")
    let kinds = ["xhtml", "html", "nitf", "xml", "richtext", "main"]
    let kind = kinds.firstIndex { words.contains($0) } ?? (words.contains("text") ? 8 : 7)
    return (isSide(body) ? 100 : 0) + (isMain ? 0 : 10) + kind
  }

  /// Whether a body is not the story itself but an accompanying text.
  private func isSide(_ body: Body) -> Bool {
    let words = "\(body.kind) \(body.role)"
    return ["caption", "description", "summary", "teaser", "abstract", "footer"].contains {
      words.contains($0)
    }
  }

  private mutating func text(_ body: Body, problems: inout [Problem]) -> BodyText {
    let (utf8, map) = source.decode(body.string)
    let words = "\(body.kind) \(body.role)"
    nitf = nil
    licences = []
    if words.contains("nitf") || InnerNITF.isNITF(utf8) {
      return nitf(utf8, map: map, problems: &problems)
    }
    if words.contains("markdown") {
      let read = MarkdownText.read(utf8, map: map, limits: limits)
      problems += read.problems
      return read.body
    }
    guard words.contains("html") || words.contains("xml") || Self.isMarkup(utf8) else {
      return BodyText(plain: utf8, map: map, limits: limits)
    }
    let read = HTMLText.read(utf8, map: map, limits: limits)
    problems += read.problems
    licences = read.rights
    return read.body
  }

  /// The text of NITF in a value, including its headline.
  private mutating func nitf(_ utf8: [UInt8], map: SourceMap, problems: inout [Problem]) -> BodyText {
    guard let nitf = InnerNITF(utf8, map: map, limits: limits) else { return BodyText() }
    self.nitf = nitf
    let (root, markup) = (nitf.root, nitf.markup)
    let parts = markup.descendants(root).filter { node in
      ["hedline", "body.content"].contains(markup.name(node)) && !markup.isInside(node, "note")
    }
    let body = ParagraphWalker.body(of: parts, in: markup, .nitf)
    if body.isEmpty { return nitf.text(problems: &problems) }
    problems += nitf.problems
    return body
  }

  /// Whether text contains tags that occur only in markup.
  private static func isMarkup(_ utf8: [UInt8]) -> Bool {
    ["</p>", "<p>", "<br", "</div>", "</a>", "</b>", "</i>", "</h"].contains { holds($0, in: utf8) }
  }

  private static func holds(_ needle: StaticString, in utf8: [UInt8]) -> Bool {
    HTMLScanner.find(needle, in: utf8, from: 0) != nil
  }
}
