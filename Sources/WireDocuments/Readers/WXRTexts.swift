import WireText
import WireTrees

/// The texts that plugins store in the custom fields of a post: page builders as JSON, others as PHP's serialised data
/// or as plain text.
struct WXRTexts {
  /// The texts with maps to the given value; those from JSON or serialised data have none.
  private(set) var texts: [(utf8: [UInt8], map: SourceMap?)] = []

  /// The fewest words of a value that counts as copy, and the fewest bytes that such a value has.
  private static let fewestWords = 8
  static let fewestBytes = 2 * fewestWords

  /// Finds the texts in a field's value.
  init(in value: [UInt8], limits: Limits) {
    let start = value.drop { $0 <= 0x20 }
    let isJSON = start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[")
    if isJSON, takeJSON(value, limits: limits) { return }
    if Self.isSerialised(start) {
      takeSerialised(value)
    } else {
      // Brackets in prose are not JSON, even if they look like it.
      texts = []
      take(value, SourceMap(identity: value.count))
    }
  }

  private mutating func take(_ utf8: [UInt8], _ map: SourceMap?, fewest: Int = fewestWords) {
    if Self.words(in: utf8[...]) >= fewest { texts.append((utf8, map)) }
  }

  /// Whether a value has so many words that it counts as copy, a caption already with two: “Photo: Tom Bryce”.
  static func isCopy(_ value: ArraySlice<UInt8>, under name: String = "") -> Bool {
    let fewest = name == "caption" ? 2 : isOfCopy(name) ? fewestWordsOfCopy : fewestWords
    return words(in: value) >= fewest
  }

  private static func words(in utf8: ArraySlice<UInt8>) -> Int {
    var words = 0
    var isInside = false
    for byte in utf8 {
      if byte > 0x20, !isInside { words += 1 }
      isInside = byte > 0x20
    }
    return words
  }

  /// Whether a page builder keeps copy under a key, so that even a few words of it are copy.
  ///
  /// Examples are `editor`, `tab_title` and `testimonial_content`; `_title` is the builder's own label.
  private static func isOfCopy(_ key: String) -> Bool {
    let last = key.lowercased().split(separator: "_", omittingEmptySubsequences: false).last ?? ""
    return !key.hasPrefix("_") && !key.lowercased().hasPrefix("alt")
      && ["title", "text", "content", "editor", "description", "heading", "caption", "quote"].contains(last)
  }

  /// The fewest words under such a key.
  private static let fewestWordsOfCopy = 3

  /// Takes the strings of JSON; false if the value is not JSON.
  private mutating func takeJSON(_ value: [UInt8], limits: Limits) -> Bool {
    var reader = JSONReader(value, maximumDepth: limits.depth)
    var isOfCopy = false
    do {
      while true {
        switch try reader.next() {
        case .end: return true
        case .key(let key): isOfCopy = Self.isOfCopy(key.text(in: value))
        case .string(let string):
          take(
            Array(string.text(in: value).utf8), nil,
            fewest: isOfCopy ? Self.fewestWordsOfCopy : Self.fewestWords)
        default: continue
        }
      }
    } catch {
      return false
    }
  }

  /// Whether a value is PHP's serialised data or JSON, and not a plain field.
  static func isPacked(_ text: String) -> Bool {
    let value = Array(text.utf8.prefix(3))
    return isSerialised(value) || value.first == UInt8(ascii: "{") || value.starts(with: "[{".utf8)
  }

  /// Whether a value is PHP's serialised data: a type letter, and a count or number.
  private static func isSerialised(_ value: some Collection<UInt8>) -> Bool {
    let start = Array(value.prefix(3))
    return start.count == 3 && "aOsbid".utf8.contains(start[0]) && start[1] == UInt8(ascii: ":")
      && (0x30...0x39).contains(start[2])
  }

  /// Takes the strings of PHP's serialised data, `s:5:"words";`; the count is in bytes and often wrong in edited
  /// exports, so the end is searched for.
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
