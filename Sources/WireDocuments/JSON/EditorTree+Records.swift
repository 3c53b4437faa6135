import WireText
import WireTrees

/// Objects without a kind that are no pieces of a sentence, but records: a text with its title, author or licence.
extension EditorTree {
  /// What a key names in an object with a text.
  enum MemberKind {
    case title, caption, person, rights, text, other

    init(_ key: String) {
      let key = key.prefix(MetaKey.longestKey)
      let name = StoryKeys.normal(String(key))
      if Self.titles.contains(name) {
        self = .title
      } else if name == "caption" {
        self = .caption
      } else if Self.persons.contains(name) {
        self = .person
      } else if EditorTree.forms.contains(name) || name == "paragraphs" {
        self = .text
      } else {
        self = KeyWords(String(key)).isOfRights || Self.terms.contains(name) ? .rights : .other
      }
    }

    private static let titles: Set<String> = [
      "title", "headline", "heading", "header", "subtitle", "subheadline", "subhead", "kicker",
    ]
    private static let persons: Set<String> = [
      "author", "authors", "authorname", "byline", "by", "creator", "contributor", "speaker", "source",
      "credit", "credits", "creditline", "attribution",
    ]
    private static let terms: Set<String> = ["usageterms", "terms", "restrictions", "usage"]
  }

  /// Keys of one text in several forms; the first is read.
  private static let forms = ["html", "rendered", "processed", "text", "plain", "value", "raw"]
  /// Keys of lists that are sentences in a node with a kind.
  private static let children: Set<String> = ["children", "content", "nodes", "elements", "text"]
  /// Keys of lists that are always sentences.
  static let runs: Set<String> = ["runs", "inlines", "spans", "leaves", "rich_text", "richtext"]

  /// Whether a list under a key is a block of its own, such as a column, and not the sentences of the block around it.
  static func isBlock(_ key: String, _ around: Place) -> Bool {
    !around.isInline && !around.isAmongText && !key.isEmpty && !runs.contains(key) && !children.contains(key)
  }

  /// Whether a value is the rows of a table: lists of texts in a list.
  static func isTable(_ value: JSONValue) -> Bool {
    guard case .array(let rows) = value.content, case .array(let cells)? = rows.first?.content else {
      return false
    }
    return cells.contains(where: \.isString)
  }

  /// Whether a list consists of records: an element is one, and the texts do not continue each other.
  mutating func areRecords(_ elements: [JSONValue], key: String, isInKind: Bool) -> Bool {
    guard !Self.runs.contains(key), !isInKind || !Self.children.contains(key) else { return false }
    var isFound = false
    for element in elements where !isFound { isFound = isRecord(element) }
    guard isFound else { return false }
    return !haveOneSentence(elements)
  }

  /// Whether texts in a list are pieces of one sentence.
  func haveOneSentence(_ elements: [JSONValue]) -> Bool {
    elements.indices.contains { index in
      let element = elements[index]
      let text = element.member("text") ?? (isLeaf(element) ? element.member("value") : nil)
      guard case .string(let string)? = text?.content else { return false }
      return isPiece(string, isFirst: index == 0, isLast: index == elements.count - 1)
    }
  }

  /// Whether a text continues another one, or is continued: what is whole begins with no small letter and no closing
  /// mark, and ends with no opening one; it has no blank at its ends.
  private func isPiece(_ string: JSONString, isFirst: Bool, isLast: Bool) -> Bool {
    let text = string.text(in: item.source.bytes)
    guard let first = text.first, let last = text.last else { return false }
    if first.isWhitespace || last.isWhitespace { return true }
    if !isFirst, first.isLowercase || Self.closings.contains(first) { return true }
    return !isLast
      && (Self.openings.contains(last) || last.unicodeScalars.contains(where: Self.isIdeographic))
  }

  /// Marks with which no text begins, and those with which none ends; quotation marks open in one language what they
  /// close in another.
  private static let closings: Set<Character> = Set(".,;:!?)]}」』）】》〉，。、！？：；")
  private static let openings: Set<Character> = Set("([{¿¡「『（【《〈")

  /// Whether a letter is of a script that has no blanks between words: Chinese and Japanese.
  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
  }

  /// Whether an object has a text, and beside it another text, a title, a person or rights.
  private mutating func isRecord(_ node: JSONValue) -> Bool {
    guard hasBareText(node) else { return false }
    if Self.isFact(node) { return true }
    for member in node.members where !member.value.isNull && member.key.lowercased() != "text" {
      if kind(of: member) != .other { return true }
    }
    return false
  }

  /// Whether an object has a text, but no kind.
  func hasBareText(_ node: JSONValue) -> Bool {
    node.member("text")?.isString == true && !Self.kindKeys.contains { node.member($0) != nil }
  }

  mutating func kind(of member: JSONValue.Member) -> MemberKind {
    // What is set or counted says nothing in words.
    switch member.value.content {
    case .bool, .number, .null: return .other
    case .string, .array, .object: break
    }
    if let known = memberKinds[member.key] { return known }
    let kind = MemberKind(member.key)
    memberKinds[member.key] = kind
    return kind
  }

  /// Keeps a member of a record that is no copy as fields; false for copy.
  ///
  /// - Parameter isAlone: whether the record is the whole text, so that its title is the document's.
  mutating func keep(_ member: JSONValue.Member, isAlone: Bool) -> Bool {
    let key = member.key.lowercased()
    switch kind(of: member) {
    case .title where isAlone && member.value.isString: item.field(.title, member.value, key: key)
    case .title, .caption, .person, .rights: item.keepWords(of: member.value, key: key, keepsNames: true)
    case .other where member.value.isString: item.keepWords(of: member.value, key: key)
    case .text, .other: return false
    }
    return true
  }

  /// The keys of a record that repeat a text of it in another form: `{html: …, text: …}`.
  mutating func repeatedTexts(of node: JSONValue) -> Set<String> {
    let forms = Self.forms.filter { node.member($0)?.isString == true }
    guard forms.count > 1 else { return [] }
    // Signs of markup and the forms of quotation marks are no difference, and a shorter one is a summary.
    let letters = forms.map { self.letters(of: node.member($0)) }
    var repeated: Set<String> = []
    for (index, key) in forms.enumerated() where !letters[index].isEmpty {
      let isRepeated = forms.indices.contains { other in
        other != index && letters[other].hasPrefix(letters[index])
          && (other < index || letters[other].count > letters[index].count)
      }
      if isRepeated { repeated.insert(key) }
    }
    return repeated
  }

  /// Whether a member of a node in a sentence repeats the text that is read, or another form of it.
  mutating func isRepeated(_ member: JSONValue.Member, in node: JSONValue) -> Bool {
    if repeatedTexts(of: node).contains(member.key.lowercased()) { return true }
    let form = letters(of: member.value)
    guard !form.isEmpty else { return false }
    return Self.textKeys.contains { letters(of: node.member($0)).hasPrefix(form) }
  }

  private mutating func letters(of value: JSONValue?) -> String {
    item.line(value)?.lowercased().filter { $0.isLetter || $0.isNumber } ?? ""
  }
}
