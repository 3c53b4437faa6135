import WireText

/// A document of an office program in one XML file, with what a package has in separate parts.
///
/// These are the flat form of Open Packaging (`pkg:package`), Word's XML of 2003 (`w:wordDocument`), and OpenDocument's
/// single file (`office:document`, in FODT files).
struct FlatPackage {
  /// The parts by name.
  private(set) var parts: [String: Markup] = [:]
  /// What was guessed, repaired or lost in the whole file.
  let problems: [Problem]
  /// Whether it is Word's XML of 2003, which has no relationships.
  let isOf2003: Bool

  /// The kinds of such files, by the local name of the root and a part of its namespace.
  private enum Kind: CaseIterable {
    case package, word2003, openDocument

    var root: (name: String, mark: StaticString) {
      switch self {
      case .package: ("package", "http://schemas.microsoft.com/office/2006/xmlPackage")
      case .word2003: ("wordDocument", "http://schemas.microsoft.com/office/word/2003/wordml")
      case .openDocument: ("document", "urn:oasis:names:tc:opendocument:xmlns:office:1.0")
      }
    }
  }

  /// Whether an input is a text of Word; parts for other programs are in such files, too.
  static func isOfWord(_ probe: Probe) -> Bool {
    switch kind(of: probe) {
    case .package:
      probe.xml?.contains("pkg:name=\"/word/") ?? false || probe.xml?.contains("wordprocessingml") ?? false
    case .word2003: true
    case .openDocument, nil: false
    }
  }

  /// Whether an input is OpenDocument.
  static func isOpenDocument(_ probe: Probe) -> Bool { kind(of: probe) == .openDocument }

  private static func kind(of probe: Probe) -> Kind? {
    guard let xml = probe.xml else { return nil }
    return Kind.allCases.first { xml.localName == $0.root.name && xml.contains($0.root.mark) }
  }

  /// Reads a file.
  ///
  /// - Throws: `ReadingFault` if it is not one well-formed document.
  init(_ input: ByteInput, path: String, limits: Limits) throws(ReadingFault) {
    let document = try XMLDocument.one(in: input, path: path, limits: limits)
    let markup = document.markup
    problems = document.problems
    let root = markup.root ?? 0
    let name = markup.isElement(root) ? markup.name(root) : ""
    isOf2003 = name == Kind.word2003.root.name
    switch name {
    case Kind.package.root.name:
      for part in markup.children(root, "part") {
        guard let name = markup.value(part, "name"), let data = markup.child(part, "xmlData"),
          let inner = markup.children(data).first(where: { markup.isElement($0) })
        else { continue }
        parts[String(name.drop { $0 == "/" })] = markup.tree(of: inner)
      }
    case Kind.word2003.root.name:
      for name in [Self.main, Self.styles] { parts[name] = markup }
      if let properties = markup.child(root, "DocumentProperties") {
        parts[Self.properties] = markup.tree(of: properties)
      }
    default:
      for name in ["content.xml", "styles.xml", "meta.xml"] { parts[name] = markup }
    }
  }

  /// The names of the parts of Word's XML of 2003.
  static let (main, styles, properties) = ("document", "styles", "properties")
}

extension Markup {
  /// An element and all that is in it as a tree of its own, with the same text and map.
  func tree(of node: Index) -> Markup {
    var tree = self
    let before = Int32(node)
    tree.nodes = nodes[node..<end(node)].map { inner in
      var inner = inner
      inner.parent = inner.parent < before ? -1 : inner.parent - before
      inner.end -= before
      return inner
    }
    return tree
  }
}
