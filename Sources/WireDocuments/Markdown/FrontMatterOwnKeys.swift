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
    guard case .text(let raw) = entry.value else { return takeEmbargoes(ofGroup: entry) }
    let text = oneLine(raw)
    guard text.contains(where: \.isLetter) || text.contains(where: \.isNumber),
      !["true", "false", "yes", "no"].contains(text.lowercased()), let kind = MetaKey(entry.key, text: text)
    else { return }
    let key = "front matter: \(entry.key)"
    let place = place(raw, entry)
    let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
    switch kind {
    case .rights(let kind) where KeyWords(entry.key).isOfStory:
      document.rights.append(RightsField(isAddress ? .link : kind, text, key: key, range: place))
    case .media(let kind):
      document.rights.append(
        RightsField(kind, text, key: key, scope: entry.key, medium: .picture, range: place))
    case .embargo where CivilTime(reading: text) != nil:
      takeEmbargo(entry)
    case .embargo where !KeyWords(entry.key).remarksOnEmbargo:
      document.fields.append(Field(.other, text, key: key, place: place))
      reportTime(entry, "time-unreadable")
    default: document.fields.append(Field(.other, text, key: key, place: place))
    }
  }

  /// Takes an embargo in any form: a time, or a list or table with times.
  mutating func takeEmbargo(_ entry: FrontMatter.Entry) {
    let parts = EmbargoParts(entry.value)
    let place = entry.range.isEmpty ? nil : decoded.fileRange(entry.range)
    let key = "front matter: \(entry.key.prefix(80))"
    for word in parts.words { document.fields.append(Field(.other, word, key: key, place: place)) }
    var ends = parts.ends
    if case .text(let raw) = entry.value {
      let raw = oneLine(raw)
      if EmbargoParts.denies(raw) { return }
      ends = [TimeField(.embargo, raw: raw, instant: Instant(reading: raw))]
    } else if ends.isEmpty {
      ends = [TimeField(.embargo, raw: "", instant: nil)]
    }
    for time in ends {
      document.addEmbargo(time)
      document.times.append(time)
      if time.instant == nil, CivilTime(reading: time.raw) == nil { reportTime(entry, "time-unreadable") }
    }
  }

  /// Takes the embargoes in a table of fields of a site's own: `wire: {embargo: …}`; a table with a title is another work.
  private mutating func takeEmbargoes(ofGroup group: FrontMatter.Entry) {
    var waiting = [group]
    while let entry = waiting.popLast() {
      guard case .map(let members) = entry.value, !KeyWords(entry.key).isOfOtherWork,
        !members.contains(where: { JSONItem.namesOfWorks.contains($0.key.lowercased()) })
      else { continue }
      for var member in members.reversed() {
        if member.range.isEmpty { member.range = entry.range }
        if MetaKey(member.key, text: "") == .embargo { takeEmbargo(member) } else { waiting.append(member) }
      }
    }
  }

  private static func isKnown(_ name: String) -> Bool {
    fields[name] != nil || urls[name] != nil || times[name] != nil || rights[name] != nil
      || ItemLink.isTranslationKey(name)
  }
}

extension EmbargoParts {
  /// The parts of a list or table of front matter.
  fileprivate init(_ value: FrontMatter.Value) {
    self.init()
    if case .text = value { return }
    add(value, as: .end)
  }

  /// The block's depth is limited.
  private mutating func add(_ value: FrontMatter.Value, as part: Part) {
    switch value {
    case .text(let text):
      let line = oneLine(text)
      if !line.isEmpty, !["true", "false"].contains(line) { add(line, as: part) }
    case .list(let values): for value in values { add(value, as: part) }
    case .map(let entries): for entry in entries { add(entry.value, as: Self.part(entry.key)) }
    }
  }
}
