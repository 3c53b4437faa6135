import WireText

/// What senders put under their mails: who they are, where they sit, that the mail is confidential.
///
/// It stays in the text as apparatus: its words are matched, and a notice in it counts.
enum MailSignature {
  /// Where the signature of a plain text begins: at the last line that is `-- ` (RFC 3676, 4.3), or that without its
  /// space, which many programs take away; nil where there is none.
  ///
  /// Below a text that is shorter than what would be its signature the line is one of the copy, and what is longer than
  /// signatures are is copy too.
  static func start(in utf8: [UInt8]) -> Int? {
    var found: (start: Int, end: Int)?
    var at = 0
    while at < utf8.count {
      let (end, next) = LineBreaks.end(utf8, at, limit: utf8.count)
      if isMark(utf8[at..<end]) { found = (at, end) }
      at = next
    }
    guard let found else { return nil }
    let below = words(in: utf8[found.end...])
    guard (1...mostWords).contains(below), below < words(in: utf8[..<found.start]) else { return nil }
    return found.start
  }

  /// Whether a class or an identifier is one that mail programs give to a signature in HTML.
  static func isName(_ name: String) -> Bool { names.contains { name.lowercased().hasPrefix($0) } }

  /// Words of the longest signature.
  private static let mostWords = 120

  private static let names = ["gmail_signature", "moz-signature", "ms-outlook-mobile-signature"]

  private static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    line.elementsEqual("-- ".utf8) || line.elementsEqual("--".utf8)
  }

  private static func words(in utf8: ArraySlice<UInt8>) -> Int {
    utf8.split { $0 <= 0x20 }.count
  }
}
