/// One term of a clause or contract as a key with its value, for instance `channels: web, newsletter`.
public struct ContractTerm: Sendable, Hashable, CustomStringConvertible {
  /// The key, as in a file.
  public var key: String
  /// The value, its members in a fixed order.
  public var value: String

  /// A term of the given parts.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  /// `key: value`.
  public var description: String { "\(key): \(value)" }
}

extension ContractClause {
  /// The terms of the clause, in a fixed order, without its own words.
  public var terms: [ContractTerm] {
    var terms: [ContractTerm] = []
    func add(_ key: String, _ values: [String]) {
      if !values.isEmpty { terms.append(ContractTerm(key: key, value: values.joined(separator: ", "))) }
    }
    add("permit", permits.map(\.rawValue).sorted())
    add("prohibit", prohibits.map(\.rawValue).sorted())
    add("channels", channels.map(\.rawValue).sorted())
    add("territories", territories.map(\.code).sorted())
    add("purposes", purposes.map(\.rawValue).sorted())
    add("services", services.sorted())
    add("duties", duties.map(\.phrase).sorted())
    add("excerpt", [limit?.phrase].compactMap(\.self))
    add("within", [withinDays.map { "\($0) days" }].compactMap(\.self))
    add("retention", [retentionDays.map { "\($0) days" }].compactMap(\.self))
    add("waives", waives.map(\.rawValue).sorted())
    return terms
  }

  /// The terms of the clause as one sentence, for instance `permits publication, editing on web in BG`.
  public var sentence: String {
    var parts: [String] = []
    if !permits.isEmpty { parts.append("permits \(permits.map(\.noun).joined(separator: ", "))") }
    if !prohibits.isEmpty { parts.append("prohibits \(prohibits.map(\.noun).joined(separator: ", "))") }
    if parts.isEmpty { parts.append("holds for every use") }
    var sentence = parts.joined(separator: " and ")
    if !channels.isEmpty { sentence += " on \(channels.map(\.rawValue).joined(separator: ", "))" }
    if !territories.isEmpty { sentence += " in \(territories.map(\.code).joined(separator: ", "))" }
    if !purposes.isEmpty { sentence += " for \(purposes.map(\.rawValue).joined(separator: ", "))" }
    if !services.isEmpty { sentence += " of the services \(services.joined(separator: ", "))" }
    if let limit { sentence += ", at most \(limit.phrase) of an item" }
    if let withinDays { sentence += ", within \(withinDays) days of the item's publication" }
    if let retentionDays { sentence += ", to be taken down after \(retentionDays) days" }
    if !duties.isEmpty { sentence += "; with \(duties.map(\.phrase).joined(separator: " and "))" }
    if !waives.isEmpty {
      sentence += "; lifts restrictions of items by \(waives.map(\.rawValue).joined(separator: ", "))"
    }
    return sentence
  }
}

extension Contract {
  /// The terms of the contract other than its clauses.
  public var generalTerms: [ContractTerm] {
    var terms: [ContractTerm] = []
    if let from { terms.append(ContractTerm(key: "from", value: "\(from)")) }
    if let until { terms.append(ContractTerm(key: "until", value: "\(until)")) }
    if let excerpt { terms.append(ContractTerm(key: "excerpt", value: excerpt.limit.phrase)) }
    return terms
  }

  /// Every term as one line, to detect whether the terms changed; ignores comments and formatting of the file.
  public var termLines: [String] {
    ["\(agency) \(agreement)"] + generalTerms.map(\.description)
      + clauses.flatMap { clause in
        let name = "clause \(clause.id ?? "")"
        return ["\(name): \(clause.words)"] + clause.terms.map { "\(name): \($0)" }
      }
  }
}

extension ContractDuty {
  /// The duty in a few words.
  public var phrase: String {
    forms.isEmpty
      ? kind.rawValue : "\(kind.rawValue) \(forms.map { "“\($0.text)”" }.joined(separator: " or "))"
  }
}

extension ExcerptLimit {
  /// The limit in a few words.
  public var phrase: String {
    let parts = [
      words.map { "\($0) words" }, share.map { "\(Int(($0 * 100).rounded()))%" },
      paragraphs.map { $0 == 1 ? "the first paragraph" : "the first \($0) paragraphs" },
    ]
    return parts.compactMap(\.self).joined(separator: " and ")
  }
}
