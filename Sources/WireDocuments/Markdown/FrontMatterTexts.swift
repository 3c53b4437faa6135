import WireText

/// Copy that stands in front matter: the blocks of which page builders make a page, and texts under a site's own keys.
enum FrontMatterTexts {
  /// Words from which on a value is taken for copy; fewer are a label.
  private static let fewestWords = 8
  /// Words of a title beyond which it is no headline.
  private static let longestTitle = 40

  /// Attaches what no field of the document holds and its text does not say.
  ///
  /// Lists, maps and the names of a body hold copy; another single value is kept as a field.
  static func attach(
    _ matter: FrontMatter, of decoded: Decoded, to document: inout Document, limits: Limits
  ) {
    var further = FurtherBodies()
    for entry in matter.entries {
      let name = SiteFields.normal(entry.key)
      for text in strings(in: entry.value) {
        guard isCopy(text, name) else { continue }
        if case .text = entry.value, !SiteFields.headlines.contains(name),
          !SiteFields.bodyNames.contains(name)
        {
          document.fields.append(
            Field(
              .other, oneLine(text), key: "front matter: \(entry.key)", place: decoded.fileRange(entry.range))
          )
          continue
        }
        further.attach(
          body(text, entry, decoded, limits), name: "front matter: \(entry.key)", to: &document,
          limits: limits)
      }
    }
  }

  private static func isCopy(_ text: String, _ name: String) -> Bool {
    let words = text.split(maxSplits: longestTitle + 1, whereSeparator: \.isWhitespace).count
    if SiteFields.headlines.contains(name) { return words > longestTitle }
    let isField =
      FrontMatterFields.fields[name] != nil || FrontMatterFields.urls[name] != nil
      || FrontMatterFields.times[name] != nil || FrontMatterFields.rights[name] != nil
    return words >= fewestWords && !isField
  }

  /// All texts of a value, however deep.
  private static func strings(in value: FrontMatter.Value) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let values): values.flatMap(strings)
    case .map(let entries):
      // What these hold is read as fields one by one.
      entries.filter { FrontMatterFields.rights[SiteFields.normal($0.key)] == nil }
        .flatMap { strings(in: $0.value) }
    }
  }

  /// The paragraphs of a text, each with its place: exact where it is written as it is read.
  private static func body(
    _ text: String, _ entry: FrontMatter.Entry, _ decoded: Decoded, _ limits: Limits
  ) -> BodyText {
    let utf8 = Array(text.utf8)
    var map = SourceMap()
    let all = TextRange(0, utf8.count)
    if let found = decoded.utf8[entry.range].firstRange(of: utf8) {
      map.append(all, from: FileRange(found.lowerBound, found.upperBound), isExact: true)
    } else if !entry.range.isEmpty {
      map.append(all, from: FileRange(entry.range.lowerBound, entry.range.upperBound), isExact: false)
    }
    return MarkdownText.read(utf8, map: decoded.fileMap(of: map), limits: limits).body
  }
}
