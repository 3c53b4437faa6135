extension MatchSettings {
  /// One of the constants, with its value in the program and its documentation in the source.
  public struct Constant: Sendable, Equatable {
    /// The name in the source.
    public var name: String
    /// The value.
    public var value: String
    /// What it means: the comment on its declaration.
    public var meaning: String
  }

  /// All constants in the order of their declaration.
  ///
  /// Values are those of this instance; meanings are read from the source file of the type, which is embedded in
  /// the program, so that both always match what is used.
  public var constants: [Constant] {
    let meanings = Self.meanings(
      in: EmbeddedFiles.all.first { $0.path.hasSuffix("MatchSettings.swift") }?.text ?? "")
    return Mirror(reflecting: self).children.map { child in
      let name = child.label ?? ""
      return Constant(name: name, value: "\(child.value)", meaning: meanings[name] ?? "")
    }
  }

  /// The documentation of each variable that a source file declares.
  private static func meanings(in source: String) -> [String: String] {
    var meanings: [String: String] = [:]
    var comment: [Substring] = []
    for line in source.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("///") {
        let text = line.dropFirst(3).drop { $0 == " " }
        if !text.isEmpty { comment.append(text) }
        continue
      }
      if line.hasPrefix("public var ") {
        let name = line.dropFirst("public var ".count).prefix { $0.isLetter || $0.isNumber }
        meanings[String(name)] = comment.joined(separator: " ")
      }
      comment = []
    }
    return meanings
  }
}
