/// A form in which an agency accepts its credit, for instance `By NAME, Northwire`.
public struct CreditForm: Sendable, Hashable, CustomStringConvertible {
  /// The form as written.
  public let text: String
  private let parts: [Part]

  /// The placeholder for a person's name in a form.
  private static let namePlaceholder = "NAME"
  /// The most words that a person's name may have.
  static let longestName = 5

  private enum Part: Sendable, Hashable {
    case word(String)
    case name
  }

  /// A form; nil if it has no word to look for.
  public init?(_ text: String) {
    self.text = text
    var parts: [Part] = []
    let pieces = text.unicodeScalars.split {
      $0.isASCII && !isLetter($0) && $0 != "'" && !isDigit($0)
    }
    for piece in pieces.map({ String($0) }) {
      if piece == Self.namePlaceholder {
        parts.append(.name)
      } else {
        parts += foldedWords(piece).map(Part.word)
      }
    }
    guard parts.contains(where: { $0 != .name }) else { return nil }
    self.parts = parts
  }

  /// The form as written.
  public var description: String { text }

  /// The form's words without the placeholder.
  var words: [String] {
    parts.compactMap { part in
      if case .word(let word) = part { return word }
      return nil
    }
  }

  /// The places among the words of a text where the form occurs.
  func mentions(in words: [String]) -> some Sequence<Range<Int>> {
    words.indices.lazy.compactMap { start in end(in: words, from: start).map { start..<$0 } }
  }

  /// Where the form ends that starts at a word.
  ///
  /// Tracks the set of places where the parts read so far can end, so that several names cost no more than one.
  private func end(in words: [String], from start: Int) -> Int? {
    var ends: Set<Int> = [start]
    for part in parts {
      var next: Set<Int> = []
      for end in ends {
        switch part {
        case .word(let word):
          if end < words.count, words[end] == word { next.insert(end + 1) }
        case .name:
          for length in 1...Self.longestName where end + length <= words.count { next.insert(end + length) }
        }
      }
      if next.isEmpty { return nil }
      ends = next
    }
    return ends.min()
  }
}

/// Whether it is an ASCII letter.
private func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7A).contains(scalar.value | 0x20) }

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
