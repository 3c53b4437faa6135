import WireText

/// The header of an ANPA 1312 message that lost its control characters in transit, as in mail: a line with service and
/// number, and one with priority, category, keyword, day and month, and word count.
///
///     a0105NORDEkoko-
///     u s BC-Harbour-Works   09-12 0344
enum ANPA1312Header {
  /// The end of the header in a message; nil if the message does not begin with one.
  static func end(of message: Range<Int>, in wire: WireLines) -> Int? {
    let lines = wire.lines(message).lazy.filter { !wire.isBlank($0) }.prefix(2)
    guard lines.count == 2, let first = lines.first, let second = lines.last,
      isService(wire.line(first)), isLevel(wire.line(second).split(separator: " "))
    else { return nil }
    return second.upperBound
  }

  /// Whether a message that lost its header as well, as in files and mails, begins with head lines: `^Title<`, `^By …=`,
  /// and indented paragraphs behind.
  static func hasHeads(_ message: Range<Int>, in wire: WireLines) -> Bool {
    let utf8 = wire.decoded.utf8
    let lines = wire.lines(message).lazy.filter { !wire.isBlank($0) }.prefix(mostHeads)
    func isHead(_ line: Range<Int>) -> Bool {
      guard let last = utf8[line].last(where: { $0 > 0x20 }) else { return false }
      return utf8[line].first == UInt8(ascii: "^") && (last == UInt8(ascii: "<") || last == UInt8(ascii: "="))
    }
    let heads = lines.filter(isHead)
    guard heads.count > 1, let last = heads.last,
      heads.contains(where: { utf8[$0].last { $0 > 0x20 } == UInt8(ascii: "<") }),
      let next = lines.first(where: { $0.lowerBound > last.lowerBound })
    else { return false }
    return utf8[next.lowerBound] <= 0x20
  }

  /// The most lines at the start that are looked through.
  private static let mostHeads = 12

  private static func isService(_ line: String) -> Bool {
    let number = line.drop { $0.isASCII && $0.isLowercase }
    let digits = number.prefix { $0.isASCII && $0.isNumber }
    return (1...2).contains(line.count - number.count) && (3...4).contains(digits.count)
      && !line.contains(" ")
  }

  private static func isLevel(_ words: [Substring]) -> Bool {
    guard words.count >= 5, let count = words.last, words.prefix(2).allSatisfy({ $0.count == 1 }) else {
      return false
    }
    let date = words[words.count - 2].split(separator: "-")
    return (3...5).contains(count.count) && Int(count) != nil && date.count == 2
      && date.allSatisfy { $0.count == 2 && Int($0) != nil }
  }
}
