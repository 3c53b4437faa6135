import WireText
import WireTrees

/// Nodes that stand in a sentence, with a text or with something else that is shown.
extension EditorTree {
  /// Kinds that stand in a sentence if a text stands beside them; in other places they may be blocks.
  private static let phrases: Set<String> = [
    "a", "abbr", "b", "bold", "em", "emphasis", "i", "italic", "strong", "sub", "subscript", "sup",
    "superscript",
    "s", "strike", "strikethrough", "u", "underline", "inlinecode", "inline-code", "inline_code", "kbd",
    "emoji", "emoticon", "status", "date", "inlinecard", "inlineblock", "embedded-entry-inline",
    "resource-embedded-inline", "embedded-resource-inline", "footnotereference",
  ]
  private static let partsOfWords: Set<String> = ["sub", "subscript", "sup", "superscript"]
  private static let formulas: Set<String> = [
    "math", "formula", "equation", "latex", "inlinemath", "inline-math", "inline_math", "math_inline",
    "math-inline", "mathinline", "inlineequation", "inline_equation", "inline-equation", "inlineformula",
  ]
  private static let formulaKeys = [
    "latex", "formula", "equation", "expression", "texexpression", "tex", "value",
  ]
  /// Keys of what stands beside a formula.
  private static let besideFormula: Set<String> = [
    "caption", "children", "content", "text", "title", "description", "alt", "alttext",
  ]
  /// What Quill inserts into a sentence.
  private static let insertions: Set<String> = ["mention", "formula", "emoji", "hashtag"]
  /// Kinds of the pieces of Notion's rich text.
  private static let notionKinds: Set<String> = ["text", "mention", "equation"]

  /// Whether a node is a piece of text.
  func isLeaf(_ node: JSONValue) -> Bool {
    guard let text = node.member("text") ?? node.member("value"), text.isString else { return false }
    guard let kind = kindName(of: node) else { return node.member("text") != nil }
    return Self.texts.contains(kind)
  }

  /// The kind of a node in lower case.
  private func kindName(of node: JSONValue) -> String? {
    guard let kind = Self.kindKeys.lazy.compactMap({ node.member($0) }).first,
      case .string(let string) = kind.content
    else { return nil }
    return string.text(in: item.source.bytes).lowercased()
  }

  /// Whether a node beside texts stands in their sentence.
  ///
  /// - Parameter inSentence: whether the texts are of one sentence; else only what is part of a word stands in it.
  static func isPhrase(_ node: JSONValue, _ kind: String, inSentence: Bool) -> Bool {
    if partsOfWords.contains(kind) || breaks.contains(kind) { return true }
    guard inSentence else { return false }
    if phrases.contains(kind) { return true }
    guard formulas.contains(kind) else { return false }
    // Lexical has both in one kind.
    if case .bool(false)? = node.member("inline")?.content { return false }
    return true
  }

  /// Takes what a formula shows; false if it has no source of its own.
  mutating func takeFormula(_ node: JSONValue, _ kind: String) -> Bool {
    guard Self.formulas.contains(kind) else { return false }
    for holder in [node.member("attrs"), node] {
      for key in Self.formulaKeys {
        guard let value = holder?.member(key), case .string(let string) = value.content,
          item.plain(value)?.isEmpty == false
        else { continue }
        append(string)
        for member in node.members where Self.besideFormula.contains(member.key.lowercased()) {
          if item.line(member.value) != item.line(value) { keepTexts(of: member.value, key: member.key) }
        }
        return true
      }
    }
    return false
  }

  /// Takes the words that a node in a sentence shows instead of a text, as the title of a card.
  ///
  /// What else it says becomes fields.
  mutating func takeLabel(of node: JSONValue, kind: String) {
    let holders = [node] + Self.holders.compactMap { node.member($0) }
    let names = Self.links.contains(kind) ? Self.labelKeys.prefix(2) : Self.labelKeys[...]
    let shown = names.lazy.flatMap { name in holders.lazy.compactMap { $0.member(name) } }
      .first { $0.isString && !isBlank($0) }
    if case .string(let string)? = shown?.content { append(string) }
    for (index, holder) in holders.enumerated() {
      for member in holder.members where member.value.range != shown?.range {
        let name = member.key.lowercased()
        let isHolder = index == 0 && Self.holders.contains(name) && !member.value.members.isEmpty
        if isHolder || Self.technical.contains(name) || isBlank(member.value) { continue }
        // Of settings, single words are mostly codes.
        let isName = (index == 0 || isCopy(name)) && member.value.elements.allSatisfy(\.isString)
        item.keepWords(of: member.value, key: kind, keepsNames: isName && !Self.looks.contains(name))
      }
    }
  }

  /// Where nodes have what they show, besides in their own members.
  private static let holders = ["attrs", "props", "data", "fields"]
  private static let labelKeys = ["label", "text", "title", "character"]

  /// Whether a node in a sentence shows neither a text nor further nodes; Slate gives such nodes an empty text.
  func isWithoutText(_ node: JSONValue, kind: String) -> Bool {
    if Self.texts.contains(kind) { return false }
    return node.members.allSatisfy { member in
      switch member.key.lowercased() {
      case "text", "value": return member.value.isNull || isBlank(member.value)
      case let name where Self.nodeKeys.contains(name):
        return member.value.elements.allSatisfy { element in
          isBlank(element)
            || isLeaf(element) && ["text", "value"].allSatisfy { element.member($0).map(isBlank) ?? true }
        }
      case let name:
        guard case .array(let elements) = member.value.content else { return true }
        return Self.technical.contains(name) || !elements.contains { !$0.members.isEmpty }
      }
    }
  }

  /// Whether a value is a text without a letter or another sign.
  private func isBlank(_ value: JSONValue) -> Bool {
    guard case .string(let string) = value.content else { return false }
    return string.text(in: item.source.bytes).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
  }

  /// Whether a node is a span of Portable Text.
  func isSpan(_ node: JSONValue) -> Bool { node.member("_type") != nil && kindName(of: node) == "span" }

  /// Takes the words of a piece of Notion's rich text, which stand there as shown; false for other nodes.
  mutating func takeNotionText(_ node: JSONValue, _ kind: String) -> Bool {
    guard Self.notionKinds.contains(kind), node.member("text").map({ !$0.isString }) ?? true,
      case .string(let string)? = node.member("plain_text")?.content
    else { return false }
    append(string)
    return true
  }

  /// Takes the words of a mention, a formula or an emoji that an operation of Quill inserts; false for others.
  mutating func takeInsertedLabel(of node: JSONValue) -> Bool {
    guard let inserted = node.member("insert")?.members.first, node.member("insert")?.members.count == 1,
      Self.insertions.contains(inserted.key.lowercased())
    else { return false }
    let label = inserted.value.isString ? inserted.value : inserted.value.member("value")
    // The name of an emoji is no word of the sentence.
    let isNamed = inserted.key.lowercased() == "emoji" && item.plain(label)?.allSatisfy(\.isASCII) ?? false
    if case .string(let string)? = label?.content, !isNamed {
      append(string)
    } else {
      item.keepWords(of: inserted.value, key: inserted.key)
    }
    return true
  }
}
