import WireText

/// A mail message during its conversion to a document.
struct MailMessage {
  private let bytes: [UInt8]
  /// Where the bytes are in the file.
  private let map: SourceMap
  private let parts: MailParts
  private let folder: String
  private let limits: Limits
  private var document: Document
  /// Attached files that contain items of their own, and items found in attached messages.
  private(set) var members: [MemberQueue.Member] = []
  private(set) var items: [Document] = []
  /// Attached files that hold nothing to read.
  private(set) var skipped: [SkippedPart] = []

  /// A message, with its document and the path under which its attachments are named.
  init(_ bytes: [UInt8], map: SourceMap, folder: String, limits: Limits, document: Document) {
    self.bytes = bytes
    self.map = map
    self.folder = folder
    self.limits = limits
    self.document = document
    parts = MailParts(bytes, limits: limits)
  }

  /// Reads the message into its document.
  mutating func read() -> Document {
    document.problems += parts.problems
    if let page = SavedPage(parts) { return read(page) }
    readHeader()
    let chosen = chooseForms()
    let leaves = parts.leaves.enumerated().filter { _, leaf in
      leaf.choice.map { chosen[$0.number] == $0.form } ?? true
    }
    var footers: [Document] = []
    for (_, leaf) in leaves where leaf.isText {
      let text = body(of: leaf)
      if !document.body.isEmpty, Self.isFooter(text) {
        var footer = Document(origin: Origin(path: folder, format: PlainTextReader.format.name))
        footer.body = text
        footers.append(footer)
      } else {
        document.body.append(contentsOf: text, limits: limits)
      }
    }
    attachOtherForms(than: chosen)
    for footer in footers { document.attach(footer, name: "footer", limits: limits) }
    for (index, leaf) in leaves where !leaf.isText { takeAttachment(leaf, number: index + 1) }
    if document.ownParagraphs.isEmpty {
      document.problems.append(Problem("no-text", "the message has no text of its own"))
    }
    return document
  }

  /// Reads a page that a browser saved, and leaves aside the files that belong to it.
  private mutating func read(_ page: SavedPage) -> Document {
    let file = MailAttachment(page.leaf, number: 1, folder: folder)
    let (content, places) = file.opened(in: bytes, map: map)
    var read = HTMLReader.document(
      content, label: page.leaf.type["charset"].map { _ in "utf-8" }, origin: document.origin, limits: limits)
    read.move(to: places)
    read.origin.dialect = "saved page"
    read.problems = document.problems + read.problems
    read.urls.append(Field(.permalink, oneLine(page.address), key: "Snapshot-Content-Location"))
    for name in page.others {
      skipped.append(SkippedPart(path: "\(folder)/\(name)", reason: "a file of the page"))
    }
    return read
  }

