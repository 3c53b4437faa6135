internal import CLibXML2

/// A libxml2 parser with the names that it has seen, reused for the items of an export.
///
/// Creating a parser and a table of names costs as much as reading a short item. A parser is not reused after a fault,
/// or with too many names.
final class XMLContext {
  /// The parser; nil before the first item and after a fault.
  private var parser: xmlParserCtxtPtr?
  private var uses = 0
  /// The names of all items so far, with their numbers.
  private(set) var names = XMLNames()

  /// The most names that are kept: an export never has more, only an attack does.
  private static let maximumNames = 500
  /// The most items that one parser reads, since it never frees a string.
  private static let maximumUses = 10_000

  /// A context without a parser.
  init() {}

  deinit {
    if let parser { xmlFreeParserCtxt(parser) }
  }

  /// The parser, reset for another item; nil if a new one must be created.
  func take(for user: UnsafeMutableRawPointer) -> xmlParserCtxtPtr? {
    guard let parser else { return nil }
    parser.pointee.userData = user
    self.parser = nil
    return parser
  }

  /// Keeps a parser for the next item, or frees it.
  func put(_ parser: xmlParserCtxtPtr, names: XMLNames, isSound: Bool) {
    uses += 1
    // Reset at once: names can only be kept together with the parser that owns their strings.
    if isSound, names.names.count <= Self.maximumNames, uses < Self.maximumUses,
      xmlCtxtResetPush(parser, nil, 0, nil, nil) == 0
    {
      self.parser = parser
      self.names = names
    } else {
      xmlFreeParserCtxt(parser)
      self.names = XMLNames()
      uses = 0
    }
  }
}

/// The numbered names of elements and attributes, and the addresses of their strings in libxml2.
struct XMLNames {
  /// libxml2 interns names: equal strings have the same pointer as long as the parser lives.
  struct Key: Hashable {
    var local: UnsafePointer<xmlChar>?
    var prefix: UnsafePointer<xmlChar>?
    var namespace: UnsafePointer<xmlChar>?
  }

  /// The number of each name, by its string pointers.
  var keys: [Key: Int32] = [:]
  /// The names in the order of their numbers.
  var names: [Markup.Name] = []
  /// The number of each name.
  var numbers: [Markup.Name: Int32] = [:]
}
