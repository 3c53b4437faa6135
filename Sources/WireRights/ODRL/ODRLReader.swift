internal import WireText
internal import WireTrees

/// Reads policies of ODRL 2.2 in JSON-LD: the compact form of ODRL's context, and variants found in public test suites.
///
/// Single values and arrays, `uid` and `@id`, prefixed and full IRIs, inline contexts, graphs whose nodes refer to
/// each other, policy-level properties that rules share, collections with `source`. Anything that is not understood
/// is kept as unread with its position. Reading is bounded: `longestText` bytes, `deepest` levels, `mostParts`
/// parts.
public enum ODRLReader {
  /// The longest document that is read, in bytes.
  public static let longestText = 4 << 20
  /// The deepest nesting of arrays and objects.
  static let deepest = 64
  /// The most rules, constraints, actions, parties and assets in one document, counting referenced ones once for
  /// each reference.
  static let mostParts = 50_000

  /// The policies of a document, including the rules that they inherit within it.
  ///
  /// - Throws: `RightsFault` if the text is not JSON or exceeds a limit.
  public static func policies(in text: String) throws(RightsFault) -> [ODRLPolicy] {
    let bytes = Array(text.utf8)
    var reader = ODRLDocumentReader(bytes)
    return ODRLInheritance.resolved(reader.policies(in: try RightsFault.json(bytes)))
  }
}

/// Why a machine-readable expression of rights cannot be read.
public struct RightsFault: Error, Sendable, Hashable {
  /// A stable code: `not-json`, or the limit that was exceeded.
  public var code: String
  /// What is wrong, without text of the document.
  public var message: String
  /// The line, from 1.
  public var line: Int
  /// The column in bytes, from 1.
  public var column: Int

  /// The JSON value of an expression, within the limits for expressions.
  static func json(_ bytes: [UInt8]) throws(RightsFault) -> JSONValue {
    guard bytes.count <= ODRLReader.longestText else {
      throw RightsFault(
        code: "limit-bytes", message: "longer than \(ODRLReader.longestText) bytes", line: 1, column: 1)
    }
    do {
      return try JSONValue.parse(bytes, maximumDepth: ODRLReader.deepest, maximumEvents: 500_000)
    } catch {
      throw RightsFault(code: error.code, message: error.message, line: error.line, column: error.column)
    }
  }
}

/// Reads one document; rules and constraints are read in extensions.
struct ODRLDocumentReader {
  let bytes: [UInt8]
  var names = ODRLNames()
  /// The nodes of graphs, as targets of references.
  var nodes: [String: JSONValue] = [:]
  /// The number of parts that may still be read.
  private var budget = ODRLReader.mostParts

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A property of an object with its short name.
  struct Property {
    var name: String
    var value: JSONValue
    var range: TextRange
  }

  /// The properties of an object; those of the same name are adjacent, in document order.
  func properties(of object: JSONValue) -> [Property] {
    object.members.map { member in
      Property(
        name: member.key.hasPrefix("@") ? member.key : names.name(member.key), value: member.value,
        range: TextRange(member.range.lowerBound, member.range.upperBound))
    }
  }

  func range(_ value: JSONValue) -> TextRange { TextRange(value.range.lowerBound, value.range.upperBound) }

  /// Takes one part out of the budget; false if it is exhausted or the nesting is too deep.
  mutating func mayRead(at depth: Int) -> Bool {
    guard budget > 0, depth < ODRLReader.deepest else { return false }
    budget -= 1
    return true
  }

  // MARK: Values

  /// The members of arrays, sets and lists within a value, in order.
  func elements(_ value: JSONValue) -> [JSONValue] {
    var found: [JSONValue] = []
    var waiting = [value]
    while let next = waiting.popLast() {
      switch next.content {
      case .array(let elements): waiting += elements.reversed()
      case .object(let members):
        if members.count == 1, ["@list", "@set"].contains(members[0].key) {
          waiting.append(members[0].value)
        } else {
          found.append(next)
        }
      case .null: break
      default: found.append(next)
      }
    }
    return found
  }

  /// The text or short name of a scalar, a literal or a reference, also as the only element of an array.
  func text(_ value: JSONValue) -> String? {
    let elements = elements(value)
    guard elements.count == 1 else { return nil }
    let value = elements[0]
    if let text = value.text(in: bytes) { return value.isString ? names.name(text) : text }
    for key in ["@value", "@id", "uid", "id"] {
      if let member = value.members.first(where: { $0.key == key || names.name($0.key) == key }) {
        guard let text = member.value.text(in: bytes) else { return nil }
        return key == "@value" ? text : names.name(text)
      }
    }
    return nil
  }

  /// All texts of a value; nil if one of its elements has none.
  func texts(_ value: JSONValue) -> [String]? {
    let elements = elements(value)
    let texts = elements.compactMap(text)
    return texts.count == elements.count ? texts : nil
  }

  /// The node that a reference refers to; the value itself if it is not a reference.
  func resolved(_ value: JSONValue) -> JSONValue {
    let isReference =
      value.isString || value.members.count == 1 && ["@id", "uid"].contains(value.members[0].key)
    guard isReference, let id = text(value), let node = nodes[id] else { return value }
    return node
  }

  /// A range of our profile, `[lower, upper]`.
  func words(_ value: JSONValue) -> TextRange? {
    let numbers = elements(value).compactMap { $0.text(in: bytes).flatMap { Int($0) } }
    guard numbers.count == 2, 0 <= numbers[0], numbers[0] <= numbers[1] else { return nil }
    return TextRange(numbers[0], numbers[1])
  }
}

// MARK: Policies

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
