import WireText
import WireTrees

/// ninjs 1.x, 2.x and 3.x: one object, an array of objects, or one object a line.
///
/// The whole input is read at once; a feed of ninjs is small. Objects that follow one another without an array
/// around them are read one by one, and a line that cannot be read costs only itself.
struct NINJSReader: DocumentReader {
  static let format = Format(name: "ninjs", title: "ninjs 1 to 3: IPTC's news in JSON")

  static func recognises(_ probe: Probe) -> Bool {
    JSONProbe(probe).map { NINJSKeys.areNINJS($0.keys) } ?? false
  }

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private var values: JSONValues?
  private var source: JSONSource?
  /// What decoding the bytes guessed; told with the first document.
  private var problems: [Problem] = []
  /// Lines before the part that is read.
  private var linesBefore = 0
  private var item = 0

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.origin = origin
    self.limits = limits
  }

  mutating func next() throws(ReadingFault) -> Document? {
    var values: JSONValues
    if let opened = self.values {
      values = opened
    } else {
      values = try JSONValues(input, path: origin.path, limits: limits)
      (source, problems) = (values.source, values.problems)
    }
    defer { self.values = values }
    do {
      guard let value = try values.next() else { return nil }
      return document(of: value)
    } catch {
      var fault = error
      fault.line += linesBefore
      guard let start = lineAfter(error, in: values) else { throw fault.readingFault(path: origin.path) }
      values.restart(at: start)
      linesBefore = fault.line
      return badLine(fault)
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
  private func lineAfter(_ fault: JSONFault, in values: JSONValues) -> Int? {
    let bytes = values.bytes
    guard !values.isInArray, item > 0, fault.code == "not-json", fault.offset < bytes.count,
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
