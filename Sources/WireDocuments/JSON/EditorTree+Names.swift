/// The names of kinds and keys in the trees of editors, in lower case.
extension EditorTree {
  static let kindKeys = ["nodetype", "_type", "__component", "type"]
  static let breaks: Set<String> = [
    "linebreak", "hardbreak", "hard_break", "hard-break", "softbreak", "soft_break", "soft-break", "break",
    "br", "tab",
  ]
  static let texts: Set<String> = ["text", "span"]
  /// Kinds of whole trees.
  static let wholes: Set<String> = ["doc", "document", "root"]
  static let inline: Set<String> = [
    "text", "span", "link", "hyperlink", "entry-hyperlink", "asset-hyperlink", "resource-hyperlink",
    "autolink", "extended-text", "mention", "hashtag", "keyword", "code-highlight",
  ]
  /// Kinds of links, whose titles are shown on request only.
  static let links: Set<String> = [
    "a", "link", "hyperlink", "entry-hyperlink", "asset-hyperlink", "resource-hyperlink", "autolink",
  ]
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
  /// Kinds of nodes that are calls to action or show another page.
  static let asides: Set<String> = [
    "signup", "button", "cta", "email-cta", "call-to-action", "calltoaction", "paywall", "bookmark",
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

  /// The role that the name of a kind or style implies.
  static func role(named name: String) -> BodyText.Role? {
    if name.hasPrefix("head") || name.count == 2 && name.hasPrefix("h") { return .subhead }
    if name.contains("quote") { return .quote }
    if name.contains("list") || name == "li" || name == "ul" || name == "ol" { return .list }
    if name.contains("table") { return .table }
    return media.contains(where: name.contains) ? .caption : nil
  }
}
