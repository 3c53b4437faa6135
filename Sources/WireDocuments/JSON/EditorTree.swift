import WireText
import WireTrees

/// Text that an editor stores as a JSON tree: rich text of Contentful, Portable Text of Sanity, blocks of Strapi,
/// Lexical of Ghost, StreamField of Wagtail, ProseMirror, Slate, Draft.js, Editor.js and Quill.
///
/// The trees differ only in the names of their keys: nodes have a kind and contain nodes or text. Nodes of unknown
/// kinds are read by their content, so that a site's own blocks are not lost.
struct EditorTree {
  private enum Step {
    /// A value with its key, role and paragraph state.
    case value(JSONValue, key: String, Place)
    /// The end of a paragraph.
    case end(Place)
  }

  /// What is known of where a value stands in the tree.
  struct Place {
    var role = BodyText.Role.paragraph
    /// Whether strings continue the open paragraph.
    var isInline = false
    /// Whether strings that hold no HTML hold Markdown, as in Strapi components.
    var isMarkdown = false
    /// Whether strings hold neither, as in Draft.js.
    var isPlain = false
    /// Whether strings are settings of a node, of which only those with names of copy are text.
    var isSetting = false
    /// Whether a node around it has a kind, and whether that is more than the whole tree.
    var isInKind = false
    var isInBlock = false
    /// Whether it is in a list with pieces of text, and whether these are of one sentence.
    var isAmongText = false
    var isInSentence = false
    /// Whether strings under the key of its nodes are its text, since it has no other.
    var holdsStrings = false
    /// Whether it is in a list with spans, all of whose nodes stand in a sentence.
    var isAmongSpans = false
    /// Whether it is in a list of records.
    var isAmongRecords = false
    /// Whether it is the whole text.
    var isAlone = false
    /// Whether its members are a label and what it labels.
    var isFact = false
  }

  var item: JSONItem
  private var body = BodyText()
  private var text: [UInt8] = []
  private var map = SourceMap()
  var targets: [String] = []
  /// Caches: the roles of the names seen so far, and whether the keys seen so far hold copy.
  private var roles: [String: BodyText.Role?] = [:]
  private var copyKeys: [String: Bool] = [:]
  var memberKinds: [String: MemberKind] = [:]

  /// Whether a value is such a tree: a node, or a list that begins with one.
  static func isTree(_ value: JSONValue) -> Bool {
    guard let node = value.elements.first, case .object = node.content else { return false }
    return kindKeys.contains { node.member($0)?.isString == true }
      || ["root", "blocks", "ops"].contains { node.member($0) != nil }
      || node.member("insert")?.isString == true
  }

  /// The paragraphs of a tree.
  static func read(_ tree: JSONValue, of item: inout JSONItem) -> BodyText {
    var reader = EditorTree(item: item)
    // Given up for the moment: else what is added would copy it.
    item.document = Document(origin: item.document.origin)
    reader.walk(tree)
    reader.body.link(to: reader.targets)
    item = reader.item
    return reader.body
  }

  private init(item: JSONItem) { self.item = item }

  /// Records words beside the paragraph that is being read.
  mutating func note(_ words: AttributeText) { body.note([words], from: body.paragraphs.count) }

  private mutating func walk(_ tree: JSONValue) {
    var steps: [Step] = [.value(tree, key: "", Place())]
    while let step = steps.popLast() {
      switch step {
      case .end(let place): flush(place.role)
      case .value(let value, let key, let place):
        switch value.content {
        case .array(let elements): enter(elements, key: key, place, &steps)
        case .object: enter(value, key: key, place, &steps)
        case .string(let string): take(string, value, key: key, place)
        case .number, .bool, .null:
          if let text = number(value, key: key, at: place) { append(text, as: place.role) }
        }
      }
    }
    flush(.paragraph)
  }

