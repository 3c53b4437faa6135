internal import WireText
internal import WireYAML

/// Turns what one sentence of a terms page states into clauses of a draft, and says what a contract has no key for.
struct DraftReader {
  private(set) var clauses: [DraftClause] = []
  /// What could not be written, in a few words each.
  private(set) var remarks: [String] = []

  private let statement: RightsStatement
  private let sentence: String
  private let number: String?
  /// Acts of which the sentence also says what contracts have no key for, so that the rest alone would say otherwise.
  private var partial: Set<Act> = []

  private struct Act: Hashable {
    var effect: Effect
    var action: Action
    init(_ clause: Clause) { (effect, action) = (clause.effect, clause.action) }
  }

  init(_ sentence: ContractDraft.Sentence) {
    statement = sentence.statement
    self.sentence = statement.text
    number = Self.number(of: sentence)
    let groups = groups()
    partial = Set(groups.filter { !isWritable($0) }.flatMap { $0 }.map(Act.init))
    for group in groups { read(group) }
    readDuties()
    readTheRest()
  }

  /// What was not understood, without the names of whoever has the contract: “the Client may publish”.
  private var unread: [TextRange] {
    statement.residue.filter { range in
      let word = statement.words(range).lowercased()
      return !Self.isClient(word) && !Self.isClient(word + "s")
    }
  }

  // MARK: Clauses

  /// Clauses that differ in nothing but the action.
  private func groups() -> [[Clause]] {
    var groups: [[Clause]] = []
    for clause in statement.clauses {
      let index = groups.firstIndex {
        $0[0].effect == clause.effect && $0[0].condition == clause.condition
          && $0[0].constraints == clause.constraints && $0[0].target == clause.target
      }
      if let index { groups[index].append(clause) } else { groups.append([clause]) }
    }
    return groups
  }

  private mutating func read(_ group: [Clause]) {
    guard let first = group.first else { return }
    if let target = first.target { return remarks.append("about \(target) only, write it by hand") }
    let names = group.map(\.action.rawValue).joined(separator: ", ")
    if first.effect == .oblige {
      return remarks.append("commands \(names), which contracts have no key for")
    }
    if first.effect == .permit, !unread.isEmpty {
      return remarks.append("permits \(names) within words that were not understood, write it by hand")
    }
    if first.condition == .withoutAgreement {
      return remarks.append(
        "prohibits \(names) without an agreement, which this is; write by hand what it grants")
    }
    if isWritable(group), group.contains(where: { partial.contains(Act($0)) }) {
      return remarks.append(
        "\(names) with a limit beside one that contracts have no key for, write it by hand")
    }
    if first.effect == .prohibit, first.constraints.contains(where: Self.isUsuallyFree) {
      return remarks.append("prohibits \(names) for a purpose that terms allow as a rule, write it by hand")
    }
    let words = group.map { statement.words($0.evidence) }
    if let days = retention(first) {
      return add([DraftClause.Line(key: "retention", value: "\(days) days", words: words[0])])
    }
    let key = first.effect == .permit ? "permit" : "prohibit"
    let actions = Self.list(group.map(\.action.rawValue))
    var entries = [DraftClause.Line(key: key, value: actions, words: Self.joined(words))]
    for constraint in first.constraints {
      guard let entry = entry(for: constraint, first.effect, words: words[0]) else {
        return remarks.append(
          "\(key)s with a limit by \(constraint.kind.rawValue), which contracts have no key for, write it by hand"
        )
      }
      entries += entry
    }
    if first.condition != .none, first.condition != .ifDutiesMet {
      remarks.append("lifted where the agency agrees (\(first.condition.rawValue))")
    }
    add(entries)
  }

  /// Whether contracts have keys for all limits of a group.
  private func isWritable(_ group: [Clause]) -> Bool {
    guard let first = group.first, first.target == nil else { return true }
    return retention(first) != nil
      || first.constraints.allSatisfy { entry(for: $0, first.effect, words: "") != nil }
  }

  /// Whether it is a purpose for which terms ask nothing: “must be used for non-commercial purposes unless …” is more
  /// likely to prohibit all others.
  private static func isUsuallyFree(_ limit: Constraint) -> Bool {
    let free: Set<Purpose> = [.noncommercial, .personal, .privateStudy, .research, .inHouse]
    return limit.kind == .purpose && limit.comparison == .eq
      && limit.members.allSatisfy { Purpose(rawValue: $0).map(free.contains) ?? false }
  }

