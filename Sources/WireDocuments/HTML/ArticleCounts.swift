/// Totals for the content of an element, computed once for the whole tree.
struct ArticleCounts {
  /// Characters, where a run of white space counts as one.
  var text = 0
  /// Characters within links.
  var linked = 0
  /// Characters within headings.
  var headed = 0
  /// Characters within lists.
  var listed = 0
  /// Commas of all scripts: prose contains them, menus do not.
  var commas = 0
  var paragraphs = 0
  var images = 0
  var items = 0
  var inputs = 0
  var embeds = 0
  /// Elements that contain running text.
  var prose = 0

  static func += (a: inout ArticleCounts, b: ArticleCounts) { a.add(b, 1) }
  static func -= (a: inout ArticleCounts, b: ArticleCounts) { a.add(b, -1) }

  private mutating func add(_ other: ArticleCounts, _ sign: Int) {
    text += sign * other.text
    linked += sign * other.linked
    headed += sign * other.headed
    listed += sign * other.listed
    commas += sign * other.commas
    paragraphs += sign * other.paragraphs
    images += sign * other.images
    items += sign * other.items
    inputs += sign * other.inputs
    embeds += sign * other.embeds
    prose += sign * other.prose
  }

  /// The share of characters that are links.
  var linkDensity: Double { text == 0 ? 0 : Double(linked) / Double(text) }

  /// The characters and commas of a text.
  static func of(_ utf8: ArraySlice<UInt8>) -> ArticleCounts {
    var counts = ArticleCounts()
    var wasSpace = true
    var at = utf8.startIndex
    while at < utf8.endIndex {
      let byte = utf8[at]
      if byte <= 0x20 {
        if !wasSpace { counts.text += 1 }
        wasSpace = true
      } else {
        wasSpace = false
        if byte & 0xC0 != 0x80 { counts.text += 1 }
        if byte == UInt8(ascii: ",") || byte >= 0xD8 && isComma(utf8, at) { counts.commas += 1 }
      }
      at += 1
    }
    if wasSpace, counts.text > 0 { counts.text -= 1 }
    return counts
  }

  /// Whether the bytes are a comma of Arabic or of an East Asian script.
  private static func isComma(_ utf8: ArraySlice<UInt8>, _ at: Int) -> Bool {
    switch utf8[at] {
    case 0xD8: return at + 1 < utf8.endIndex && utf8[at + 1] == 0x8C
    case 0xEF: return at + 2 < utf8.endIndex && utf8[at + 1] == 0xBC && utf8[at + 2] == 0x8C
    case 0xE3: return at + 2 < utf8.endIndex && utf8[at + 1] == 0x80 && utf8[at + 2] == 0x81
    default: return false
    }
  }
}
