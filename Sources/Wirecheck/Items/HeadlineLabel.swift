internal import WireDocuments
internal import WireRights

/// The label in front of a headline, as in `PHOTO KILL: Ferry sinks`; the whole headline if it is short enough.
enum HeadlineLabel {
  /// A label that may be an instruction.
  static func order(of document: Document) -> String? {
    let headline = Array(document.headline ?? "")
    return ends(of: headline, atMost: longestOrder).first.map { String(headline[..<$0]) }
  }

  /// A label with an embargo time: `EMBARGOED UNTIL 0600 GMT MAY 5: Ferry sinks`.
  static func embargo(of document: Document, _ parser: NoticeParser) -> String? {
    let headline = Array(document.headline ?? "")
    let ends = ends(of: headline, atMost: longestEmbargoLabel)
    guard let first = ends.first.map({ String(headline[..<$0]) }),
      parser.parse(first, beside: document.body.utf8).advisory?.kind == .embargo
    else { return nil }
    // `Sperrfrist: 20.11., 18 Uhr - …`: the time may follow a colon of its own.
    guard let number = headline.firstIndex(where: \.isNumber), let end = ends.first(where: { $0 > number })
    else { return first }
    return String(headline[..<end])
  }

  /// The label with which a document puts itself under embargo.
  ///
  /// In the subject of a mail a label without a time is an instruction too; above a story it may be the news itself.
  static func ownEmbargo(of document: Document, _ parser: NoticeParser) -> String? {
    let isMail = mailFormats.contains(document.origin.format)
    return embargo(of: document, parser).flatMap { isMail || hasNumber($0) ? $0 : nil }
  }

  private static func hasNumber(_ label: String) -> Bool { label.contains(where: \.isNumber) }

  /// The ends of the labels of a headline: each of its marks, and the end of all, with at most `words` before them.
  private static func ends(of headline: [Character], atMost words: Int) -> [Int] {
    guard !headline.isEmpty else { return [] }
    var ends: [Int] = []
    var count = 0
    for index in headline.indices {
      if isMark(at: index, in: headline) { ends.append(index) }
      if headline[index] != " ", index == 0 || headline[index - 1] == " " { count += 1 }
      if count > words { return ends }
    }
    return ends + [headline.endIndex]
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

  /// The formats whose headline is a subject line, addressed to the recipient.
  private static let mailFormats: Set<String> = ["eml", "mbox"]
  /// The most words of a label that is an instruction.
  private static let longestOrder = 3
  /// The most words of a label that gives a time.
  private static let longestEmbargoLabel = 14
}
