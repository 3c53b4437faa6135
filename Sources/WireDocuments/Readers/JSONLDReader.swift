import WireText
import WireTrees

/// JSON-LD by itself: articles in the vocabulary of schema.org, as interfaces and crawlers hand them over.
///
/// Each article of the file is a document. A file that breaks off gives its whole articles, then the fault.
struct JSONLDReader: DocumentReader {
  static let format = Format(name: "jsonld", title: "JSON-LD: articles in the vocabulary of schema.org")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json, json.contains("schema.org") else { return false }
    // The expanded form of JSON-LD has no context.
    guard
      json.has("@context") || json.contains("\"http://schema.org/") || json.contains("\"https://schema.org/"),
      json.has("@type") || json.has("@graph")
    else { return false }
    // Most of what sites say in it is of themselves.
    let kinds: [StaticString] = [
      "Article\"", "Posting\"", "Report\"", "NewsStory\"", "Review\"", "articleBody",
    ]
    return kinds.contains { json.contains($0) }
  }

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private var file: LinkedDataFile?
  /// The problems of the file, for the first article.
  private var problems: [Problem] = []
  /// The fault at which the file breaks off.
  private var fault: ReadingFault?
  private var isOpen = false
  private var count = 0

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.origin = origin
    self.limits = limits
  }

  mutating func next() throws(ReadingFault) -> Document? {
    if !isOpen { try open() }
    guard let file, count < file.articles.count else {
      guard let fault else { return nil }
      self.fault = nil
      throw fault
    }
    count += 1
    return document(file.articles[count - 1], in: file)
  }

  private mutating func open() throws(ReadingFault) {
    isOpen = true
    let decoded = Decoded(
      try input.readAll(limit: min(limits.wholeInputBytes, limits.itemBytes), path: origin.path))
    let (value, source) = parse(decoded)
    let file = LinkedDataFile(value, in: source, isCut: fault != nil, limits: limits)
    self.file = file
    problems = decoded.problems + problems + (file.problem.map { [$0] } ?? [])
    guard file.articles.isEmpty, fault == nil else { return }
    throw ReadingFault(
      "no-items", path: origin.path, "no article of schema.org is in it", line: 1, column: 1,
      next: "check how it was written")
  }

  /// All values of the file, as a list if there are several; what is whole of a file that breaks off.
  private mutating func parse(_ decoded: Decoded) -> (JSONValue, JSONSource) {
    let script = LinkedData.Script(wholeFile: decoded)
    let reading = script.read(maximumDepth: limits.depth, maximumEvents: limits.nodes)
    if reading.isRepaired { problems.append(LinkedData.Script.repair) }
    fault = reading.fault?.readingFault(path: origin.path)
    let source = reading.source
    return (reading.value ?? JSONValue(content: .array([]), range: source.bytes.indices), source)
  }

  private mutating func document(_ data: LinkedData, in file: LinkedDataFile) -> Document {
    var document = Document(origin: origin)
    document.origin.item = count
    document.problems = problems
    problems = []
    document.headline = data.text(["headline", "name"])
    document.language = data.text(["inlanguage"])
    document.id = data.text(["@id", "url", "identifier"])
    document.version = data.text(["version"])
    for (key, name) in Self.addresses {
      document.urls += data.all(key).map { Field(name, $0.text, key: key, place: $0.place) }
    }
    document.urls += data.originals("JSON-LD")
    document.fields = data.fields("JSON-LD")
    document.times = data.times
    data.readStatus(into: &document, limits: limits)
    let policies = file.policies(of: data)
    document.rights = data.rights("JSON-LD") + policies.fields
    document.problems += policies.problem.map { [$0] } ?? []
    if let text = data.body(["articlebody", "text", "reviewbody"], limits: limits) {
      document.body = text.body
      document.problems += text.problems
    }
    document.fields += data.furtherText(besides: document)
    if document.body.isEmpty {
      document.problems.append(Problem("no-text", "the article has no text"))
    }
    return document
  }

  private static let addresses: [(String, Field.Name)] = [
    ("url", .permalink), ("mainentityofpage", .canonical),
  ]
}
