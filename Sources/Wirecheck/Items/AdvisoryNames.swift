internal import WireDocuments
internal import WireRights
internal import WireText

/// The names by which an advisory can refer to an item: slug, identifier and headline.
///
/// Nothing here depends on a language: identifiers and slugs are looked up among the words of the advisory,
/// headlines among its lines and the phrases in quotation marks.
struct AdvisoryNames {
  /// A name of an item of one agency.
  struct Name: Hashable {
    enum Kind: Hashable { case id, slug, title }
    let agency: String
    let kind: Kind
    let text: String
  }

  /// All names that the advisory may refer to.
  let names: Set<Name>

  /// The names among the words of an advisory.
  ///
  /// - Parameter item: the advisory as stored in the index.
  init(_ item: WireItem) {
    var names: Set<Name> = []
    func add(_ kind: Name.Kind, _ text: String) {
      // A slug of one word may be an ordinary word in a sentence.
      let isWord = kind == .slug && !text.contains(" ")
      guard !text.isEmpty, item.isPlain != true || !isWord else { return }
      names.insert(Name(agency: item.agency, kind: kind, text: text))
    }
    // A news item under the slug of a story says nothing about that story.
    if let slug = item.slug, item.advisoryKind?.isRestriction != true, item.isPlain != true {
      add(.slug, Self.folded(slug))
    }
    let words = item.advisory ?? ""
    for part in words.split(whereSeparator: \.isWhitespace) {
      let word = Self.trimmed(part)
      guard Self.isName(word) else { continue }
      add(.id, String(word))
      add(.slug, Self.folded(String(word)))
    }
    for phrase in Self.phrases(of: words) {
      add(.slug, Self.folded(phrase))
      let title = Self.folded(phrase)
      if title.split(separator: " ").count >= Self.shortestTitle { add(.title, title) }
    }
    self.names = names
  }

  /// The names under which an item can be found.
  static func names(of item: WireItem, id: String) -> [Name] {
    var names = ([id] + [lastPart(of: id)].compactMap(\.self) + (item.otherIDs ?? [])).map {
      Name(agency: item.agency, kind: .id, text: $0)
    }
    if let slug = item.slug { names.append(Name(agency: item.agency, kind: .slug, text: folded(slug))) }
    if let title = item.title { names.append(Name(agency: item.agency, kind: .title, text: folded(title))) }
    return names
  }

  /// The fewest words of a headline that can identify an item.
  private static let shortestTitle = 3

  /// The last part of an identifier, which desks use as a short name: `TX-PAR-QRX41` of
  /// `urn:newsml:example.com:TX-PAR-QRX41`; nil if it is the whole identifier, or too short to identify a single item.
  private static func lastPart(of id: String) -> String? {
    let marks = ":/#="
    // Bytes first: asked for each item of the index, and most identifiers have no such mark.
    guard id.utf8.contains(where: marks.utf8.contains), let start = id.lastIndex(where: marks.contains) else {
      return nil
    }
    let part = id[id.index(after: start)...]
    let isNamed = part.contains(where: \.isLetter) && part.contains { $0.isNumber || $0 == "-" || $0 == "_" }
    return part.count >= shortestPart && (isNamed || part.count > date.count) ? String(part) : nil
  }

  /// The fewest characters of a part of an identifier that names an item.
  private static let shortestPart = 6
  /// As many digits as a date has; a number must have more to name an item.
  private static let date = "20261127"

  /// Whether words name an item by a slug in capitals or an identifier, whether or not the item is known.
  static func namesItem(_ sentences: [String]) -> Bool {
    sentences.contains { sentence in
      let words = sentence.split(whereSeparator: \.isWhitespace).map(trimmed)
      let isShouted = words.allSatisfy { $0.uppercased() == String($0) }
      return !isShouted
        && words.contains { word in
          let letters = word.filter(\.isLetter)
          return isName(word) && word.dropFirst().dropLast().contains { "-_:".contains($0) }
            && letters.count >= shortestPart && letters.allSatisfy(\.isUppercase)
        }
    }
  }

  /// Whether a word is written unlike words of prose: with a digit or a mark inside, or all in capitals.
  private static func isName(_ word: Substring) -> Bool {
    guard word.utf8.count >= 3 else { return false }
    let inner = word.dropFirst().dropLast()
    if word.contains(where: \.isNumber) || inner.contains(where: { "-_/:.#".contains($0) }) { return true }
    return word.allSatisfy { $0.isUppercase || $0.isNumber }
  }

  /// A word without the marks that stand around it in prose.
  static func trimmed(_ word: Substring) -> Substring {
    let marks: Set<Character> = [
      ".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "<", ">", "\"", "'", "\u{201C}", "\u{201D}",
      "\u{201E}",
      "\u{2018}", "\u{2019}", "\u{AB}", "\u{BB}", "\u{300C}", "\u{300D}",
    ]
    var word = word
    while let first = word.first, marks.contains(first) { word = word.dropFirst() }
    while let last = word.last, marks.contains(last) { word = word.dropLast() }
    return word
  }

  /// The lines, the parts before and after a colon in them, and the phrases in quotation marks.
  private static func phrases(of words: String) -> [String] {
    var phrases: [String] = []
    for line in words.split(whereSeparator: \.isNewline).prefix(mostLines) {
      phrases.append(String(line))
      // “Ferry sinks off Lisbon: this item should be disregarded”
      for part in line.split(separator: ":", maxSplits: 1) { phrases.append(String(part)) }
      phrases += betweenQuotes(line).map(String.init)
      // An apostrophe counts as a quotation mark if a space or mark precedes the first and follows the last.
      phrases += singleQuoted(line)
    }
    return phrases
  }

  /// The phrases in quotation marks, line by line.
  static func quotations(in words: String) -> [String] {
    words.split(whereSeparator: \.isNewline).prefix(mostLines).flatMap { line in
      // Every second part is between an opening and a closing mark.
      let parts = betweenQuotes(line)
      return stride(from: 0, to: parts.count, by: 2).map { String(parts[$0]) } + singleQuoted(line)
    }
  }

  /// The parts of a line between two quotation marks, whichever of them opens or closes.
  private static func betweenQuotes(_ line: Substring) -> [Substring] {
    line.split(omittingEmptySubsequences: false) { quotes.contains($0) }.dropFirst().dropLast()
  }

  private static let quotes: Set<Character> = [
    "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{300C}", "\u{300D}",
  ]
  /// The most lines of an advisory that are examined.
  private static let mostLines = 60

  private static func singleQuoted(_ line: Substring) -> [String] {
    var result: [String] = []
    var start: Substring.Index?
    var previous: Character = " "
    for index in line.indices {
      let character = line[index]
      if "'\u{2018}\u{2019}".contains(character) {
        let next = line.index(after: index)
        let isClosing = next == line.endIndex || !line[next].isLetter && !line[next].isNumber
        if let from = start, isClosing {
          result.append(String(line[from..<index]))
          start = nil
        } else if !previous.isLetter, !previous.isNumber {
          start = next
        }
      }
      previous = character
    }
    return result
  }

  /// The words of a name without case and punctuation, with a single space between them.
  static func folded(_ text: String) -> String {
    foldedRuns(text).joined(separator: " ")
  }
}