  private mutating func enter(
    _ elements: [JSONValue], key: String, _ around: Place, _ steps: inout [Step]
  ) {
    // The rows of a table are nested lists, and its cells may be lists of nodes.
    let isTable = elements.contains { if case .array = $0.content { true } else { false } }
    var place = around
    place.isAmongText = elements.contains(where: isLeaf)
    place.isInSentence =
      place.isAmongText
      && (around.isInBlock || Self.runs.contains(key) || haveOneSentence(elements.filter(isLeaf)))
    place.isAmongSpans = elements.contains(where: isSpan)
    place.isAmongRecords = !isTable && areRecords(elements, key: key, isInKind: around.isInKind)
    place.isAlone = key.isEmpty && elements.count == 1
    if Self.isBlock(key, around) { steps.append(.end(place)) }
    for element in elements.reversed() {
      if isTable { steps.append(.end(place)) }
      steps.append(.value(element, key: isTable ? "cell" : key, place))
    }
  }

  private mutating func enter(_ node: JSONValue, key: String, _ around: Place, _ steps: inout [Step]) {
    let kind = Self.kindKeys.lazy.compactMap { node.member($0) }.first.flatMap { item.plain($0) }
    // A setting may be named `type`, too.
    let name = Self.settings.contains(key) ? nil : kind?.lowercased()
    if let name, Self.breaks.contains(name) {
      let hasWords = hasWords(node)
      if !hasWords || around.isAmongText { append(0x20) }
      if !hasWords { return }
    }
    if let name, Self.asides.contains(name) { return item.keepWords(of: node, key: name) }
    // An uploaded file states its own media type.
    if let type = node.member("mime"), node.member("url") != nil {
      return item.takeMedia(node, name: key, medium: ItemType(mediaType: item.plain(type)))
    }
    let place = self.place(of: node, kind: name, key: key, in: around)
    let isOperation = name == nil && node.member("insert") != nil
    if isOperation, takeInsertedLabel(of: node) { return }
    if let name, takeNotionText(node, name) { return noteTargets(of: node) }
    if isOperation || name?.contains("link") == true { noteTargets(of: node) }
    for mark in node.member("marks")?.elements ?? [] where mark.member("attrs") != nil {
      noteTargets(of: mark)
    }
    // A text that is no piece of a sentence is a paragraph, with its other forms.
    let isApart = place.isInline && !around.isInline && !around.isAmongText
    if name == nil, around.isAmongRecords || isApart, hasBareText(node) {
      return enterRecord(node, in: around, place, &steps)
    }
    if place.isInline, let name, takeFormula(node, name) { return }
    if place.isInline, let name, isWithoutText(node, kind: name) { return takeLabel(of: node, kind: name) }
    if !place.isInline && name != nil {
      flush(around.role)
      steps.append(.end(place))
    }
    let isLeaf = name.map(Self.texts.contains) ?? true
    let isLink = name.map { Self.links.contains($0) || $0.hasSuffix("hyperlink") } ?? false
    for member in node.members.reversed() {
      let key = member.key.lowercased()
      // An operation's other members are the looks of what it inserts.
      guard !Self.technical.contains(key), !isOperation || key == "insert" else { continue }
      if Self.labels.contains(key) {
        item.keepWords(of: member.value, key: key)
      } else if place.isInline, !isOperation, !(place.holdsStrings && Self.nodeKeys.contains(key)),
        keepBeside(member, of: node, isLeaf: isLeaf, isLink: isLink)
      {
        continue
      } else if !place.isInline || !Self.settings.contains(key) {
        steps.append(.value(isLink ? Self.withoutTitle(member.value) : member.value, key: key, place))
      }
    }
  }

  /// Enters an object whose text is a paragraph of its own; what says something about the text becomes fields.
  private mutating func enterRecord(
    _ node: JSONValue, in around: Place, _ place: Place, _ steps: inout [Step]
  ) {
    var place = place
    place.isInline = false
    flush(around.role)
    steps.append(.end(place))
    let repeated = repeatedTexts(of: node)
    var copies: [Step] = []
    for member in node.members {
      let name = member.key.lowercased()
      if repeated.contains(name) || Self.technical.contains(name) { continue }
      if !isLabel(name, at: place), keep(member, isAlone: around.isAlone) { continue }
      copies.append(.value(member.value, key: name, place))
    }
    steps += copies.reversed()
  }

