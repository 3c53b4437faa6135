import WireText
import WireTrees

/// ninjs 1.x, 2.x and 3.x: one object, an array of objects, the list in an API response, or one object per line.
///
/// A sequence of objects without an enclosing array is read one by one; a line that cannot be read does not affect the
/// others.
struct NINJSReader: DocumentReader {
  static let format = Format(name: "ninjs", title: "ninjs 1 to 3: IPTC's news in JSON")

  static func recognises(_ probe: Probe) -> Bool {
    probe.json.map { NINJSKeys.areNINJS($0.keys) || NINJSKeys.list(in: $0) != nil } ?? false
  }

  private let origin: Origin
  private let limits: Limits
  private var values: JSONValues
  private var item = 0

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.origin = origin
    self.limits = limits
    let start = JSONProbe(startOf: input)
    values = JSONValues(
      input, path: origin.path, limits: limits, elementsOf: start.flatMap(NINJSKeys.list))
  }

  mutating func next() throws(ReadingFault) -> Document? {
    var next = try values.next()
    // A truncated item is not returned: the next call throws the reason.
    if case .cut? = next { next = try values.next() }
    guard let part = next else { return nil }
    item += 1
    var origin = origin
    origin.item = item
    var document: Document
    switch part {
    case .cut: return nil
    case .badLine(let problem): document = Self.unreadable(problem, origin)
    case .value(let value):
      if case .object = value.content {
        var record = NINJSRecord(source: values.source, origin: origin, limits: limits)
        document = record.document(of: value)
      } else {
        document = Self.unreadable(
          Problem("not-an-object", "a value that is no object was left out", losesText: true), origin)
      }
    }
    document.problems = values.takeProblems() + document.problems
    return document
  }

  private static func unreadable(_ problem: Problem, _ origin: Origin) -> Document {
    var document = Document(origin: origin)
    document.type = .other
    document.problems = [problem]
    return document
  }
}

/// The names of ninjs, in lower case: 3.x uses camel case for what 1.x and 2.x write as one word.
enum NINJSKeys {
  /// Whether an object with these keys is ninjs.
  static func areNINJS(_ keys: Set<String>) -> Bool {
    guard keys.isDisjoint(with: foreign) else { return false }
    let known = keys.intersection(typical).count + keys.filter { $0.hasPrefix("body_") }.count
    if keys.contains("uri") { return known > 0 || keys == ["uri"] }
    // Content APIs return ninjs without its identifier; only ninjs uses the word `versioncreated`.
    return known >= (keys.contains("guid") ? 2 : keys.contains("versioncreated") ? 5 : .max)
  }

  /// The key of the item list in an answer of an interface; nil if the start is none.
  static func list(in start: JSONProbe) -> String? {
    guard start.keys.isDisjoint(with: envelopesOfOthers) else { return nil }
    // Many a list of pictures or links has objects with a `uri` and a `type`.
    return start.list { keys in
      areNINJS(keys)
        && (!keys.isDisjoint(with: ["headline", "headlines", "bodies"])
          || keys.contains { $0.hasPrefix("body_") })
    }
  }

  private static let envelopesOfOthers: Set<String> = foreign.subtracting(["data"]).union([
    "uri", "guid", "version", "includes", "api_version",
  ])

  /// Keys that only other formats have together with a `uri` or `guid`.
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
