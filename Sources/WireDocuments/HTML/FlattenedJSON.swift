import WireText
import WireTrees

/// JSON in which each value stands once, in a list, and objects and arrays hold the indices of their values, as Nuxt
/// writes the state of a page (`__NUXT_DATA__`).
///
/// Source of the format: sveltejs/devalue, `stringify`. A list that begins with a text is a type: `["Reactive", 2]`,
/// `["Date", "2026-11-24"]`, `["Set", 3, 4]`.
struct FlattenedJSON {
  private let values: [JSONValue]
  private let script: LinkedData.Script
  private let limits: Limits
  /// The JSON with every value in its place, and where its pieces are in the script.
  private var text = MappedText()
  /// The indices of the values that are being written.
  private var open: Set<Int> = []
  private let mostBytes: Int
  /// How deep values may nest; they are written by recursion.
  private static let maximumDepth = 64

  /// Nil for other JSON.
  init?(_ value: JSONValue, of script: LinkedData.Script, limits: Limits) {
    guard case .array(let values) = value.content, values.count > 1, Self.isRoot(values[0], script.bytes),
      values.allSatisfy(Self.isFlat)
    else { return nil }
    self.values = values
    self.script = script
    self.limits = limits
    // A value may be named more than once, but not over and over.
    mostBytes = 4 * script.bytes.count + 1024
  }

  /// Whether a value consists of indices.
  private static func isRoot(_ value: JSONValue, _ bytes: [UInt8]) -> Bool {
    let indices = value.members.map(\.value)
    if !indices.isEmpty { return indices.allSatisfy { index($0, bytes) != nil } }
    guard case .array(let parts) = value.content, parts.count == 2, parts[0].isString else { return false }
    return index(parts[1], bytes) != nil
  }

  /// Whether what is in a value is named by indices; in lists there may be texts.
  private static func isFlat(_ value: JSONValue) -> Bool {
    switch value.content {
    case .object(let members):
      return members.allSatisfy { if case .number = $0.value.content { true } else { false } }
    case .array(let parts):
      return parts.allSatisfy { part in
        if case .number = part.content { true } else { part.isString }
      }
    case .string, .number, .bool, .null: return true
    }
  }

  /// The index that a value is; nil for others.
  private static func index(_ value: JSONValue, _ bytes: [UInt8]) -> Int? {
    guard case .number = value.content else { return nil }
    return Int(String(decoding: bytes[value.range], as: UTF8.self))
  }

  /// The data as other JSON has it; nil if it is more than the script could hold, or too deep.
  func expanded() -> JSONItem? {
    var writer = self
    guard writer.write(at: 0),
      let value = try? JSONValue.parse(
        writer.text.utf8, maximumDepth: limits.depth, maximumEvents: limits.nodes)
    else { return nil }
    let source = JSONSource(writer.text.utf8, map: writer.text.map.composed(with: script.map))
    return ScriptStory.item(value, source, limits)
  }

  /// Writes the value of an index; false if there is too much.
  private mutating func write(at index: Int) -> Bool {
    guard values.indices.contains(index), !open.contains(index) else { return write("null") }
    guard open.count < Self.maximumDepth, text.utf8.count < mostBytes else { return false }
    open.insert(index)
    defer { open.remove(index) }
    let value = values[index]
    switch value.content {
    case .string, .number, .bool, .null: return write(value)
    case .array(let parts) where parts.first?.isString == true: return write(type: parts)
    case .array(let parts): return write(list: parts)
    case .object(let members):
      _ = write("{")
      for (number, member) in members.enumerated() {
        _ = write(number > 0 ? ",\"" : "\"")
        text.copy(member.keyRange, of: script.bytes)
        guard write("\":"), writeIndex(member.value) else { return false }
      }
      return write("}")
    }
  }

  /// Writes a value of a type: those in it, or the text of a date or the like.
  private mutating func write(type parts: [JSONValue]) -> Bool {
    switch parts[0].text(in: script.bytes) {
    case "Set", "Map": return write(list: Array(parts.dropFirst()))
    case "null":
      // An object without a prototype: keys and indices by turns.
      _ = write("{")
      for at in stride(from: 1, to: parts.count - 1, by: 2) {
        guard parts[at].isString else { continue }
        guard write(at > 1 ? "," : ""), write(parts[at]), write(":"), writeIndex(parts[at + 1]) else {
          return false
        }
      }
      return write("}")
    default: return parts.count == 2 ? writeIndex(parts[1]) : write(list: Array(parts.dropFirst()))
    }
  }

  private mutating func write(list parts: [JSONValue]) -> Bool {
    _ = write("[")
    for (number, part) in parts.enumerated() {
      guard write(number > 0 ? "," : ""), writeIndex(part) else { return false }
    }
    return write("]")
  }

  /// Writes what an index names; a value that is none stands for itself.
  private mutating func writeIndex(_ value: JSONValue) -> Bool {
    if let index = Self.index(value, script.bytes) { return write(at: index) }
    return value.isString ? write(value) : write("null")
  }

  /// Writes a value that has no others in it.
  private mutating func write(_ value: JSONValue) -> Bool {
    guard value.isString else {
      text.copy(value.range, of: script.bytes)
      return true
    }
    _ = write("\"")
    text.copy(value.range, of: script.bytes)
    return write("\"")
  }

  private mutating func write(_ sign: StaticString) -> Bool {
    text.insert(sign)
    return text.utf8.count < mostBytes
  }
}
