import WireTrees

/// What stands in a sentence, and what is a text of its own.
extension EditorTree {
  /// The nodes directly in a node.
  static func parts(of node: JSONValue) -> [JSONValue] {
    for key in ["children", "content", "nodes"] {
      if case .array(let elements)? = node.member(key)?.content { return elements }
    }
    return []
  }

  /// Whether a node is a piece of text.
  func isLeaf(_ node: JSONValue) -> Bool {
    guard node.member("text")?.isString == true else { return false }
    guard let kind = Self.kindKeys.lazy.compactMap({ node.member($0) }).first else { return true }
    return kind.text(in: item.source.bytes).map { Self.texts.contains($0.lowercased()) } ?? true
  }

  /// Whether a node of a paragraph stands in its sentence, as a formula or an emoji does: it is no block, no picture and
  /// no note, and contains none.
  mutating func isInSentence(_ node: JSONValue, _ kind: String) -> Bool {
    guard role(named: kind) == nil, !Self.blocks.contains(where: kind.contains) else { return false }
    return Self.parts(of: node).allSatisfy { Self.parts(of: $0).isEmpty }
  }

  /// The keys of an object without a kind that repeat a text of it in another form: `{html: …, text: …}`.
  mutating func repeatedTexts(of node: JSONValue) -> Set<String> {
    let forms = Self.forms.filter { node.member($0)?.isString == true }
    guard forms.count > 1 else { return [] }
    var seen: Set<String> = []
    return Set(
      forms.filter { key in
        let letters = item.line(node.member(key))?.filter { !$0.isWhitespace } ?? ""
        return !letters.isEmpty && !seen.insert(letters).inserted
      })
  }

  /// Takes the words of a mention, a formula or an emoji that an operation of Quill inserts into a sentence; false for
  /// others.
  mutating func takeInsertedLabel(of node: JSONValue) -> Bool {
    guard let inserted = node.member("insert")?.members.first, node.member("insert")?.members.count == 1,
      Self.insertedLabels.contains(inserted.key.lowercased())
    else { return false }
    let label = inserted.value.isString ? inserted.value : inserted.value.member("value")
    if case .string(let string)? = label?.content {
      append(string)
    } else {
      item.keepWords(of: inserted.value, key: inserted.key)
    }
    return true
  }
}
