internal import CYaml

/// Looks through the tokens of YAML for what is not taken, before a tree is made of it.
///
/// Making a tree writes shared nodes out in full, so that a file of some hundred bytes can take gigabytes: the tokens
/// cost no more than the text. libyaml's own scanner finds them, so that quotes, block texts and comments count for
/// what they are.
enum PlainYAML {
  /// How deep lists and mappings may nest.
  static let maximumDepth = 64

  /// Checks a text.
  ///
  /// Text that is no YAML passes: making the tree tells what is wrong with it.
  ///
  /// - Throws: `YAMLFault` that names the first anchor, alias, tag or merge key, or where nesting is too deep.
  static func check(_ text: String, name: String) throws(YAMLFault) {
    var text = text
    let found: Finding? = text.withUTF8 { scan($0) }
    guard let found else { return }
    let position = YAMLValue.Position(line: found.line + 1, column: found.column + 1)
    switch found.kind {
    case .anchor:
      throw .refusal(name, position, "anchors are not taken", next: "write the value out where it is used")
    case .alias:
      throw .refusal(
        name, position, "aliases are not taken",
        next: "write the value out where it is used; a text that starts with `*` goes in quotes")
    case .tag:
      throw .refusal(
        name, position, "tags are not taken",
        next: "leave the tag out; a text that starts with `!` goes in quotes")
    case .mergeKey: throw .refusal(name, position, "merge keys are not taken", next: "write the keys out")
    case .depth:
      throw YAMLFault(name, position, "nested deeper than \(maximumDepth) levels", next: "flatten it")
    }
  }

  private enum Kind { case anchor, alias, tag, mergeKey, depth }

  private struct Finding {
    var kind: Kind
    var line: Int
    var column: Int
  }

  private static func scan(_ utf8: UnsafeBufferPointer<UInt8>) -> Finding? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, utf8.baseAddress, utf8.count)
    var depth = 0
    var isKey = false
    while true {
      var token = yaml_token_t()
      guard yaml_parser_scan(&parser, &token) == 1 else { return nil }
      defer { yaml_token_delete(&token) }
      let kind: Kind?
      switch token.type {
      case YAML_STREAM_END_TOKEN, YAML_NO_TOKEN: return nil
      case YAML_ANCHOR_TOKEN: kind = .anchor
      case YAML_ALIAS_TOKEN: kind = .alias
      case YAML_TAG_TOKEN, YAML_TAG_DIRECTIVE_TOKEN: kind = .tag
      case YAML_SCALAR_TOKEN: kind = isKey && isMerge(token) ? .mergeKey : nil
      case YAML_BLOCK_SEQUENCE_START_TOKEN, YAML_BLOCK_MAPPING_START_TOKEN, YAML_FLOW_SEQUENCE_START_TOKEN,
        YAML_FLOW_MAPPING_START_TOKEN:
        depth += 1
        kind = depth > maximumDepth ? .depth : nil
      case YAML_BLOCK_END_TOKEN, YAML_FLOW_SEQUENCE_END_TOKEN, YAML_FLOW_MAPPING_END_TOKEN:
        depth -= 1
        kind = nil
      default: kind = nil
      }
      isKey = token.type == YAML_KEY_TOKEN
      if let kind {
        return Finding(
          kind: kind, line: Int(token.start_mark.line), column: Int(token.start_mark.column))
      }
    }
  }

  private static func isMerge(_ token: yaml_token_t) -> Bool {
    let scalar = token.data.scalar
    guard scalar.style == YAML_PLAIN_SCALAR_STYLE, scalar.length == 2, let value = scalar.value else {
      return false
    }
    return value[0] == UInt8(ascii: "<") && value[1] == UInt8(ascii: "<")
  }
}
