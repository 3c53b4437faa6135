internal import WireText

/// Reads the rights of a NewsML-G2 item: every child of every `rightsInfo`, including unknown ones.
enum NewsMLG2Rights {
  /// Adds all statements in order.
  static func read(into item: inout MarkupItem) {
    var ofText: [Markup.Index] = []
    for info in item.markup.children(item.node, "rightsInfo") {
      let scope = scope(of: info, in: item.markup)
      let start = item.document.rights.count
      for child in item.markup.children(info) where item.markup.isElement(child) {
        read(child, scope: scope, into: &item)
      }
      let part = NewsMLG2RightsPart(of: info, in: item)
      if let medium = part.medium {
        for index in item.document.rights.indices.dropFirst(start) {
          item.document.rights[index].medium = medium
        }
      } else {
        ofText.append(info)
        for name in part.unknown {
          item.rights(.expression, info, attribute: name, key: "rightsInfo@\(name)", scope: scope)
        }
      }
    }
    readValidity(of: ofText, into: &item)
    if item.document.rights.isEmpty { readBlankHolder(into: &item) }
  }

  /// Reads the validity period of the text's rights; if it differs between statements, or some have none, it is left
  /// for a person to decide.
  private static func readValidity(of infos: [Markup.Index], into item: inout MarkupItem) {
    for (name, kind) in [("validfrom", RightsField.Kind.begins), ("validto", .ends)] {
      let times = infos.map { item.markup.line($0, attribute: name) }
      let isOne = Set(times).count == 1
      for info in infos.prefix(isOne ? 1 : infos.count) {
        item.rights(isOne ? kind : .expression, info, attribute: name, key: "rightsInfo@\(name)")
      }
    }
  }

  /// Adds an empty holder if nothing else is stated: somebody holds the rights, but the file does not name them.
  private static func readBlankHolder(into item: inout MarkupItem) {
    let markup = item.markup
    guard
      let holder = markup.children(item.node, "rightsInfo").lazy
        .compactMap({ markup.child($0, "copyrightHolder") }).first
    else { return }
    item.document.rights.append(
      RightsField(.holder, "", key: "rightsInfo/copyrightHolder", range: markup.place(holder)))
    item.document.problems.append(Problem("holder-blank", "the item names no holder of its copyright"))
  }

