import WireText

/// Maps the keys of front matter to fields of a document.
struct FrontMatterFields {
  let decoded: Decoded
  var document: Document
  /// Whether a part of the block could not be read, so that a key without a value may have had one.
  let isBroken: Bool
  /// All entries of the block.
  let record: [FrontMatter.Entry]
  let limits: Limits

  /// Stores all entries of a block in a document.
  static func put(
    _ matter: FrontMatter, of decoded: Decoded, into document: inout Document, limits: Limits
  ) {
    var fields = FrontMatterFields(
      decoded: decoded, document: document, isBroken: !matter.problems.isEmpty, record: matter.entries,
      limits: limits)
    for entry in matter.entries { fields.take(entry, depth: 0) }
    document = fields.document
  }

  private mutating func take(_ entry: FrontMatter.Entry, depth: Int) {
    let name = Self.name(of: entry.key)
    // Hugo and Zola keep a site's own keys one level down.
    if ["params", "extra", "meta", "rights"].contains(name), case .map(let inner) = entry.value, depth < 2 {
      for var element in inner {
        if element.range.isEmpty { element.range = entry.range }
        if name == "rights" { element.key = "\(entry.key).\(element.key)" }
        take(element, depth: depth + 1)
      }
      return
    }
    takeText(name, entry)
    takeTime(name, entry)
    takeStatus(name, entry)
    takeRights(name, entry)
    takeOwn(name, entry)
  }

  /// The name of a key, without the tables in which sites keep keys of their own.
  ///
  /// In `rights: {holder: …}` what stands for itself elsewhere, such as an author, is the same; what identifies an item
  /// elsewhere does not.
  static func name(of key: String) -> String {
    var name = key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    for prefix in ["params.", "extra.", "meta."] where name.hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count))
    }
    // A table of TOML: `[[extra.authors]]` with a `name` in it.
    if name.hasSuffix(".name"), StoryKeys.fields[String(name.dropLast(5))] != nil {
      name = String(name.dropLast(5))
    }
    guard name.hasPrefix("rights.") else { return name }
    let inner = String(name.dropFirst("rights.".count))
    if RightsKeys.kinds["rights\(inner)"] != nil { return "rights\(inner)" }
    return identities.contains(inner) ? name : inner
  }

  /// A key without the tables around it.
  static func ownName(_ key: String) -> String {
    key.split(separator: ".").last.map(String.init) ?? key
  }

  private static let identities: Set<String> = [
    "id", "guid", "uid", "uuid", "slug", "url", "path", "permalink", "title", "version",
  ]

  /// The texts of an entry with their exact ranges; the range of a text that is written differently is the entry's.
  func placed(_ texts: [String], _ entry: FrontMatter.Entry) -> [(text: String, place: FileRange?)] {
    var places = FrontMatterPlaces(decoded.utf8, entry.range)
    return texts.map { text in
      guard !entry.range.isEmpty else { return (text, nil) }
      return (text, decoded.fileRange(places.next(Array(text.utf8)) ?? entry.range))
    }
  }

  private mutating func takeText(_ name: String, _ entry: FrontMatter.Entry) {
    let texts = entry.value.texts.map(oneLine).filter { !$0.isEmpty }
    let found = placed(texts, entry)
    guard let first = found.first else { return }
    let key = "front matter: \(entry.key)"
    if let field = StoryKeys.fields[name] {
      for (text, place) in found where !isFlag(text, field) {
        document.fields.append(Field(field, text, key: key, place: place))
      }
    }
    // `permalink: false` writes no page.
    if let field = StoryKeys.urls[name], !FlagWords.all.contains(first.text.lowercased()) {
      document.urls.append(Field(field, first.text, key: key, place: first.place))
    }
    if ItemLink.isTranslationKey(name) {
      document.links += texts.map { ItemLink(.translates, id: $0) }
    }
    switch name {
    case _ where StoryKeys.headlines.contains(name): takeHeadline(first, key: key)
    case _ where StoryKeys.languages.contains(name): document.language = document.language ?? first.text
    case _ where StoryKeys.identifiers.contains(name): document.id = first.text
    case "slug": document.id = document.id ?? first.text
    case "version": document.version = document.version ?? first.text
    default: break
    }
  }

  /// Takes the first headline; another one, such as that of the home page, becomes a title.
  private mutating func takeHeadline(_ found: (text: String, place: FileRange?), key: String) {
    let line = HTMLText.line(found.text)
    guard let headline = document.headline else { return document.headline = line }
    guard headline != line else { return }
    document.fields.append(Field(.title, line, key: key, place: found.place))
  }

  private mutating func takeTime(_ name: String, _ entry: FrontMatter.Entry) {
    guard let role = StoryKeys.times[name] else { return }
    if role == .embargo { return takeEmbargo(entry) }
    let raw = oneLine(entry.value.texts.first ?? "")
    if raw.isEmpty || FlagWords.all.contains(raw.lowercased()) { return }
    document.add(TimeField(role, reading: raw), named: "`\(entry.key.prefix(40))`")
  }

  private mutating func takeStatus(_ name: String, _ entry: FrontMatter.Entry) {
    let raw = oneLine(entry.value.texts.first ?? "")
    let isYes = FlagWords.isYes(raw)
    let isNo = FlagWords.no.contains(raw.lowercased())
    let flag = "\(entry.key): \(raw)"
    switch name {
    case "draft" where isYes, "published" where isNo, "unpublished" where isYes:
      document.setStatus(Status(.draft, raw: flag))
    case "draft" where isNo, "published" where isYes:
      document.status = document.status ?? Status(.published, raw: flag)
    case "status", "state", "visibility", "pubstatus":
      guard !raw.isEmpty else { return }
      let value = StatusWords.value(raw)
      // A state may be one of a country.
      if ["visibility", "state"].contains(name), value == .unknown { return }
      document.setStatus(Status(value, raw: raw))
    case _ where StatusWords.withdraws(Self.ownName(entry.key), raw):
      document.setStatus(Status(.canceled, raw: flag))
    // Docusaurus builds such a page and leaves it out of all lists: nobody but who has its address sees it.
    case "private" where isYes, "unlisted" where isYes: document.setStatus(Status(.private, raw: flag))
    default: break
    }
  }

  /// Whether a text says that a name is shown, and is none: `credit: false`.
  private func isFlag(_ text: String, _ field: Field.Name) -> Bool {
    [.credit, .source, .provider].contains(field) && FlagWords.all.contains(text.lowercased())
  }

  private mutating func takeRights(_ name: String, _ entry: FrontMatter.Entry) {
    guard let kind = RightsKeys.ofStory[name] else { return }
    if kind != .credit, entry.value.holdsMap { return takeObject(kind, entry) }
    let texts = entry.value.texts.map(oneLine).filter { !$0.isEmpty }
    for (text, place) in placed(texts, entry) where !(kind == .credit && isFlag(text, .credit)) {
      document.rights.append(
        RightsField(kind.stating(text), text, key: "front matter: \(entry.key)", range: place))
    }
  }
}
