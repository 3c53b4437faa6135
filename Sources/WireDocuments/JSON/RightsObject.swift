import WireText
import WireTrees

/// Rights that a record states as an object: `license: {name: …, url: …}`, `copyright: {holder: …, notice: …}`.
///
/// Keys count as whole words. What is about a picture is not the story's. Beside anything that is not known to leave
/// the statements as they are – a part, a place, a time, a switch – nothing is permitted.
struct RightsObject {
  /// A value that is still to be read.
  private struct Step {
    var value: JSONValue
    var key: String
    /// What the key says that it is; nil if its texts are no statements.
    var kind: RightsField.Kind?
    var language: String?
    var standing = Standing.full
    /// Whether it identifies the object or its owner, and is no address of terms.
    var isReference = false
    /// Whether its embargo is not taken: that of a picture or of another work, which is not the story's.
    var isElsewhere = false
  }

  /// How much of what a text states counts.
  private enum Standing: Int, Comparable {
    case full
    /// Only what it forbids: something beside it may limit what it permits.
    case limited
    /// Nothing: it stands under a key of unknown meaning.
    case none

    static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
  }

  private var item: JSONItem
  private var steps: [Step]

  /// Adds the statements in a value to an item's document.
  ///
  /// - Parameters:
  ///   - value: the object, or a list of objects and texts.
  ///   - key: the key under which it stands.
  ///   - kind: what the key says that it is; nil if it is only about rights in general.
  ///   - takesEmbargoes: whether the embargoes in it are taken, too, and not by the caller.
  ///   - item: receives the statements.
  static func read(
    _ value: JSONValue, key: String, kind: RightsField.Kind?, takesEmbargoes: Bool = true,
    into item: inout JSONItem
  ) {
    let first = Step(value: value, key: key, kind: kind, isElsewhere: !takesEmbargoes)
    var reader = RightsObject(item: item, steps: [first])
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
    case .string:
      let holdsMarkup = step.kind?.holdsMarkup ?? false
      state((holdsMarkup ? item.plain(step.value) : item.line(step.value)) ?? "", step)
    case .number, .bool, .null: break
    }
  }

  private mutating func state(_ text: String, _ step: Step) {
    guard !text.isEmpty else { return }
    let place = item.source.place(step.value.range)
    guard let kind = Self.kind(of: text, step) else {
      item.document.fields.append(Field(.other, text, key: step.key, place: place))
      return
    }
    item.document.rights.append(
      RightsField(kind, text, key: step.key, language: step.language, range: place))
  }

  /// What a text states; nil for nothing about the story.
  private static func kind(of text: String, _ step: Step) -> RightsField.Kind? {
    guard let stated = step.kind, step.standing < .none else { return nil }
    let kind = stated.stating(text)
    if step.standing == .full { return kind }
    switch kind {
    case .holder, .credit: return kind
    // The address of an owner states no terms.
    case .link where stated == .holder || step.isReference: return nil
    default: return .limited
    }
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
    let isOwner = types.contains(where: Self.owners.contains)
    if !isOwner, types.contains(where: { KeyWords($0).isOfMedia }) {
      return item.takeMedia(object, key: step.key, name: step.key, medium: .picture)
    }
    var step = step
    if step.kind == .notice, isOwner { step.kind = .holder }
    // As long as the whole path of keys, one of them would be copied for each member.
    let path = "\(step.key.prefix(Self.longestPath))."
    let name = Self.names.first { object.member($0) != nil }
    // Texts may stand there twice, as written and as shown: `value` and `processed`.
    var texts: Set<String> = []
    var inner: [Step] = []
    var isDenied = false
    for member in object.members {
      let key = member.key.lowercased()
      let isLimiting = isLimiting(member)
      guard key == name || Self.texts.contains(key) else {
        if isLimiting { step.standing = max(step.standing, .limited) }
        inner += statement(in: member, under: path, of: &step)
        continue
      }
      isDenied = isDenied || isLimiting
      if let text = item.line(member.value), !texts.insert(text).inserted { continue }
      inner.append(Step(value: member.value, key: step.key, kind: step.kind))
    }
    // By itself it is what the object states.
    if isDenied, inner.count > 1 { step.standing = max(step.standing, .limited) }
    for var next in inner.reversed() {
      next.language = step.language
      next.standing = max(next.standing, step.standing)
      next.isElsewhere = next.isElsewhere || step.isElsewhere
      steps.append(next)
    }
  }

  /// A member of an object with what it is; nothing if it says nothing.
  ///
  /// - Parameter step: the object; limited by a member that may limit it.
  private mutating func statement(
    in member: JSONValue.Member, under path: String, of step: inout Step
  ) -> [Step] {
    let value = member.value
    let key = path + member.key.prefix(Self.longestPath)
    let word = StoryKeys.normal(member.key)
    if MetaKey(member.key, text: "") == .embargo {
      // A permission beside it may begin with its end.
      if !isHarmless(value, under: word) { step.standing = max(step.standing, .limited) }
      if step.isElsewhere {
        item.keepWords(of: value, key: key)
      } else {
        item.takeEmbargo(value, key: key, as: member.key)
      }
      return []
    }
    if KeyWords(member.key).isOfMedia {
      // The address of an icon, a picture with members of its own, or a switch: “for photographs: yes”.
      if let text = item.plain(value), !text.isEmpty, !text.isAddress {
        step.standing = max(step.standing, .limited)
      }
      item.keepWords(of: value, key: key)
      return []
    }
    if Self.addresses.contains(word), isIdentifier(value) {
      let text = item.plain(value) ?? ""
      let isIdentity = Self.references.contains(word)
      guard isIdentity ? text.isWebAddress : text.isAddress else {
        if !isIdentity { item.keepWords(of: value, key: key, keepsNames: true) }
        return []
      }
      let isReference = step.kind == .holder || isIdentity
      return [Step(value: value, key: key, kind: .link, isReference: isReference)]
    }
    if let kind = Self.kinds[word] { return [Step(value: value, key: key, kind: kind)] }
    if !isHarmless(value, under: word) { step.standing = max(step.standing, .limited) }
    if Self.technical.contains(word) {
      item.keepWords(of: value, key: key)
      return []
    }
    return [
      Step(
        value: value, key: key, standing: .none, isElsewhere: KeyWords(member.key).isGroupElsewhere)
    ]
  }

  /// Whether a code, an identifier or a name in an object says that the rest of it does not hold.
  private mutating func isLimiting(_ member: JSONValue.Member) -> Bool {
    let word = StoryKeys.normal(member.key)
    if Self.kinds[word] == .holder || Self.kinds[word] == .credit {
      return item.texts(member.value).contains { LimitingWords.limits(name: $0.text) }
    }
    guard member.value.isString, !Self.languages.contains(word),
      Self.names.contains(word) || Self.addresses.contains(word) || Self.technical.contains(word)
        || Self.texts.contains(word),
      let text = item.plain(member.value), !text.contains(where: \.isWhitespace), !text.isAddress,
      !text.hasPrefix("www.")
    else { return false }
    return LimitingWords.limits(code: text)
  }

  /// Whether a member leaves what the object states as it is.
  private mutating func isHarmless(_ value: JSONValue, under key: String) -> Bool {
    switch value.content {
    case .null: true
    case .bool(let isSet):
      (isSet ? Self.switchedOn : Self.switchedOff).contains(
        key.hasPrefix("is") ? String(key.dropFirst(2)) : key)
    case .number: Self.technical.contains(key)
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty || Self.technical.contains(key)
    case .string:
      if Self.types.contains(key) {
        isTypeOfRights(value)
      } else {
        (Self.technical.contains(key) || Self.names.contains(key)) && (isIdentifier(value) || isTime(value))
          || item.plain(value)?.isEmpty ?? true
      }
    }
  }

  /// Whether the type of an object is one of rights in general: `license`, but not `archive-only`.
  private mutating func isTypeOfRights(_ value: JSONValue) -> Bool {
    KeyWords(item.plain(value) ?? "").words.allSatisfy(Self.typeWords.contains)
  }

  /// Whether a value is a time such as `2026-11-24 10:00:00`.
  private mutating func isTime(_ value: JSONValue) -> Bool {
    item.plain(value)?.allSatisfy { $0.isNumber || "-:. TZ+".contains($0) } ?? false
  }

  /// Whether a value is an address, a number or a code, and not words that could say something.
  private mutating func isIdentifier(_ value: JSONValue) -> Bool {
    switch value.content {
    case .number: true
    case .string:
      item.plain(value).map { text in
        text.isAddress || !text.contains(where: \.isWhitespace) && !KeyWords(text).isOfMedia
      } ?? true
    case .bool, .null, .array, .object: false
    }
  }

  private static func isRichText(_ value: JSONValue) -> Bool {
    guard EditorTree.isTree(value), let node = value.elements.first else { return false }
    return ["children", "content", "root", "blocks", "ops"].contains { key in
      node.member(key).map { !$0.isString } ?? false
    }
  }
}
