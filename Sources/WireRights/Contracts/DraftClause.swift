internal import WireYAML

/// A clause of a draft, with the source words of each of its lines.
struct DraftClause: Sendable {
  struct Line: Sendable {
    var key: String
    var value: String
    var words: String
  }
  var number: String?
  /// The sentences of the page that it came from.
  var sentences: [String]
  var entries: [Line]
  /// What else the sentences say that a contract cannot express, in a few words each.
  var notes: [String] = []

  /// Whether it permits something.
  var isGrant: Bool { entries.contains { $0.key == "permit" } }

  /// Adds the duties that an item of its list imposes.
  mutating func add(dutiesOf item: DraftClause) {
    sentences += item.sentences
    notes += item.notes
    for line in item.entries {
      guard let index = entries.firstIndex(where: { $0.key == line.key }) else {
        entries.append(line)
        continue
      }
      let inner = line.value.dropFirst().dropLast()
      if entries[index].value.contains(inner) { continue }
      entries[index].value = "\(entries[index].value.dropLast()), \(line.value.dropFirst())"
      entries[index].words += " … \(line.words)"
    }
  }

  /// The clause as lines of the draft.
  var lines: [String] {
    let text = sentences.joined(separator: " … ")
    var lines = sentences.enumerated().map { "  \($0 == 0 ? "#" : "#  …") \(YAMLText.comment($1))" }
    lines.append("  - id: \(YAMLText.scalar(number ?? ""))")
    lines.append("    text: \(YAMLText.scalar(text))")
    for entry in entries {
      // If the words are the whole sentence, they are already in the comment above.
      let words = entry.words == text ? "" : "  # “\(YAMLText.comment(entry.words))”"
      lines.append("    \(entry.key): \(entry.value)\(words)")
    }
    return lines + notes.map { "    # \(YAMLText.comment($0))" }
  }
}
