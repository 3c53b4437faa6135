import WireText
import WireTrees

/// An object or list as a script writes it, where keys have no quotes, or in the function that Nuxt hands a page's
/// state to the browser in: `window.__NUXT__=(function(a,b){b.title="…";return {article:b,lang:a}}("en",{}))`.
///
/// Nothing is run: names stand for the arguments, expressions of other kinds for nothing. Source of the form:
/// sveltejs/devalue, `uneval`.
struct ScriptLiteral {
  private let script: LinkedData.Script
  private let limits: Limits
  private var bytes: [UInt8] { script.bytes }
  private var at: Int
  /// The same value in JSON, and where its pieces are in the script.
  private var text = MappedText()
  /// Where the arguments begin, by the names of the parameters, and what is set in them.
  private var arguments: [[UInt8]: Int] = [:]
  private var members: [[UInt8]: [(key: Range<Int>, value: Int)]] = [:]
  private var depth = 0
  private var names: Set<[UInt8]> = []
  private let mostBytes: Int
  /// How deep values may nest; they are written by recursion.
  private static let maximumDepth = 64

  /// The value at an offset of a script as data; nil if it is none, or more than the script could hold.
  static func item(at start: Int, of script: LinkedData.Script, limits: Limits) -> JSONItem? {
    var literal = ScriptLiteral(script: script, limits: limits, at: start)
    guard literal.enterFunction(), literal.writeValue(),
      let value = try? JSONValue.parse(
        literal.text.utf8, maximumDepth: limits.depth, maximumEvents: limits.nodes)
    else { return nil }
    let source = JSONSource(literal.text.utf8, map: literal.text.map.composed(with: script.map))
    return ScriptStory.item(value, source, limits)
  }

  private init(script: LinkedData.Script, limits: Limits, at start: Int) {
    self.script = script
    self.limits = limits
    at = start
    // An argument may be named more than once, but not over and over.
    mostBytes = 4 * script.bytes.count + 1024
  }

  // MARK: The function

  /// Moves to the value that a function returns, and notes its arguments; false for a function of another form.
  private mutating func enterFunction() -> Bool {
    guard peek == UInt8(ascii: "(") else { return true }
    at += 1
    guard word() == Array("function".utf8), take("(") else { return false }
    var parameters: [[UInt8]] = []
    while let name = word() {
      parameters.append(name)
      guard take(",") else { break }
    }
    guard take(")"), take("{") else { return false }
    var value: Int?
    while value == nil, at < bytes.count, peek != UInt8(ascii: "}") {
      let start = at
      let name = word()
      if name == Array("return".utf8) {
        skipSpaces()
        value = at
      } else if let name, take("."), let key = wordRange(), take("=") {
        members[name, default: []].append((key, at))
      }
      skipExpression()
      _ = take(";")
      if at == start { at += 1 }
    }
    guard let value, take("}") else { return false }
    _ = take(")")
    guard take("(") else { return false }
    for name in parameters {
      skipSpaces()
      arguments[name] = at
      skipExpression()
      guard take(",") else { break }
    }
    at = value
    return true
  }

  // MARK: Values

