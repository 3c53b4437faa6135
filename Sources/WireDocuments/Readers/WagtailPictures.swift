import WireText
import WireTrees

/// The pictures of a Wagtail dump, which have rows of their own, and the rows that show them.
///
/// A reference is only a number: where two models of pictures have a row with this key, nothing says which is meant.
struct WagtailPictures {
  /// What a row says about its picture.
  private struct Picture {
    var model: String
    var fields: [Field]
    var rights: [RightsField]
  }

  /// A reference to a picture by a field or block of a name.
  private struct Use: Hashable {
    var name: String
    var key: String
  }

  private var pictures: [String: [Picture]] = [:]
  /// The references of each row with text.
  private var uses: [[Use]] = []

  /// The most statements and fields of a picture that are kept.
  private static let maximumFields = 20

  /// Adds a row, if it is a picture: a file with a width and a height, but not a rendition of one.
  mutating func add(_ model: String, _ key: String, _ item: inout JSONItem) {
    guard let fields = item.value("fields"), fields.member("filter_spec") == nil,
      fields.member("image") == nil,
      ["file", "width", "height"].allSatisfy({ fields.member($0) != nil })
    else { return }
    var picture = item.inside(fields)
    picture.takeMedia(fields, name: "", medium: .picture)
    item.source = picture.source
    pictures[key, default: []].append(
      Picture(
        model: model, fields: Array(picture.document.fields.prefix(Self.maximumFields)),
        rights: Array(picture.document.rights.prefix(Self.maximumFields))))
  }

  /// Notes the pictures to which the next row refers, also in its StreamFields.
  mutating func noteUses(in fields: JSONValue?, of item: JSONItem) {
    var found: [Use] = []
    for member in fields?.members ?? [] {
      guard case .string(let string) = member.value.content else {
        Self.collect(member.value, name: member.key, bytes: item.source.bytes, into: &found)
        continue
      }
      guard item.source.bytes[string.range].first == UInt8(ascii: "[") else { continue }
      var source = item.source
      let (utf8, _) = source.decode(string)
      // What is no JSON has been reported by the reader of the row.
      let limits = item.limits
      guard let tree = try? JSONValue.parse(utf8, maximumDepth: limits.depth, maximumEvents: limits.nodes)
      else {
        continue
      }
      Self.collect(tree, name: "", bytes: utf8, into: &found)
    }
    var seen: Set<Use> = []
    uses.append(found.filter { seen.insert($0).inserted })
  }

  /// Collects the numbers under names of pictures.
  private static func collect(_ value: JSONValue, name: String, bytes: [UInt8], into found: inout [Use]) {
    var waiting = [(name: Name(name), value: value)]
    while let (name, next) = waiting.popLast() {
      switch next.content {
      case .array(let elements): waiting += elements.reversed().map { (name, $0) }
      case .object(let members):
        // A block of a StreamField: `{"type": "image", "value": 8}`.
        let type = next.member("type").flatMap { $0.text(in: bytes) }.map(Name.init)
        waiting += members.reversed().map { ($0.key == "value" ? type ?? name : Name($0.key), $0.value) }
      case .number:
        if name.isPictureReference, let key = next.text(in: bytes) {
          found.append(Use(name: name.text, key: key))
        }
      case .string, .bool, .null: break
      }
    }
  }

  /// The name of a field or block, judged once, since a list under it may have many numbers.
  private struct Name {
    let text: String
    let isPictureReference: Bool

    init(_ key: String) {
      // Longer ones are no names.
      text = String(key.prefix(80))
      isPictureReference = KeyWords(text).isPictureReference
    }
  }

  /// Adds to the document of a row what its pictures say.
  func complete(_ document: inout Document, ofRow row: Int) {
    guard row < uses.count else { return }
    var seen: Set<String> = []
    for use in uses[row] where seen.insert(use.key).inserted {
      guard let found = pictures[use.key], found.count == 1, let picture = found.first else { continue }
      document.fields += picture.fields.map { field in
        var field = field
        field.key = use.name + field.key
        return field
      }
      document.rights += picture.rights.map { statement in
        var statement = statement
        statement.scope = use.name
        return statement
      }
    }
  }
}
