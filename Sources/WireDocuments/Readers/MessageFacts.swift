import WireText
import WireTrees

/// What an object around a message says of the documents in it: status, times, rights, and all other texts.
///
/// Positions are left out, as those of a document are in its own message.
struct MessageFacts {
  /// The index of those of the object around this one; nil if there are none.
  let outer: Int?
  private var stated: Document

  /// The most fields and statements that a document gets from what is around it.
  static let most = 200

  /// The facts in the members of an object that hold no document.
  init(_ object: JSONValue, _ members: [JSONValue.Member], of item: JSONItem, outer: Int?) {
    self.outer = outer
    var inner = item.inside(JSONValue(content: .object(members), range: object.range))
    let fields = members.map { (key: $0.key, value: $0.value) }
    // A text beside the document is a remark on it, whatever it is called.
    SiteFields.read(fields.filter { !Self.isBody($0.key) }, into: &inner)
    for field in fields where Self.isBody(field.key) { inner.keepWords(of: field.value, key: field.key) }
    if let status = MessageStrings.withdrawal(in: object, item.source.bytes) {
      inner.document.setStatus(status)
    }
    let headline = inner.document.headline.map { [Field(.title, $0, key: "message")] } ?? []
    let body = inner.document.body.strings.map { Field(.other, $0, key: "message") }
    inner.document.fields += headline + body + Self.words(fields, &inner)
    stated = inner.finished()
    // It is no document, and its status may be that of the sending.
    stated.problems.removeAll { ["no-text", "status-unknown"].contains($0.code) }
    if let status = stated.status, status.value == .unknown {
      stated.fields.append(Field(.other, status.raw, key: "status"))
      stated.status = nil
    }
    let words = stated.fields.lazy.map { $0.text.utf8.lazy.filter { $0 == 0x20 }.count + 1 }
      .filter { $0 > Self.mostWords }.reduce(0, +)
    if words > 0 {
      stated.problems.append(
        Problem(
          "left-out",
          "texts beside the document in its message, of some \(words) words, were not taken for copy",
          losesText: true))
    }
  }

  /// The most words of a text that is a remark and no copy.
  private static let mostWords = 25

  private static func isBody(_ key: String) -> Bool { StoryKeys.bodies.contains(StoryKeys.normal(key)) }

  /// The members that are a single word, such as `note: Embargoed`, and were not read as anything.
  private static func words(_ fields: [(key: String, value: JSONValue)], _ item: inout JSONItem) -> [Field] {
    var words: [Field] = []
    let known = Set(item.document.fields.map(\.key))
    for field in fields where field.value.isString && !known.contains(field.key) {
      guard let word = item.line(field.value), word.allSatisfy(\.isLetter) else { continue }
      words.append(Field(.other, word, key: field.key))
    }
    return words
  }

  /// Adds problems of the object itself.
  mutating func take(_ problems: [Problem]) { stated.problems += problems }

  /// Adds the facts to a document.
  ///
  /// - Parameter room: how many more fields and statements it may get.
  func add(to document: inout Document, room: inout Int) {
    if let status = stated.status { document.setStatus(status) }
    if let embargo = stated.embargo { document.addEmbargo(embargo) }
    document.language = document.language ?? stated.language
    let before = room
    func fitting<Part>(_ parts: [Part]) -> ArraySlice<Part> {
      let fitting = parts.prefix(max(room, 0))
      room -= parts.count
      return fitting
    }
    // Statements come first, as they count for most.
    document.rights += fitting(stated.rights).map { field in
      var field = field
      field.range = nil
      return field
    }
    document.times += fitting(stated.times)
    document.fields += fitting(stated.fields).map { Field($0.name, $0.text, key: $0.key) }
    document.urls += fitting(stated.urls).map { Field($0.name, $0.text, key: $0.key) }
    document.links += fitting(stated.links)
    document.problems += stated.problems.prefix(JSONItem.maximumProblems).map { problem in
      Problem(problem.code, problem.message, losesText: problem.losesText)
    }
    if room < 0, before >= 0 {
      document.problems.append(
        Problem("many-fields", "the message has more fields than are read with its document", losesText: true)
      )
    }
  }
}
