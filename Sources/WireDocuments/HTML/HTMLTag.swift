/// The properties of an HTML element that matter for reading text.
struct HTMLTag: OptionSet {
  let rawValue: UInt16

  /// Has no end tag.
  static let void = HTMLTag(rawValue: 1)
  /// Its content is not markup.
  static let raw = HTMLTag(rawValue: 2)
  /// Is displayed on lines of its own.
  static let block = HTMLTag(rawValue: 4)
  /// Ends an open `p`.
  static let endsParagraph = HTMLTag(rawValue: 8)
  /// Belongs to the head of a page.
  static let head = HTMLTag(rawValue: 16)
  /// Never holds copy: scripts, controls, embedded media.
  static let hidden = HTMLTag(rawValue: 32)
  /// An end tag inside does not close elements outside.
  static let scope = HTMLTag(rawValue: 64)
  /// h1 to h6.
  static let heading = HTMLTag(rawValue: 128)

  /// The properties of an element; empty for inline and unknown elements.
  static func of(_ name: String) -> HTMLTag { table[name] ?? [] }
  /// Whether HTML defines the element.
  static func isKnown(_ name: String) -> Bool { table[name] != nil || inline.contains(name) }

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "map", "mark", "meter", "nobr", "output", "picture", "progress", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var",
  ]

  private static let table: [String: HTMLTag] = {
    let groups: [(String, HTMLTag)] = [
      (
        "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
        .void
      ),
      ("script style textarea title xmp iframe noembed noframes", .raw),
      (
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
          + " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p"
          + " plaintext pre search section summary table tbody tfoot thead tr ul xmp br optgroup option",
        .block
      ),
      (
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form"
          + " h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p plaintext pre search section summary"
          + " table ul xmp li dd dt", .endsParagraph
      ),
      ("base basefont bgsound link meta title script style noscript template", .head),
      (
        "script style template noscript title svg annotation iframe noembed noframes object applet embed audio video"
          + " canvas input select textarea button datalist option optgroup head", .hidden
      ),
      ("applet caption html table td th marquee object template button svg math", .scope),
      ("h1 h2 h3 h4 h5 h6", .heading),
      ("head td th colgroup", []),
    ]
    var table: [String: HTMLTag] = [:]
    for (names, tag) in groups {
      for name in names.split(separator: " ") { table[String(name), default: []].formUnion(tag) }
    }
    return table
  }()
}
