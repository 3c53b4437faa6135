/// What an element's class or id says about its role in the page.
struct ArticleHints {
  /// The name indicates a part that is not article text.
  var isUnlikely = false
  /// It names no more than a head, which a part of the article has as a page has one.
  var isHead = false
  /// The name also indicates a part that may be article text.
  var isMaybe = false
  /// The name indicates share buttons.
  var isShare = false
  /// The name indicates a byline.
  var isByline = false
  /// The name indicates a list of readers' comments.
  var isComments = false
  /// The name indicates a comment, by a reader or by the newsroom.
  var isComment = false
  /// The name indicates an overlay.
  var isDialog = false
  /// The name indicates a quotation.
  var isQuote = false
  /// How much the name speaks for an article: −25, 0 or 25.
  var weight = 0.0

  /// The hints of an element without a name.
  init() {}

  /// The hints of a name in lower case.
  init(_ name: String) {
    let utf8 = Array(name.utf8)
    func holds(_ words: [[UInt8]]) -> Bool { words.contains { Self.holds(utf8, $0) } }
    // A class that begins with `has` says how a part looks or what is in it: `has-extra-large-font-size`.
    let classes = utf8.split(separator: 0x20).filter { !$0.starts(with: Self.has) }
    let what = Array(classes.joined(separator: [0x20]))
    // Content for subscribers belongs to the article; a request to subscribe does not.
    let stranger = Self.unlikely.contains { Self.holds(what, $0) }
    isUnlikely = stranger || holds(Self.header) || holds(Self.subscribe) && !holds(Self.subscribers)
    // `subheader`, but not `form-header-success`.
    isHead =
      !stranger && holds(Self.header)
      && classes.allSatisfy { name in
        Self.header.allSatisfy { !Self.holds(Array(name), $0) || name.suffix($0.count).elementsEqual($0) }
      }
    isMaybe = holds(Self.maybe)
    isByline = holds(Self.byline)
    isQuote = holds(Self.quote)
    let words = utf8.split { !(HTMLScanner.isLetter($0) || (0x30...0x39).contains($0)) }.map { Array($0) }
    isShare = words.contains { Self.share.contains($0) }
    isDialog = words.contains { Self.dialog.contains($0) }
    for token in utf8.split(separator: 0x20) {
      let parts = token.split { !(HTMLScanner.isLetter($0) || (0x30...0x39).contains($0)) }.map { Array($0) }
      isComment = isComment || parts == [Self.comment]
      isComments = isComments || Self.isThread(parts)
    }
    if holds(Self.negative) || words.first == Array("hid".utf8) { weight -= 25 }
    if holds(Self.positive) { weight += 25 }
  }

  /// Whether bytes contain a word; `firstRange(of:)` is not specialised and would dominate the time to read a page.
  private static func holds(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    guard let first = word.first, bytes.count >= word.count else { return false }
    return (0...bytes.count - word.count).contains { start in
      bytes[start] == first && word.indices.allSatisfy { bytes[start + $0] == word[$0] }
    }
  }

  /// Whether a part with such a `role` attribute is not article text.
  static func isUnlikelyRole(_ role: String) -> Bool { roles.contains(role) }

  private static func words(_ list: String) -> [[UInt8]] { list.split(separator: " ").map { Array($0.utf8) } }

  private static let unlikely = words(
    "-ad- ad-break agegate ai2html banner breadcrumb combx comment community consent cookie cover-wrap disqus extra"
      + " footer gdpr legends menu navbar newsletter outbrain pager pagination popup recommend related remark"
      + " replies rss shoutbox sidebar skyscraper social sponsor supplemental taboola")
  private static let header = words("header")
  private static let has = Array("has-".utf8)
  private static let subscribe = words("subscribe")
  private static let subscribers = words("subscriber")
  private static let maybe = words("and article body column content main shadow")
  private static let positive = words("article blog body content entry hentry main page post story text")
  private static let negative = words(
    "-ad- banner combx comment com- contact cookie footer gdpr hidden masthead media meta newsletter outbrain promo"
      + " related scroll share shopping shoutbox sidebar skyscraper sponsor tags widget")
  private static let byline = words("byline author dateline writtenby p-author")
  private static let quote = words("quote")
  private static let dialog = words(
    "modal dialog login signin overlay toast tooltip lightbox dropdown drawer offcanvas")
  private static let comment = Array("comment".utf8)
  private static let threads = words("comments commentlist commentlisting disqus")
  private static let threadParts = words(
    "list thread threads section area stream container wrapper form feed")
  /// Words that, together with `comments` in a name, say whether readers may comment.
  private static let states = words(
    "has no with without allow show hide open closed enabled disabled on off link count icon")

  /// Whether a name, split into words, is that of a list of comments: `comments-area`, `post-comments`,
  /// `comment-list`.
  private static func isThread(_ parts: [[UInt8]]) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    if parts.contains(where: states.contains) { return false }
    return threads.contains(first) || threads.contains(last) || first == comment && threadParts.contains(last)
  }
  private static let share = words("share sharedaddy sharing")
  private static let roles: Set<String> = [
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "search",
  ]
}
