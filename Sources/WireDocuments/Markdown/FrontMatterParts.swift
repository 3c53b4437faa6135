import WireText

extension FrontMatterFields {
  /// Takes what stands in a list or in objects under a site's own key: whom a story is from, and what is said about
  /// pictures.
  ///
  /// Rights that stand beside anything else are kept as a field, since they are not the story's.
  mutating func takeParts(of entry: FrontMatter.Entry) {
    let words = KeyWords(Self.ownName(entry.key))
    for part in entry.value.elements {
      if case .text(let text) = part, words.isOfOrigin { keep(text, key: entry.key, of: entry) }
      guard case .map(let members) = part else { continue }
      for member in members {
        guard case .text(let text) = member.value else { continue }
        let name = StoryKeys.normal(member.key)
        let key = "\(entry.key).\(member.key)"
        if words.isOfMedia, let kind = MediaWords.rights[name] {
          state(kind, text, key: key, ofMediaIn: entry)
        } else if MediaWords.rights[name] != nil || words.isOfMedia && MediaWords.saysSomething(name)
          || words.isOfOrigin && ["name", "title", "agency"].contains(name)
        {
          keep(text, key: key, of: entry)
        }
      }
    }
  }

  /// Takes an entry of a table in TOML, whose key has the table's before its own: `sources.name`.
  mutating func takeParts(ofTableOf entry: FrontMatter.Entry) {
    guard let dot = entry.key.lastIndex(of: ".") else { return }
    var member = entry
    member.key = String(entry.key[entry.key.index(after: dot)...])
    takeParts(
      of: FrontMatter.Entry(key: String(entry.key[..<dot]), value: .map([member]), range: entry.range))
  }

  private mutating func keep(_ text: String, key: String, of entry: FrontMatter.Entry) {
    let line = oneLine(text)
    guard line.contains(where: \.isLetter), !FlagWords.all.contains(line.lowercased()) else { return }
    document.fields.append(Field(.other, line, key: "front matter: \(key)", place: range(of: entry)))
  }

  private mutating func state(
    _ kind: RightsField.Kind, _ text: String, key: String, ofMediaIn entry: FrontMatter.Entry
  ) {
    let line = oneLine(text)
    guard !line.isEmpty else { return }
    document.rights.append(
      RightsField(
        kind.stating(line), line, key: "front matter: \(key)", scope: entry.key, medium: .picture,
        range: range(of: entry)))
  }

  private func range(of entry: FrontMatter.Entry) -> FileRange? {
    entry.range.isEmpty ? nil : decoded.fileRange(entry.range)
  }
}

extension FrontMatter.Value {
  /// The elements of a list; any other value is its own.
  fileprivate var elements: [FrontMatter.Value] {
    if case .list(let values) = self { return values }
    return [self]
  }
}
