public import WireDocuments
public import WireRights
internal import WireMatching
internal import WireText

extension Newsroom {
  /// What a document by itself says of the rights in it: its fields, its notices, its state.
  ///
  /// A short text that is a notice as a whole, or mostly, is read as one.
  public func terms(of document: Document) -> ItemTerms {
    let reading = ItemReader(self, agency: nil).read(document)
    let whole = wholeNotice(document, found: reading.record.notices)
    var record = reading.record
    if let whole {
      record.notices = []
      if record.agency.isEmpty { record.agency = whole.holder?.agency ?? "" }
    }
    let withdrawal = record.status == Status.Value.usable.rawValue ? nil : record
    var terms = record.terms(
      newest: record, withdrawal: withdrawal, time: reading.item.time, text: reading.item.text, self)
    if let whole { terms.statements.append(SourcedStatement(whole, source: "body")) }
    return terms
  }

  /// The statement of a text that is a notice rather than a story with one.
  private func wholeNotice(_ document: Document, found: [[Int]]) -> RightsStatement? {
    let text = document.body.utf8
    guard document.rights.isEmpty, !text.isEmpty, text.count <= Self.longestNotice else { return nil }
    let covered = found.reduce(0) { $0 + $1[1] - $1[0] }
    guard found.isEmpty || covered * 2 >= text.count else { return nil }
    let statement = notices.parse(String(decoding: text, as: UTF8.self))
    return statement.isNotice ? statement : nil
  }

  /// Longer texts without a notice of their own are stories, in bytes.
  private static let longestNotice = 4096
}
