import WireText
import WireTrees

/// JSON-LD by itself: an article in the vocabulary of schema.org, as interfaces and crawlers hand it over.
struct JSONLDReader: WholeReader {
  static let format = Format(name: "jsonld", title: "JSON-LD: an article in the vocabulary of schema.org")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json, json.contains("schema.org") else { return false }
    guard json.has("@context"), json.has("@type") || json.has("@graph") else { return false }
    // Most of what sites say in it is of themselves.
    let kinds: [StaticString] = [
      "Article\"", "Posting\"", "Report\"", "NewsStory\"", "Review\"", "articleBody",
    ]
    return kinds.contains { json.contains($0) }
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let decoded = Decoded(try whole.bytes())
    if let fault = JSONShape.fault(decoded.utf8, limits: limits) {
      throw fault.readingFault(path: origin.path)
    }
    var document = Document(origin: origin)
    document.problems = decoded.problems
    // A page that holds nothing but this script.
    let (markup, problem) = Self.page(around: decoded.utf8, limits: limits)
    if let problem { document.problems.append(problem) }
    let page = HTMLPage(markup, decoded: decoded, limits: limits)
    page.read(into: &document)
    document.origin.dialect = nil
    let texts = page.linked.articles.filter { $0.value.member("articlebody")?.isString == true }.count
    if texts > 1 {
      document.problems.append(
        Problem("further-body", "the longest of \(texts) articles is read", losesText: true))
    }
    if document.body.isEmpty {
      document.problems.append(Problem("no-text", "the article has no text"))
    }
    return document
  }

  /// A page with JSON-LD as its only script, and the problem of one that is not whole.
  private static func page(around script: [UInt8], limits: Limits) -> (Markup, Problem?) {
    var builder = MarkupBuilder(limits: limits)
    builder.start(builder.number(of: Markup.Name(local: "html")))
    builder.start(builder.number(of: Markup.Name(local: "script")))
    let type = Array("application/ld+json".utf8)
    builder.append(type, from: nil, isExact: false)
    builder.attribute(builder.number(of: Markup.Name(local: "type")), 0..<type.count)
    let start = builder.markup.text.count
    builder.append(script, from: FileRange(0, script.count), isExact: true)
    builder.text(since: start)
    return (builder.finish(), builder.problem)
  }
}
