internal import WireText
internal import WireTrees

/// The policies of a document and what they say as a whole; their rules are read in `ODRLRuleReader.swift`.
extension ODRLDocumentReader {
  /// The policies of a document, in order.
  mutating func policies(in root: JSONValue) -> [ODRLPolicy] {
    var policies: [ODRLPolicy] = []
    for object in objects(in: root) where isPolicy(object) { policies.append(policy(object)) }
    return policies
  }

  /// All objects that may be policies; registers graph nodes for references and reads contexts on the way.
  private mutating func objects(in root: JSONValue) -> [JSONValue] {
    var found: [JSONValue] = []
    var waiting = [root]
    while let next = waiting.popLast() {
      if case .array(let elements) = next.content {
        waiting += elements.reversed()
        continue
      }
      for member in next.members where member.key == "@context" { names.declare(member.value, in: bytes) }
      found.append(next)
      for property in properties(of: next).reversed()
      where ["@graph", "@set", "hasPolicy", "policy"].contains(property.name) {
        waiting.append(property.value)
      }
    }
    for object in found where object.members.count > 1 {
      if let id = object.members.first(where: {
        ["@id", "uid", "id"].contains($0.key) || names.name($0.key) == "uid"
      }),
        let text = id.value.text(in: bytes)
      {
        nodes[names.name(text)] = object
      }
    }
    return found
  }

  private func isPolicy(_ object: JSONValue) -> Bool {
    properties(of: object).contains { property in
      switch property.name {
      case "permission", "prohibition", "obligation": true
      case "@type", "type": (texts(property.value) ?? []).contains(where: Self.policyTypes.contains)
      default: false
      }
    }
  }

  static let policyTypes: Set = [
    "Policy", "Set", "Offer", "Agreement", "Request", "Ticket", "Privacy", "Assertion",
  ]

  /// Properties that only describe the policy.
  static let annotations: Set = [
    "@context", "title", "description", "comment", "label", "name", "creator", "created", "issued",
    "modified",
    "publisher", "version", "language", "inheritAllowed", "inheritRelation", "undefined", "rdfs:label",
    "rdfs:comment", "rdfs:seeAlso", "dcterms:title", "dcterms:description", "dcterms:creator",
    "dcterms:created",
    "dcterms:issued", "dcterms:modified", "dcterms:publisher", "dcterms:identifier", "dcterms:language",
    "dcterms:subject", "dc:title", "dc:description", "dc:creator", "dc:publisher", "schema:name",
    "schema:description", "skos:prefLabel", "skos:definition", "skos:note", "$schema",
  ]

  private mutating func policy(_ object: JSONValue) -> ODRLPolicy {
    var policy = ODRLPolicy(range: range(object))
    var shared = ODRLRule(.permission, range: policy.range)
    var rules: [(ODRLRule.Kind, Property)] = []
    var seen: Set<String> = []
    for property in properties(of: object) {
      // JSON-LD processors keep one of two duplicate properties, and which one is undefined.
      if !seen.insert(property.name).inserted { policy.unread.append(property.range) }
      switch property.name {
      case "permission": rules.append((.permission, property))
      case "prohibition": rules.append((.prohibition, property))
      case "obligation", "duty": rules.append((.obligation, property))
      case "target", "assigner", "assignee", "action", "constraint": read(property, into: &shared, depth: 0)
      default: read(property, into: &policy)
      }
    }
    policy.unread += shared.unread
    for (kind, property) in rules {
      for element in elements(property.value) {
        policy.rules.append(rule(kind, element, sharing: shared, depth: 0))
      }
    }
    if rules.isEmpty, shared.actions.isEmpty == false { policy.unread.append(policy.range) }
    // A policy without rules states nothing that can be understood.
    if policy.rules.isEmpty && policy.notice == ODRLNotice() && policy.inheritsFrom.isEmpty {
      policy.unread.append(policy.range)
    }
    policy.assigners = shared.assigners
    link(&policy)
    return policy
  }

  /// Replaces duties that only refer to obligations of the policy by these.
  private func link(_ policy: inout ODRLPolicy) {
    var byID: [String: ODRLRule] = [:]
    for rule in policy.rules where rule.kind == .obligation {
      if let uid = rule.uid { byID[uid] = rule }
    }
    for index in policy.rules.indices {
      for duty in policy.rules[index].duties.indices where policy.rules[index].duties[duty].actions.isEmpty {
        if let uid = policy.rules[index].duties[duty].uid, let meant = byID[uid] {
          policy.rules[index].duties[duty] = meant
        }
      }
    }
  }

  private mutating func read(_ property: Property, into policy: inout ODRLPolicy) {
    let value = property.value
    switch property.name {
    case "uid", "@id", "id": policy.uid = text(value)
    case "@type", "type":
      let types = texts(value) ?? []
      let known = types.filter(Self.policyTypes.contains)
      policy.type = known.first { $0 != "Policy" } ?? known.first ?? "Policy"
      // Requests, tickets and assertions grant nothing.
      if !["Policy", "Set", "Offer", "Agreement"].contains(policy.type) {
        policy.unread.append(property.range)
      }
    case "profile":
      policy.profiles = texts(value) ?? []
      if policy.profiles.isEmpty || !policy.profiles.allSatisfy(Self.isKnown(profile:)) {
        policy.unread.append(property.range)
      }
    case "conflict":
      if let conflict = text(value).flatMap(ODRLPolicy.Conflict.init) {
        policy.conflict = conflict
      } else {
        policy.unread.append(property.range)
      }
    case "inheritFrom":
      policy.inheritsFrom = texts(value) ?? []
      policy.inheritance = property.range
    case let name where name.hasPrefix("wr:"):
      if !readNotice(property, into: &policy.notice) { policy.unread.append(property.range) }
    case let name where Self.annotations.contains(name): break
    default: policy.unread.append(property.range)
    }
  }

  /// Whether the reader knows the terms of a profile.
  static func isKnown(profile: String) -> Bool {
    let lower = profile.lowercased()
    return profile == "wr:" || profile == ODRLNames.profile || profile == "" || profile.hasPrefix("tdm:")
      || profile.hasPrefix("rightsml:") || profile.hasPrefix("cc:") || lower.contains("/rightsml/")
      || lower.contains("w3.org/ns/tdmrep") || lower == "http://www.w3.org/ns/odrl/2/core"
      || profile == "core"
  }
}
