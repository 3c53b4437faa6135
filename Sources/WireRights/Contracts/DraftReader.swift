internal import WireText
internal import WireYAML

/// Turns one sentence of a terms page into clauses of a draft, or into a remark why a person has to write them.
///
/// A sentence is drafted as a whole or not at all: half of it could permit more or less than the sentence does.
struct DraftReader {
  private(set) var clauses: [DraftClause] = []
  /// Why the sentence gave no clause, in a few words; nil if it gave any.
  private(set) var remark: String?

  private let sentence: ContractDraft.Sentence
  private var statement: RightsStatement { sentence.statement }
  /// The agency's names, which are no restriction.
  private let names: Set<[String]>
  private var notes: [String] = []

  init(_ sentence: ContractDraft.Sentence, names: Set<[String]> = []) {
    self.sentence = sentence
    self.names = names
    do throws(Obstacle) {
      try checkWhole()
      for group in groups { try read(group) }
      try readDuties()
      guard !clauses.isEmpty else { throw Obstacle(words: rest) }
    } catch {
      clauses = []
      remark = error.words
    }
  }

  /// Whether it only imposes duties on users of the copy, for any use.
  var isDutyOnly: Bool { clauses.count == 1 && clauses[0].entries.allSatisfy { $0.key == "duties" } }

  /// Whether it permits something.
  var isGrant: Bool { clauses.contains(where: \.isGrant) }

  /// The reason why a sentence cannot be drafted.
  private struct Obstacle: Error {
    var words: String
  }

  private static let unreadTerm = "unread, looks like a term"

  // MARK: Whole sentences

  private func checkWhole() throws(Obstacle) {
    let place = [.heading: "heading", .exception: "exception from the words before its list"][sentence.role]
    if let place { throw Obstacle(words: [place, seen].compactMap(\.self).joined(separator: ", ")) }
    guard statement.isNotice else {
      throw Obstacle(words: statement.residue.isEmpty ? "nothing read" : Self.unreadTerm)
    }
    if !unread.isEmpty {
      let words = Self.joined(unread.map(statement.words))
      throw Obstacle(words: seen.map { "\($0), not understood whole (“\(words)”)" } ?? Self.unreadTerm)
    }
    if statement.isTruncated { throw Obstacle(words: "breaks off") }
    if let licence = statement.licence { throw Obstacle(words: "names the licence \(licence.id)") }
    if let kind = statement.advisory?.kind, ![.usageRestriction, .mandatoryCredit].contains(kind) {
      throw Obstacle(words: "reads as a note to editors (\(kind.rawValue))")
    }
  }

  /// A summary of a sentence that was not understood completely; does not say whether it permits or prohibits.
  private var seen: String? {
    var parts: [String] = []
    func add(_ lead: String, _ names: [String]) {
      let names = names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element)
      if !names.isEmpty { parts.append("\(lead) \(names.joined(separator: ", "))") }
    }
    add("is about", statement.clauses.map(\.action.rawValue))
    add("asks for", statement.duties.map(\.kind.rawValue))
    add("names the licence", [statement.licence?.id].compactMap(\.self))
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// A summary of a sentence that neither permits, prohibits nor imposes a duty.
  private var rest: String {
    if !notes.isEmpty { return notes.joined(separator: ", ") }
    if statement.allRightsReserved != nil { return "reserves all rights" }
    return statement.holder.map { "names the holder \($0.name)" } ?? "no term of a contract"
  }

  /// What was not understood, without the names of the agency and of the contract partner: “the Client may publish”.
  private var unread: [TextRange] {
    let residue = statement.residue
    return residue.filter { range in
      let word = statement.words(range)
      let isClient = [word, word + "s"].contains { Self.isClient($0.lowercased()) }
      let isPart = residue.contains { $0 != range && $0.contains(range) }
      return !isClient && !isPart && !names.contains(Self.name(word))
    }
  }

