internal import WireText
internal import WireTrees

// MARK: Rules

extension ODRLDocumentReader {
  /// Reads a rule; properties that it lacks are taken from its policy.
  mutating func rule(
    _ kind: ODRLRule.Kind, _ written: JSONValue, sharing shared: ODRLRule?, depth: Int
  ) -> ODRLRule {
    let object = resolved(written)
    var rule = ODRLRule(kind, range: range(object))
    guard mayRead(at: depth), case .object = object.content else {
      rule.range = range(written)
      rule.uid = text(written)
      rule.unread.append(rule.range)
      return rule
    }
    var seen: Set<String> = []
    for property in properties(of: object) {
      if !seen.insert(property.name).inserted { rule.unread.append(property.range) }
      read(property, into: &rule, depth: depth)
    }
    if let shared {
      if rule.actions.isEmpty { rule.actions = shared.actions }
      if rule.targets.isEmpty { rule.targets = shared.targets }
      if rule.assigners.isEmpty { rule.assigners = shared.assigners }
      if rule.assignees.isEmpty { rule.assignees = shared.assignees }
      rule.constraints += shared.constraints
    }
    if rule.actions.isEmpty { rule.unread.append(rule.range) }
    return rule
  }

  mutating func read(_ property: Property, into rule: inout ODRLRule, depth: Int) {
    let elements = elements(property.value)
    switch property.name {
    case "uid", "@id", "id": rule.uid = text(property.value)
    case "@type", "type": break
    case "action": for element in elements { readAction(element, into: &rule, depth: depth + 1) }
    case "target": for element in elements { readTarget(element, into: &rule, depth: depth + 1) }
    case "assigner":
      for element in elements { readParty(element, \.assigners, into: &rule, depth: depth + 1) }
    case "assignee":
      for element in elements { readParty(element, \.assignees, into: &rule, depth: depth + 1) }
    case "constraint":
      for element in elements { rule.constraints.append(constraint(element, depth: depth + 1)) }
    case "duty", "obligation":
      for element in elements {
        rule.duties.append(self.rule(.obligation, element, sharing: nil, depth: depth + 1))
      }
    case "consequence":
      for element in elements {
        rule.consequences.append(self.rule(.obligation, element, sharing: nil, depth: depth + 1))
      }
    case "remedy" where rule.kind == .prohibition:
      for element in elements {
        rule.remedies.append(self.rule(.obligation, element, sharing: nil, depth: depth + 1))
      }
    case "attributedParty":
      var duty = ODRLRule(.obligation, range: property.range)
      for element in elements { readParty(element, \.assigners, into: &duty, depth: depth + 1) }
      rule.value = duty.assigners.first.map { $0.name ?? $0.uid }
      rule.unread += duty.unread
    case "attributingParty", "consentingParty", "consentedParty", "compensatedParty", "compensatingParty",
      "informedParty", "informingParty", "contractingParty", "contractedParty":
      break
    case "wr:range": rule.words = words(property.value)
    case "wr:order": rule.order = property.value.text(in: bytes).flatMap { Int($0) }
    case "wr:value": rule.value = property.value.text(in: bytes)
    // Additions of contracts to their rules, for human readers.
    case "wr:words", "wr:waives": break
    case "wr:requested": rule.isRequest = property.value.text(in: bytes) == "true"
    case let name where Self.annotations.contains(name): break
    default: rule.unread.append(property.range)
    }
  }

  private mutating func readAction(_ written: JSONValue, into rule: inout ODRLRule, depth: Int) {
    let value = resolved(written)
    guard mayRead(at: depth) else { return rule.unread.append(range(written)) }
    guard case .object = value.content else {
      guard let name = text(value) else { return rule.unread.append(range(value)) }
      rule.actions.append(ODRLAction(name: name, refinements: [], range: range(value)))
      return
    }
    var action = ODRLAction(name: "", refinements: [], range: range(value))
    for property in properties(of: value) {
      switch property.name {
      case "rdf:value", "@id", "uid", "id": action.name = text(property.value) ?? action.name
      case "refinement":
        for element in elements(property.value) {
          action.refinements.append(constraint(element, depth: depth + 1))
        }
      case "@type", "type", "includedIn", "implies": break
      case let name where Self.annotations.contains(name): break
      default: rule.unread.append(property.range)
      }
    }
    if action.name.isEmpty { rule.unread.append(action.range) }
    rule.actions.append(action)
  }

