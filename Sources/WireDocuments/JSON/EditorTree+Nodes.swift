import WireText
import WireTrees

/// What stands in a node, and what of it is kept beside the text.
extension EditorTree {
  /// Keys of the text of a node, and of the nodes in it.
  static let textKeys: Set<String> = ["text", "value", "insert"]
  static let nodeKeys: Set<String> = ["children", "content", "nodes"]
  /// Keys that say in single words how a node looks.
  static let looks: Set<String> = [
    "color", "colour", "backgroundcolor", "background", "highlight", "font", "fontfamily", "fontsize",
    "fontweight", "align", "alignment", "textalign", "textcolor", "size", "weight", "theme", "linktype",
    "variant", "decoration", "shortname", "mutability",
  ]

  /// Whether a node has a text of its own that is not empty.
  func hasText(_ node: JSONValue) -> Bool {
    Self.textKeys.contains { key in
      guard case .string(let string)? = node.member(key)?.content else { return false }
      return !string.range.isEmpty
    }
  }

  /// Whether there are words in a node or in what stands in it.
  mutating func hasWords(_ node: JSONValue) -> Bool {
    var waiting = [(key: "", value: node)]
    while let (key, value) = waiting.popLast() {
      switch value.content {
      case .array(let elements): waiting += elements.map { (key, $0) }
      case .object(let members):
        waiting += members.map { ($0.key.lowercased(), $0.value) }.filter { key, _ in
          !Self.technical.contains(key) && !Self.settings.contains(key) && !Self.looks.contains(key)
        }
      case .string: if isCopy(key), item.line(value) != nil { return true }
      case .number, .bool, .null: break
      }
    }
    return false
  }

  /// Keeps a member of a node in a sentence that is not its text, so that no words are lost; false for others.
  ///
  /// - Parameters:
  ///   - isLeaf: whether the node is a piece of text, whose other members are its looks for the most part.
  ///   - isLink: whether it is a link, whose title is shown on request only.
  mutating func keepBeside(
    _ member: JSONValue.Member, of node: JSONValue, isLeaf: Bool, isLink: Bool
  ) -> Bool {
    let key = member.key.lowercased()
    let value = member.value
    guard value.isString || !value.elements.isEmpty && value.elements.allSatisfy(\.isString),
      !Self.textKeys.contains(key)
    else { return false }
    let kind = kind(of: member)
    if isLink, kind == .title { return true }
    if kind == .text, isRepeated(member, in: node) { return true }
    let saysSomething = kind != .other && kind != .text
    if isLeaf, !saysSomething {
      if kind == .text || isCopy(key), !Self.looks.contains(key) { item.keepWords(of: value, key: key) }
    } else {
      // A sign is no word.
      let isWord = item.line(value)?.contains { $0.isLetter || $0.isNumber } ?? true
      item.keepWords(of: value, key: key, keepsNames: isWord && !Self.looks.contains(key))
    }
    return true
  }

  /// Keeps the words in a node as fields, single ones, too, but for what says how it looks.
  mutating func keepTexts(of value: JSONValue?, key: String) {
    var waiting = [value].compactMap { $0 }
    while let next = waiting.popLast() {
      switch next.content {
      case .array(let elements): waiting += elements.reversed()
      case .object(let members):
        waiting += members.reversed().filter { member in
          let name = member.key.lowercased()
          return !Self.technical.contains(name) && !Self.looks.contains(name)
        }.map(\.value)
      case .string: item.keepWords(of: next, key: key, keepsNames: true)
      case .number, .bool, .null: break
      }
    }
  }

  /// The data of a link without its title, which is shown on request only.
  static func withoutTitle(_ data: JSONValue) -> JSONValue {
    guard case .object(let members) = data.content else { return data }
    return JSONValue(content: .object(members.filter { $0.key.lowercased() != "title" }), range: data.range)
  }

  /// Records the target of a node that is a link, or of text with a link mark.
  mutating func noteTargets(of node: JSONValue) {
    let holders = ["data", "attrs", "fields", "attributes"].map { node.member($0) }
    for holder in [node] + holders {
      for key in ["uri", "url", "href", "link"] {
        if let value = holder?.member(key), value.isString, let address = item.plain(value) {
          targets.append(address)
        }
      }
      if let title = item.line(holder?.member("title")), title.contains(where: \.isLetter) {
        note(AttributeText(text: title, key: "link@title", paragraph: 0))
      }
    }
  }

  /// Whether a string is only the address of an embedded film, post or map.
  mutating func isFilm(_ value: JSONValue, _ place: Place) -> Bool {
    place.role == .caption && item.plain(value)?.isWebAddress ?? false
  }
}

extension EditorTree {
  /// Whether a text is HTML in whole: it begins with the tag of a block and ends with one.
  func isBlock(_ string: JSONString) -> Bool {
    let utf8 = item.source.bytes[string.range]
    guard utf8.first == UInt8(ascii: "<"), utf8.last(where: { $0 > 0x20 }) == UInt8(ascii: ">") else {
      return false
    }
    let name = utf8.dropFirst().prefix(12).prefix { HTMLScanner.isLetter($0) || (0x31...0x36).contains($0) }
    return HTMLTag.of(String(decoding: name.map(HTMLScanner.lowercased), as: UTF8.self)).contains(.block)
  }
}
