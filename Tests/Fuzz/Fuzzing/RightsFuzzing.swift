internal import Policies
internal import WireRights
internal import WireText

/// Reads bytes that a fuzzer made as what is said of rights.
public enum RightsFuzzing {
  private static let parser = (try? NoticePolicies()).map { NoticeParser($0) }
  private static let phrases = PhraseText(PolicyFile.all(in: "Languages"))

  /// Reads bytes as a notice, and as an article that may hold some.
  public static func readNotice(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    read(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
  }

  /// The same with a text of the lexicons' phrases, which the bytes choose.
  public static func readPhrases(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    read(phrases.text(of: UnsafeBufferPointer(start: start, count: count)))
  }

  private static func read(_ text: String) -> Int32 {
    guard let parser else { preconditionFailure("the policies do not load") }
    let utf8 = Array(text.utf8)
    check(parser.parse(text))
    for notice in parser.notices(in: utf8, paragraphs: Paragraphs.ranges(in: utf8)) {
      precondition(0 <= notice.range.lower && notice.range.upper <= utf8.count, "notices lie in the text")
      check(notice.statement)
    }
    return 0
  }

  /// What a statement points at lies in its text.
  private static func check(_ statement: RightsStatement) {
    let count = statement.text.utf8.count
    let places =
      statement.residue + [statement.allRightsReserved, statement.holder?.range].compactMap { $0 }
      + statement.clauses.map(\.evidence)
    for place in places {
      precondition(
        0 <= place.lower && place.lower <= place.upper && place.upper <= count, "words lie in the text")
    }
  }

  /// Reads a text as ODRL and as a reservation that a site publishes.
  public static func readExpression(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    _ = try? ODRLReader.policies(in: text)
    _ = TDMRep.statement(file: text)
    _ = ResponseHeaders.statement(text)
    return 0
  }
}
