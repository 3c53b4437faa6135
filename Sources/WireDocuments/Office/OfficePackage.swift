import WireText

/// A document of XML parts, Office Open XML or OpenDocument: a ZIP archive, or a single file of XML.
struct OfficePackage {
  /// Where the parts are.
  private enum Store {
    case archive(ZIPArchive)
    case flat(FlatPackage)
  }

  private let store: Store
  private let path: String
  private let limits: Limits

  /// Opens a package.
  ///
  /// - Throws: `ReadingFault` if the file is damaged or has more parts than such documents have.
  init(_ input: ByteInput, path: String, limits: Limits) throws(ReadingFault) {
    var limits = limits
    limits.members = min(limits.members, 1000)
    self.path = path
    self.limits = limits
    let bytes = try input.readAll(limit: limits.archiveBytes, path: path)
    if ZIPArchive.recognises(bytes) || !bytes.contains(UInt8(ascii: "<")) {
      store = .archive(try ZIPArchive(bytes, path: path, limits: limits))
    } else {
      store = .flat(try FlatPackage(ByteInput(bytes), path: path, limits: limits))
    }
  }

  /// What was guessed or left out in the package as a whole.
  var problems: [Problem] {
    switch store {
    case .archive(let archive): archive.problems
    case .flat(let flat): flat.problems
    }
  }

  /// Whether it is Word's XML of 2003, which has no relationships.
  var isOf2003: Bool {
    if case .flat(let flat) = store { flat.isOf2003 } else { false }
  }

  /// A part as a tree; nil if there is no part with the name.
  ///
  /// - Throws: `ReadingFault` if the part cannot be decompressed or is not well-formed, or if it declares entities
  ///   that are not expanded, which such documents never do.
  func part(_ name: String) throws(ReadingFault) -> XMLDocument? {
    switch store {
    case .flat(let flat): return flat.parts[name].map { XMLDocument(markup: $0, open: [], problems: []) }
    case .archive(let archive):
      guard let member = archive.member(name) else { return nil }
      return try XMLDocument.one(
        in: ByteInput(source: try archive.open(member)), path: archive.path(of: member), limits: limits)
    }
  }

  /// A part of any format as an input, with its path; nil if there is no such part, and in a single file of XML, which
  /// has them in a text encoding.
  func input(_ name: String) throws(ReadingFault) -> (source: ByteInput.Source, path: String)? {
    guard case .archive(let archive) = store, let member = archive.member(name) else { return nil }
    return (try archive.open(member), archive.path(of: member))
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

extension XMLDocument {
  /// An input that is one document.
  ///
  /// - Throws: `ReadingFault` if it is not well-formed, or if it refers to entities that are not expanded.
  static func one(in input: ByteInput, path: String, limits: Limits) throws(ReadingFault) -> XMLDocument {
    let read = try all(in: input, path: path, limits: limits)
    if let fault = read.fault { throw fault }
    guard let document = read.documents.first, read.documents.count == 1 else {
      throw ReadingFault(
        "not-well-formed", path: path, "the part is not one XML document", next: "save it again")
    }
    guard !document.problems.contains(where: { $0.code == "entity-dropped" }) else {
      throw ReadingFault(
        "entity-dropped", path: path, "the part uses entities that are not expanded",
        next: "save it again with an office program")
    }
    return document
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
    case "title", "Title": document.headline = text
    case "creator", "initial-creator", "Author":
      if document.field(.author)?.text != text { add(.author, text, name) }
    case "subject", "category", "description", "lastModifiedBy", "Subject", "Category", "Description",
      "Company",
      "Manager":
      add(.other, text, name)
    case "keyword", "keywords", "Keywords": add(.keyword, text, name)
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
    if let status = StatusWords.stated(key, text, isOne: true) { return document.setStatus(status) }
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
