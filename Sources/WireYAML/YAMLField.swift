internal import WireText

/// One value together with its key.
public struct YAMLField: Sendable {
  /// The key.
  public let name: String
  /// The value.
  public let value: YAMLValue
  /// The file as the user named it.
  public let file: String

  /// A value under a key.
  public init(name: String, value: YAMLValue, file: String) {
    self.name = name
    self.value = value
    self.file = file
  }

  /// Where the value starts.
  public var position: YAMLValue.Position { value.position }

  /// A fault at this value.
  public func fault(_ message: String, next: String) -> YAMLFault {
    YAMLFault(file, position, message, next: next)
  }

  /// The value as text.
  public func text() throws(YAMLFault) -> String {
    guard case .scalar(let text) = value.content else {
      throw fault("`\(name)` must be a text", next: "write `\(name): …` on one line")
    }
    return String(text)
  }

  /// The value as a list of texts; a single text counts as a list of one.
  public func texts() throws(YAMLFault) -> [String] {
    if case .scalar(let text) = value.content { return text.isEmpty ? [] : [String(text)] }
    var result: [String] = []
    try forEachText { text, _ in result.append(String(text)) }
    return result
  }

  /// The value as a list.
  public func elements() throws(YAMLFault) -> [YAMLField] {
    try values().map { YAMLField(name: name, value: $0, file: file) }
  }

  /// Passes on the texts of a list and where each starts; of thousands, fields would cost more than all else.
  public func forEachText(_ body: (Substring, YAMLValue.Position) -> Void) throws(YAMLFault) {
    for value in try values() {
      if case .scalar(let text) = value.content {
        body(text, value.position)
      } else {
        body(try YAMLField(name: name, value: value, file: file).text()[...], value.position)
      }
    }
  }

  private func values() throws(YAMLFault) -> [YAMLValue] {
    guard case .sequence(let values) = value.content else {
      throw fault("`\(name)` must be a list", next: "write `[…]` or lines that start with `-`")
    }
    return values
  }

  /// The value as a mapping to read.
  public func mapping() throws(YAMLFault) -> YAMLReader { try YAMLReader(value, file: file) }

  /// The value as a whole number.
  public func integer() throws(YAMLFault) -> Int {
    let text = try text()
    guard let number = Int(text) else {
      throw fault("`\(name)` must be a whole number, not `\(text)`", next: "write digits only")
    }
    return number
  }

  /// The value as a decimal number.
  public func number() throws(YAMLFault) -> Double {
    let text = try text()
    guard let number = Double(text), number.isFinite else {
      throw fault("`\(name)` must be a number, not `\(text)`", next: "write for instance 0.1")
    }
    return number
  }

  /// The value as `true` or `false`.
  public func flag() throws(YAMLFault) -> Bool {
    switch try text() {
    case "true": return true
    case "false": return false
    case let other:
      throw fault("`\(name)` must be true or false, not `\(other)`", next: "write true or false")
    }
  }

  /// The value as one of an enumeration's raw values.
  ///
  /// Inlinable, since unspecialised generics cost more here than reading a whole file of choices.
  @inlinable
  public func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(YAMLFault) -> Choice
  where Choice.RawValue == String {
    let text = try text(among: Choice.allCases.map { $0.rawValue })
    if let choice = Choice(rawValue: text) { return choice }
    throw fault("`\(text)` is not a value of `\(name)`", next: "write another word")
  }

  /// The value as one of the given words.
  public func text(among words: [String]) throws(YAMLFault) -> String {
    let text = try text()
    if words.contains(text) { return text }
    let nearest = words.min { editDistance($0, text) < editDistance($1, text) } ?? ""
    throw fault(
      "`\(text)` is not a value of `\(name)`",
      next: editDistance(nearest, text) <= 2
        ? "did you mean `\(nearest)`?" : "one of: \(words.joined(separator: ", "))")
  }
}
