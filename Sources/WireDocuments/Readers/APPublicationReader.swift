import WireText

/// AppL, the XML format in which The Associated Press stores and delivers its items: one document per `Publication`.
///
/// Lines, parties and rights have the same names as in NewsML 1; the texts are NITF without a head, one per role.
struct APPublicationReader: DocumentReader {
  static let format = Format(name: "appl", title: "AppL of The Associated Press")

  static func recognises(_ probe: Probe) -> Bool {
    guard let root = probe.xml, root.contains("Publication") else { return false }
    return root.contains("ap.org/schemas/03/2005/appl")
      || root.localName == "Publication" && root.contains("<PublicationComponent")
  }

  private let limits: Limits
  private var queue: XMLItemQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.limits = limits
    queue = XMLItemQueue(input, origin: origin, limits: limits, items: ["Publication"])
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard let item = try queue.next() else { return nil }
    var publication = APPublication(item)
    return publication.read()
  }
}

/// One `Publication` during its conversion to a document.
private struct APPublication {
  private var item: MarkupItem
  private var markup: Markup { item.markup }

  init(_ item: MarkupItem) { self.item = item }

  mutating func read() -> Document {
    item.document.origin.dialect = markup.line(item.node, attribute: "Version")
    readIdentity()
    readManagement()
    NewsML1Lines.read(item.node, into: &item)
    item.document.headline = item.document.headline ?? item.document.field(.title)?.text
    NewsML1Rights.read(item.node, scope: nil, into: &item)
    readTexts()
    return item.document
  }

  private mutating func readIdentity() {
    guard let identity = markup.child(item.node, "Identification") else { return }
    item.document.id = markup.nonempty(markup.child(identity, "ItemId"))
    item.document.version = markup.nonempty(markup.child(identity, "RecordSequenceNumber"))
    item.document.language = markup.nonempty(markup.child(identity, "DefaultLanguage"))
    for name in ["RecordId", "FriendlyKey"] {
      item.field(.identifier, markup.child(identity, name), key: "Identification/\(name)")
    }
    switch markup.nonempty(markup.child(identity, "MediaType"))?.lowercased() {
    case "photo": item.document.type = .picture
    case "video": item.document.type = .video
    case "audio": item.document.type = .audio
    case "graphic": item.document.type = .graphic
    case "complexdata": item.document.type = .other
    default: break
    }
  }

  private mutating func readManagement() {
    guard let management = markup.child(item.node, "PublicationManagement") else { return }
    for child in markup.children(management) where markup.isElement(child) {
      let key = "PublicationManagement/\(markup.name(child))"
      switch markup.name(child) {
      case "Status": if let word = markup.nonempty(child) { item.document.setStatus(word) }
      case "FirstCreated": item.time(.created, dayAndTime(child) ?? markup.nonempty(child))
      case "LastModifiedDateTime": item.time(.updated, markup.nonempty(child))
      case "ArrivalDateTime": item.time(.published, markup.nonempty(child))
      case "RecordType": item.field(.other, child, key: key)
      case "SpecialInstructions": item.field(.editorsNote, child, key: key)
      case "Editorial": item.field(.other, child, key: key)
      case "AssociatedWith": item.link(.other, markup.nonempty(child))
      default: break
      }
    }
    readRelease(markup.child(management, "ReleaseDateTime"))
  }

  /// The date and time in an element such as `<FirstCreated Year="2026" Month="7" Day="3" Time="23:00:25"/>`.
  private func dayAndTime(_ node: Markup.Index) -> String? {
    let parts = ["Year", "Month", "Day"].compactMap { markup.line(node, attribute: $0) }
    guard parts.count == 3 else { return nil }
    let day = parts.map { $0.count < 2 ? "0\($0)" : $0 }.joined(separator: "-")
    return markup.line(node, attribute: "Time").map { "\(day)T\($0)" } ?? day
  }

  /// The release time is an embargo if the item is embargoed, or if it is later than the arrival time.
  private mutating func readRelease(_ release: Markup.Index?) {
    let isEmbargoed = item.document.status?.raw.lowercased() == "embargoed"
    guard let raw = markup.nonempty(release) else {
      if isEmbargoed { item.embargo(until: nil) }
      return
    }
    // Both have the same form, without a time zone.
    if isEmbargoed || raw > item.document.time(.published)?.raw ?? "" {
      item.embargo(until: raw)
    }
  }
}

extension APPublication {
  /// The roles whose text is the item's, in order of preference.
  private static let bodies = ["Main", "Script", "Shotlist", "Caption"]

  /// Reads the story, or the text about a picture or film; all other texts are attached or become fields.
  private mutating func readTexts() {
    let texts = markup.children(item.node, "PublicationComponent").flatMap { component in
      markup.children(component, "TextContentItem").map { content in
        (role: markup.line(component, attribute: "Role") ?? "Main", node: content)
      }
    }
    let read = texts.map { text in
      (role: text.role, node: text.node, body: body(of: text.node), isTwin: isTwin(text, among: texts))
    }
    let own = Self.bodies.first { role in read.contains { $0.role == role && !$0.body.isEmpty } }
    var further = AlternativeTexts()
    for text in read where !text.isTwin && !text.body.isEmpty {
      if text.role == own {
        if item.document.body.isEmpty {
          item.document.body = text.body
        } else {
          further.attach(text.body, name: text.role, to: &item.document, limits: markup.limits)
        }
        complete(with: text.node)
      } else {
        item.field(
          text.role.contains("Note") ? .editorsNote : .other,
          NewsML1Body.data(of: text.node, in: markup), key: "PublicationComponent Role=\(text.role)")
      }
    }
    if item.document.body.isEmpty, item.document.type == .text {
      item.document.problems.append(Problem("no-text", "the item has no text"))
    }
  }

  private mutating func body(of content: Markup.Index) -> BodyText {
    NewsML1Body.text(of: content, in: markup, problems: &item.document.problems)
  }

  /// Whether a text is the teleprinter version, with embedded commands, of another text with the same role.
  private func isTwin(
    _ text: (role: String, node: Markup.Index), among texts: [(role: String, node: Markup.Index)]
  ) -> Bool {
    markup.first(text.node, "anpa") != nil
      && texts.contains { $0.role == text.role && markup.first($0.node, "anpa") == nil }
  }

  private mutating func complete(with content: Markup.Index) {
    guard let nitf = NITFBody.root(in: content, of: markup) else { return }
    NITFBody.complete(&item.document, with: nitf, in: markup)
  }
}
