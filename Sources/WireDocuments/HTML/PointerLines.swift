import Policies
import WireYAML

/// Lines of a page that send readers to other stories, by how they begin in any language of `Policies/Pointers`: “Read
/// more: …”, “RELATED: …”.
enum PointerLines {
  /// How a line begins, and whether it counts only where a colon follows.
  private struct Opening {
    var words: [Substring]
    var isLabel: Bool
  }

  /// Whether a line begins so.
  static func open(_ line: String) -> Bool {
    let lowered = line.lowercased()
    let words = words(of: lowered)
    guard let first = words.first else { return false }
    return openings[first]?.contains { opening in
      guard words.starts(with: opening.words), let last = words.dropFirst(opening.words.count - 1).first
      else {
        return false
      }
      let behind = lowered[last.endIndex...].first { !$0.isWhitespace }
      // A label by itself is a heading.
      return !opening.isLabel || behind == nil || behind == ":" || behind == "：" || behind == "|"
    } ?? false
  }

  private static func words(of line: String) -> [Substring] {
    line.split(maxSplits: 12) { !$0.isLetter && !$0.isNumber }
  }

  /// The beginnings by their first words, read at the first use.
  ///
  /// The tests require that the files can be read; a faulty one would leave its words unknown.
  private static let openings: [Substring: [Opening]] = {
    var openings: [Substring: [Opening]] = [:]
    for file in PolicyFile.all(in: "Pointers") {
      for (text, isLabel) in (try? texts(of: file)) ?? [] {
        let words = words(of: text.lowercased())
        if let first = words.first {
          openings[first, default: []].append(Opening(words: words, isLabel: isLabel))
        }
      }
    }
    return openings
  }()

  private static func texts(of file: PolicyFile) throws(YAMLFault) -> [(text: String, isLabel: Bool)] {
    var reader = try YAMLReader(file.tree(), file: file.path)
    var texts: [(String, Bool)] = []
    for language in reader.all() {
      var entry = try language.mapping()
      texts += try entry.required("labels").texts().map { ($0, true) }
      texts += try entry.required("openings").texts().map { ($0, false) }
    }
    return texts
  }
}
