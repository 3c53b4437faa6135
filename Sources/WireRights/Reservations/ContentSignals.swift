internal import WireText

/// `Content-Signal` and the IETF's `Content-Usage`: preferences about search, AI answers and training.
enum ContentSignals {
  /// Whether a field's name, in lower case, is one of the two.
  static func isName(_ name: String) -> Bool { name == "content-signal" || name == "content-usage" }

  /// Adds the contents of a value such as `search=yes, ai-train=no`.
  ///
  /// - Parameters:
  ///   - line: the field with its position.
  ///   - constraints: the recipients that the field applies to.
  static func read(
    _ line: SignalLine, where constraints: [Constraint], of target: String? = nil,
    into reservation: inout Reservation
  ) {
    var seen: [Substring: Substring] = [:]
    let value = line.value.lowercased()
    for pair in value.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(trimmed)
      // The newer form has a path before the preferences: `/images train-ai=n`.
      guard parts.count == 2, let actions = actions[String(parts[0])], seen[parts[0]] ?? parts[1] == parts[1]
      else {
        reservation.leave(line.range)
        continue
      }
      seen[parts[0]] = parts[1]
      switch parts[1] {
      case "no", "n": reservation.reserve(actions, where: constraints, of: target, at: line.range)
      case "yes", "y": reservation.permit(actions, where: constraints, of: target, at: line.range)
      default: reservation.leave(line.range)
      }
    }
    if value.isEmpty { reservation.leave(line.range) }
  }

  // MARK: Explanations

  /// Blanks sentences that explain what signals are, in comments of a robots.txt: “If a content signal = yes, you
  /// may collect content for the corresponding use.” They state no terms; the signals do.
  static func blankExplanations(in words: inout [UInt8]) {
    for sentence in Sentences.ranges(in: words, paragraphs: blocks(in: words))
    where isExplanation(String(decoding: words[sentence.indices], as: UTF8.self)) {
      for index in sentence.indices where words[index] > 0x20 { words[index] = 0x20 }
    }
  }

  /// Blocks of lines that are not blank.
  private static func blocks(in words: [UInt8]) -> [TextRange] {
    var blocks: [TextRange] = []
    var isOpen = false
    for line in PlacedLines(words) {
      let isBlank = words[line.indices].allSatisfy { $0 <= 0x20 }
      if !isBlank {
        let start = isOpen ? blocks.removeLast().lower : line.lower
        blocks.append(TextRange(start, line.upper))
      }
      isOpen = !isBlank
    }
    return blocks
  }

  private static func isExplanation(_ sentence: String) -> Bool {
    let letters = sentence.lowercased().split { !$0.isLetter }.joined(separator: " ")
    return letters.contains("content signal")
  }

  /// Whether comments define signals, `search: building a search index`: what a definition excludes is not a rule.
  static func areDefined(in words: [UInt8]) -> Bool {
    PlacedLines(words).count { line in
      guard let signal = SignalLine(line, in: words) else { return false }
      return actions[signal.name] != nil && signal.value.contains(" ")
    } > 1
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }

  private static let actions: [String: [Action]] = [
    "search": [.index], "ai-input": [.aiInput], "ai-train": [.trainAI], "train-ai": [.trainAI],
    "train-genai": [.trainAI], "tdm": [.tdm], "ai-use": [.aiInput],
  ]
}
