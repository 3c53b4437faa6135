import WireText
import WireTrees

/// Rights that a record states as an object: `license: {name: …, url: …}`, `copyright: {holder: …, notice: …}`.
///
/// Keys count as whole words. What is about a picture, what is switched off and what is narrowed in a way that is not
/// understood becomes a field, which permits nothing.
struct RightsObject {
  /// A value that is still to be read.
  private struct Step {
    var value: JSONValue
    var key: String
    /// What the key says that it is; nil if its texts are no statements.
    var kind: RightsField.Kind?
    var language: String?
    /// Whether nothing in it is a statement, whatever its keys say.
    var isResidue = false
  }

  private var item: JSONItem
  private var steps: [Step]

  /// Adds the statements in a value to an item's document.
  ///
  /// - Parameters:
  ///   - value: the object, or a list of objects and texts.
  ///   - key: the key under which it stands.
  ///   - kind: what the key says that it is; nil if it is only about rights in general.
  ///   - item: receives the statements.
  static func read(_ value: JSONValue, key: String, kind: RightsField.Kind?, into item: inout JSONItem) {
    var reader = RightsObject(item: item, steps: [Step(value: value, key: key, kind: kind)])
    // Given up for the moment: else what is added would copy it.
    item.document = Document(origin: item.document.origin)
    while let step = reader.steps.popLast() { reader.take(step) }
    item = reader.item
  }

  private init(item: JSONItem, steps: [Step]) {
    self.item = item
    self.steps = steps
  }

  private mutating func take(_ step: Step) {
    if Self.isRichText(step.value) {
      let text = oneLine(item.copy(step.value).strings.joined(separator: " "))
      return state(text, step)
    }
    switch step.value.content {
    case .array(let elements):
      for element in elements.reversed() {
        var inner = step
        inner.value = element
        steps.append(inner)
      }
    case .object: enter(step)
    case .string: state(item.line(step.value) ?? "", step)
    case .number, .bool, .null: break
    }
  }

  /// Puts members off; what stands under a key of unknown meaning is residue at any depth.
  private mutating func push(_ values: [(JSONValue, key: String, RightsField.Kind?)], in step: Step) {
    for (value, key, kind) in values.reversed() {
      steps.append(
        Step(
          value: value, key: key, kind: kind, language: step.language,
          isResidue: step.isResidue || kind == nil && key != step.key))
    }
  }

  private mutating func state(_ text: String, _ step: Step) {
    guard !text.isEmpty else { return }
    let place = item.source.place(step.value.range)
    guard let kind = step.kind, !step.isResidue else {
      item.document.fields.append(Field(.other, text, key: step.key, place: place))
      return
    }
    item.document.rights.append(
      RightsField(
        isAddress(text) && kind != .credit ? .link : kind, text, key: step.key, language: step.language,
        range: place))
  }

  private mutating func enter(_ step: Step) {
    let object = step.value
    if let languages = object.byLanguage {
      for member in languages.reversed() {
        var inner = step
        inner.value = member.value
        inner.language = member.key
        steps.append(inner)
      }
      return
    }
    let types = Self.types.compactMap { object.member($0) }.flatMap(\.elements).compactMap { item.plain($0) }
    if types.contains(where: { KeyWords($0).isOfMedia }) {
      return item.takeMedia(object, key: step.key, name: step.key, medium: .picture)
    }
    var step = step
    if isNarrowed(object) { step.isResidue = true }
    if step.kind == .notice, types.contains(where: Self.owners.contains) { step.kind = .holder }
    let label = Self.labels.first { object.member($0) != nil }
    // Texts may stand there twice, as written and as shown: `value` and `processed`.
    var texts: Set<String> = []
    push(
      object.members.compactMap { member in
        let name = member.key.lowercased()
        guard name == label || Self.texts.contains(name) else { return statement(in: member, of: step) }
        if let text = item.line(member.value), !texts.insert(text).inserted { return nil }
        return (member.value, step.key, step.kind)
      }, in: step)
  }

