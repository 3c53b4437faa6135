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
