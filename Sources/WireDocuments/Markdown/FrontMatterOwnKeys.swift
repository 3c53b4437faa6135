import WireText

extension FrontMatterFields {
  /// Takes a text under a site's own key by the words in it: `reprint_rights`, `image_copyright`, `embargo_note`.
  ///
  /// Only a key that is about the story with each of its words states its rights; what is said of anything else is a
  /// field. An embargo needs a time, unless each word of the key is about it, since the key may belong to a remark.
  mutating func takeOwn(_ name: String, _ entry: FrontMatter.Entry) {
    guard !Self.isKnown(name) else { return }
    if MetaKey(entry.key, text: "") == .embargo, KeyWords(entry.key).statesEmbargo {
      return takeEmbargo(entry)
    }
    guard case .text(let raw) = entry.value else {
      let own = Self.ownName(entry.key)
      let kind = RightsKeys.kind(ofStory: own)
      if entry.value.holdsMap, kind != nil || KeyWords(own).words == ["legal"] {
        return takeObject(kind, entry)
      }
      for embargo in entry.embargoes(under: entry.key) { takeEmbargo(embargo.node) }
      return takeParts(of: entry)
    }
    let text = oneLine(raw)
    guard text.contains(where: \.isLetter) || text.contains(where: \.isNumber),
      !FlagWords.all.contains(text.lowercased())
    else { return }
    let key = "front matter: \(entry.key)"
    let place = placed([raw], entry).first?.place
    guard let kind = MetaKey(entry.key, text: text) else {
      let namesOrigin = KeyWords(Self.ownName(entry.key)).isOfOrigin
      if namesOrigin { document.fields.append(Field(.other, text, key: key, place: place)) }
      if !namesOrigin { takeParts(ofTableOf: entry) }
      return
    }
    switch kind {
    case .rights(let kind) where KeyWords(entry.key).isOfStory:
      document.rights.append(RightsField(kind.stating(text), text, key: key, range: place))
    case .media(let kind):
      document.rights.append(
        RightsField(kind, text, key: key, scope: entry.key, medium: .picture, range: place))
    case .embargo where CivilTime(field: text) != nil:
      takeEmbargo(entry)
    case .embargo where !KeyWords(entry.key).remarksOnEmbargo:
      document.fields.append(Field(.other, text, key: key, place: place))
      document.problems.append(.unreadableTime(named: "`\(entry.key.prefix(40))`"))
    default: document.fields.append(Field(.other, text, key: key, place: place))
    }
  }

  /// Takes an embargo in any form: a time, or a list or table with times; without a value there is none, unless it was
  /// in a part of the block that could not be read.
  mutating func takeEmbargo(_ entry: FrontMatter.Entry) {
    let place = entry.range.isEmpty ? nil : decoded.fileRange(entry.range)
    let key = "front matter: \(entry.key.prefix(MetaKey.longestKey))"
    var isStated = false
    if case .text(let raw) = entry.value {
      let raw = oneLine(raw)
      isStated = !raw.isEmpty
      if isStated, EmbargoParts.isNone(.text(raw), under: entry.key) {
        document.fields.append(Field(.other, raw, key: key, place: place))
      } else if isStated, let time = TimeField.embargo(stating: raw) {
        state(time, entry)
      }
    } else {
      let record = record.map { ($0.key, $0) }
      for parts in EmbargoParts.all(in: entry, under: entry.key, beside: record, { $0.scalar }) {
        isStated = isStated || parts.isStated
        for time in parts.ends { state(time, entry) }
        for word in parts.remarks { document.fields.append(Field(.other, word, key: key, place: place)) }
      }
    }
    if isBroken, !isStated { state(TimeField(.embargo, reading: ""), entry) }
  }

  private mutating func state(_ time: TimeField, _ entry: FrontMatter.Entry) {
    document.add(time, named: "`\(entry.key.prefix(40))`")
  }

  private static func isKnown(_ name: String) -> Bool {
    StoryKeys.isField(name) || RightsKeys.ofStory[name] != nil || ItemLink.isTranslationKey(name)
  }
}

extension FrontMatter.Entry: EmbargoNode {
  var embargoMembers: [(key: String, node: FrontMatter.Entry)]? {
    guard case .map(let entries) = value else { return nil }
    return entries.map { entry in
      (
        entry.key,
        FrontMatter.Entry(
          key: entry.key, value: entry.value, range: entry.range.isEmpty ? range : entry.range)
      )
    }
  }

  var embargoElements: [FrontMatter.Entry]? {
    guard case .list(let values) = value else { return nil }
    return values.map { FrontMatter.Entry(key: key, value: $0, range: range) }
  }

  /// What it says without members and elements; flags are words in front matter.
  fileprivate var scalar: EmbargoParts.Scalar? {
    guard case .text(let text) = value else { return nil }
    let line = oneLine(text)
    if FlagWords.isYes(line, isOne: false) { return .flag(true) }
    return line.isEmpty ? nil : .text(line)
  }
}