  /// Whether a further text is a footer of a mailing list or mail service: it starts with a separator line.
  private static func isFooter(_ text: BodyText) -> Bool {
    let line = text.utf8.drop { $0 <= 0x20 }.prefix { $0 != 0x0A && $0 != 0x0D }.filter { $0 > 0x20 }
    return line.count >= 2 && (line.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
  }

  private mutating func readHeader() {
    let header = parts.header
    document.headline = header.text("subject")
    document.id = header.raw("message-id")?.trimmingAngles
    document.language = header.raw("content-language")
    let fields: [(String, Field.Name)] = [
      ("from", .author), ("organization", .provider), ("list-id", .channel), ("keywords", .keyword),
      ("newsgroups", .channel),
    ]
    for (name, use) in fields {
      guard let text = header.text(name) else { continue }
      let place = header.place(name).flatMap { map.fileRange(of: TextRange($0.lowerBound, $0.upperBound)) }
      document.fields.append(Field(use, text, key: name, place: place))
    }
    for field in header.fields { readStatement(field, header) }
    for name in ["in-reply-to", "references"] {
      for id in (header.raw(name) ?? "").split(separator: " ").prefix(100) where id.hasPrefix("<") {
        document.links.append(ItemLink(.other, id: String(id).trimmingAngles))
      }
    }
    guard let raw = header.text("date") else { return }
    document.add(TimeField(.published, reading: raw), named: "the date of the message")
  }

  /// Reads a field of a service's own that states an embargo or rights: `X-Embargo`, `Copyright`.
  private mutating func readStatement(_ field: MailHeader.Field, _ header: MailHeader) {
    let name = field.name.hasPrefix("x-") ? String(field.name.dropFirst(2)) : field.name
    guard name.utf8.count <= MetaKey.longestKey, let kind = MetaKey(name, text: "") else { return }
    let text = header.text(of: field)
    switch kind {
    case .embargo:
      if let time = TimeField.embargo(stating: text) { document.add(time, named: "`\(field.name)`") }
    case .rights(let kind) where [.notice, .holder, .terms].contains(kind) && !text.isEmpty:
      let place = map.fileRange(of: TextRange(field.value))
      document.rights.append(RightsField(kind.stating(text), text, key: field.name, range: place))
    default: break
    }
  }

  /// Chooses the form to read of each alternative: plain text, unless it is only a reference to the HTML.
  private func chooseForms() -> [Int: Int] {
    var chosen: [Int: Int] = [:]
    let choices = Dictionary(grouping: parts.leaves.filter { $0.choice != nil }) { $0.choice?.number ?? 0 }
    for (number, leaves) in choices {
      let plain = leaves.first { $0.isText && $0.type.value == "text/plain" }
      let html = leaves.first { $0.isText && $0.type.value == "text/html" }
      let isHint = (plain.map(words) ?? 0) * 3 < (html.map(words) ?? 0)
      let best = isHint ? html ?? plain : plain ?? html
      chosen[number] = (best ?? leaves.first)?.choice?.form
    }
    return chosen
  }

  /// Attaches text that occurs only in a form that was not chosen: some senders put different texts in them.
  private mutating func attachOtherForms(than chosen: [Int: Int]) {
    var further = AlternativeTexts()
    for leaf in parts.leaves where leaf.isText && leaf.choice.map({ chosen[$0.number] != $0.form }) ?? false {
      var reading = self
      let text = reading.body(of: leaf)
      let count = document.attachments.count
      further.attach(text, name: leaf.type.value, to: &document, limits: limits)
      if document.attachments.count > count {
        document.problems += reading.document.problems.dropFirst(document.problems.count)
      }
    }
  }

  private func words(of leaf: MailParts.Leaf) -> Int {
    var quiet = self
    return quiet.body(of: leaf).wordCount
  }

  /// The text of a part.
  private mutating func body(of leaf: MailParts.Leaf) -> BodyText {
    let encoding = leaf.header.raw("content-transfer-encoding")
    let content = TransferDecoding.content(bytes, leaf.body, encoding: encoding)
    if content.isUnknown {
      // Binary data encoded as ASCII is not text.
      let isPacked = encoding?.lowercased().contains("uu") ?? false
      document.problems.append(
        Problem(
          "encoding-unknown", "a part has a transfer encoding that is not known; it is read as it stands",
          losesText: isPacked))
    }
    if content.faults > 0 {
      document.problems.append(
        Problem("transfer-encoding", "\(content.faults) places of a part do not fit its transfer encoding"))
    }
    let isHTML = leaf.type.value == "text/html"
    let label = leaf.type["charset"] ?? (isHTML ? DeclaredEncoding.inHTML(content.bytes) : nil)
    let decoded = Decoded(content.bytes, label: label)
    document.problems += decoded.problems
    let map = decoded.fileMap(of: SourceMap(identity: decoded.utf8.count)).composed(with: content.map)
      .composed(with: self.map)
    if isHTML {
      return html(decoded.utf8, map: map)
    }
    guard leaf.type["format"]?.lowercased() == "flowed" else { return plain(decoded.utf8, map: map) }
    let joined = FlowedText.joined(
      decoded.utf8, deletesSpace: leaf.type["delsp"]?.lowercased() == "yes")
    return plain(joined.utf8, map: joined.map.composed(with: map))
  }

  /// Plain text, in which a signature is marked as apparatus.
  private func plain(_ utf8: [UInt8], map: SourceMap) -> BodyText {
    guard let start = MailSignature.start(in: utf8) else {
      return BodyText(plain: utf8, map: map, limits: limits)
    }
    func part(_ range: Range<Int>) -> BodyText {
      let own = SourceMap(identity: range.count, at: range.lowerBound)
      return BodyText(plain: Array(utf8[range]), map: own.composed(with: map), limits: limits)
    }
    var body = part(0..<start)
    body.append(contentsOf: part(start..<utf8.count), role: .apparatus, limits: limits)
    return body
  }

  /// The fewest words of hidden text that is read as copy.
  private static let fewestHidden = 30

  /// The text of HTML; hidden text, such as the preview line that mail programs show with the subject, becomes a
  /// field.
  private mutating func html(_ utf8: [UInt8], map: SourceMap) -> BodyText {
    let (markup, problems) = HTMLParser.parse(utf8, limits: limits)
    document.problems += problems
    var hidden: Set<Markup.Index> = []
    var roles: [Markup.Index: BodyText.Role] = [:]
    var end = 0
    for node in markup.nodes.indices where node >= end && markup.isElement(node) {
      let style = markup.value(node, "class")?.lowercased() ?? ""
      if MailSignature.isName(style) || MailSignature.isName(markup.value(node, "id") ?? "") {
        roles[node] = .apparatus
      }
      guard ArticleTree.isHidden(markup, node, style) else { continue }
      end = markup.end(node)
      let lines = ParagraphWalker.body(of: [node], in: markup, .html).strings
      let line = oneLine(lines.joined(separator: " "))
      // Hidden text as long as a paragraph or two may be copy.
      guard line.split(separator: " ").count < Self.fewestHidden else { continue }
      hidden.insert(node)
      guard !line.isEmpty else { continue }
      let place = markup.place(node).flatMap { map.fileRange(of: TextRange($0.lower, $0.upper)) }
      document.fields.append(Field(.other, line, key: "hidden text", place: place))
    }
    var body = ParagraphWalker.body(of: markup.roots, in: markup, .html, excluding: hidden, roles: roles)
    body.map = body.map.composed(with: map)
    return body
  }

  /// Attaches the text of an attachment, or keeps the attachment as a member, unless mails are nested too deeply.
  private mutating func takeAttachment(_ leaf: MailParts.Leaf, number: Int) {
    let type = leaf.type.value
    let place = map.fileRange(of: TextRange(leaf.body))
    document.fields.append(Field(.other, leaf.name.map(oneLine) ?? type, key: "attachment", place: place))
    let attachment = MailAttachment(leaf, number: number, folder: folder)
    let isNoText = attachment.isNoText
    if !isNoText, limits.apart.contains(1) {
      if members.isEmpty { document.problems.append(.attachmentsApart) }
      return members.append(attachment.member(of: bytes, map: map))
    }
    do throws(ReadingFault) {
      if !isNoText, limits.nesting >= 0,
        let content = try attachment.content(of: bytes, map: map, limits: limits)
      {
        return take(content, of: attachment)
      }
    } catch {
      document.problems.append(
        Problem(error.code, "attachment \(number) cannot be read: \(error.message)", losesText: true))
      return
    }
    document.problems.append(
      Problem(
        "attachment-skipped",
        "an attachment is not read (\(Self.printed(type))); save it and read it as a file",
        losesText: !isNoText))
  }

  private mutating func take(_ content: MailAttachment.Content, of attachment: MailAttachment) {
    switch content {
    case .text(let documents):
      for document in documents {
        if MailAttachment.isText(document) {
          self.document.attach(document, name: attachment.name, limits: limits)
        } else {
          items.append(document)
        }
      }
    case .items(let member): members.append(member)
    case .skipped(let reason):
      skipped.append(SkippedPart(path: "\(folder)/\(attachment.name)", reason: reason))
    }
  }

  /// Makes a media type from the message safe to print.
  private static func printed(_ type: String) -> String {
    String(type.prefix(60).filter { $0.isASCII && ($0.isLetter || $0.isNumber || "/-+.".contains($0)) })
  }
}

extension Problem {
  fileprivate static let attachmentsApart = Problem(
    "attachments-apart",
    "reading the message with its attachments ended the process; they follow as documents of their own")
}

extension String {
  /// The text without angle brackets around it.
  var trimmingAngles: String {
    hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
  }
}
