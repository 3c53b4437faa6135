import WireText
import WireTrees

extension ItemType {
  /// The item type for a media type, for instance `image/jpeg`.
  init(mediaType: String?) {
    switch mediaType?.split(separator: "/").first {
    case "image": self = .picture
    case "video": self = .video
    case "audio": self = .audio
    default: self = .other
    }
  }
}

extension JSONItem {
  /// Keeps the text about a picture, film or graphic that comes with a story.
  ///
  /// This text is not copy, and its terms do not apply to the story: captions and credits become fields, and
  /// statements of rights get the item as their scope and medium.
  ///
  /// - Parameters:
  ///   - media: the object that describes it.
  ///   - key: its key, for a value that is a text and not an object.
  ///   - name: its relation to the story, for instance `association main`.
  ///   - medium: its type; nil if the document is about nothing else.
  mutating func takeMedia(_ media: JSONValue?, key: String = "", name: String, medium: ItemType?) {
    var waiting: [(value: JSONValue, key: String)] = media.map { [($0, key)] } ?? []
    while let (value, key) = waiting.popLast() {
      for member in value.members.reversed() {
        let own = StoryKeys.normal(member.key)
        if MediaWords.machinery.contains(own) { continue }
        // `photographer: {name: …}`
        waiting.append((member.value, MediaWords.inherits(member.key) ? key : member.key))
      }
      if case .array(let elements) = value.content {
        waiting += elements.reversed().map { ($0, key) }
      }
      take(value, key: key, ofMedia: name, medium: medium)
    }
  }

  private mutating func take(_ value: JSONValue, key: String, ofMedia name: String, medium: ItemType?) {
    let word = StoryKeys.normal(key)
    var text: String?
    if value.isString {
      text = line(value)
    } else if MediaWords.expressions.contains(word) {
      text = oneLine(String(decoding: source.bytes[value.range], as: UTF8.self))
    }
    guard let text, !key.isEmpty else { return }
    let place = source.place(value.range)
    if let kind = MediaWords.rights[word] {
      document.rights.append(
        RightsField(kind.stating(text), text, key: key, scope: name, medium: medium, range: place))
    } else if MediaWords.saysSomething(word) || text.contains(" ") {
      document.fields.append(Field(.other, text, key: "\(name): \(key)", place: place))
    }
  }
}

/// The keys under which formats store text about a picture, in lower case without hyphens and underscores.
enum MediaWords {
  static let rights = RightsKeys.kinds.merging([
    "holder": .holder, "specialinstructions": .terms, "instructions": .terms, "autopublishnotice": .notice,
  ]) { $1 }
  /// The keys of statements that may be objects.
  static let expressions: Set<String> = ["encodedrights"]
  private static let said: Set<String> = [
    "headline", "headlines", "title", "caption", "byline", "bylines", "by", "credit", "credits", "creditline",
    "attribution", "alt", "alttext", "photographer", "author", "authors", "creator", "source", "provider",
    "ednote", "embargoed", "expires", "summary", "subtitle", "name",
  ]
  /// The keys of technical data about a picture, such as sizes and addresses.
  static let machinery: Set<String> = [
    "renditions", "sizes", "links", "_links", "formats", "file", "providermetadata", "subject", "subjects",
    "products",
  ]

  /// Whether a key describes a picture.
  static func isKnown(_ word: String) -> Bool { rights[word] != nil || saysSomething(word) }

  /// Whether a key's text is kept even if it is a single word.
  static func saysSomething(_ word: String) -> Bool { said.contains(word) || word.hasPrefix("description") }

  /// Whether a key adds nothing to the key of the object that contains it.
  static func inherits(_ key: String) -> Bool {
    ["name", "value", "text", "rendered", "raw", "processed"].contains(key) || JSONValue.isLanguage(key)
  }
}
