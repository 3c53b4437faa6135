/// A selector of CSS as pages use it to name the parts of an article: an element's name, classes and an identifier.
///
/// Of a selector with several steps the last counts, of a list each; what is asked of attributes and states is not
/// heeded, so that rather more is named than less.
struct PartSelector {
  private var element = ""
  private var classes: [String] = []
  private var id: String?

  /// The selectors of a list.
  static func list(_ text: String) -> [PartSelector] {
    text.split(separator: ",").compactMap { part in
      part.split { $0.isWhitespace || $0 == ">" || $0 == "+" || $0 == "~" }.last.flatMap(PartSelector.init)
    }
  }

  /// A selector of one step; nil where it names nothing.
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

  /// Whether an element is one of those that are named; the frame of the page never is.
  func matches(_ node: Markup.Index, in markup: Markup) -> Bool {
    guard markup.isElement(node), !["html", "body"].contains(markup.name(node)) else { return false }
    if !element.isEmpty, markup.name(node) != element { return false }
    if let id, markup.value(node, "id") != id { return false }
    guard !classes.isEmpty else { return true }
    let own = Set((markup.value(node, "class") ?? "").split(whereSeparator: \.isWhitespace).map(String.init))
    return classes.allSatisfy(own.contains)
  }
}