  private mutating func place(
    of node: JSONValue, kind: String?, key: String, in around: Place
  ) -> Place {
    var place = around
    place.isInKind = around.isInKind || kind != nil
    place.isInBlock = around.isInBlock || kind.map { !Self.wholes.contains($0) } ?? false
    place.isAmongText = false
    place.isInSentence = false
    place.isAmongSpans = false
    place.isAmongRecords = false
    place.isAlone = false
    place.isFact = Self.isFact(node)
    if node.member("__component") != nil { place.isMarkdown = true }
    if key == "blocks" {
      place.isPlain = node.member("inlinestyleranges") != nil || node.member("entityranges") != nil
    }
    if let kind {
      let role = role(of: kind, node)
      place.isInline =
        Self.inline.contains(kind)
        || around.isAmongText && Self.isPhrase(node, kind, inSentence: around.isInSentence)
        || around.isAmongSpans && role == nil && isWithoutText(node, kind: kind)
      place.role = role ?? around.role
      place.isSetting = false
    } else if key == "data" || key == "value" {
      place.isInline = false
    } else {
      place.isInline = ["text", "insert"].contains { node.member($0)?.isString == true }
    }
    // A paragraph of its own: `{type: text, content: …}`.
    if kind == "text", !around.isInBlock, !hasText(node), node.member("content")?.isString == true {
      place.isInline = false
    }
    if Self.settings.contains(key) {
      place.isInline = false
      place.isSetting = true
    }
    place.holdsStrings = place.isInline && !hasText(node)
    return place
  }

  /// The role of a node's text; nil if it is inherited.
  private mutating func role(of kind: String, _ node: JSONValue) -> BodyText.Role? {
    if node.member("listitem") != nil { return .list }
    let style = item.plain(node.member("style") ?? node.member("tag"))
    return style.flatMap { role(named: $0.lowercased()) } ?? role(named: kind)
  }

  /// The role that a name implies; cached, because a tree has few names and analysing one costs more than reading a
  /// node.
  private mutating func role(named name: String) -> BodyText.Role? {
    if let known = roles[name] { return known }
    let role = Self.role(named: name)
    roles[name] = .some(role)
    return role
  }

  private mutating func take(_ string: JSONString, _ value: JSONValue, key: String, _ place: Place) {
    if place.isInline {
      guard Self.textKeys.contains(key) || place.holdsStrings && Self.nodeKeys.contains(key) else { return }
      // A block named “text” may hold what an editor of HTML wrote.
      if isBlock(string) { return append(item.text(value), as: place.role) }
      return append(string, endsLines: key == "insert")
    }
    if place.isSetting, !Self.copySettings.contains(key) { return item.keepWords(of: value, key: key) }
    guard !isFilm(value, place), isCopy(value, key: key) || isCopy(value, key: key, at: place) else { return }
    append(text(string, value, key: key, place), as: key == "caption" ? .caption : place.role)
  }

  private mutating func append(_ text: BodyText, as role: BodyText.Role) {
    flush(role)
    body.append(contentsOf: text, role: role, limits: item.limits)
  }

  /// Continues the open paragraph; a line feed ends one only in Quill.
  mutating func append(_ string: JSONString, endsLines: Bool = false) {
    let (utf8, inner) = item.source.decode(string)
    map.append(contentsOf: inner, at: text.count)
    text += endsLines ? utf8 : utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
  }

  mutating func append(_ byte: UInt8) { text.append(byte) }

  private mutating func text(
    _ string: JSONString, _ value: JSONValue, key: String, _ place: Place
  ) -> BodyText {
    if place.isMarkdown { return item.copy(value) }
    return key == "markdown"
      ? item.markdown(string) : item.text(value, isHTML: key != "code" && !place.isPlain)
  }

  /// Whether a string is copy: because of its key, or because it consists of several words.
  private mutating func isCopy(_ value: JSONValue, key: String) -> Bool {
    if isCopy(key) { return true }
    guard let line = item.plain(value) else { return false }
    return line.contains(" ") && !line.contains("://")
  }

  /// Whether strings under a key are copy, even single words.
  mutating func isCopy(_ key: String) -> Bool {
    if let known = copyKeys[key] { return known }
    let isNamed =
      key.isEmpty || key == "code" || key == "children" || Self.copy.contains(where: key.contains)
    copyKeys[key] = isNamed
    return isNamed
  }

  private mutating func flush(_ role: BodyText.Role) {
    guard !text.isEmpty else { return }
    let paragraph = BodyText(plain: text, map: map, limits: item.limits)
    body.append(contentsOf: paragraph, role: role, limits: item.limits)
    text = []
    map = SourceMap()
  }
}
