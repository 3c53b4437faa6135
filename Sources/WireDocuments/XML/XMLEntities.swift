/// The entities of a document: those of XML, HTML's named characters, and what its own declarations say.
///
/// Nothing is expanded and nothing is loaded: a name that is neither XML's nor HTML's loses its text with a
/// problem, and what would grow to more than a bound is refused.
struct XMLEntities {
  /// What a reference stands for.
  enum Meaning: Hashable {
    /// Characters.
    case text([UInt8])
    /// Characters of HTML that the document does not declare.
    case undeclared([UInt8])
    /// Text that is not read.
    case dropped
    /// An entity that refers to itself, or too much text.
    case refused
  }

  private struct Declaration {
    var text: [UInt8]
    /// How many bytes the text would be with all references in it expanded; nil where that cannot be told.
    var size: Int?
  }

  private var declarations: [String: Declaration] = [:]
  /// Bytes that all dropped references together would have become.
  private var amplified = 0

  /// How many bytes of declared text a document may refer to.
  static let maximumAmplification = 1 << 20

  /// Takes the declaration of a general entity; the first one of a name counts.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - text: its text with character references decoded; nil for an external one.
  mutating func declare(_ name: String, text: [UInt8]?) {
    guard declarations[name] == nil else { return }
    declarations[name] = Declaration(text: text ?? [], size: size(of: text ?? []))
  }

  /// What a reference to a name stands for.
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

  /// The size of a text with all references expanded; nil where it refers to what is not declared yet, as cycles do,
  /// or grows beyond what a document may refer to.
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
