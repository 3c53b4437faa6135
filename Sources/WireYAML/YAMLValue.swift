/// A YAML tree in which every scalar is text and every node knows its line and column.
///
/// Only the plain part of YAML is taken: anchors, aliases, merge keys, tags and duplicate keys are errors, so that
/// no file can blow up in memory and `NO` (Norway) stays a text. The schema of the caller gives scalars their type.
public struct YAMLValue: Sendable, Equatable {
  /// What a node is.
  public enum Content: Sendable, Equatable {
    case scalar(String)
    case sequence([YAMLValue])
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable, Equatable {
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
  /// - Throws: `YAMLFault` with the place, also for what is YAML and not taken.
  public init(parsing text: String, name: String) throws(YAMLFault) {
    guard text.utf8.count <= Self.maximumBytes else {
      throw YAMLFault(
        name, .init(line: 1, column: 1), "the file is larger than 1 MiB", next: "split it with include")
    }
    let root = try YAMLTree.root(of: text, name: name)
    self = root ?? YAMLValue(content: .mapping([]), at: .init(line: 1, column: 1))
  }

  /// Reads the head of a document whose root is a mapping: what stands before a key, all that follows unread.
  ///
  /// - Throws: `YAMLFault` with the place, for the head only.
  public init(parsingHead text: String, before key: String, name: String) throws(YAMLFault) {
    let root = try YAMLTree.root(of: text, name: name, before: key)
    self = root ?? YAMLValue(content: .mapping([]), at: .init(line: 1, column: 1))
  }

  init(content: Content, at position: Position) {
    self.content = content
    self.position = position
  }
}
