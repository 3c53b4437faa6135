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
  /// The name indicates a request to subscribe or to sign in.
  var isWall = false
  /// The name indicates that this is a box of its own, not what is behind it.
  var isWallBox = false
  /// The name indicates a quotation.
  var isQuote = false
  /// How much the name speaks for an article: −25, 0 or 25.
  var weight = 0.0

  /// The hints of an element without a name.
  init() {}

  /// The hints of a name in lower case.
  init(_ name: String) {
    let utf8 = Array(name.utf8)
    let letters = Self.letters(utf8)
    func holds(_ words: [Word]) -> Bool { words.contains { $0.isIn(utf8, with: letters) } }
    // A class that begins with `has` says how a part looks or what is in it: `has-extra-large-font-size`.
    let classes = utf8.split(separator: 0x20).filter { !$0.starts(with: Self.has) }
    let what = Array(classes.joined(separator: [0x20]))
    // Content for subscribers belongs to the article; a request to subscribe does not.
    let stranger = Self.unlikely.contains { $0.isIn(what, with: letters) }
    isUnlikely = stranger || holds(Self.header) || holds(Self.subscribe) && !holds(Self.subscribers)
    // `subheader`, but not `form-header-success`.
    isHead =
      !stranger && holds(Self.header)
      && classes.allSatisfy { name in
        Self.header.allSatisfy {
          !$0.isIn(Array(name), with: letters) || name.suffix($0.bytes.count).elementsEqual($0.bytes)
        }
      }
    isMaybe = holds(Self.maybe)
    isByline = holds(Self.byline)
    isQuote = holds(Self.quote)
    let words = utf8.split { !(HTMLScanner.isLetter($0) || (0x30...0x39).contains($0)) }.map { Array($0) }
    isShare = words.contains { Self.share.contains($0) }
    isDialog = words.contains { Self.dialog.contains($0) }
    isWall = words.contains { Self.walls.contains($0) }
    isWallBox = isWall && words.contains { Self.wallBoxes.contains($0) }
    for token in utf8.split(separator: 0x20) {
      let parts = token.split { !(HTMLScanner.isLetter($0) || (0x30...0x39).contains($0)) }.map { Array($0) }
      isByline = isByline || Self.bylines.contains(Array(token))
      isComment = isComment || parts.count == 1 && Self.comment.contains(parts[0])
      isComments = isComments || Self.isThread(parts)
    }
    if holds(Self.negative) || words.first == Array("hid".utf8) { weight -= 25 }
    if holds(Self.positive) { weight += 25 }
  }

  /// A word that names are searched for, with the letters that it consists of.
  private struct Word {
    let bytes: [UInt8]
    let letters: UInt64

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      letters = ArticleHints.letters(bytes)
    }

    /// Whether bytes contain the word; most words have a letter that the bytes do not.
    ///
    /// `firstRange(of:)` is not specialised and would dominate the time to read a page.
    func isIn(_ name: [UInt8], with letters: UInt64) -> Bool {
      guard self.letters & ~letters == 0, let first = bytes.first, name.count >= bytes.count else {
        return false
      }
      return (0...name.count - bytes.count).contains { start in
        name[start] == first && bytes.indices.allSatisfy { name[start + $0] == bytes[$0] }
      }
    }
  }

  /// The set of the bytes, as bits; several bytes share one.
  private static func letters(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// Whether a part with such a `role` attribute is not article text.
  static func isUnlikelyRole(_ role: String) -> Bool { roles.contains(role) }

  private static func words(_ list: String) -> [[UInt8]] { list.split(separator: " ").map { Array($0.utf8) } }
  private static func searched(_ list: String) -> [Word] { words(list).map(Word.init) }

  private static let unlikely = searched(
    "-ad- ad-break agegate ai2html banner breadcrumb combx comment community consent cookie cover-wrap disqus extra"
      + " footer gdpr legends menu navbar newsletter outbrain pager pagination popup recommend related remark"
      + " replies rss shoutbox sidebar skyscraper social sponsor supplemental taboola")
  private static let header = searched("header")
  private static let has = Array("has-".utf8)
  private static let subscribe = searched("subscribe")
  private static let subscribers = searched("subscriber")
  private static let maybe = searched("and article body column content main shadow")
  private static let positive = searched("article blog body content entry hentry main page post story text")
  private static let negative = searched(
    "-ad- banner combx comment com- contact cookie footer gdpr hidden masthead media meta newsletter outbrain promo"
      + " related scroll share shopping shoutbox sidebar skyscraper sponsor tags widget")
  private static let byline = searched("byline author dateline writtenby p-author")
  /// The classes of bylines in Drupal.
  private static let bylines = words("submitted node__submitted node__author")
  private static let quote = searched("quote")
  private static let dialog = words(
    "modal dialog login signin overlay toast tooltip lightbox dropdown drawer offcanvas")
  private static let walls = words("paywall regwall barrier upsell meter gate wall")
  private static let wallBoxes = words(
    "box barrier message notice prompt offer teaser cta banner info promo overlay hint call upsell regwall")
  /// A comment and lists of comments, in the languages of newsrooms and by the names of systems for them.
  private static let comment = words(
    "comment kommentar comentario commentaire commento reactie komentarz komentar yorum comentariu kommentti")
  private static let threads = words(
    "comments commentlist commentlisting disqus kommentare leserkommentare kommentarer comentarios commentaires commenti"
      + " reacties lezersreacties komentarze komentare komentari komentarji komentarai yorumlar comentarii kommentit"
      + " kommentaarid hozzaszolasok spotim hyvor remark42 giscus utterances cusdis livefyre fastcomments"
      + " graphcomment talkyard vuukle hypercomments viafoura openweb")
  /// Names of systems in two words.
  private static let systems = [
    words("coral talk"), words("coral thread"), words("spot im"), words("isso thread"),
  ]
  private static let threadParts = words(
    "list thread threads section area stream container wrapper form feed")
  /// Words that, together with `comments` in a name, say whether readers may comment, or that it is a category of stories.
  private static let states = words(
    "has no with without allow show hide open closed enabled disabled on off link count icon category categoria"
      + " categorie kategorie kategori tag rubrik ressort")

  /// Whether a name, split into words, is that of a list of comments: `comments-area`, `post-comments`,
  /// `comment-list`.
  private static func isThread(_ parts: [[UInt8]]) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    if parts.contains(where: states.contains) { return false }
    return threads.contains(first) || threads.contains(last)
      || comment.contains(first) && threadParts.contains(last)
      || systems.contains(Array(parts.prefix(2)))
  }
  private static let share = words("share sharedaddy sharing")
  private static let roles: Set<String> = [
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "search",
  ]
}