  /// A name as words, without a genitive ending.
  static func name(_ words: some StringProtocol) -> [String] {
    let genitive = ["’s", "'s"].first { words.hasSuffix($0) }
    return foldedWords(String(words.dropLast(genitive?.count ?? 0)))
  }

  // MARK: Clauses

  /// Groups of clauses that differ only in the action.
  private var groups: [[Clause]] {
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

  private mutating func read(_ group: [Clause]) throws(Obstacle) {
    guard let first = group.first else { return }
    let names = group.map(\.action.rawValue).joined(separator: ", ")
    func refuse(_ words: String) throws(Obstacle) -> Never {
      throw Obstacle(words: "\(words), write it by hand")
    }
    if let target = first.target { try refuse("\(first.effect.rawValue)s \(names), about \(target) only") }
    if first.effect == .oblige { try refuse("commands \(names), which contracts have no key for") }
    if first.condition != .none, first.condition != .ifDutiesMet {
      try refuse("prohibits \(names) \(Self.exception(first.condition)), which contracts have no key for")
    }
    if first.effect == .prohibit, first.constraints.contains(where: Self.isUsuallyFree) {
      try refuse("speaks of \(names) for a purpose that terms allow as a rule")
    }
    let words = group.map { statement.words($0.evidence) }
    let isGrant = first.effect == .permit || isOnlyGrant(group)
    let key = isGrant ? "permit" : "prohibit"
    let actions = Self.list(group.map(\.action.rawValue))
    var entries = [DraftClause.Line(key: key, value: actions, words: Self.joined(words))]
    var limits = first.constraints
    if isGrant, first.effect != .permit { for index in limits.indices { limits[index].comparison = .eq } }
    if let (index, days) = period(first) {
      limits.remove(at: index)
      let isKeeping = group.allSatisfy { $0.action == .use || $0.action.isKind(of: .archive) }
      if isKeeping {
        // “May be used within 90 days of publication”: what may stand so long may also not be begun later.
        if limits.isEmpty { _ = limit(actions, to: days, first.constraints[index], words[0]) }
        entries = [DraftClause.Line(key: "retention", value: "\(days) days", words: words[0])]
      } else if limits.isEmpty, limit(actions, to: days, first.constraints[index], words[0]) {
        return
      } else {
        try refuse("prohibits \(names) after a time, which contracts have no key for")
      }
    }
    for constraint in limits {
      guard let entry = entry(for: constraint, isGrant ? .permit : .prohibit, group, words: words[0]) else {
        try refuse(
          "\(key)s \(names) with a limit by \(constraint.kind.rawValue), which contracts have no key for")
      }
      entries += entry
    }
    add(entries)
  }

  /// Whether a bar of all else is a grant within limits, as contracts have it: “may be published only in Norway”.
  ///
  /// What may be “used” only for something may not be done whatever it is.
  private func isOnlyGrant(_ group: [Clause]) -> Bool {
    sentence.permitsOnly && group[0].effect == .prohibit && !group[0].constraints.isEmpty
      && group.allSatisfy { $0.action != .use }
      && group[0].constraints.allSatisfy {
        [.territory, .channel, .purpose].contains($0.kind) && $0.comparison == .neq
      }
  }

  /// Limits what the sentence permits to so many days after the agency's publication; false where it permits nothing of
  /// the kind, or the days count from something else.
  private mutating func limit(_ actions: String, to days: Int, _ limit: Constraint, _ words: String) -> Bool {
    guard limit.value.hasPrefix("transmission+") || limit.value.hasPrefix("issue+"),
      let index = clauses.firstIndex(where: { clause in
        clause.entries.contains { $0.key == "permit" && $0.value == actions }
      })
    else { return false }
    clauses[index].entries.append(.init(key: "within", value: "\(days) days", words: words))
    return true
  }

  private static func exception(_ condition: Condition) -> String {
    switch condition {
    case .withoutPermission: "unless the agency permits it"
    case .withoutWrittenPermission: "unless the agency permits it in writing"
    case .withoutAgreement: "without an agreement, which this may be"
    case .beyondScope: "with an exception"
    case .none, .ifDutiesMet: ""
    }
  }

  /// Whether it is a purpose on which terms impose no duties: “must be used for non-commercial purposes unless …”
  /// is more likely to prohibit all others.
  private static func isUsuallyFree(_ limit: Constraint) -> Bool {
    let free: Set<Purpose> = [.noncommercial, .personal, .privateStudy, .research, .inHouse]
    return limit.kind == .purpose && limit.comparison == .eq
      && limit.members.allSatisfy { Purpose(rawValue: $0).map(free.contains) ?? false }
  }

  private mutating func add(_ lines: [DraftClause.Line]) {
    var entries = lines
    if !sentence.channels.isEmpty {
      entries.append(.init(key: "channels", value: Self.list(sentence.channels), words: sentence.text))
    }
    clauses.append(DraftClause(number: sentence.ownNumber, sentences: [sentence.text], entries: entries))
  }

  /// The lines for a limit: empty if it holds for every client, nil if there is no key for it.
  private func entry(
    for constraint: Constraint, _ effect: Effect, _ group: [Clause], words: String
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
    // Whoever buys or gets copies passed on is a third party.
    case (.recipient, .eq) where effect == .prohibit && members == ["third-parties"]:
      let passing: Set<Action> = [.resell, .sublicense, .redistribute]
      return group.allSatisfy { passing.contains($0.action) } ? [] : nil
    case (.wordLimit, .lteq) where effect == .permit, (.wordLimit, .eq) where effect == .permit:
      guard let length = constraint.length, length.unit == "words" else { return nil }
      return line("excerpt", "{words: \(length.count)}")
    default: return nil
    }
  }

