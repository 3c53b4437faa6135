import WireText

/// A document that is a ZIP archive of XML parts: Office Open XML and OpenDocument.
struct OfficePackage {
  let archive: ZIPArchive
  private let path: String
  private let limits: Limits

  /// Opens a package.
  ///
  /// - Throws: `ReadingFault` if the archive is damaged or has more parts than such documents have.
  init(_ input: ByteInput, path: String, limits: Limits) throws(ReadingFault) {
    var limits = limits
    limits.members = min(limits.members, 1000)
    let bytes = try input.readAll(limit: limits.archiveBytes, path: path)
    archive = try ZIPArchive(bytes, path: path, limits: limits)
    self.path = path
    self.limits = limits
  }

  /// A part as a tree; nil if there is no part with the name.
  ///
  /// - Throws: `ReadingFault` if the part cannot be decompressed or is not well-formed, or if it declares entities,
  ///   which such documents never do.
  func part(_ name: String) throws(ReadingFault) -> XMLDocument? {
    guard let member = archive.member(name) else { return nil }
    let place = archive.path(of: member)
    let read = try XMLDocument.all(
      in: ByteInput(source: try archive.open(member)), path: place, limits: limits)
    if let fault = read.fault { throw fault }
    guard let document = read.documents.first, read.documents.count == 1 else {
      throw ReadingFault(
        "not-well-formed", path: place, "the part is not one XML document", next: "save it again")
    }
    guard !document.problems.contains(where: { $0.code == "entity-dropped" }) else {
      throw ReadingFault(
        "entity-dropped", path: place, "the part uses entities of its own, which are not expanded",
        next: "save it again with an office program")
    }
    return document
  }

  /// A part that lists the locations of other parts; nil if there is no part with the name.
  ///
  /// - Throws: `ReadingFault` also if a limit cut it, because parts of the text would be missed.
  func directory(_ name: String) throws(ReadingFault) -> XMLDocument? {
    guard let part = try part(name) else { return nil }
    if let cut = part.problems.first(where: \.losesText) {
      throw ReadingFault(
        cut.code, path: path, "the list of the document's parts is not whole: \(cut.message)", line: cut.line,
        next: "raise the limit, or save the document again")
    }
    return part
  }

  /// A part that must exist.
  func mainPart(_ name: String) throws(ReadingFault) -> XMLDocument {
    if let part = try part(name) { return part }
    throw ReadingFault(
      "no-main-part", path: path, "the archive has no main part, so that it is no such document",
      next: "unpack it to see what it is")
  }

  /// An optional part; faults in it become problems of the document.
  func sidePart(_ name: String, of document: inout Document) -> XMLDocument? {
    do throws(ReadingFault) { return try part(name) } catch {
      document.problems.append(
        Problem("part-unread", "a part beside the text cannot be read (\(error.code))", losesText: true))
      return nil
    }
  }
}

/// Document properties, which both kinds of package store in a separate part.
///
/// File ranges are offsets in the main part, so these fields have none.
struct OfficeProperties {
  private(set) var document: Document

  init(_ document: Document) { self.document = document }

  /// Takes all properties in an element, of which those with a name are custom ones.
  mutating func take(allIn root: Markup.Index, of markup: Markup, custom element: String) {
    for node in markup.children(root) {
      if markup.name(node) == element {
        take(custom: markup.value(node, "name") ?? "", markup.string(node))
      } else {
        take(markup.name(node), markup.string(node))
      }
    }
  }

  /// Takes the value of an element of a properties part, by its local name.
  private mutating func take(_ name: String, _ text: String) {
    let text = oneLine(text)
    guard !text.isEmpty else { return }
    switch name {
    case "title": document.headline = text
    case "creator", "initial-creator":
      if document.field(.author)?.text != text { add(.author, text, name) }
    case "subject", "category", "description", "lastModifiedBy", "Company", "Manager": add(.other, text, name)
    case "keyword", "keywords": add(.keyword, text, name)
    case "language": document.language = text
    case "rights": document.rights.append(RightsField(.notice, text, key: name))
    case "identifier": document.id = text
    case "version": document.version = text
    case "created", "creation-date": time(.created, text)
    case "modified", "date": time(.updated, text)
    case "contentStatus":
      document.setStatus(Status(StatusWords.value(text), raw: text))
    default: break
    }
  }

  /// Takes a custom property.
  mutating func take(custom key: String, _ text: String) {
    let text = oneLine(text)
    guard !text.isEmpty else { return }
    if let status = StatusWords.held(key, text, isOne: true) { return document.setStatus(status) }
    switch MetaKey(key, text: text) {
    case .rights(let kind): document.rights.append(RightsField(kind, text, key: key))
    case .field(let name): add(name, text, key)
    case .url(let name): document.urls.append(Field(name, text, key: key))
    case .embargo:
      if let embargo = TimeField.embargo(stating: text) { document.add(embargo, named: "the embargo") }
    case .original: document.links.append(ItemLink(.translates, id: text))
    case .media(let kind):
      document.rights.append(RightsField(kind, text, key: key, scope: key, medium: .picture))
    case nil: if text.contains(" ") { add(.other, text, key) }
    }
  }

  private mutating func add(_ name: Field.Name, _ text: String, _ key: String) {
    document.fields.append(Field(name, text, key: key))
  }

  private mutating func time(_ role: TimeField.Role, _ raw: String) {
    document.add(TimeField(role, reading: raw), named: "the \(role.rawValue) time")
  }
}