  private mutating func add(_ entries: [DraftClause.Line]) {
    clauses.append(DraftClause(number: number, sentence: sentence, entries: entries))
  }

  /// The lines for a limit: none where it holds for every client, nil where there is no key for it.
  private func entry(
    for constraint: Constraint, _ effect: Effect, words: String
  ) -> [DraftClause.Line]? {
    let members = constraint.members
    func line(_ key: String, _ value: String) -> [DraftClause.Line] {
      [DraftClause.Line(key: key, value: value, words: words)]
    }
    switch (constraint.kind, constraint.comparison) {
    case (.channel, .eq) where members.allSatisfy { Channel(rawValue: $0) != nil }:
      return line("channels", Self.list(members))
    case (.territory, .eq) where members.allSatisfy { Territory($0) != nil }:
      return line("territories", Self.list(members))
    case (.purpose, .eq) where members.allSatisfy { Purpose(rawValue: $0) != nil }:
      return line("purposes", Self.list(members))
    case (.recipient, .eq) where effect == .permit && members.allSatisfy(Self.isClient): return []
    case (.wordLimit, .lteq) where effect == .permit, (.wordLimit, .eq) where effect == .permit:
      let parts = constraint.value.split(separator: ":")
      guard parts.count == 2, parts[0] == "words", let count = digits(parts[1].utf8) else { return nil }
      return line("excerpt", "{words: \(count)}")
    default: return nil
    }
  }

  /// Names by which terms call whoever has the contract.
  private static func isClient(_ member: String) -> Bool {
    ["subscribers", "agreement-holders", "clients", "customers", "licensees", "members"].contains(member)
  }

  /// The days after which copy has to go, where that is what a prohibition says.
  private func retention(_ clause: Clause) -> Int? {
    guard clause.effect == .prohibit, clause.constraints.count == 1, let limit = clause.constraints.first,
      limit.kind == .timeAfter, limit.value.hasSuffix("D"), let plus = limit.value.firstIndex(of: "+"),
      limit.value[plus...].hasPrefix("+P")
    else { return nil }
    return digits(limit.value[plus...].dropFirst(2).dropLast().utf8).flatMap { $0 > 0 ? $0 : nil }
  }

  // MARK: Duties

  /// Duties belong to what the sentence permits; alone they hold for every use.
  private mutating func readDuties() {
    let owed = statement.duties.filter { !$0.isRequest }
    for duty in statement.duties where duty.isRequest {
      remarks.append("asks for \(duty.kind.rawValue) and does not require it")
    }
    guard !owed.isEmpty else { return }
    let values = owed.map { duty -> String in
      guard duty.kind == .credit, let value = duty.value, CreditForm(value) != nil else {
        return duty.kind.rawValue
      }
      return "{credit: [\(YAMLText.scalar(value))]}"
    }
    let line = DraftClause.Line(
      key: "duties", value: Self.list(values), words: Self.joined(owed.map { statement.words($0.evidence) }))
    let permits = clauses.indices.filter { index in clauses[index].entries.contains { $0.key == "permit" } }
    if permits.isEmpty { return add([line]) }
    for index in permits { clauses[index].entries.append(line) }
  }

  // MARK: What contracts do not hold

  private mutating func readTheRest() {
    if let licence = statement.licence { remarks.append("names the licence \(licence.id)") }
    for range in unread {
      remarks.append("unread, looks like a term (“\(statement.words(range))”)")
    }
    if clauses.isEmpty, statement.clauses.isEmpty {
      if statement.allRightsReserved != nil { remarks.append("reserves all rights") }
      if let holder = statement.holder { remarks.append("names the holder \(holder.name)") }
    }
  }

  // MARK: Parts

  private static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

  private static func joined(_ words: [String]) -> String {
    words.enumerated().filter { index, word in !words[..<index].contains(word) }.map(\.element)
      .joined(separator: " … ")
  }

  /// The number of a sentence's clause: its own, that of the words that lead into it, or that of the paragraph.
  static func number(of sentence: ContractDraft.Sentence) -> String? {
    let text = sentence.lead.isEmpty ? sentence.statement.text : sentence.lead
    let start = text.utf8.prefix { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard start.count <= 12, let first = start.first, first != 0x2E,
      text.utf8.dropFirst(start.count).first.map({ $0 == 0x20 || $0 == 0x29 }) ?? false
    else { return sentence.number }
    let number = String(decoding: start, as: UTF8.self)
    return number.hasSuffix(".") ? String(number.dropLast()) : number
  }
}
