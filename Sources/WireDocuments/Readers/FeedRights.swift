import WireText

/// The elements that state rights in feeds of all kinds.
enum FeedRights {
  /// Their local names; links with other relations do not state rights.
  static let names: Set<String> = [
    "copyright", "rights", "rightsHolder", "accessRights", "usageRights", "usageTerms", "license",
    "restriction", "link rel=license",
  ]

  /// Adds an element's statement, if it makes one.
  static func read(_ node: Markup.Index, key: String, into item: inout MarkupItem) {
    let markup = item.markup
    let name = markup.qualifiedName(node)
    let key = key + (name.prefix.isEmpty ? name.local : "\(name.prefix):\(name.local)")
    switch name.local {
    case "content" where name.isRSL, "license" where name.isRSL:
      let text = markup.outerSource(of: node)
      item.document.rights.append(RightsField(.dataMining, text, key: key, range: markup.place(node)))
    case "copyright":
      state(.notice, node, key: key, in: &item)
      item.rights(.link, node, attribute: "url", key: "\(key)@url")
    case "rights": state(.notice, node, key: key, in: &item)
    case "rightsHolder": state(.holder, node, key: key, in: &item)
    case "accessRights", "usageRights", "usageTerms": state(.terms, node, key: key, in: &item)
    case "restriction" where name.prefix == "media": readRestriction(node, key: key, into: &item)
    case "license":
      if markup.nonempty(node)?.hasPrefix("http") ?? false {
        item.rights(.link, node, key: key)
      } else {
        state(.notice, node, key: key, in: &item)
      }
      item.rights(.link, node, attribute: "resource", key: "\(key)@resource")
      item.rights(.link, node, attribute: "href", key: "\(key)@href")
    case "link" where markup.line(node, attribute: "rel")?.lowercased() == "license":
      item.rights(.link, node, attribute: "href", key: "\(key) rel=license")
    case "link": break
    // An element of the feed's own.
    default: if let kind = ownKind(name.local) { state(kind, node, key: key, in: &item) }
    }
  }
}

extension FeedRights {
  /// Whether an element with a local name states rights.
  static func reads(_ local: String) -> Bool { names.contains(local) || ownKind(local) != nil }

  /// What an element that no format defines states by its name: `usage_restrictions`.
  private static func ownKind(_ local: String) -> RightsField.Kind? {
    guard let kind = RightsKeys.kind(ofStory: local), kind != .credit else { return nil }
    return kind
  }

  /// Adds the text of an element.
  ///
  /// Many feeds escape it as HTML, whether or not `type="html"` says so (RFC 4287, 3.1.1.2): `&amp;copy; 2026`. Text
  /// with a tag stays as it is, except where the type says so and it has paragraphs: whether the tag is markup or what
  /// the text is about cannot be known otherwise.
  private static func state(
    _ kind: RightsField.Kind, _ node: Markup.Index, key: String, in item: inout MarkupItem
  ) {
    let written = item.markup.words(node)
    let isHTML =
      item.markup.line(node, attribute: "type")?.lowercased() == "html"
      && ["<p>", "<p ", "<div", "<br"].contains(where: written.contains)
    let words = isHTML || !written.contains("<") ? HTMLText.line(written) : written
    guard !words.isEmpty else { return }
    item.document.rights.append(
      RightsField(kind.stating(words), words, key: key, range: item.markup.place(node)))
  }

  /// Reads where something may be shown, as stated by Media RSS: `relationship="deny" type="country"` and a list of
  /// codes.
  private static func readRestriction(_ node: Markup.Index, key: String, into item: inout MarkupItem) {
    let markup = item.markup
    let words = ["relationship", "type"].compactMap { markup.line(node, attribute: $0) }
    let text = [words.joined(separator: " "), markup.words(node)].filter { !$0.isEmpty }.joined(
      separator: ": ")
    guard !text.isEmpty else { return }
    item.document.rights.append(RightsField(.terms, text, key: key, range: markup.place(node)))
  }
}

extension Markup.Name {
  /// Whether the name belongs to Really Simple Licensing.
  fileprivate var isRSL: Bool {
    namespace.contains("rslstandard.org") || (namespace.isEmpty && prefix == "rsl")
  }
}
