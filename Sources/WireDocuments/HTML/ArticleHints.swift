/// What the names of classes and ids say about a part of a page.
enum ArticleHints {
  /// Names of parts that hold no article, unless a name of the second list stands beside them.
  private static let unlikely = [
    "-ad-", "ad-break", "agegate", "ai2html", "banner", "breadcrumb", "combx", "comment", "community",
    "consent",
    "cookie", "cover-wrap", "disqus", "extra", "footer", "gdpr", "header", "legends", "menu", "navbar",
    "newsletter", "outbrain", "pager", "pagination", "popup", "recommend", "related", "remark", "replies",
    "rss",
    "shoutbox", "sidebar", "skyscraper", "social", "sponsor", "subscribe", "supplemental", "taboola",
  ]
  private static let maybe = ["and", "article", "body", "column", "content", "main", "shadow"]
  private static let positive = [
    "article", "blog", "body", "content", "entry", "hentry", "main", "page", "post", "story", "text",
  ]
  private static let negative = [
    "-ad-", "banner", "combx", "comment", "com-", "contact", "cookie", "footer", "gdpr", "hidden", "masthead",
    "media", "meta", "newsletter", "outbrain", "promo", "related", "scroll", "share", "shopping", "shoutbox",
    "sidebar", "skyscraper", "sponsor", "tags", "widget",
  ]
  private static let roles: Set<String> = [
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "search",
  ]

  /// Whether a part is not of the article, by its names.
  static func isUnlikely(_ names: String) -> Bool {
    !names.isEmpty && unlikely.contains { names.contains($0) } && !maybe.contains { names.contains($0) }
  }

  /// Whether a part is not of the article, by its role.
  static func isUnlikelyRole(_ role: String) -> Bool { roles.contains(role) }

  /// Whether a part holds the buttons to share the article.
  static func isShare(_ names: String) -> Bool {
    names.split { !($0.isLetter || $0.isNumber) }.contains {
      $0 == "share" || $0 == "sharedaddy" || $0 == "sharing"
    }
  }

  /// Whether a part holds the author's name.
  static func isByline(_ names: String) -> Bool {
    ["byline", "author", "dateline", "writtenby", "p-author"].contains { names.contains($0) }
  }

  /// How much the class and the id speak for the article, from −50 to 50.
  static func weight(class names: String, id: String) -> Double {
    var weight = 0.0
    for name in [names, id] where !name.isEmpty {
      if negative.contains(where: { name.contains($0) }) || name == "hid" || name.hasPrefix("hid ") {
        weight -= 25
      }
      if positive.contains(where: { name.contains($0) }) { weight += 25 }
    }
    return weight
  }
}
