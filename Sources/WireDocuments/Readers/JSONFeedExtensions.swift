import WireText
import WireTrees

extension JSONItem {
  /// Takes what the extensions of a feed say: embargoes, rights, and the words of members whose keys reveal no purpose.
  ///
  /// The keys of extensions begin with `_`; an embargo counts under any other key, too.
  mutating func takeExtensions() {
    for member in object.members where !Self.feedKeys.contains(member.key) {
      takeEmbargoes(of: member.value, key: member.key, isExtension: true)
    }
    for member in object.members where member.key.hasPrefix("_") { takeExtension(member) }
  }

  private static let feedKeys: Set<String> = [
    "items", "authors", "author", "content_html", "content_text", "summary", "title", "attachments", "tags",
  ]

  private mutating func takeExtension(_ member: JSONValue.Member) {
    let key = String(member.key.prefix(MetaKey.longestKey))
    if member.value.isString { return takeWords(key, member.value, path: key) }
    if takeWithdrawal(member) { return }
    if takeObject(key, member.value, isExtension: true) { return }
    let isOfItem = isOfItem(member.value, key: key)
    for inner in member.value.elements.flatMap({ $0.members }) {
      let innerKey = String(inner.key.prefix(MetaKey.longestKey))
      if inner.value.isString {
        takeWords(innerKey, inner.value, path: "\(key).\(innerKey)", within: key, isOfItem: isOfItem)
      } else if !isOfItem || !takeWithdrawal(inner), !takeObject(innerKey, inner.value) {
        keepWords(of: inner.value, key: "\(key).\(innerKey)")
      }
    }
    for element in member.value.elements where element.isString { keepWords(of: element, key: key) }
  }

  /// Whether an extension tells the status of the item: an object, or a list that is no list of works.
  private func isOfItem(_ value: JSONValue, key: String) -> Bool {
    let words = KeyWords(key)
    if words.isOfOtherWork { return false }
    guard let elements = value.embargoElements else { return true }
    let hasTitle = elements.contains { $0.member("title") != nil || $0.member("headline") != nil }
    return elements.count == 1 && !hasTitle && !(words.words.last?.hasSuffix("s") ?? false)
  }

  /// Takes a text by the words in its key, or else in that of the object that contains it.
  private mutating func takeWords(
    _ key: String, _ value: JSONValue, path: String, within outer: String? = nil, isOfItem: Bool = true
  ) {
    if MetaKey(key, text: "") == .embargo || takeMeta(key, value) { return }
    if isOfItem, takeStatus(key, value) { return }
    if let outer, takeMeta(outer, value) { return }
    keepWords(of: value, key: path, keepsNames: true)
  }

  /// Takes a flag that says that the item was withdrawn: `killed: true`.
  private mutating func takeWithdrawal(_ member: JSONValue.Member) -> Bool {
    guard case .bool(true) = member.value.content else { return false }
    return takeWithdrawal(member.key, "true")
  }

  private mutating func takeWithdrawal(_ key: String, _ word: String) -> Bool {
    guard StatusWords.withdraws(key, word) else { return false }
    document.setStatus(Status(.canceled, raw: "\(key.prefix(MetaKey.longestKey)): \(word)"))
    return true
  }

  /// Takes a word that says that the item may not be used; other words are no status of a feed's item.
  private mutating func takeStatus(_ key: String, _ value: JSONValue) -> Bool {
    guard let word = plain(value) else { return false }
    if takeWithdrawal(key, word) { return true }
    guard Self.statusKeys.contains(StoryKeys.normal(key)),
      [.withheld, .canceled, .draft, .trashed].contains(StatusWords.value(word))
    else { return false }
    document.setStatus(word)
    return true
  }

  private static let statusKeys: Set<String> = ["status", "pubstatus"]

  /// Takes an object whose key says what it is about: rights, a picture, another work; false for other values.
  ///
  /// - Parameter isExtension: whether the key is that of the extension, which may be named after its site or source.
  private mutating func takeObject(_ key: String, _ value: JSONValue, isExtension: Bool = false) -> Bool {
    // An embargo is taken before.
    if MetaKey(key, text: "") == .embargo { return true }
    guard value.elements.contains(where: { !$0.members.isEmpty }) else { return false }
    let words = KeyWords(key)
    if words.isOfMedia {
      takeMedia(value, name: key, medium: .picture)
    } else if words.isOfRights {
      var kind: RightsField.Kind?
      if case .rights(let named) = MetaKey(key, text: "") { kind = named }
      RightsObject.read(value, key: key, kind: kind, takesEmbargoes: false, into: &self)
    } else if words.isOfOthers, !isExtension || !words.words.allSatisfy(Self.origins.contains) {
      keepWords(of: value, key: key, keepsNames: true)
    } else {
      return false
    }
    return true
  }

  /// What an extension may be named after.
  private static let origins: Set<String> = ["site", "source", "sources", "data"]
}
