import WireText

/// Finds the signature of a mail: who the sender is, where they work, that the mail is confidential.
///
/// It stays in the text as apparatus: its words are matched, and a notice in it counts.
enum MailSignature {
  /// The start of the signature in plain text: the last line that is `-- ` (RFC 3676, 4.3), or the same without its
  /// space, which many programs remove; nil if there is none.
  ///
  /// The line counts as copy if the text above it is shorter than the text below, or if the text below is longer than
  /// a signature.
  static func start(in utf8: [UInt8]) -> Int? {
    guard let mark = LineBreaks.lines(of: utf8).map(\.line).last(where: { isMark(utf8[$0]) }) else {
      return nil
    }
    let below = words(in: utf8[mark.upperBound...])
    guard (1...mostWords).contains(below), below < words(in: utf8[..<mark.lowerBound]) else { return nil }
    return mark.lowerBound
  }

  /// Whether a class or id is one that mail programs give to a signature in HTML.
  static func isName(_ name: String) -> Bool { names.contains { name.lowercased().hasPrefix($0) } }

  /// The most words of a signature.
  private static let mostWords = 120

  private static let names = ["gmail_signature", "moz-signature", "ms-outlook-mobile-signature"]

  private static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    line.elementsEqual("-- ".utf8) || line.elementsEqual("--".utf8)
  }

  private static func words(in utf8: ArraySlice<UInt8>) -> Int {
    utf8.split { $0 <= 0x20 }.count
  }
}
