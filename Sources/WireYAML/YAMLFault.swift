/// An error in a YAML file, and its position.
public struct YAMLFault: Error, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public var file: String
  /// The position of the error.
  public var position: YAMLValue.Position
  /// What is wrong.
  public var message: String
  /// What to do next.
  public var next: String
  /// Whether the file may be valid YAML but uses anchors, aliases, tags or merge keys, which are not supported.
  public var isRefusal = false

  /// A fault of the given parts.
  public init(_ file: String, _ position: YAMLValue.Position, _ message: String, next: String) {
    self.file = file
    self.position = position
    self.message = message
    self.next = next
  }

  /// The fault of a file that uses unsupported YAML.
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
