internal import CYaml

/// Builds a tree from the events of libyaml's parser, in one pass.
///
/// The number of events is bounded by the text's length: an alias is an event of its own and is rejected before it is
/// expanded, so that no file of a few hundred bytes takes gigabytes. Open nodes are on a stack of bounded height.
struct YAMLTree {
  /// How deep lists and mappings may nest.
  static let maximumDepth = 64

  private let name: String
  /// The root key at which reading stops; nil to read everything.
  private let end: String?
  private var root: YAMLValue?
  private var open: [OpenNode] = []

  /// A list or mapping that has not ended yet.
  private struct OpenNode {
    var position: YAMLValue.Position
    var isMapping: Bool
    var values: [YAMLValue] = []
    var entries: [YAMLValue.Entry] = []
    var keys: Set<String> = []
    /// A key that still needs its value.
    var key: (text: String, position: YAMLValue.Position)?
  }

  /// The root of a text with one document; nil if the document is empty.
  ///
  /// - Parameter end: the root key at which reading stops.
  /// - Throws: `YAMLFault` with the position, including for unsupported YAML.
  static func root(of text: String, name: String, before end: String? = nil) throws(YAMLFault) -> YAMLValue? {
    var tree = YAMLTree(name: name, end: end)
    var text = text
    let outcome: Result<Void, YAMLFault> = text.withUTF8 { utf8 in
      Result { () throws(YAMLFault) in try tree.read(utf8) }
    }
    try outcome.get()
    return tree.root
  }

  private init(name: String, end: String?) {
    self.name = name
    self.end = end
  }

  private mutating func read(_ utf8: UnsafeBufferPointer<UInt8>) throws(YAMLFault) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw YAMLFault(name, .init(line: 1, column: 1), "no memory is left", next: "read it again later")
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, utf8.baseAddress, utf8.count)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { throw syntaxFault(parser) }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return }
      try take(event)
      if takeHead() { return }
    }
  }

  /// If the key at which reading stops has come, makes the entries read so far the root; returns whether it has.
  private mutating func takeHead() -> Bool {
    guard let end, open.count == 1, open[0].key?.text == end else { return false }
    root = YAMLValue(content: .mapping(open[0].entries), at: open[0].position)
    return true
  }

  private mutating func take(_ event: yaml_event_t) throws(YAMLFault) {
    let position = Self.position(event.start_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      let directives = event.data.document_start.tag_directives
      if directives.start != directives.end { throw tagRefusal(position) }
      if root != nil {
        throw YAMLFault(name, position, "a second document starts here", next: "keep one document in a file")
      }
    case YAML_ALIAS_EVENT:
      throw .refusal(
        name, position, "aliases are not taken",
        next: "write the value out where it is used; a text that starts with `*` goes in quotes")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try demandPlain(anchor: scalar.anchor, tag: scalar.tag, position)
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      try add(scalar: text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, position)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      try demandPlain(anchor: start.anchor, tag: start.tag, position)
      try push(OpenNode(position: position, isMapping: false))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      try demandPlain(anchor: start.anchor, tag: start.tag, position)
      try push(OpenNode(position: position, isMapping: true))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let node = open.popLast() else { return }
      add(
        YAMLValue(
          content: node.isMapping ? .mapping(node.entries) : .sequence(node.values), at: node.position))
    default: break
    }
  }

  // MARK: Nodes

  private mutating func push(_ node: OpenNode) throws(YAMLFault) {
    guard open.count < Self.maximumDepth else {
      throw YAMLFault(
        name, node.position, "nested deeper than \(Self.maximumDepth) levels", next: "flatten it")
    }
    if waitsForKey { throw YAMLFault(name, node.position, "a key must be a text", next: "write a plain key") }
    open.append(node)
  }

  /// Whether the next node is the key of a mapping.
  private var waitsForKey: Bool { open.last.map { $0.isMapping && $0.key == nil } ?? false }

  private mutating func add(scalar text: String, isPlain: Bool, _ position: YAMLValue.Position)
    throws(YAMLFault)
  {
    guard waitsForKey else { return add(YAMLValue(content: .scalar(text[...]), at: position)) }
    if isPlain, text == "<<" {
      throw .refusal(name, position, "merge keys are not taken", next: "write the keys out")
    }
    guard open[open.count - 1].keys.insert(text).inserted else {
      throw YAMLFault(name, position, "the key `\(text)` stands twice", next: "keep one of them")
    }
    open[open.count - 1].key = (text, position)
  }

  private mutating func add(_ value: YAMLValue) {
    guard !open.isEmpty else {
      root = value
      return
    }
    let last = open.count - 1
    guard open[last].isMapping else { return open[last].values.append(value) }
    guard let key = open[last].key else { return }
    open[last].entries.append(YAMLValue.Entry(key: key.text, position: key.position, value: value))
    open[last].key = nil
  }

  // MARK: Faults

  private func demandPlain(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?,
    _ position: YAMLValue.Position
  ) throws(YAMLFault) {
    if anchor != nil {
      throw .refusal(name, position, "anchors are not taken", next: "write the value out where it is used")
    }
    if tag != nil { throw tagRefusal(position) }
  }

  private func tagRefusal(_ position: YAMLValue.Position) -> YAMLFault {
    .refusal(
      name, position, "tags are not taken",
      next: "leave the tag out; a text that starts with `!` goes in quotes")
  }

  private func syntaxFault(_ parser: yaml_parser_t) -> YAMLFault {
    let problem = parser.problem.map { String(cString: $0) } ?? "this is no YAML"
    let position = Self.position(parser.problem_mark)
    if problem == "found undefined tag handle" { return tagRefusal(position) }
    return YAMLFault(name, position, problem, next: "correct the YAML syntax here")
  }

  private static func position(_ mark: yaml_mark_t) -> YAMLValue.Position {
    YAMLValue.Position(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
