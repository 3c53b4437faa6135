import WireText
import WireTrees

/// JSON of a site's own that no other reader knows: objects at any depth that have a headline and a text by the names
/// of their keys.
///
/// A page's state, the answer of an interface, an array of articles. Names that are not known need a mapping file.
struct JSONStoriesReader: JSONItemReader {
  static let format = Format(name: "json", title: "JSON of any kind: objects with a headline and a text")

  static func recognises(_ probe: Probe) -> Bool {
    probe.json != nil && JSONShape.holdsStory(probe.utf8)
  }

  var queue: JSONItemQueue
  /// The top-level value whose further texts were told last.
  private var toldRoot = 0

  init(queue: JSONItemQueue) { self.queue = queue }

  /// The stories in a value, in order; the value itself if it has none.
  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    guard !value.members.isEmpty || !value.elements.flatMap(\.members).isEmpty else { return nil }
    let stories = stories(in: value)
    return stories.isEmpty ? [value] : stories
  }

  private static func stories(in root: JSONValue) -> [JSONValue] {
    var found: [JSONValue] = []
    var waiting = [root]
    while let next = waiting.popLast() {
      switch next.content {
      case .object where isStory(next):
        found.append(next)
        waiting += further(in: next).reversed().map(\.value)
      case .object(let members): waiting += members.reversed().map(\.value)
      case .array(let elements): waiting += elements.reversed()
      case .string, .number, .bool, .null: break
      }
    }
    return found
  }

  private static func isStory(_ object: JSONValue, asRecord: Bool = true) -> Bool {
    let fields = fields(of: object, isRecord: asRecord && isRecord(object))
    let names = Set(fields.filter { $0.value.mayHoldText }.map { StoryKeys.normal($0.key) })
    return !names.isDisjoint(with: StoryKeys.headlines) && !names.isDisjoint(with: StoryKeys.bodies)
  }

  /// Whether an object is the record of a system around a story, whose status and times stand beside it:
  /// `{"uuid": …, "published_at": …, "content": {"headline": …, "text": …}}`.
  private static func isRecord(_ object: JSONValue) -> Bool {
    let names = object.members.lazy.map { StoryKeys.normal($0.key) }
    return names.contains { StoryKeys.identifiers.contains($0) || $0.hasSuffix("slug") }
      && object.members.contains { holdsStory($0) }
  }

  private static func holdsStory(_ member: JSONValue.Member) -> Bool {
    ["content", "data", "fielddata"].contains(StoryKeys.normal(member.key))
      && StoryKeys.areStory(member.value.members)
  }

  /// The members of a record around a story that are no part of it, as they hold stories of their own; empty if the
  /// object is more than that.
  private static func further(in object: JSONValue) -> [JSONValue.Member] {
    guard isRecord(object), !isStory(object, asRecord: false) else { return [] }
    return object.members.filter { !holdsStory($0) && holdsStories($0.value) }
  }

  /// Whether a value holds stories, in few levels: a list of them, or an object with such a list.
  private static func holdsStories(_ value: JSONValue) -> Bool {
    var level = [value]
    for _ in 0..<mostLevels {
      if level.contains(where: { isStory($0) || isRecord($0) }) { return true }
      level = level.flatMap { value in
        if case .array(let elements) = value.content { return elements }
        return value.members.map(\.value)
      }
    }
    return false
  }

  /// How deep stories may lie in a member of a record, so that looking for them takes linear time.
  private static let mostLevels = 4

  /// The fields of an object, together with those in the objects that only group its fields; a name says no more than
  /// what it is a name of: `webTitle` is a title.
  private static func fields(of object: JSONValue, isRecord: Bool) -> [(key: String, value: JSONValue)] {
    let fields = object.members.flatMap { member -> [(key: String, value: JSONValue)] in
      let isGroup = StoryKeys.isGroup(member.key) || isRecord && holdsStory(member)
      let inner = isGroup ? member.value.members : []
      return inner.isEmpty ? [(member.key, member.value)] : inner.map { ($0.key, $0.value) }
    }
    return fields.map { field in
      let name = StoryKeys.name(of: field.key)
      return (name == StoryKeys.normal(field.key) ? field.key : name, field.value)
    }
  }

  static func read(_ item: inout JSONItem) {
    let further = Set(further(in: item.object).map(\.keyRange))
    let members = item.object.members.filter { !further.contains($0.keyRange) }
    let object = JSONValue(content: .object(members), range: item.object.range)
    let fields = fields(of: object, isRecord: isRecord(object))
    let ids = fields.filter { StoryKeys.identifiers.contains(StoryKeys.normal($0.key)) }
    // Beside a number of its own, that of a user is the writer's.
    let own = ids.filter { StoryKeys.normal($0.key) != "uid" }
    for field in own.isEmpty ? ids : own { item.document.id = item.document.id ?? item.plain(field.value) }
    // A title may be that of the page; a headline is that of the story.
    let headlines = fields.filter { StoryKeys.normal($0.key) == "headline" }
    let others = fields.filter { field in
      let name = StoryKeys.normal(field.key)
      return name != "headline" && !StoryKeys.identifiers.contains(name)
    }
    SiteFields.read(headlines + others, into: &item)
  }

  mutating func complete(_ item: inout JSONItem) {
    guard toldRoot != queue.rootNumber else { return }
    toldRoot = queue.rootNumber
    let words = Self.wordsBeside(Self.stories(in: item.root), in: item.root, item.source.bytes)
    guard words > 0 else { return }
    item.report(
      "left-out", "further texts in the file, of some \(words) words, were not taken for copy", item.root,
      losesText: true)
  }

  /// The words of long texts that are in none of the stories.
  private static func wordsBeside(_ stories: [JSONValue], in root: JSONValue, _ bytes: [UInt8]) -> Int {
    guard let first = stories.first else { return 0 }
    var words = 0
    var rest = stories[...]
    var next = first.range
    var waiting = [root]
    while let value = waiting.popLast() {
      while next.upperBound <= value.range.lowerBound, let story = rest.popFirst() { next = story.range }
      if next == value.range { continue }
      switch value.content {
      case .object(let members): waiting += members.reversed().map(\.value)
      case .array(let elements): waiting += elements.reversed()
      case .string(let string):
        let spaces = bytes[string.range].lazy.filter { $0 == 0x20 }.count
        words += spaces >= fewestSpaces ? spaces + 1 : 0
      case .number, .bool, .null: break
      }
    }
    return words
  }

  /// The fewest spaces of a text that may be a story and not just a description.
  private static let fewestSpaces = 25
}
