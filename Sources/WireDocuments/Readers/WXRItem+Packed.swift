import WireText
import WireTrees

extension WXRItem {
  /// Reads a custom field that holds an object of PHP or JSON, and whose key names rights, an embargo or a credit.
  ///
  /// What cannot be read is reported, since it may forbid something.
  mutating func readPacked(_ node: Markup.Index, key: String, as purpose: MetaKey) {
    let (utf8, _) = markup.content(node)
    let name = "postmeta \(key)"
    let isJSON = ["{", "["].contains(utf8.first { $0 > 0x20 }.map { Character(Unicode.Scalar($0)) })
    guard let json = isJSON ? utf8 : SerialisedPHP.json(utf8, maximumDepth: limits.depth),
      let value = try? JSONValue.parse(json, maximumDepth: limits.depth, maximumEvents: limits.nodes)
    else {
      return item.document.problems.append(
        Problem("field-unread", "what `\(key.prefix(40))` says is not read", losesText: true))
    }
    var inner = JSONItem(
      source: JSONSource(json, map: SourceMap()), object: value, root: value, limits: limits,
      document: Document(origin: item.document.origin))
    switch purpose {
    // Settings of a plugin about notices are lists of words.
    case .rights where !value.elements.contains(where: { !$0.members.isEmpty }):
      inner.keepWords(of: value, key: name)
    case .rights(let kind): inner.state(kind, value, key: name)
    case .embargo: inner.takeEmbargo(value, key: name, as: key)
    case .media: inner.takeMedia(value, name: key, medium: .picture)
    case .field(let use): inner.takeNames(use, value, key: name)
    case .url, .original: inner.keepWords(of: value, key: name)
    }
    let said = inner.finished()
    item.document.rights += said.rights
    item.document.fields += said.fields
    item.document.times += said.times
    item.document.problems += said.problems
    if let embargo = said.embargo { item.document.addEmbargo(embargo) }
  }
}
