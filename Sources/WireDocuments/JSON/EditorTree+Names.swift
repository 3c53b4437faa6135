/// The names of kinds and keys in the trees of editors, in lower case.
extension EditorTree {
  static let kindKeys = ["nodetype", "_type", "__component", "type"]
  static let breaks: Set<String> = ["linebreak", "hardbreak", "hard_break", "break", "br", "tab"]
  static let texts: Set<String> = ["text", "span"]
  static let inline: Set<String> = [
    "text", "span", "link", "hyperlink", "entry-hyperlink", "asset-hyperlink", "resource-hyperlink",
    "autolink", "extended-text", "mention", "hashtag", "keyword", "code-highlight",
  ]
  /// Keys of lists whose elements without a kind are parts of a sentence.
  static let children: Set<String> = [
    "children", "content", "nodes", "leaves", "text", "spans", "cell", "ops", "rich_text", "richtext",
  ]
  /// Substrings of the kinds of nodes that never stand in a sentence; notes would part its words.
  static let blocks = [
    "paragraph", "block", "section", "div", "column", "row", "cell", "code", "rule", "note", "comment",
    "annotation",
    "card", "box",
  ]
  /// Keys of one text in several forms; the first is read.
  static let forms = ["html", "rendered", "processed", "text", "plain", "value", "raw"]
  /// What Quill inserts into a sentence.
  static let insertedLabels: Set<String> = ["mention", "formula", "emoji", "hashtag"]
  /// The longest key that may have a meaning, in characters.
  static let longestKey = 80
  static let media = ["image", "video", "audio", "gallery", "picture", "figure", "asset", "embed"]
  /// Substrings of the keys whose strings are text.
  static let copy = [
    "text", "value", "content", "html", "markdown", "heading", "header", "title", "body", "caption", "quote",
    "paragraph",
    "attribution", "intro", "summary", "question", "answer", "items", "cell", "description", "rendered",
  ]
  /// Keys of a node's settings, which are its looks for the most part.
  static let settings: Set<String> = ["attrs", "props"]
  /// Keys of settings that are text.
  static let copySettings: Set<String> = [
    "text", "title", "caption", "quote", "content", "html", "body", "description", "heading", "headline",
    "summary",
  ]
  /// Kinds of nodes that are calls to action.
  static let asides: Set<String> = [
    "signup", "button", "cta", "email-cta", "call-to-action", "calltoaction", "paywall",
  ]
  /// Keys of labels on buttons and in forms.
  static let labels: Set<String> = [
    "buttontext", "placeholder", "disclaimer", "successmessage", "sponsorlabel", "alt", "alttext",
    "alternativetext",
  ]
  /// Keys that describe a node's appearance or its target.
  static let technical: Set<String> = [
    "nodetype", "_type", "__component", "type", "_key", "_id", "_ref", "id", "key", "style", "marks",
    "version",
    "format", "direction", "indent", "mode", "detail", "listitem", "level", "url", "href", "uri", "src",
    "rel",
    "target", "textformat", "textstyle", "language", "cardwidth", "asset", "sys", "slug", "icon", "tag",
    "class",
    "classname",
  ]
}

extension EditorTree {
  /// What the key of a member beside a text names.
  enum BesideKey {
    case text, rights, look, other

    init(_ key: String) {
      let words = KeyWords(key)
      if words.isOfRights {
        self = .rights
      } else if EditorTree.copy.contains(where: key.contains), !words.isOfOthers {
        self = .text
      } else {
        self = Self.looks.contains(where: key.contains) ? .look : .other
      }
    }

    /// Substrings of the keys that say how a piece of text looks.
    private static let looks = ["font", "color", "colour", "style", "background", "align", "size", "tooltip"]
  }
}