  /// Whether it is a name that terms use for the contract partner.
  private static func isClient(_ member: String) -> Bool {
    ["subscribers", "agreement-holders", "clients", "customers", "licensees", "members"].contains(member)
  }

  /// The days after which a prohibition begins, with the place of its limit; nil where it has none in whole days.
  private func period(_ clause: Clause) -> (index: Int, days: Int)? {
    guard clause.effect == .prohibit,
      let index = clause.constraints.firstIndex(where: { $0.kind == .timeAfter })
    else { return nil }
    let value = clause.constraints[index].value
    guard value.hasSuffix("D"), !value.hasPrefix("event:"), let plus = value.firstIndex(of: "+"),
      value[plus...].hasPrefix("+P")
    else { return nil }
    let days = digits(value[plus...].dropFirst(2).dropLast().utf8)
    return days.flatMap { $0 > 0 ? (index, $0) : nil }
  }

  // MARK: Duties

  /// Reads duties: they belong to what the sentence permits; in a sentence without a permit they apply to every use.
  private mutating func readDuties() throws(Obstacle) {
    notes = statement.duties.filter(\.isRequest).map {
      "asks for \($0.kind.rawValue) and does not require it"
    }
    let owed = statement.duties.filter { !$0.isRequest }
    if !owed.isEmpty {
      let words = Self.joined(owed.map { statement.words($0.evidence) })
      let line = DraftClause.Line(key: "duties", value: Self.list(owed.map(value)), words: words)
      let permits = clauses.indices.filter { clauses[$0].isGrant }
      if permits.isEmpty { add([line]) }
      for index in permits { clauses[index].entries.append(line) }
    }
    if !clauses.isEmpty { clauses[0].notes = notes }
  }

  private func value(_ duty: Duty) -> String {
    guard duty.kind == .credit, let written = duty.value else { return duty.kind.rawValue }
    let form = written == ContractDraft.Sentence.shortQuotation ? sentence.quotation ?? written : written
    return CreditForm(form) == nil ? duty.kind.rawValue : "{credit: [\(YAMLText.scalar(form))]}"
  }

  // MARK: Parts

  private static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

  private static func joined(_ words: [String]) -> String {
    words.enumerated().filter { index, word in !words[..<index].contains(word) }.map(\.element)
      .joined(separator: " … ")
  }
}
