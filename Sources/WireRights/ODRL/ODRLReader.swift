internal import WireText
internal import WireTrees

/// Reads policies of ODRL 2.2 in JSON-LD: the compact form of ODRL's context, and variants found in public test suites.
///
/// Single values and arrays, `uid` and `@id`, prefixed and full IRIs, inline contexts, graphs whose nodes refer to
/// each other, policy-level properties that rules share, collections with `source`. Anything that is not understood
/// is kept as unread with its position. Reading is bounded: `longestText` bytes, `deepest` levels, `mostParts`
/// parts.
public enum ODRLReader {
  /// The longest document that is read, in bytes.
  public static let longestText = 4 << 20
  /// The deepest nesting of arrays and objects.
  static let deepest = 64
  /// The most rules, constraints, actions, parties and assets in one document, counting referenced ones once for
  /// each reference.
  static let mostParts = 50_000

  /// The policies of a document, including the rules that they inherit within it.
  ///
  /// - Throws: `RightsFault` if the text is not JSON or exceeds a limit.
  public static func policies(in text: String) throws(RightsFault) -> [ODRLPolicy] {
    let bytes = Array(text.utf8)
    var reader = ODRLDocumentReader(bytes)
    return ODRLInheritance.resolved(reader.policies(in: try RightsFault.json(bytes)))
  }
}

/// Reads one document: the values in it here; policies, rules and notices in extensions.
struct ODRLDocumentReader {
  let bytes: [UInt8]
  var names = ODRLNames()
  /// The nodes of graphs, as targets of references.
  var nodes: [String: JSONValue] = [:]
  /// The number of parts that may still be read.
  private var budget = ODRLReader.mostParts

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A property of an object with its short name.
  struct Property {
    var name: String
    var value: JSONValue
    var range: TextRange
  }

  /// The properties of an object; those of the same name are adjacent, in document order.
  func properties(of object: JSONValue) -> [Property] {
    object.members.map { member in
      Property(
        name: member.key.hasPrefix("@") ? member.key : names.name(member.key), value: member.value,
        range: TextRange(member.range))
    }
  }

  func range(_ value: JSONValue) -> TextRange { TextRange(value.range) }

  /// Takes one part out of the budget; false if it is exhausted or the nesting is too deep.
  mutating func mayRead(at depth: Int) -> Bool {
    guard budget > 0, depth < ODRLReader.deepest else { return false }
    budget -= 1
    return true
  }

  // MARK: Values

  /// The members of arrays, sets and lists within a value, in order.
  func elements(_ value: JSONValue) -> [JSONValue] {
    var found: [JSONValue] = []
    var waiting = [value]
    while let next = waiting.popLast() {
      switch next.content {
      case .array(let elements): waiting += elements.reversed()
      case .object(let members):
        if members.count == 1, ["@list", "@set"].contains(members[0].key) {
          waiting.append(members[0].value)
        } else {
          found.append(next)
        }
      case .null: break
      default: found.append(next)
      }
    }
    return found
  }

  /// The text or short name of a scalar, a literal or a reference, also as the only element of an array.
  func text(_ value: JSONValue) -> String? {
    let elements = elements(value)
    guard elements.count == 1 else { return nil }
    let value = elements[0]
    if let text = value.text(in: bytes) { return value.isString ? names.name(text) : text }
    for key in ["@value", "@id", "uid", "id"] {
      if let member = value.members.first(where: { $0.key == key || names.name($0.key) == key }) {
        guard let text = member.value.text(in: bytes) else { return nil }
        return key == "@value" ? text : names.name(text)
      }
    }
    return nil
  }

  /// All texts of a value; nil if one of its elements has none.
  func texts(_ value: JSONValue) -> [String]? {
    let elements = elements(value)
    let texts = elements.compactMap(text)
    return texts.count == elements.count ? texts : nil
  }

  /// The node that a reference refers to; the value itself if it is not a reference.
  func resolved(_ value: JSONValue) -> JSONValue {
    let isReference =
      value.isString || value.members.count == 1 && ["@id", "uid"].contains(value.members[0].key)
    guard isReference, let id = text(value), let node = nodes[id] else { return value }
    return node
  }

  /// A range of our profile, `[lower, upper]`.
  func words(_ value: JSONValue) -> TextRange? {
    let numbers = elements(value).compactMap { $0.text(in: bytes).flatMap { Int($0) } }
    guard numbers.count == 2, 0 <= numbers[0], numbers[0] <= numbers[1] else { return nil }
    return TextRange(numbers[0], numbers[1])
  }
}
