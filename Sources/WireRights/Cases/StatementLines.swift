internal import WireYAML

/// A statement as the short lines that lexicon cases use for the meaning of a text.
///
///     prohibit publish without-permission channel=web territory!=IT|FR target=image
///     duty credit Northwire
///     residue Onward conveyance is subject to the Third Schedule.
///     holder Northwire
enum StatementLines {
  /// All lines of a statement; empty for a text that states nothing.
  static func lines(_ statement: RightsStatement) -> Set<String> {
    guard statement.isNotice else { return ["none"] }
    var lines: Set<String> = []
    for holder in [statement.holder].compactMap({ $0 }) + statement.coHolders {
      lines.insert("holder \(holder.asWritten)")
    }
    for year in statement.years { lines.insert("year \(year)") }
    if statement.allRightsReserved != nil { lines.insert("all-rights-reserved") }
    if let licence = statement.licence { lines.insert("licence \(licence.id)") }
    if let advisory = statement.advisory { lines.insert("advisory \(advisory.kind.rawValue)") }
    for clause in statement.clauses { lines.insert(line(clause)) }
    for duty in statement.duties { lines.insert(line(duty)) }
    for range in statement.residue { lines.insert("residue \(statement.words(range))") }
    return lines.isEmpty ? ["notice"] : lines
  }

  private static func line(_ clause: Clause) -> String {
    var words = [clause.effect.rawValue, clause.action.rawValue]
    if clause.condition != .none { words.append(clause.condition.rawValue) }
    words += clause.constraints.map {
      "\($0.kind.rawValue)\($0.comparison.sign)\($0.members.sorted().joined(separator: "|"))\($0.isUncertain ? "?" : "")"
    }
    .sorted()
    if let target = clause.target { words.append("target=\(target)") }
    return words.joined(separator: " ")
  }

  private static func line(_ duty: Duty) -> String {
    (["duty", duty.kind.rawValue] + [duty.value].compactMap { $0 }).joined(separator: " ")
  }

  /// The error in a line of a case; nil if the line is valid.
  static func fault(in line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first else { return "an empty line" }
    switch first {
    case "none", "notice", "all-rights-reserved": return words.count == 1 ? nil : "`\(first)` stands alone"
    case "holder", "licence", "residue": return words.count > 1 ? nil : "`\(first)` needs words after it"
    case "year": return words.count == 2 && Int(words[1]) != nil ? nil : "`year` needs a number"
    case "advisory":
      return words.count == 2 && Advisory.Kind(rawValue: words[1]) != nil
        ? nil : "`\(line)` names no advisory"
    case "duty":
      return words.count > 1 && Duty.Kind(rawValue: words[1]) != nil ? nil : "`\(line)` names no duty"
    default: return ruleFault(in: words)
    }
  }

  private static func ruleFault(in words: [String]) -> String? {
    guard Effect(rawValue: words[0]) != nil else { return "`\(words[0])` is no word that a line starts with" }
    guard words.count > 1, Action(rawValue: words[1]) != nil else { return "`\(words[0])` needs an action" }
    for word in words.dropFirst(2) where Condition(rawValue: word) == nil {
      let kind = word.prefix { $0.isLetter || $0 == "-" }
      let isKnown = kind == "target" || Constraint.Kind(rawValue: String(kind)) != nil
      guard isKnown, kind.count < word.count else { return "`\(word)` is neither a condition nor a limit" }
    }
    return nil
  }
}

extension Constraint.Comparison {
  fileprivate var sign: String {
    switch self {
    case .eq: "="
    case .neq: "!="
    case .gt: ">"
    case .lteq: "<="
    }
  }
}
