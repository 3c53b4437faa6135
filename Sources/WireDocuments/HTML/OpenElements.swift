/// The open elements while HTML is parsed: at which levels each name is open, and what bounds the search for one.
///
/// Each level knows the nearest bound of each kind, so that no search takes longer the deeper elements are nested.
struct OpenElements {
  /// The levels of the innermost open elements of several kinds, from 0; −1 where none is open.
  struct Bounds {
    /// The element whose content closes nothing outside.
    var scope: Int32 = -1
    /// The table.
    var table: Int32 = -1
    /// The element that ends an open paragraph.
    var block: Int32 = -1
    /// What the end of an open paragraph is not looked for outside of.
    var paragraph: Int32 = -1
    /// What the end of an open list item is not looked for outside of.
    var item: Int32 = -1
    /// The heading.
    var heading: Int32 = -1
  }

  /// What an element is a bound of.
  private struct Kind: OptionSet {
    let rawValue: UInt8
    static let scope = Kind(rawValue: 1)
    static let table = Kind(rawValue: 2)
    static let block = Kind(rawValue: 4)
    static let paragraph = Kind(rawValue: 8)
    static let item = Kind(rawValue: 16)
    static let heading = Kind(rawValue: 32)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ name: String, _ tag: HTMLTag) {
      let isScope = tag.contains(.scope)
      self = []
      if isScope { insert(.scope) }
      if name == "table" { insert(.table) }
      if tag.contains(.endsParagraph) { insert(.block) }
      if isScope || name == "ul" || name == "ol" { insert([.paragraph, .item]) }
      if name == "dl" || tag.contains(.block) && !tag.contains(.endsParagraph) { insert(.item) }
      if tag.contains(.heading) { insert(.heading) }
    }
  }

  /// For each name number, what its elements are bounds of.
  private var kinds: [Kind] = []
  /// For each name number, the levels at which it is open.
  private var levels: [[Int32]] = []
  /// For each level, the bounds there.
  private var stack: [Bounds] = []

  /// The bounds inside all open elements.
  var bounds: Bounds { stack.last ?? Bounds() }

  /// Makes a name number known.
  mutating func know(_ number: Int32, _ name: String, _ tag: HTMLTag) {
    while levels.count <= Int(number) {
      levels.append([])
      kinds.append([])
    }
    kinds[Int(number)] = Kind(name, tag)
  }

  /// Opens an element.
  mutating func push(_ number: Int32) {
    let level = Int32(truncatingIfNeeded: stack.count)
    let kind = kinds[Int(number)]
    var bounds = bounds
    if kind.contains(.scope) { bounds.scope = level }
    if kind.contains(.table) { bounds.table = level }
    if kind.contains(.block) { bounds.block = level }
    if kind.contains(.paragraph) { bounds.paragraph = level }
    if kind.contains(.item) { bounds.item = level }
    if kind.contains(.heading) { bounds.heading = level }
    stack.append(bounds)
    levels[Int(number)].append(level)
  }

  /// Closes the innermost element, which has this name.
  mutating func pop(_ number: Int32) {
    stack.removeLast()
    levels[Int(number)].removeLast()
  }

  /// The level of the innermost open element with a name; −1 if none is open.
  func innermost(_ number: Int32) -> Int32 { levels[Int(number)].last ?? -1 }

  /// The level of the outermost open element with a name inside a level; nil if none is open there.
  func outermost(_ number: Int32, inside level: Int32) -> Int32? {
    levels[Int(number)].reversed().prefix { $0 > level }.last
  }
}
