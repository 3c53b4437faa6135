import WireText
import WireTrees

extension WXRItem {
  /// Reads a custom field that holds an object of PHP or JSON, which may state rights, an embargo or a credit.
  ///
  /// What cannot be read is reported, since it may forbid something.
  mutating func readPacked(_ node: Markup.Index, key: String, as purpose: MetaKey?) {
    let (utf8, _) = markup.content(node)
    let isJSON = ["{", "["].contains(utf8.first { $0 > 0x20 }.map { Character(Unicode.Scalar($0)) })
    let json = isJSON ? utf8 : SerialisedPHP.json(utf8, maximumDepth: limits.depth)
    let isRead = json.map { json in
      item.document.takeStatements(in: json, limits: limits) { inner in
        inner.take(inner.object, key: "postmeta \(key)", as: purpose, meaning: key)
      }
    }
    if isRead == true { return }
    item.document.problems.append(
      Problem("field-unread", "what `\(key.prefix(40))` says is not read", losesText: true))
  }

  /// Whether packed data under a key that reveals no purpose may state rights or an embargo by the keys in them.
  static func mayState(_ text: String, key: String) -> Bool {
    KeyWords(key).isOfRights || text.utf8.count < longestStatement && text.contains("mbargo")
  }

  /// The longest data that are searched for embargoes, in bytes; what page builders store is longer.
  private static let longestStatement = 16 << 10
}
