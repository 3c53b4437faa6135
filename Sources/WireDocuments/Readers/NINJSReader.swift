import WireText

/// ninjs 1.x, 2.x and 3.x: one object, an array of objects, or one object a line.
///
/// The whole input is read at once; a feed of ninjs is small. Objects that follow one another without an array
/// around them are read one by one, and a line that cannot be read costs only itself.
struct NINJSReader: DocumentReader {
  static let format = Format(name: "ninjs", title: "ninjs 1 to 3: IPTC's news in JSON")

  static func recognises(_ probe: Probe) -> Bool {
    guard probe.firstByte == 0x7B || probe.firstByte == 0x5B else { return false }
    let keys = Set(JSONShape.topLevelKeys(Array(probe.text.utf8)).map { $0.lowercased() })
    return NINJSKeys.areNINJS(keys)
  }

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private var source: JSONSource?
  private var reader = JSONReader([])
  /// What decoding the bytes guessed; told with the first document.
  private var problems: [Problem] = []
  private var isInArray = false
  /// Lines before the part that `reader` reads.
  private var linesBefore = 0
  private var item = 0

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.origin = origin
    self.limits = limits
  }

  mutating func next() throws(ReadingFault) -> Document? {
    if source == nil { try open() }
    do {
      guard let value = try nextValue() else { return nil }
      return document(of: value)
    } catch {
      var fault = error
      fault.line += linesBefore
      guard let start = lineAfter(error) else { throw fault.readingFault(path: origin.path) }
      reader = JSONReader(
        reader.bytes, range: start..<reader.bytes.count, maximumDepth: limits.depth, takesMany: true,
        maximumEvents: limits.nodes)
      linesBefore = fault.line
      return badLine(fault)
    }
  }

  private mutating func open() throws(ReadingFault) {
    let bytes = try input.readAll(limit: limits.wholeInputBytes, path: origin.path)
    let decoded = Decoded(bytes)
    source = JSONSource(decoded.utf8, map: decoded.map)
    problems = decoded.problems
    if decoded.encoding != .utf8 {
      problems.append(Problem("encoding-guessed", "JSON is UTF-8; this is read as \(decoded.encoding)"))
    }
    reader = JSONReader(
      decoded.utf8, maximumDepth: limits.depth, takesMany: true, maximumEvents: limits.nodes)
  }

  /// The next object, whether it stands in an array or alone.
  private mutating func nextValue() throws(JSONFault) -> JSONValue? {
    while true {
      let event = try reader.next()
      switch event {
      case .end: return nil
      case .beginArray where !isInArray && reader.depth == 1: isInArray = true
      case .endArray where isInArray && reader.depth == 0: isInArray = false
      default: return try JSONValue.read(event, from: &reader)
      }
    }
  }

  private mutating func document(of value: JSONValue) -> Document {
    item += 1
    var origin = origin
    origin.item = item
    guard var source, case .object = value.content else {
      var document = Document(origin: origin)
      document.type = .other
      document.problems = [
        Problem("not-an-object", "a value that is no object was left out", losesText: true)
      ]
      return document
    }
    var record = NINJSRecord(source: source, origin: origin, limits: limits)
    var document = record.document(of: value)
    source = record.source
    self.source = source
    document.problems = problems + document.problems
    problems = []
    return document
  }

  /// The start of the line after a fault, where the input is one object a line; else nil.
  private func lineAfter(_ fault: JSONFault) -> Int? {
    let bytes = reader.bytes
    guard !isInArray, item > 0, fault.code == "not-json", fault.offset < bytes.count,
      let end = bytes[fault.offset...].firstIndex(of: 0x0A)
    else { return nil }
    return end + 1
  }

  private mutating func badLine(_ fault: JSONFault) -> Document {
    item += 1
    var origin = origin
    origin.item = item
    var document = Document(origin: origin)
    document.type = .other
    document.problems = [Problem("bad-line", "not read: \(fault.message)", line: fault.line, losesText: true)]
    return document
  }
}

/// The names of ninjs, in lower case: 3.x spells in camel case what 1.x and 2.x write in one word.
enum NINJSKeys {
  /// Whether an object with such keys is ninjs.
  static func areNINJS(_ keys: Set<String>) -> Bool {
    guard keys.isDisjoint(with: foreign) else { return false }
    let known = keys.intersection(typical).count + keys.filter { $0.hasPrefix("body_") }.count
    if keys.contains("uri") { return known > 0 || keys == ["uri"] }
    // Content APIs hand over ninjs without its identifier; the word `versioncreated` is ninjs's own.
    return known >= (keys.contains("guid") ? 2 : keys.contains("versioncreated") ? 5 : .max)
  }

  /// Keys that only other formats have beside a `uri` or `guid`.
  private static let foreign: Set<String> = [
    "text", "content_elements", "article_html", "data", "db", "posts", "_type", "sys", "rendered", "@context",
  ]
  private static let typical: Set<String> = [
    "associations", "bodies", "body", "byline", "by", "contentcreated", "contentmodified", "copyrightholder",
    "copyrightnotice", "charcount", "descriptions", "description_text", "ednote", "embargoed", "eventdetails",
    "events", "expires", "firstcreated", "genres", "headline", "headlines", "infosources", "language",
    "located", "mimetype", "objects", "organisations", "people", "places", "planningdetails",
    "plannedcoverage",
    "profile", "pubstatus", "renditions", "representationtype", "rightsinfo", "slug", "slugline", "standard",
    "standards", "subject", "subjects", "type", "urgency", "usageterms", "version", "versioncreated",
    "wordcount", "$standard", "contactinfo", "timeline",
  ]
}