  /// Writes the value that begins here, and moves behind it; false if there is too much of it.
  private mutating func writeValue() -> Bool {
    guard depth < Self.maximumDepth, text.utf8.count < mostBytes else { return false }
    depth += 1
    defer { depth -= 1 }
    skipSpaces()
    let start = text.utf8.count
    switch peek {
    case UInt8(ascii: "{"): guard writeObject() else { return false }
    case UInt8(ascii: "["): guard writeList() else { return false }
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): writeString()
    default: guard writeNamed() else { return false }
    }
    skipSpaces()
    // What follows a value makes an expression of it, whose value is not known.
    if at < bytes.count, !Self.ends.contains(bytes[at]) {
      skipExpression()
      text.removeAll(from: start)
      text.insert("null")
    }
    return true
  }

  private mutating func writeObject() -> Bool {
    at += 1
    text.insert("{")
    var isFirst = true
    while !take("}") {
      skipSpaces()
      let quote = peek
      let hasQuotes = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if !isFirst { text.insert(",") }
      if hasQuotes {
        writeString()
      } else {
        guard let key = wordRange() else { return false }
        text.insert("\"")
        text.copy(key, of: bytes)
        text.insert("\"")
      }
      guard take(":") else { return false }
      text.insert(":")
      guard writeValue() else { return false }
      isFirst = false
      guard take(",") || peek == UInt8(ascii: "}") else { return false }
    }
    text.insert("}")
    return true
  }

  private mutating func writeList() -> Bool {
    at += 1
    text.insert("[")
    var isFirst = true
    while !take("]") {
      if take(",") { continue }
      if !isFirst { text.insert(",") }
      guard at < bytes.count, writeValue() else { return false }
      isFirst = false
      guard take(",") || peek == UInt8(ascii: "]") else { return false }
    }
    text.insert("]")
    return true
  }

  /// Writes what a name stands for; null for numbers and for what is not known.
  private mutating func writeNamed() -> Bool {
    let start = at
    guard let name = word() else {
      text.insert("null")
      skipExpression()
      return at > start
    }
    let isKnown = members[name] != nil || arguments[name] != nil
    guard isKnown, !names.contains(name) else {
      text.insert("null")
      return true
    }
    let back = at
    names.insert(name)
    defer {
      names.remove(name)
      at = back
    }
    guard let set = members[name] else {
      at = arguments[name] ?? back
      return writeValue()
    }
    text.insert("{")
    for (number, member) in set.enumerated() {
      text.insert(number > 0 ? ",\"" : "\"")
      text.copy(member.key, of: bytes)
      text.insert("\":")
      at = member.value
      guard writeValue() else { return false }
    }
    text.insert("}")
    return true
  }

  /// Writes a string with the escapes of JSON, and moves behind it.
  private mutating func writeString() {
    let quote = bytes[at]
    at += 1
    text.insert("\"")
    var start = at
    while at < bytes.count, bytes[at] != quote {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\\"), at + 1 < bytes.count {
        let next = bytes[at + 1]
        if !Self.escapes.contains(next) {
          text.copy(start..<at, of: bytes)
          if next == UInt8(ascii: "x") { text.insert("\\u00") }
          at += 2
          start = next == UInt8(ascii: "x") || next == 0x0A ? at : at - 1
          continue
        }
        at += 2
      } else if byte == UInt8(ascii: "\"") || byte < 0x20 {
        text.copy(start..<at, of: bytes)
        text.insert(byte == UInt8(ascii: "\"") ? "\\\"" : byte == 0x0A ? "\\n" : " ")
        at += 1
        start = at
      } else {
        at += 1
      }
    }
    text.copy(start..<min(at, bytes.count), of: bytes)
    text.insert("\"")
    at = min(at + 1, bytes.count)
  }

  // MARK: Reading

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpaces() { while at < bytes.count, bytes[at] <= 0x20 { at += 1 } }

  /// Skips a sign and the white space before it; false if another one follows.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard peek == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func word() -> [UInt8]? { wordRange().map { Array(bytes[$0]) } }

  private mutating func wordRange() -> Range<Int>? {
    skipSpaces()
    let start = at
    while at < bytes.count, HTMLScanner.isLetter(bytes[at]) || Self.inWords.contains(bytes[at]) { at += 1 }
    return at > start ? start..<at : nil
  }

  /// Moves to the end of an expression: a sign that ends one, and is in no string and no brackets of it.
  private mutating func skipExpression() {
    var level = 0
    while at < bytes.count {
      let byte = bytes[at]
      if level == 0, Self.ends.contains(byte) { return }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        at += 1
        while at < bytes.count, bytes[at] != byte { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): level += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): level -= 1
      default: break
      }
      at += 1
    }
    at = min(at, bytes.count)
  }

  private static let ends = Set(",;)]}".utf8)
  private static let escapes = Set("\"\\/bfnrtu".utf8)
  private static let inWords = Set("0123456789_$".utf8)
}
