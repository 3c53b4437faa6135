import WireText
import WireTrees

/// The strings of a message that may hold a document.
enum MessageStrings {
  /// The keys under which systems put what they pass on, in lower case.
  private static let keys: Set<String> = [
    "message", "body", "payload", "data", "detail", "content", "event", "value", "document", "item", "story",
    "article", "json", "xml", "rawmessage", "messagebody",
  ]
  /// How many strings at the start of an input are looked at.
  private static let mostAtStart = 4

  /// The most messages that lie in one another, as that of a topic in that of a queue; more of them are no document, so
  /// that looking into them takes linear time.
  private static let mostLevels = 2

  /// Whether the start of an input has a document in one of its messages.
  ///
  /// - Parameter levels: how many messages in one another are looked into.
  static func holdDocument(_ probe: Probe, levels: Int = mostLevels) -> Bool {
    // A record with a text of its own says more than what one of its strings holds.
    guard levels > 0, let json = probe.json, json.keys.isDisjoint(with: ["text", "@context"]),
      !JSONShape.holdsStory(probe.utf8)
    else { return false }
    return start(of: probe.utf8).contains { isDocument($0, levels: levels - 1) }
  }

  /// Whether text is a document of a format that says what it is: not HTML, which is a part of what holds it.
  ///
  /// - Parameter levels: how many messages in one another it may be.
  static func isDocument(_ text: [UInt8], levels: Int = mostLevels) -> Bool {
    guard mayBeDocument(text) else { return false }
    let probe = Probe(path: "message", bytes: text)
    let type = Readers.all.first { type in
      type == EnvelopeReader.self ? holdDocument(probe, levels: levels) : type.recognises(probe)
    }
    guard let type else { return false }
    return ![
      PlainTextReader.format, XMLReader.format, CSVReader.format, HTMLReader.format, MediumReader.format,
      MarkdownReader.format,
    ].contains(type.format)
  }

  /// Whether text may be a document: it opens like JSON or markup.
  static func mayBeDocument(_ text: [UInt8]) -> Bool {
    UnknownFormat.looksLikeJSON(text, "") || text.first { $0 > 0x20 } == UInt8(ascii: "<")
  }

  /// What a message says that happened to its document, if that is withdrawn: `event: post.deleted`.
  static func withdrawal(in message: JSONValue, _ bytes: [UInt8]) -> Status? {
    for member in message.members where events.contains(StoryKeys.normal(member.key)) {
      guard let word = member.value.text(in: bytes), word.utf8.count <= longestEvent else { continue }
      let words = word.lowercased().split { !$0.isLetter }
      guard words.contains(where: withdrawals.contains) else { continue }
      return Status(.canceled, raw: "\(member.key): \(word)")
    }
    return nil
  }

  private static let events: Set<String> = [
    "event", "eventtype", "eventname", "action", "operation", "type", "topic", "detailtype", "trigger",
  ]
  private static let longestEvent = 80
  private static let withdrawals: Set<Substring> = [
    "delete", "deleted", "deletion", "remove", "removed", "unpublish", "unpublished", "kill", "killed",
    "retract",
    "retracted", "withdraw", "withdrawn", "takedown", "trash", "trashed",
  ]

  /// The strings under such keys in a value, with their keys.
  static func all(in root: JSONValue) -> [(key: String, string: JSONString)] {
    var found: [(String, JSONString)] = []
    var waiting: [(key: String, value: JSONValue)] = [("", root)]
    while let (key, value) = waiting.popLast() {
      switch value.content {
      case .object(let members): waiting += members.reversed().map { ($0.key, $0.value) }
      case .array(let elements): waiting += elements.reversed().map { (key, $0) }
      case .string(let string): if keys.contains(key.lowercased()) { found.append((key, string)) }
      case .number, .bool, .null: break
      }
    }
    return found
  }

  /// The first such strings at the start of an input that may be documents, the last one as far as it goes.
  private static func start(of bytes: [UInt8]) -> [[UInt8]] {
    var reader = JSONReader(bytes, takesMany: true)
    var found: [[UInt8]] = []
    var isMessage = false
    while found.count < mostAtStart {
      let before = reader.at
      do {
        let event = try reader.next()
        switch event {
        case .end: return found
        case .key(let key): isMessage = keys.contains(key.text(in: bytes).lowercased())
        case .string(let string):
          if isMessage { add(string) }
          isMessage = false
        default: isMessage = false
        }
      } catch {
        if isMessage, let string = cutString(in: bytes, from: before) { add(string) }
        return found
      }
    }
    return found

    func add(_ string: JSONString) {
      var text: [UInt8] = []
      var map = SourceMap()
      _ = string.decode(from: bytes, at: 0, into: &text, map: &map)
      if mayBeDocument(text) { found.append(text) }
    }
  }

  /// The string that the end of the bytes cuts off, up to its last whole character.
  private static func cutString(in bytes: [UInt8], from start: Int) -> JSONString? {
    guard let open = bytes[start...].firstIndex(where: { $0 > 0x20 && $0 != UInt8(ascii: ":") }),
      bytes[open] == UInt8(ascii: "\"")
    else { return nil }
    // An escape has at most twelve bytes: `\ud83d\ude00`.
    var end = max(open + 1, bytes.count - 12)
    let marks = bytes[(open + 1)..<end].reversed().prefix { $0 == 0x5C }.count
    if marks % 2 == 1 { end -= 1 }
    return JSONString(range: open + 1..<end, isPlain: false)
  }
}
