/// The entities of a document: those of XML, the named characters of HTML, and its own declarations.
///
/// A short entity of plain text that the document itself declares is expanded. Nothing else is, and nothing is loaded: a
/// reference to any other name loses its text, which is reported, and entities whose expansion would exceed a limit are
/// refused.
struct XMLEntities {
  /// The meaning of a reference.
  enum Meaning: Hashable {
    /// Characters.
    case text([UInt8])
    /// A named character of HTML that the document does not declare.
    case undeclared([UInt8])
    /// Text that is not read.
    case dropped
    /// An entity that refers to itself, or too much text.
    case refused
  }

  private struct Declaration {
    var text: [UInt8]
    /// The characters that the text stands for; nil if it has markup or refers to other entities, or is too long.
    var plain: [UInt8]?
    /// The size of the text in bytes with all references expanded; nil if that cannot be determined.
    var size: Int?
  }

  private var declarations: [String: Declaration] = [:]
  /// The number of declarations that are expanded.
  private var expanded = 0
  /// The total size that all references to declarations expand to, or would have expanded to, in bytes.
  private var amplified = 0

  /// The most bytes of declared text that a document may refer to.
  static let maximumAmplification = 1 << 20
  /// The most bytes of an entity's text that is expanded, and the most such entities.
  private static let (longestExpanded, mostExpanded) = (1 << 10, 1000)

  /// Records the declaration of a general entity; only the first one for a name counts.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - text: its text with character references decoded; nil for an external entity.
  mutating func declare(_ name: String, text: [UInt8]?) {
    guard declarations[name] == nil else { return }
    let plain = expanded < Self.mostExpanded ? text.flatMap(Self.plain) : nil
    if plain != nil { expanded += 1 }
    declarations[name] = Declaration(text: text ?? [], plain: plain, size: size(of: text ?? []))
  }

  /// The characters of a short text without markup, in which only the entities of XML are referred to.
  private static func plain(_ text: [UInt8]) -> [UInt8]? {
    guard text.count <= longestExpanded, !text.contains(UInt8(ascii: "<")) else { return nil }
    var plain: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&") else {
        plain.append(byte)
        continue
      }
      let name = rest.prefix { $0 != UInt8(ascii: ";") }
      guard let own = predefined[String(decoding: name, as: UTF8.self)] else { return nil }
      plain.append(own)
      rest = rest.dropFirst(name.count + 1)
    }
    return plain
  }

  /// The meaning of a reference to a name.
  mutating func meaning(of name: String) -> Meaning {
    if let own = Self.predefined[name] { return .text([own]) }
    let known = HTMLEntities.text(named: name)
    guard let declaration = declarations[name] else { return known.map(Meaning.undeclared) ?? .dropped }
    if let known, declaration.text == known { return .text(known) }
    guard let size = declaration.size else { return .refused }
    amplified += size
    guard amplified <= Self.maximumAmplification else { return .refused }
    return declaration.plain.map(Meaning.text) ?? .dropped
  }

  private static let predefined: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""),
    "apos": UInt8(ascii: "'"),
  ]

  /// The size of a text with all references expanded; nil if it refers to an undeclared entity, as in a cycle, or
  /// exceeds the limit.
  private func size(of text: [UInt8]) -> Int? {
    var size = text.count
    for (at, byte) in text.enumerated() where byte == UInt8(ascii: "&") {
      let name = text[(at + 1)...].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      let word = String(decoding: name, as: UTF8.self)
      if name.first == UInt8(ascii: "#") || Self.predefined[word] != nil { continue }
      guard let inner = declarations[word]?.size else { return nil }
      size += inner
      guard size <= Self.maximumAmplification else { return nil }
    }
    return size
  }
}
