/// A YAML tree in a form that is read many times faster than YAML: the build converts embedded files to it.
///
/// It is text, since a Swift string literal is not copied at run time: numbers are sequences of bytes below 0x80 with
/// six bits each, the low bits first, and all bytes but the last of a number have bit 6 set; texts are stored
/// unchanged. A node is its kind and count as one number (`count * 3 + kind`, the count in bytes or nodes), its line
/// as the difference to the previous node, its column, and its contents; a key is a node as well. The format has no
/// version, because only `pack` writes it, and for the very program that reads it.
public enum PackedYAML {
  /// The packed form of a tree.
  public static func pack(_ value: YAMLValue) -> String {
    var packer = Packer()
    packer.add(value)
    return String(decoding: packer.bytes, as: UTF8.self)
  }

  /// The tree of a file: of its packed form if there is one, otherwise parsed from its text.
  ///
  /// - Parameter end: the root key at which reading stops; nil to read everything.
  /// - Throws: `YAMLFault` with the place.
  public static func tree(
    of packed: String?, orOf text: String, name: String, before end: String? = nil
  ) throws(YAMLFault) -> YAMLValue {
    if let packed, let tree = unpack(packed, before: end) { return tree }
    if let end { return try YAMLValue(parsingHead: text, before: end, name: name) }
    return try YAMLValue(parsing: text, name: name)
  }

  /// The tree of a packed form, or its head: see `YAMLValue.init(parsingHead:before:name:)`.
  ///
  /// - Parameter end: the root key at which reading stops; nil to read everything.
  /// - Returns: nil if the text is not the output of `pack`.
  public static func unpack(_ packed: String, before end: String? = nil) -> YAMLValue? {
    var whole = packed
    return whole.withUTF8 { bytes in
      var unpacker = Unpacker(packed, bytes: bytes, end: end)
      return unpacker.value()
    }
  }
}

private enum Kind: Int { case scalar, sequence, mapping }

private struct Packer {
  var bytes: [UInt8] = []
  private var line = 0

  mutating func add(_ value: YAMLValue) {
    switch value.content {
    case .scalar(let text): add(text.utf8, value.position)
    case .sequence(let values):
      begin(.sequence, values.count, value.position)
      for value in values { add(value) }
    case .mapping(let entries):
      begin(.mapping, entries.count, value.position)
      for entry in entries {
        add(entry.key.utf8, entry.position)
        add(entry.value)
      }
    }
  }

  private mutating func add(_ text: some Collection<UInt8>, _ position: YAMLValue.Position) {
    begin(.scalar, text.count, position)
    bytes += text
  }

  private mutating func begin(_ kind: Kind, _ count: Int, _ position: YAMLValue.Position) {
    add(count * 3 + kind.rawValue)
    add(position.line - line)
    add(position.column)
    line = position.line
  }

  private mutating func add(_ number: Int) {
    var rest = number
    while rest >= 0x40 {
      bytes.append(UInt8(rest & 0x3F | 0x40))
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }
}

private struct Unpacker {
  private let packed: String
  /// The bytes of `packed`.
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The root key at which reading stops; nil to read everything.
  private let end: String?
  private var at = 0
  private var line = 0
  private var depth = 0

  init(_ packed: String, bytes: UnsafeBufferPointer<UInt8>, end: String?) {
    self.packed = packed
    self.bytes = bytes
    self.end = end
  }

  mutating func value() -> YAMLValue? {
    guard let head = number(), let position = position() else { return nil }
    let count = head / 3
    switch Kind(rawValue: head % 3) {
    case .scalar: return text(count).map { YAMLValue(content: .scalar($0), at: position) }
    case .sequence: return values(count).map { YAMLValue(content: .sequence($0), at: position) }
    case .mapping: return entries(count).map { YAMLValue(content: .mapping($0), at: position) }
    case nil: return nil
    }
  }

  private mutating func values(_ count: Int) -> [YAMLValue]? {
    guard open(count) else { return nil }
    defer { depth -= 1 }
    var values: [YAMLValue] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      guard let value = value() else { return nil }
      values.append(value)
    }
    return values
  }

  private mutating func entries(_ count: Int) -> [YAMLValue.Entry]? {
    guard open(count) else { return nil }
    defer { depth -= 1 }
    var entries: [YAMLValue.Entry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      guard let head = number(), let position = position(), let text = text(head / 3) else { return nil }
      let key = String(text)
      if depth == 1, key == end { return entries }
      guard let value = value() else { return nil }
      entries.append(YAMLValue.Entry(key: key, position: position, value: value))
    }
    return entries
  }

  /// Opens a node one level deeper; false if the depth or the remaining bytes do not allow `count` children.
  private mutating func open(_ count: Int) -> Bool {
    guard count <= bytes.count - at, depth < YAMLTree.maximumDepth else { return false }
    depth += 1
    return true
  }

  private mutating func position() -> YAMLValue.Position? {
    guard let lines = number(), let column = number() else { return nil }
    line += lines
    return YAMLValue.Position(line: line, column: column)
  }

  private mutating func text(_ count: Int) -> Substring? {
    guard count <= bytes.count - at else { return nil }
    let start = packed.utf8.index(packed.startIndex, offsetBy: at)
    at += count
    return packed[start..<packed.utf8.index(start, offsetBy: count)]
  }

  private mutating func number() -> Int? {
    var (number, shift) = (0, 0)
    while at < bytes.count, shift < 36 {
      let byte = Int(bytes[at])
      at += 1
      number |= (byte & 0x3F) << shift
      if byte < 0x40 { return number }
      shift += 6
    }
    return nil
  }
}
