internal import WireText

/// Builds the statement of a machine-readable signal.
///
/// Signals are short, closed lists: a value outside its list is kept as residue, never guessed.
struct Reservation {
  private(set) var statement: RightsStatement
  /// The clauses already in the statement: signals repeat, in large files by the thousand.
  private var clauses: Set<Clause> = []
  private var unread: Set<TextRange> = []
  /// The most clauses of one signal, since a decision compares them with each other; with more it counts as truncated.
  private static let mostClauses = 5000

  init(_ text: String) {
    statement = RightsStatement(text: text)
  }

  /// The whole text.
  var whole: TextRange { TextRange(0, statement.text.utf8.count) }

  /// Adds that rights in some acts are reserved, so that they require permission.
  mutating func reserve(
    _ actions: [Action], _ condition: Condition = .withoutPermission, where constraints: [Constraint] = [],
    of target: String? = nil, at range: TextRange
  ) {
    add(.prohibit, actions, condition, constraints, target, range)
  }

  /// Adds that some acts are permitted.
  mutating func permit(
    _ actions: [Action], _ condition: Condition = .none, where constraints: [Constraint] = [],
    of target: String? = nil, at range: TextRange
  ) {
    add(.permit, actions, condition, constraints, target, range)
  }

  /// Adds words as residue that are not understood or refer to terms elsewhere.
  mutating func leave(_ range: TextRange) {
    statement.isNotice = true
    if unread.insert(range).inserted { statement.residue.append(range) }
  }

  /// Adds a duty.
  mutating func require(_ kind: Duty.Kind, _ value: String?, at range: TextRange) {
    statement.isNotice = true
    statement.duties.append(Duty(kind, value: value, evidence: range))
  }

  /// Adds a holder.
  mutating func hold(_ name: String, at range: TextRange) {
    let holder = Holder(name: name, asWritten: name, agency: nil, range: range)
    if statement.holder == nil { statement.holder = holder } else { statement.coHolders.append(holder) }
  }

  /// Adds a licence.
  mutating func name(licence id: String, at range: TextRange) {
    statement.isNotice = true
    if statement.licence == nil { statement.licence = LicenceReference(id: id, evidence: range) }
  }

  private mutating func add(
    _ effect: Effect, _ actions: [Action], _ condition: Condition, _ constraints: [Constraint],
    _ target: String?,
    _ range: TextRange
  ) {
    statement.isNotice = true
    for action in actions {
      let clause = Clause(
        effect, action, condition: condition, constraints: constraints, target: target, evidence: range)
      guard clauses.insert(clause).inserted else { continue }
      guard statement.clauses.count < Self.mostClauses else {
        statement.isTruncated = true
        return
      }
      statement.clauses.append(clause)
    }
  }
}

/// Lines of a text with their ranges, without line ends.
struct PlacedLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> TextRange? {
    guard at < bytes.count else { return nil }
    let start = at
    let end = bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    at = end + 1
    return TextRange(start, end)
  }
}

/// A line of the form `name: value`.
struct SignalLine {
  /// The name in lower case.
  var name: String
  /// The value without surrounding white space.
  var value: String
  /// The line without surrounding white space.
  var range: TextRange

  /// Nil if the line has no colon after a name.
  init?(_ line: TextRange, in bytes: [UInt8], commentsEnd: Bool = true) {
    var end = line.upper
    if commentsEnd, let hash = bytes[line.indices].firstIndex(of: 0x23) { end = hash }
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let start = bytes[line.lower..<end].firstIndex(where: { !isSpace($0) }),
      let last = bytes[start..<end].lastIndex(where: { !isSpace($0) }),
      let colon = bytes[start...last].firstIndex(of: 0x3A), colon - start <= 40
    else { return nil }
    let name = String(decoding: bytes[start..<colon], as: UTF8.self)
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    self.name = Self.trimmed(name).lowercased()
    value = Self.trimmed(String(decoding: bytes[(colon + 1)..<(last + 1)], as: UTF8.self))
    range = TextRange(start, last + 1)
  }

  private static func trimmed(_ text: String) -> String {
    var utf8 = Substring(text).utf8
    while let first = utf8.first, first <= 0x20 { utf8 = utf8.dropFirst() }
    while let last = utf8.last, last <= 0x20 { utf8 = utf8.dropLast() }
    return String(Substring(utf8))
  }
}
