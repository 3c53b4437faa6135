/// The entities of a document: those of XML, the named characters of HTML, and its own declarations.
///
/// Nothing is expanded or loaded: a reference to any other name loses its text, which is reported, and entities whose
/// expansion would exceed a limit are refused.
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
    /// The size of the text in bytes with all references expanded; nil if that cannot be determined.
    var size: Int?
  }

  private var declarations: [String: Declaration] = [:]
  /// The total size that all dropped references would have expanded to, in bytes.
  private var amplified = 0

  /// The most bytes of declared text that a document may refer to.
  static let maximumAmplification = 1 << 20

  /// Records the declaration of a general entity; only the first one for a name counts.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - text: its text with character references decoded; nil for an external entity.
  mutating func declare(_ name: String, text: [UInt8]?) {
    guard declarations[name] == nil else { return }
    declarations[name] = Declaration(text: text ?? [], size: size(of: text ?? []))
  }

  /// The meaning of a reference to a name.
  mutating func meaning(of name: String) -> Meaning {
    if let own = Self.predefined[name] { return .text([own]) }
    let known = HTMLEntities.text(named: name)
    guard let declaration = declarations[name] else { return known.map(Meaning.undeclared) ?? .dropped }
    if let known, declaration.text == known { return .text(known) }
    guard let size = declaration.size else { return .refused }
    amplified += size
    return amplified > Self.maximumAmplification ? .refused : .dropped
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
