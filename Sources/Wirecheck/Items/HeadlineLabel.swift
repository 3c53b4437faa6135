internal import WireDocuments
internal import WireRights

/// The label in front of a headline, as in `PHOTO KILL: Ferry sinks`; a headline as a whole where it is no longer.
enum HeadlineLabel {
  /// A label that may be an order.
  static func order(of document: Document) -> String? { labels(of: document, atMost: longestOrder).first }

  /// A label with the time of an embargo: `EMBARGOED UNTIL 0600 GMT MAY 5: Ferry sinks`.
  static func embargo(of document: Document, _ parser: NoticeParser) -> String? {
    let labels = labels(of: document, atMost: longestGate)
    guard let first = labels.first, parser.parse(first).advisory?.kind == .embargo else { return nil }
    // `Sperrfrist: 20.11., 18 Uhr - …`: the time may stand behind a colon of its own.
    return labels.first(where: hasNumber) ?? first
  }

  /// The label by which a document puts itself under embargo.
  ///
  /// In the subject of a mail one without a time is an order too; over a story it may be the news.
  static func ownEmbargo(of document: Document, _ parser: NoticeParser) -> String? {
    let isMail = mailFormats.contains(document.origin.format)
    return embargo(of: document, parser).flatMap { isMail || hasNumber($0) ? $0 : nil }
  }

  private static func hasNumber(_ label: String) -> Bool { label.contains(where: \.isNumber) }

  /// The parts of a headline before each of its marks, and the whole, as far as they are no longer.
  private static func labels(of document: Document, atMost words: Int) -> [String] {
    guard let headline = document.headline else { return [] }
    let characters = Array(headline)
    var labels: [String] = []
    for end in characters.indices.filter({ isMark(at: $0, in: characters) }) + [characters.endIndex] {
      let label = String(characters[..<end])
      guard label.split(separator: " ").count <= words else { break }
      labels.append(label)
    }
    return labels
  }

  /// Whether a mark ends a label: not the colon of `18:00`, nor the hyphen of a compound.
  private static func isMark(at index: Int, in characters: [Character]) -> Bool {
    let before = index > 0 ? characters[index - 1] : " "
    let after = index + 1 < characters.count ? characters[index + 1] : " "
    switch characters[index] {
    case "!", "\u{2013}", "\u{2014}": return true
    case ":": return !(before.isNumber && after.isNumber)
    case "-": return before == " " && after == " "
    default: return false
    }
  }

  /// The formats whose headline is a subject, addressed to whoever receives it.
  private static let mailFormats: Set<String> = ["eml", "mbox"]
  /// A label that orders something has no more words.
  private static let longestOrder = 3
  /// A label that names a time has no more words.
  private static let longestGate = 14
}