  /// A member with what it is; nil if it says nothing.
  private mutating func statement(
    in member: JSONValue.Member, of step: Step
  ) -> (JSONValue, key: String, RightsField.Kind?)? {
    let word = SiteFields.normal(member.key)
    let key = "\(step.key).\(member.key)"
    if KeyWords(member.key).isOfMedia || Self.technical.contains(word) {
      item.keepWords(of: member.value, key: key)
      return nil
    }
    if let kind = Self.kinds[word] { return (member.value, key, kind) }
    if Self.addresses.contains(word) {
      let isLink = member.value.isString && isAddress(item.plain(member.value) ?? "")
      return isLink ? (member.value, key, .link) : nil
    }
    return (member.value, key, nil)
  }

  /// Whether something in an object says that it does not apply, or to a part or for a time only.
  private func isNarrowed(_ object: JSONValue) -> Bool {
    object.members.contains { member in
      let name = SiteFields.normal(member.key)
      if case .bool(let isSet) = member.value.content {
        return (isSet ? Self.negatives : Self.positives).contains(name) || isSet && Self.scopes.contains(name)
      }
      return Self.scopes.contains(name) && !member.value.isNull
    }
  }

  private func isAddress(_ text: String) -> Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }

  private static func isRichText(_ value: JSONValue) -> Bool {
    guard EditorTree.isTree(value), let node = value.elements.first else { return false }
    return ["children", "content", "root", "blocks", "ops"].contains { key in
      node.member(key).map { !$0.isString } ?? false
    }
  }
}

/// The names of keys, in lower case without hyphens and underscores.
extension RightsObject {
  /// Keys of names; the first that is there counts.
  private static let labels = ["name", "title", "label", "shortname", "code", "spdx"]
  private static let texts: Set<String> = [
    "value", "text", "rendered", "processed", "content", "@value", "statement",
  ]
  private static let types = ["@type", "_type", "type", "kind", "medium", "mediatype", "mime", "mimetype"]
  private static let kinds: [String: RightsField.Kind] = [
    "holder": .holder, "owner": .holder, "copyrightholder": .holder, "copyrightowner": .holder,
    "rightsholder": .holder, "rightsowner": .holder, "notice": .notice, "copyrightnotice": .notice,
    "copyright": .notice, "copyrightline": .notice, "rights": .notice, "terms": .terms, "usageterms": .terms,
    "usage": .terms, "termsofuse": .terms, "restrictions": .terms, "restriction": .terms,
    "limitations": .terms,
    "conditions": .terms, "license": .terms, "licence": .terms, "note": .note, "notes": .note,
    "credit": .credit,
    "creditline": .credit, "credittext": .credit,
  ]
  private static let addresses: Set<String> = [
    "url", "href", "link", "uri", "@id", "id", "licenseurl", "licenceurl", "deed", "sameas",
  ]
  private static let owners: Set<String> = ["Person", "Organization", "NewsMediaOrganization", "Corporation"]
  private static let technical: Set<String> = [
    "@context", "@type", "type", "key", "ref", "format", "createdat", "updatedat", "publishedat", "slug",
    "documentid", "locale", "sys",
  ]
  /// Keys that narrow what an object states to a part, a place, a time or a use.
  private static let scopes: Set<String> = [
    "scope", "appliesto", "applies", "subject", "target", "for", "part", "parts", "except", "exception",
    "exceptions",
    "exclude", "excludes", "only", "validuntil", "until", "expires", "expiresat", "expiry", "enddate",
    "startdate",
    "validfrom", "from", "to", "period", "duration", "territory", "territories", "region", "regions",
    "country",
    "countries", "geography", "area", "areas", "market", "markets", "channel", "channels", "platform",
    "platforms",
    "audience", "purpose", "purposes", "use", "uses",
  ]
  private static let positives: Set<String> = [
    "active", "enabled", "valid", "applies", "applicable", "isactive", "inuse", "published", "granted",
    "permitted", "allowed", "commercial", "commercialuse", "derivatives", "modification", "redistribution",
    "public",
    "reusable",
  ]
  private static let negatives: Set<String> = [
    "expired", "revoked", "disabled", "archived", "deprecated", "inactive", "hidden", "withdrawn", "negated",
    "not", "noncommercial", "noderivatives", "restricted", "internal", "exclusive",
  ]
}
