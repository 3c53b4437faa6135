/// A CSS selector as pages use it to name the parts of an article: an element's name, classes and an id.
///
/// Each selector of a comma-separated list is read; of one with several steps only the last is. Attribute and state
/// conditions are ignored, so it may match too much rather than too little.
struct PartSelector {
  private var element = ""
  private var classes: [String] = []
  private var id: String?

  /// The selectors of a comma-separated list.
  static func list(_ text: String) -> [PartSelector] {
    text.split(separator: ",").compactMap { part in
      part.split { $0.isWhitespace || $0 == ">" || $0 == "+" || $0 == "~" }.last.flatMap(PartSelector.init)
    }
  }

  /// A selector of one step; nil if it names nothing.
  private init?(_ text: Substring) {
    let bare = text.prefix { $0 != "[" && $0 != ":" }
    var sign: Character?
    var word = ""
    for letter in bare + "." {
      guard letter == "." || letter == "#" else {
        word.append(letter)
        continue
      }
      take(word, sign)
      sign = letter
      word = ""
    }
    if classes.isEmpty, id == nil, element.isEmpty { return nil }
  }

  private mutating func take(_ word: String, _ sign: Character?) {
    guard !word.isEmpty, word != "*" else { return }
    switch sign {
    case ".": classes.append(word)
    case "#": id = word
    default: element = word.lowercased()
    }
  }

  /// Whether an element matches; the page's frame never does.
  func matches(_ node: Markup.Index, in markup: Markup) -> Bool {
    guard markup.isElement(node), !["html", "body"].contains(markup.name(node)) else { return false }
    if !element.isEmpty, markup.name(node) != element { return false }
    if let id, markup.value(node, "id") != id { return false }
    guard !classes.isEmpty else { return true }
    let own = Set((markup.value(node, "class") ?? "").split(whereSeparator: \.isWhitespace).map(String.init))
    return classes.allSatisfy(own.contains)
  }
}
