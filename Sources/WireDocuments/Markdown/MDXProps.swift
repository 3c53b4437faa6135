import WireText

/// The words that MDX passes to components as properties: `<Figure caption="…" />`.
///
/// A component shows them as it likes, so that they are no part of the text around the tag.
struct MDXProps {
  /// A property that is a text.
  struct Prop {
    /// The component and the property: `Figure.caption`.
    var key: String
    /// The name of the property, in lower case.
    var name: String
    var range: Range<Int>
  }

  private let bytes: [UInt8]
  private var at: Int
  private var props: [Prop] = []

  /// The longest tag, in bytes.
  private static let longest = 16 << 10

  /// Keeps the texts in the tags of a page's components: prose and captions are attached, others become fields.
  static func attach(from decoded: Decoded, from start: Int, to document: inout Document, limits: Limits) {
    var reader = MDXProps(bytes: decoded.utf8, at: start)
    reader.run()
    var further = AlternativeTexts()
    for prop in reader.props {
      let utf8 = Array(decoded.utf8[prop.range])
      if Self.copy.contains(prop.name) || WXRTexts.isCopy(utf8[...]) {
        let map = SourceMap(identity: utf8.count, at: prop.range.lowerBound)
        let text = BodyText(plain: utf8, map: decoded.fileMap(of: map), limits: limits)
        further.attach(text, name: prop.key, format: "mdx", to: &document, limits: limits)
      } else {
        let text = oneLine(String(decoding: utf8, as: UTF8.self))
        document.fields.append(Field(.other, text, key: prop.key, place: decoded.fileRange(prop.range)))
      }
    }
  }

  private init(bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.at = at
  }

  private mutating func run() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "`"): skipCode()
      case UInt8(ascii: "<") where isComponent(at + 1): readTag()
      default: at += 1
      }
    }
  }

  private func isComponent(_ at: Int) -> Bool {
    at < bytes.count && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[at])
  }

  /// Skips code, which is text: up to as many back-ticks as open it.
  private mutating func skipCode() {
    let start = at
    while at < bytes.count, bytes[at] == UInt8(ascii: "`") { at += 1 }
    let ticks = at - start
    var run = 0
    for here in at..<min(bytes.count, at + Self.longest) {
      if bytes[here] == UInt8(ascii: "`") {
        run += 1
      } else {
        if run == ticks {
          at = here
          return
        }
        run = 0
      }
    }
  }

  /// Reads the tag that starts here, and goes on after it, or where it breaks off.
  private mutating func readTag() {
    let end = min(bytes.count, at + Self.longest)
    at += 1
    let component = word(to: end)
    var found: [Prop] = []
    while at < end {
      let byte = bytes[at]
      // A tag that another one breaks off is text.
      if byte == UInt8(ascii: "<") { return }
      if byte == UInt8(ascii: ">") {
        props += found
        return
      }
      guard isName(byte) else {
        // `{...rest}`
        if byte == UInt8(ascii: "{") { _ = braces(to: end) } else { at += 1 }
        continue
      }
      let name = word(to: end)
      skipSpace(to: end)
      guard at < end, bytes[at] == UInt8(ascii: "=") else { continue }
      at += 1
      skipSpace(to: end)
      guard at < end else { return }
      let strings = bytes[at] == UInt8(ascii: "{") ? braces(to: end) : [string(to: end)].compactMap(\.self)
      for range in strings where isText(range, name: name.lowercased()) {
        found.append(Prop(key: "\(component).\(name)", name: name.lowercased(), range: range))
      }
    }
  }

  private func isName(_ byte: UInt8) -> Bool {
    HTMLScanner.isLetter(byte) || (0x30...0x39).contains(byte) || "-_.:".utf8.contains(byte)
  }

  private mutating func word(to end: Int) -> String {
    let start = at
    while at < end, isName(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at].prefix(MetaKey.longestKey), as: UTF8.self)
  }

  private mutating func skipSpace(to end: Int) {
    while at < end, bytes[at] <= 0x20 { at += 1 }
  }

  /// The text between quotes that starts here; nil, and one byte read, if there is none.
  private mutating func string(to end: Int) -> Range<Int>? {
    let quote = bytes[at]
    at += 1
    guard "\"'`".utf8.contains(quote) else { return nil }
    let start = at
    while at < end, bytes[at] != quote { at += bytes[at] == 0x5C ? 2 : 1 }
    guard at < end else { return nil }
    at += 1
    return start..<at - 1
  }

  /// The texts in a program's expression in braces, which starts here.
  private mutating func braces(to end: Int) -> [Range<Int>] {
    var depth = 0
    var found: [Range<Int>] = []
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 {
          at += 1
          return found
        }
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        if let range = string(to: end) { found.append(range) }
        continue
      default: break
      }
      at += 1
    }
    return found
  }

  /// Whether a value is words and no setting: those of a known name, or several of any other.
  private func isText(_ range: Range<Int>, name: String) -> Bool {
    let text = bytes[range]
    guard !Self.settings.contains(name), text.contains(where: { HTMLScanner.isLetter($0) || $0 >= 0x80 }),
      HTMLScanner.find("://", in: Array(text), from: 0) == nil
    else { return false }
    return Self.copy.contains(name) || Self.labels.contains(name) || text.contains { $0 <= 0x20 }
  }

  private static let copy: Set<String> = ["caption", "text", "quote", "description", "content", "body"]
  private static let labels: Set<String> = [
    "title", "heading", "headline", "label", "subtitle", "credit", "author", "source", "copyright", "license",
  ]
  private static let settings: Set<String> = [
    "class", "classname", "style", "id", "key", "src", "srcset", "sizes", "href", "alt", "d", "points",
    "viewbox", "transform", "type", "variant", "icon", "color", "media",
  ]
}
