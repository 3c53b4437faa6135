import WireText
import WireTrees

/// The texts that plugins keep in the custom fields of a post: page builders as JSON, others as PHP's serialised data
/// or as they stand.
struct WXRTexts {
  /// The texts with their places in what was given; those that were packed have none.
  private(set) var texts: [(utf8: [UInt8], map: SourceMap?)] = []

  /// Words of a value from which on it is taken for copy.
  private static let fewestWords = 8

  /// Finds the texts in a field's value.
  init(in value: [UInt8], limits: Limits) {
    switch value.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if takeJSON(value, limits: limits) { return }
    case let kind? where Self.isSerialised(value, kind):
      takeSerialised(value)
      return
    default: break
    }
    texts = []
    take(value, SourceMap(identity: value.count))
  }

  private mutating func take(_ utf8: [UInt8], _ map: SourceMap?) {
    var words = 0
    var isInside = false
    for byte in utf8 {
      if byte > 0x20, !isInside { words += 1 }
      isInside = byte > 0x20
    }
    if words >= Self.fewestWords { texts.append((utf8, map)) }
  }

  /// Takes the strings of JSON; false where it is none.
  private mutating func takeJSON(_ value: [UInt8], limits: Limits) -> Bool {
    var reader = JSONReader(value, maximumDepth: limits.depth)
    do {
      while true {
        switch try reader.next() {
        case .end: return true
        case .string(let string): take(Array(string.text(in: value).utf8), nil)
        default: continue
        }
      }
    } catch {
      return false
    }
  }

  private static func isSerialised(_ value: [UInt8], _ kind: UInt8) -> Bool {
    let rest = value.drop { $0 <= 0x20 }.dropFirst()
    return "aOs".utf8.contains(kind) && rest.first == UInt8(ascii: ":")
      && rest.dropFirst().first.map { (0x30...0x39).contains($0) } ?? false
  }

  /// Takes the strings of PHP's serialised data: `s:5:"words";`, whose count is of bytes and, in exports that were edited,
  /// often wrong, so that the end is looked for.
  private mutating func takeSerialised(_ value: [UInt8]) {
    var at = 0
    while let open = HTMLScanner.find(":\"", in: value, from: at) {
      let start = open + 2
      let end = HTMLScanner.find("\";", in: value, from: start) ?? value.count
      take(Array(value[start..<end]), nil)
      at = end
    }
  }
}
