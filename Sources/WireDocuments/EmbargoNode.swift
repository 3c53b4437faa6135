import WireText

/// A value of a format with objects and lists that may state embargoes: JSON, or the front matter of a page.
protocol EmbargoNode {
  /// The members of an object; nil for any other value.
  var embargoMembers: [(key: String, node: Self)]? { get }
  /// The elements of a list; nil for any other value.
  var embargoElements: [Self]? { get }
}

extension EmbargoNode {
  /// The embargoes in an object that groups fields of a site's own, each with its key: `wire: {embargo: …}`.
  ///
  /// A record with a title or a text of its own is another work, and so is what its key says is one.
  ///
  /// - Parameter isExtension: whether the object extends the item, so that its lists and records are the item's, too.
  func embargoes(under key: String, isExtension: Bool = false) -> [(key: String, node: Self)] {
    var found: [(key: String, node: Self)] = []
    var waiting = [(key: key, node: self)]
    while let (key, group) = waiting.popLast() {
      if isExtension, let elements = group.embargoElements, KeyWords(key).words.last != "items" {
        waiting += elements.reversed().map { (key, $0) }
      }
      guard let members = group.embargoMembers, !KeyWords(key).isGroupElsewhere,
        isExtension || !members.contains(where: { Self.namesOfWorks.contains($0.key.lowercased()) })
      else { continue }
      for member in members.reversed() {
        if MetaKey(member.key, text: "") == .embargo { found.append(member) } else { waiting.append(member) }
      }
    }
    return found
  }

  /// The members of an object that is a work and no group of fields.
  private static var namesOfWorks: Set<String> { ["title", "headline", "slug", "body", "content"] }
}
