import WireText

/// DOCX: WordprocessingML in an Office Open XML package (ECMA-376), transitional and strict; also in one file of XML.
///
/// The copy is the view with all changes accepted: insertions are kept, deletions removed. Footnotes, endnotes,
/// comments, headers and footers are fields; of these only notes with prose count as the story's words. File ranges are
/// offsets in the main part, or in the file of XML.
struct DOCXReader: WholeReader {
  static let format = Format(name: "docx", title: "DOCX: Word document, the view with all changes accepted")
  static let isPacked = true

  static func recognises(_ probe: Probe) -> Bool {
    guard ZIPArchive.recognises(probe.bytes) else { return FlatPackage.isOfWord(probe) }
    return ["docx", "docm", "dotx", "dotm"].contains(probe.pathExtension)
      || HTMLScanner.find("word/document", in: probe.bytes, from: 0) != nil
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let package = try OfficePackage(whole.input, path: origin.path, limits: limits)
    var relations = try WordRelations(of: package)
    let part = try package.mainPart(relations.main ?? "")
    var document = Document(origin: origin)
    document.problems = part.problems + package.problems
    try relations.readParts(of: package)
    let styles = relations.parts("styles").first.flatMap { package.sidePart($0, of: &document) }
    let text = WordText(part.markup, styles: WordStyles(styles?.markup))
    document.body = text.body(limits: limits)
    document.body.link(to: relations.links + text.links)
    if let title = text.firstHeading { document.fields.append(title) }
    document.problems += text.problems
    document.fields += text.fields
    for type in ["aFChunk", "subDocument"] {
      for name in relations.parts(type) { readInset(name, of: package, into: &document) }
    }
    readNotes(of: package, relations, into: &document)
    readProperties(of: package, relations, into: &document)
    if document.body.isEmpty { document.problems.append(Problem("no-text", "the document has no text")) }
    return document
  }

  /// Reads the text outside the copy, each kind as a field.
  private func readNotes(of package: OfficePackage, _ relations: WordRelations, into document: inout Document)
  {
    let kinds: [(type: String, element: String, key: String, name: Field.Name)] = [
      ("footnotes", "footnote", "footnote", .footnote), ("endnotes", "endnote", "endnote", .footnote),
      ("comments", "comment", "comment", .editorsNote), ("header", "hdr", "header", .editorsNote),
      ("footer", "ftr", "footer", .editorsNote),
    ]
    for kind in kinds {
      for name in relations.parts(kind.type) {
        guard let markup = package.sidePart(name, of: &document)?.markup else { continue }
        let text = WordText(markup, styles: WordStyles(nil))
        for node in markup.nodes.indices where markup.name(node) == kind.element {
          let line = text.line(of: node)
          if !line.isEmpty { document.fields.append(Field(kind.name, line, key: kind.key)) }
        }
        // Their ranges would be offsets in another part.
        document.fields += text.fields.map { Field($0.name, $0.text, key: "\(kind.key): \($0.key)") }
      }
    }
    let drawn = ["chart", "chartEx", "diagramData"].flatMap { relations.parts($0) }.count
    if drawn > 0 {
      document.problems.append(
        Problem("part-unread", "the labels of \(drawn) charts or diagrams are not read"))
    }
  }

  /// Reads a document that is put in by reference: a page, mail or another document of Word (ECMA-376, part 1, 11.3.1).
  ///
  /// Programs that make a document of a page often put all of it in so.
  private func readInset(_ name: String, of package: OfficePackage, into document: inout Document) {
    let isAll = document.body.isEmpty
    do throws(ReadingFault) {
      try Nesting.check(limits.inside, path: origin.path)
      guard let (part, path) = try package.input(name) else {
        throw ReadingFault(
          "part-missing", path: origin.path, "a part is not in the archive", next: "save it again")
      }
      var source = try DocumentSource(source: part, path: path, format: nil, limits: limits.inside)
      while var inset = try source.next() {
        inset.move(to: SourceMap())
        document.headline = document.headline ?? inset.headline
        document.attach(inset, name: name, limits: limits)
      }
    } catch {
      document.problems.append(
        Problem(
          "part-unread", "a document that is put in by reference is not read (\(error.code))", losesText: true
        ))
    }
    if isAll { document.attachments = [] }
  }

  private func readProperties(
    of package: OfficePackage, _ relations: WordRelations, into document: inout Document
  ) {
    for name in relations.properties {
      guard let markup = package.sidePart(name, of: &document)?.markup, let root = markup.root else {
        continue
      }
      var properties = OfficeProperties(document)
      properties.take(allIn: root, of: markup, custom: "property")
      document = properties.document
    }
  }
}

/// Identifies the parts of a package by its relationships.
private struct WordRelations {
  /// The name of the main part.
  private(set) var main: String?
  /// The names of the parts that hold document properties.
  private(set) var properties: [String] = []
  /// The targets of links in the main part.
  private(set) var links: [String] = []
  private var byType: [String: [String]] = [:]

  /// Reads the package's own relationships.
  init(of package: OfficePackage) throws(ReadingFault) {
    if package.isOf2003 {
      (main, properties) = (FlatPackage.main, [FlatPackage.properties])
      byType["styles"] = [FlatPackage.styles]
    }
    guard let part = try package.directory("_rels/.rels") else { return }
    for (type, target) in Self.relations(in: part.markup, of: "") {
      if type == "officeDocument" { main = main ?? target }
      if type.hasSuffix("-properties") { properties.append(target) }
    }
  }

  /// Reads the relationships of the main part.
  mutating func readParts(of package: OfficePackage) throws(ReadingFault) {
    guard let main else { return }
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let name = main.split(separator: "/").last ?? ""
    let prefix = folder.isEmpty ? "" : folder + "/"
    guard let part = try package.directory("\(prefix)_rels/\(name).rels") else { return }
    for (type, target) in Self.relations(in: part.markup, of: folder) {
      byType[type, default: []].append(target)
    }
    links = part.markup.nodes.indices.compactMap { node in
      let isLink = part.markup.value(node, "Type")?.hasSuffix("/hyperlink") == true
      return isLink ? part.markup.value(node, "Target") : nil
    }
  }

  /// The names of the parts with a type, in order, each once.
  func parts(_ type: String) -> [String] {
    var seen: Set<String> = []
    return byType[type, default: []].filter { seen.insert($0).inserted }
  }

  private static func relations(in markup: Markup, of folder: String) -> [(type: String, target: String)] {
    markup.nodes.indices.compactMap { node in
      guard markup.name(node) == "Relationship", markup.value(node, "TargetMode") != "External",
        let type = markup.value(node, "Type")?.split(separator: "/").last,
        let target = markup.value(node, "Target").flatMap({ resolved($0, in: folder) })
      else { return nil }
      return (String(type), target)
    }
  }

  /// A target as a name in the package; nil if it points outside.
  private static func resolved(_ target: String, in folder: String) -> String? {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") where step != "." {
      if step == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(step))
      }
    }
    return parts.joined(separator: "/")
  }
}