  /// The limits of a `rightsInfo`: a scope, an aspect, parts of the item.
  private static func scope(of info: Markup.Index, in markup: Markup) -> String? {
    let names = ["scope", "scopeuri", "aspect", "aspecturi", "idrefs"]
    let parts = names.compactMap { markup.line(info, attribute: $0) }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static func read(_ child: Markup.Index, scope: String?, into item: inout MarkupItem) {
    let markup = item.markup
    let name = markup.name(child)
    let key = "rightsInfo/\(name)"
    let language = markup.line(child, attribute: "lang")
    switch name {
    case "copyrightHolder": readParty(.holder, child, key: key, scope: scope, into: &item)
    case "accountable": readParty(.credit, child, key: key, scope: scope, into: &item)
    case "copyrightNotice", "usageTerms":
      let kind: RightsField.Kind = name == "usageTerms" ? .terms : .notice
      readWords(kind, child, key: key, language: language, scope: scope, into: &item)
      item.rights(.link, child, attribute: "href", key: "\(key)@href", language: language, scope: scope)
    case "link":
      let relation = markup.line(child, attribute: "rel").map { " rel=\($0)" } ?? ""
      for attribute in ["href", "residref"] {
        item.rights(.link, child, attribute: attribute, key: key + relation, scope: scope)
      }
    case "dataMining": readParty(.dataMining, child, key: key, scope: scope, into: &item)
    case "rightsExpressionXML":
      add(.expression, markup.source(of: child), at: child, key: key, scope: scope, into: &item)
    case "rightsExpressionData": item.rights(.expression, child, key: key, scope: scope)
    case "rightsInfoExtProperty": readProperty(child, key: key, scope: scope, into: &item)
    default: item.rights(.terms, child, key: key, language: language, scope: scope)
    }
  }

  /// Adds a statement in words; the format's own tags (`a`, `em`, `br`) may have been escaped.
  private static func readWords(
    _ kind: RightsField.Kind, _ node: Markup.Index, key: String, language: String?, scope: String?,
    into item: inout MarkupItem
  ) {
    let written = item.markup.words(node)
    let words = NewsMLG2Body.holdsHTML(Array(written.utf8)) ? HTMLText.line(written) : written
    guard !words.isEmpty else { return }
    item.document.rights.append(
      RightsField(
        kind, words, key: key, language: language, scope: scope, range: item.markup.place(node)))
  }

  /// Adds a party or concept by its names, or by its code if it has none.
  private static func readParty(
    _ kind: RightsField.Kind, _ node: Markup.Index, key: String, scope: String?, into item: inout MarkupItem
  ) {
    let before = item.document.rights.count
    for name in item.markup.children(node, "name") {
      item.rights(
        kind, name, key: "\(key)/name", language: item.markup.line(name, attribute: "lang"), scope: scope)
    }
    let hasCode = kind == .dataMining
    guard hasCode || item.document.rights.count == before else { return }
    for attribute in ["literal", "qcode", "uri"] where hasCode || item.document.rights.count == before {
      item.rights(kind, node, attribute: attribute, key: "\(key)@\(attribute)", scope: scope)
    }
    if item.document.rights.count == before { item.rights(kind, node, key: key, scope: scope) }
  }

  /// Adds an extension property: its relation and its value.
  private static func readProperty(
    _ node: Markup.Index, key: String, scope: String?, into item: inout MarkupItem
  ) {
    let markup = item.markup
    let values = ["value", "valueuri", "literal", "qcode", "uri"].compactMap {
      markup.line(node, attribute: $0)
    }
    let text = (values + [markup.words(node)]).filter { !$0.isEmpty }.joined(separator: " ")
    let relation = markup.line(node, attribute: "rel") ?? markup.line(node, attribute: "reluri") ?? ""
    let isMining = (relation + text).lowercased().contains("datamining") || text.contains("/DMI-")
    add(
      isMining ? .dataMining : .terms, text, at: node, key: relation.isEmpty ? key : "\(key) rel=\(relation)",
      scope: scope, into: &item)
  }

  private static func add(
    _ kind: RightsField.Kind, _ text: String, at node: Markup.Index, key: String, scope: String?,
    into item: inout MarkupItem
  ) {
    guard !text.isEmpty else { return }
    item.document.rights.append(
      RightsField(kind, text, key: key, scope: scope, range: item.markup.place(node)))
  }
}

extension Markup {
  /// A coded value as written: its `qcode`, `uri` or `literal`.
  func code(_ node: Index) -> String? {
    line(node, attribute: "qcode") ?? line(node, attribute: "uri") ?? line(node, attribute: "literal")
  }

  /// The elements in a node, serialised as XML, white space collapsed; prefixes as in the file.
  func source(of node: Index) -> String { source(descendants(node)) }

  /// An element with its content, serialised as XML.
  func outerSource(of node: Index) -> String { source(node..<end(node)) }

  private func source(_ part: Range<Index>) -> String {
    var all = ""
    var open: [Index] = []
    func tag(_ index: Index) -> String {
      let name = qualifiedName(index)
      return name.prefix.isEmpty ? name.local : "\(name.prefix):\(name.local)"
    }
    func escaped(_ text: String) -> String {
      oneLine(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
    func close(upTo at: Index) {
      while let last = open.last, end(last) <= at {
        all += "</\(tag(last))>"
        open.removeLast()
      }
    }
    for at in part {
      close(upTo: at)
      guard isElement(at) else {
        all += escaped(string(at))
        continue
      }
      all += "<\(tag(at))"
      for attribute in attributes[Int(nodes[at].lower)..<Int(nodes[at].upper)] {
        let name = names[Int(attribute.name)]
        all +=
          " \(name.prefix.isEmpty ? "" : name.prefix + ":")\(name.local)=\"\(escaped(string(attribute)))\""
      }
      all += ">"
      open.append(at)
    }
    close(upTo: part.upperBound)
    return all
  }
}
