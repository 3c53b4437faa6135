import WireText
import WireTrees

/// dpa digitalwires: one entry, an array of entries, the list in an answer, or one entry per line.
struct DPADigitalwiresReader: JSONItemReader {
  static let format = Format(name: "dpadw", title: "dpa digitalwires, JSON")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    return areEntry(json.keys) || json.list(ofItems: areEntry) != nil
  }

  private static func areEntry(_ keys: Set<String>) -> Bool {
    keys.contains("article_html")
      && !keys.isDisjoint(with: ["urn", "version_created", "entry_id", "pubstatus"])
  }

  var queue: JSONItemQueue

  init(queue: JSONItemQueue) { self.queue = queue }

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    let list = JSONProbe(startOf: input)?.list(ofItems: Self.areEntry)
    queue = JSONItemQueue(input, origin: origin, limits: limits, elementsOf: list, items: Self.items)
  }

  static func read(_ item: inout JSONItem) {
    item.document.origin.dialect = item.plain(item.value("format"))
    item.document.id = item.plain(item.value("urn")) ?? item.plain(item.value("entry_id"))
    item.document.version = item.plain(item.value("version"))
    item.document.headline = item.line(item.value("headline"))
    item.document.language = item.plain(item.value("language"))
    item.status(item.value("pubstatus"))
    readBody(&item)
    attachBoxes(&item)
    readPictures(&item)
    for (key, name) in fields { item.field(name, item.value(key), key: key) }
    item.field(.editorsNote, item.value("ednotes"), key: "ednotes", of: noteKeys)
    readNotepad(&item)
    for key in ["copyrightnotice", "autopublishnotice"] { item.rights(.notice, item.value(key), key: key) }
    item.rights(.holder, item.value("copyrightholder"), key: "copyrightholder")
    readTerms(&item)
    item.time(.updated, item.value("version_created"), key: "version_created")
    item.time(.created, item.value("first_created"), key: "first_created")
    item.time(.embargo, item.value("embargoed"), key: "embargoed")
    readEmbargoNotes(&item)
    item.url(.permalink, item.value("link"), key: "link")
    item.keepRest { known.contains($0) || $0.hasSuffix("_html") }
  }

  /// A note whose role is an embargo is one in words, where no field has its time.
  private static func readEmbargoNotes(_ item: inout JSONItem) {
    guard item.document.embargo == nil else { return }
    for note in item.value("ednotes")?.elements ?? [] {
      guard item.plain(note.member("role"))?.split(separator: ":").last?.lowercased() == "embargo" else {
        continue
      }
      let text = noteKeys.compactMap { item.line(note.member($0)) }.first ?? ""
      if let time = TimeField.embargo(stating: text) { item.document.addEmbargo(time) }
    }
  }

  /// The editors' notepad: texts by their audience, in some feeds with several parts each.
  private static func readNotepad(_ item: inout JSONItem) {
    guard let notepad = item.value("notepad") else { return }
    var waiting = [(key: "notepad", value: notepad)]
    while let (key, value) = waiting.popLast() {
      item.field(.editorsNote, value.isString ? value : nil, key: key)
      switch value.content {
      case .array(let elements): waiting += elements.reversed().map { (key, $0) }
      case .object(let members):
        waiting += members.reversed().map { ("\(key).\($0.key.prefix(40))", $0.value) }
      default: break
      }
    }
  }

  /// The members that are read by name.
  private static let known: Set<String> = Set(fields.map(\.0)).union([
    "format", "urn", "entry_id", "version", "headline", "language", "pubstatus", "article_html", "ednotes",
    "notepad", "copyrightnotice", "autopublishnotice", "copyrightholder", "usageterms", "version_created",
    "first_created", "embargoed", "link", "associations", "descriptions",
  ])

  /// The keys of a note's words.
  private static let noteKeys = ["ednote", "name", "value", "text"]

  private static let fields: [(String, Field.Name)] = [
    ("kicker", .title), ("subhead", .subhead), ("teaser", .summary), ("byline", .byline),
    ("dateline", .dateline), ("creditline", .credit), ("slug", .slug), ("slugline", .slug),
    ("ednote", .editorsNote), ("publisher", .provider), ("signal", .other), ("signals", .other),
    ("genre_names", .other), ("keyword_names", .keyword), ("desk_names", .service),
    ("scope_names", .territory),
  ]

  /// Only the main section is copy: the notepad next to it is for editors.
  private static func readBody(_ item: inout JSONItem) {
    guard let value = item.value("article_html"), case .string(let string) = value.content else {
      if item.document.status?.value != .canceled {
        item.document.problems.append(Problem("no-text", "the entry has no `article_html`"))
      }
      return
    }
    let (utf8, map) = item.source.decode(string)
    let (markup, problems) = HTMLParser.parse(utf8, limits: item.limits)
    item.document.problems += problems
    let main = MainSection.all(in: markup.nodes.indices, of: markup)
    for aside in MainSection.asides(in: markup.nodes.indices, of: markup) {
      let place = markup.place(aside.node).flatMap { map.fileRange(of: TextRange($0.lower, $0.upper)) }
      item.document.fields.append(
        Field(aside.name, markup.words(aside.node), key: "article_html/\(aside.key)", place: place))
    }
    var body =
      main.isEmpty
      ? ParagraphWalker.body(of: markup.roots, in: markup, .html)
      : ParagraphWalker.body(of: main, in: markup, .html)
    body.map = body.map.composed(with: map)
    item.document.body = body
  }

  /// Attaches boxes, which are published together with the copy.
  private static func attachBoxes(_ item: inout JSONItem) {
    var further = AlternativeTexts()
    for member in item.object.members {
      let name = member.key.lowercased()
      guard name.hasSuffix("_html"), name != "article_html", member.value.isString else { continue }
      let text = item.text(member.value)
      further.attach(text, name: name, to: &item.document, limits: item.limits)
    }
  }

  /// Pictures have their own captions and credits, which are not the story's; an entry without a story is its picture.
  private static func readPictures(_ item: inout JSONItem) {
    let pictures = item.value("associations")?.elements ?? []
    let hasStory = item.value("article_html") != nil
    for (number, picture) in pictures.enumerated() {
      let kind = item.plain(picture.member("type")).flatMap { types[$0.lowercased()] } ?? .other
      item.takeMedia(picture, name: "association \(number + 1)", medium: hasStory ? kind : nil)
    }
    item.field(
      .summary, item.value("descriptions"), key: "descriptions", of: ["description", "text", "value"])
    guard !hasStory, let kind = item.plain(pictures.first?.member("type")) else {
      return
    }
    item.document.type = types[kind.lowercased()] ?? .other
    item.document.problems.removeAll { $0.code == "no-text" }
  }

  private static let types: [String: ItemType] = [
    "image": .picture, "picture": .picture, "graphic": .graphic, "audio": .audio, "video": .video,
  ]

  /// One string holds the terms in several languages, one per line.
  private static func readTerms(_ item: inout JSONItem) {
    for value in item.value("usageterms")?.elements ?? [] {
      guard case .string(let string) = value.content else { continue }
      let (utf8, map) = item.source.decode(string)
      let lines = BodyText(plain: utf8, map: map, limits: item.limits)
      for paragraph in lines.paragraphs {
        let text = HTMLText.line(lines.string(paragraph.range))
        guard !text.isEmpty else { continue }
        item.document.rights.append(
          RightsField(.terms, text, key: "usageterms", range: lines.map.fileRange(of: paragraph.range)))
      }
    }
  }
}
