/// Finds the paragraphs of a text that comes without any: blank lines part them, or each line is one where there are
/// no blank lines.
public enum Paragraphs {
  /// The paragraphs in order, without outer white space.
  public static func ranges(in utf8: [UInt8]) -> [TextRange] {
    let lines = lines(in: utf8)
    let isBroken = zip(lines, lines.dropFirst()).contains { $0.isEmpty && !$1.isEmpty }
    var result: [TextRange] = []
    var isOpen = false
    for line in lines {
      if line.isEmpty {
        isOpen = false
      } else if isOpen, isBroken, let last = result.popLast() {
        result.append(TextRange(last.lower, line.upper))
      } else {
        result.append(line)
        isOpen = true
      }
    }
    return result
  }

  /// The lines without outer white space; blank ones are empty.
  private static func lines(in utf8: [UInt8]) -> [TextRange] {
    var result: [TextRange] = []
    var start = 0
    var at = 0
    while at <= utf8.count {
      if at == utf8.count || utf8[at] == 0x0A || utf8[at] == 0x0D {
        var lower = start
        var upper = at
        while lower < upper, isBlank(utf8[lower]) { lower += 1 }
        while lower < upper, isBlank(utf8[upper - 1]) { upper -= 1 }
        result.append(TextRange(lower, upper))
        if at + 1 < utf8.count, utf8[at] == 0x0D, utf8[at + 1] == 0x0A { at += 1 }
        start = at + 1
      }
      at += 1
    }
    return result
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
