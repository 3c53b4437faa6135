internal import Yams

/// A YAML tree in which every scalar is text and every node knows its line and column.
///
/// Only the plain part of YAML is taken: anchors, aliases, merge keys, tags and duplicate keys are errors, so that
/// no file can blow up in memory and `NO` (Norway) stays a text. The schema of the caller gives scalars their type.
public struct YAMLValue: Sendable {
  /// What a node is.
  public enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLValue])
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable {
    /// The key's text.
    public var key: String
    /// Where the key stands.
    public var position: Position
    /// What it stands for.
    public var value: YAMLValue
  }

  /// A place in the file.
  public struct Position: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int

    /// A place of the given parts.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// What the node is.
  public var content: Content
  /// Where it starts.
  public var position: Position

  /// The largest file that is read, in bytes.
  public static let maximumBytes = 1 << 20

  /// Reads one YAML document; an empty text is an empty mapping.
  ///
  /// - Throws: `YAMLFault` with the place; what is YAML and not taken is refused before any tree is made of it.
  public init(parsing text: String, name: String) throws(YAMLFault) {
    guard text.utf8.count <= Self.maximumBytes else {
      throw YAMLFault(
        name, .init(line: 1, column: 1), "the file is larger than 1 MiB", next: "split it with include")
    }
    try PlainYAML.check(text, name: name)
    let node: Node?
    do {
      node = try Parser(yaml: text, resolver: .basic).singleRoot()
    } catch let error as YamlError {
      throw Self.fault(error, name: name)
    } catch {
      throw YAMLFault(name, .init(line: 1, column: 1), "\(error)", next: "correct the YAML syntax")
    }
    guard let node else {
      self.init(content: .mapping([]), position: .init(line: 1, column: 1))
      return
    }
    self = try Self.convert(node, name: name, depth: 0)
  }

  private init(content: Content, position: Position) {
    self.content = content
    self.position = position
  }

  private static func convert(_ node: Node, name: String, depth: Int) throws(YAMLFault) -> YAMLValue {
    let position = Position(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard depth <= PlainYAML.maximumDepth else {
      throw YAMLFault(
        name, position, "nested deeper than \(PlainYAML.maximumDepth) levels", next: "flatten it")
    }
    switch node {
    case .scalar(let scalar):
      return YAMLValue(content: .scalar(scalar.string), position: position)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for element in sequence { values.append(try convert(element, name: name, depth: depth + 1)) }
      return YAMLValue(content: .sequence(values), position: position)
    case .mapping(let mapping):
      var entries: [Entry] = []
      var seen: Set<String> = []
      for (key, value) in mapping {
        let place = Position(line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
        guard case .scalar(let scalar) = key else {
          throw YAMLFault(name, place, "a key must be a text", next: "write a plain key")
        }
        guard seen.insert(scalar.string).inserted else {
          throw YAMLFault(name, place, "the key `\(scalar.string)` stands twice", next: "keep one of them")
        }
        entries.append(
          Entry(key: scalar.string, position: place, value: try convert(value, name: name, depth: depth + 1)))
      }
      return YAMLValue(content: .mapping(entries), position: position)
    case .alias:
      throw YAMLFault(name, position, "aliases are not taken", next: "write the value out where it is used")
    }
  }

  private static func fault(_ error: YamlError, name: String) -> YAMLFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return YAMLFault(
        name, .init(line: mark.line, column: mark.column), problem, next: "correct the YAML syntax here")
    case .duplicatedKeysInMapping(let keys, let context):
      return YAMLFault(
        name, .init(line: context.mark.line, column: context.mark.column),
        "the key `\(keys.first.map { "\($0)" } ?? "")` stands twice", next: "keep one of them")
    default:
      return YAMLFault(name, .init(line: 1, column: 1), "\(error)", next: "correct the YAML syntax")
    }
  }
}

/// What is wrong with a YAML file, and where.
public struct YAMLFault: Error, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public var file: String
  /// Where it is wrong.
  public var position: YAMLValue.Position
  /// What is wrong.
  public var message: String
  /// What to do next.
  public var next: String
  /// Whether the file may well be YAML, but has anchors, aliases, tags or merge keys, which are not taken.
  public var isRefusal = false

  /// A fault of the given parts.
  public init(_ file: String, _ position: YAMLValue.Position, _ message: String, next: String) {
    self.file = file
    self.position = position
    self.message = message
    self.next = next
  }

  /// A fault of a file that uses what is not taken.
  static func refusal(
    _ file: String, _ position: YAMLValue.Position, _ message: String, next: String
  ) -> YAMLFault {
    var fault = YAMLFault(file, position, message, next: next)
    fault.isRefusal = true
    return fault
  }

  /// `file:line:column: message (next step)`.
  public var description: String { "\(file):\(position.line):\(position.column): \(message) (\(next))" }
}
