/// Finds the paragraphs of plain text: each line is one, unless lines were wrapped to fit a width.
///
/// Blank lines always separate paragraphs. Within a block between blank lines, lines that continue in the middle of
/// a sentence show that the block was wrapped, as in e-mail and hand-written files; the block is then one
/// paragraph.
public enum Paragraphs {
  /// The paragraphs in order, without outer white space.
  ///
  /// - Parameter utf8: the text.
  /// - Complexity: linear in the text.
  public static func ranges(in utf8: [UInt8]) -> [TextRange] {
    var result: [TextRange] = []
    for block in blocks(in: utf8) {
      if isWrapped(block, utf8), let first = block.first, let last = block.last {
        result.append(TextRange(first.lower, last.upper))
      } else {
        result += block
      }
    }
    return result
  }

  /// The lines of a text that are not blank, in order, without outer white space.
  public static func lines(in utf8: [UInt8]) -> [TextRange] { blocks(in: utf8).flatMap(\.self) }

  /// The blocks of lines between blank lines.
  private static func blocks(in utf8: [UInt8]) -> [[TextRange]] {
    var blocks: [[TextRange]] = []
    var block: [TextRange] = []
    for (line, _) in LineBreaks.lines(of: utf8) {
      let line = trimmed(line, utf8)
      if !line.isEmpty {
        block.append(line)
      } else if !block.isEmpty {
        blocks.append(block)
        block = []
      }
    }
    if !block.isEmpty { blocks.append(block) }
    return blocks
  }

  private static func trimmed(_ line: Range<Int>, _ utf8: [UInt8]) -> TextRange {
    var lower = line.lowerBound
    var upper = line.upperBound
    while lower < upper, isBlank(utf8[lower]) { lower += 1 }
    while lower < upper, isBlank(utf8[upper - 1]) { upper -= 1 }
    return TextRange(lower, upper)
  }

  /// Whether at least a third of the line breaks are inside a sentence: the next line continues in lower case after
  /// no sentence end.
  private static func isWrapped(_ block: [TextRange], _ utf8: [UInt8]) -> Bool {
    guard block.count > 1 else { return false }
    let inside = zip(block, block.dropFirst()).count { line, next in
      isSmallLetter(next, utf8) && !endsSentence(utf8[line.lower..<line.upper])
    }
    return inside * 3 >= block.count - 1
  }

  private static func isSmallLetter(_ line: TextRange, _ utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBufferPointer { text in
      text.baseAddress.map { UTF8Decoding.isSmallLetter($0, line.lower, line.upper) } ?? false
    }
  }

  /// Whether a line ends like a sentence, ignoring closing marks.
  private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    let closing: Set<UInt8> = [0x22, 0x27, 0x29, 0x5D]
    var rest = line
    while let last = rest.last {
      // Closing quotation marks are E2 80 99 and E2 80 9D.
      if rest.count > 2, last == 0x99 || last == 0x9D, rest[rest.endIndex - 3] == 0xE2 {
        rest = rest.dropLast(3)
      } else if rest.count > 1, last == 0xBB, rest[rest.endIndex - 2] == 0xC2 {
        rest = rest.dropLast(2)  // »
      } else if closing.contains(last) {
        rest = rest.dropLast()
      } else {
        break
      }
    }
    return rest.last.map { [0x2E, 0x21, 0x3F, 0x3A].contains($0) } ?? true
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
