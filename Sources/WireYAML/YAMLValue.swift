/// A YAML tree in which every scalar is text and every node has its line and column.
///
/// Only plain YAML is accepted: anchors, aliases, merge keys, tags and duplicate keys are errors, so that no file can
/// exhaust memory, and `NO` (Norway) remains a text. The caller's schema determines the types of scalars.
public struct YAMLValue: Sendable, Equatable {
  /// The kinds of nodes.
  public enum Content: Sendable, Equatable {
    /// Of a packed tree a part of the whole text, which is not copied.
    case scalar(Substring)
    case sequence([YAMLValue])
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable, Equatable {
    /// The key's text.
    public var key: String
    /// The position of the key.
    public var position: Position
    /// The key's value.
    public var value: YAMLValue
  }

  /// A position in the file.
  public struct Position: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int

    /// A position with the given line and column.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The kind and contents of the node.
  public var content: Content
  /// The position at which it starts.
  public var position: Position

  /// The largest file that is read, in bytes.
  public static let maximumBytes = 1 << 20

  /// Reads one YAML document; an empty text gives an empty mapping.
  ///
  /// - Throws: `YAMLFault` with the position, including for unsupported YAML.
  public init(parsing text: String, name: String) throws(YAMLFault) {
    guard text.utf8.count <= Self.maximumBytes else {
      throw YAMLFault(
        name, .init(line: 1, column: 1), "the file is larger than 1 MiB", next: "split it with include")
    }
    let root = try YAMLTree.root(of: text, name: name)
    self = root ?? YAMLValue(content: .mapping([]), at: .init(line: 1, column: 1))
  }

  /// Reads the head of a document whose root is a mapping: the entries before a key; the rest is not read.
  ///
  /// - Throws: `YAMLFault` with the position, for the head only.
  public init(parsingHead text: String, before key: String, name: String) throws(YAMLFault) {
    let root = try YAMLTree.root(of: text, name: name, before: key)
    self = root ?? YAMLValue(content: .mapping([]), at: .init(line: 1, column: 1))
  }

  init(content: Content, at position: Position) {
    self.content = content
    self.position = position
  }
}