  private mutating func readTarget(_ written: JSONValue, into rule: inout ODRLRule, depth: Int) {
    let value = resolved(written)
    guard mayRead(at: depth) else { return rule.unread.append(range(written)) }
    guard case .object = value.content else {
      guard let uid = text(value) else { return rule.unread.append(range(value)) }
      rule.targets.append(ODRLTarget(uid: uid, range: range(value)))
      return
    }
    var target = ODRLTarget(uid: "", range: range(value))
    for property in properties(of: value) {
      switch property.name {
      case "uid", "@id", "id": target.uid = text(property.value) ?? target.uid
      case "source", "partOf": if target.uid.isEmpty { target.uid = text(property.value) ?? "" }
      case "refinement":
        for element in elements(property.value) {
          guard case .comparison(let comparison) = constraint(element, depth: depth + 1),
            comparison.left == "wr:part", comparison.comparison == .eq, comparison.right.count == 1,
            target.part == nil
          else {
            rule.unread.append(property.range)
            continue
          }
          target.part = comparison.right[0]
        }
      default: break
      }
    }
    rule.targets.append(target)
  }

  private mutating func readParty(
    _ written: JSONValue, _ role: WritableKeyPath<ODRLRule, [ODRLParty]>, into rule: inout ODRLRule,
    depth: Int
  ) {
    guard mayRead(at: depth) else { return rule.unread.append(range(written)) }
    guard let party = party(resolved(written)) else { return rule.unread.append(range(written)) }
    // A party that is only part of a collection may or may not be meant.
    let isRefined = properties(of: resolved(written)).contains { $0.name == "refinement" }
    if isRefined { rule.unread.append(party.range) }
    rule[keyPath: role].append(party)
  }

  /// A party by its identifier or its name.
  func party(_ value: JSONValue) -> ODRLParty? {
    guard case .object = value.content else {
      return text(value).map { ODRLParty(uid: $0, range: range(value)) }
    }
    var party = ODRLParty(uid: "", range: range(value))
    for property in properties(of: value) {
      switch property.name {
      case "uid", "@id", "id": party.uid = text(property.value) ?? party.uid
      case "source", "partOf": if party.uid.isEmpty { party.uid = text(property.value) ?? "" }
      case "wr:name": party.name = property.value.text(in: bytes)
      case "wr:asWritten": party.asWritten = property.value.text(in: bytes)
      case "wr:agency": party.agency = property.value.text(in: bytes)
      case "wr:range": party.words = words(property.value)
      case "name", "vcard:fn", "foaf:name", "schema:name", "rdfs:label", "dcterms:title",
        "vcard:organization-name":
        if party.name == nil { party.name = elements(property.value).lazy.compactMap(text).first }
      default: break
      }
    }
    return party.uid.isEmpty && party.name == nil && party.asWritten == nil ? nil : party
  }
}

// MARK: Constraints

extension ODRLDocumentReader {
  /// Reads a constraint or refinement.
  mutating func constraint(_ written: JSONValue, depth: Int) -> ODRLConstraint {
    let object = resolved(written)
    let place = range(object)
    guard mayRead(at: depth), case .object = object.content else { return .unread(range(written)) }
    var comparison = ODRLComparison(left: "", comparison: .eq, right: [], range: place)
    var logical: [ODRLConstraint] = []
    var hasOperator = false
    for property in properties(of: object) {
      switch property.name {
      case "leftOperand": comparison.left = text(property.value) ?? ""
      case "operator":
        guard let name = text(property.value), let found = ODRLComparison.Operator(rawValue: name),
          !hasOperator
        else { return .unread(place) }
        comparison.comparison = found
        hasOperator = true
      case "rightOperand":
        guard let texts = texts(property.value), comparison.right.isEmpty else { return .unread(place) }
        comparison.right = texts
      case "unit": comparison.unit = text(property.value)
      case "uid", "@id", "id", "@type", "type", "dataType": break
      case let name where Self.annotations.contains(name): break
      default:
        guard let connective = ODRLConstraint.Connective(rawValue: property.name) else {
          return .unread(place)
        }
        let parts = elements(property.value)
        guard !parts.isEmpty else { return .unread(place) }
        var read: [ODRLConstraint] = []
        for part in parts { read.append(constraint(part, depth: depth + 1)) }
        logical.append(.logical(connective, read, property.range))
      }
    }
    let isComparison = !comparison.left.isEmpty && hasOperator && !comparison.right.isEmpty
    switch (isComparison, logical.count) {
    case (true, 0): return .comparison(comparison)
    case (false, 1) where comparison.left.isEmpty && !hasOperator && comparison.right.isEmpty:
      return logical[0]
    default: return .unread(place)
    }
  }
}
