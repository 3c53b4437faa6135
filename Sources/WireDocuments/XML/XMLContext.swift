internal import CLibXML2

/// A parser of libxml2 with the names that it has met, kept from one item of an export to the next.
///
/// Making a parser and a table of names costs as much as reading a short item. A parser that met a fault, or many
/// names, is not used again.
final class XMLContext {
  /// The parser; nil before the first item and after a fault.
  private var parser: xmlParserCtxtPtr?
  private var uses = 0
  /// The names of all items so far, with their numbers.
  private(set) var names = XMLNames()

  /// How many names are carried on: more are no export's but an attack's.
  private static let maximumNames = 500
  /// How many items one parser reads, since it forgets no string.
  private static let maximumUses = 10_000

  /// A context without a parser.
  init() {}

  deinit {
    if let parser { xmlFreeParserCtxt(parser) }
  }

  /// The parser made ready for another item; nil where a new one is to be made.
  func take(for user: UnsafeMutableRawPointer) -> xmlParserCtxtPtr? {
    guard let parser else { return nil }
    parser.pointee.userData = user
    self.parser = nil
    return parser
  }

  /// Keeps a parser for the next item, or frees it.
  func put(_ parser: xmlParserCtxtPtr, names: XMLNames, isSound: Bool) {
    uses += 1
    // Made ready at once: names are only carried on with the parser that holds their strings.
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

/// The names of elements and attributes with their numbers, and where libxml2 keeps their strings.
struct XMLNames {
  /// Names of libxml2 are interned: the same string is the same pointer as long as the parser lives.
  struct Key: Hashable {
    var local: UnsafePointer<xmlChar>?
    var prefix: UnsafePointer<xmlChar>?
    var namespace: UnsafePointer<xmlChar>?
  }

  /// The number of each name by its strings.
  var keys: [Key: Int32] = [:]
  /// The names in the order of their numbers.
  var names: [Markup.Name] = []
  /// The number of each name.
  var numbers: [Markup.Name: Int32] = [:]
}
