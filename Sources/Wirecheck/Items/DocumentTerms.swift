public import WireDocuments
public import WireRights
internal import WireMatching
internal import WireText

extension Newsroom {
  /// What a document by itself says about the rights in it: its fields, its notices, its state.
  ///
  /// A short text that is a notice as a whole, or for the most part, is read as one.
  ///
  /// - Parameters:
  ///   - agency: the agency that delivered it, by its identifier; nil where the document itself is to say so.
  ///   - use: settles what expressions for machines say beyond clauses; nil where there is none yet.
  public func terms(of document: Document, from agency: String? = nil, for use: Use? = nil) -> ItemTerms {
    let reading = ItemReader(self, agency: agency).read(document)
    let whole = wholeNotice(document, found: reading.record.notices)
    var record = reading.record
    if let whole {
      record.notices = []
      if record.agency.isEmpty { record.agency = whole.holder?.agency ?? "" }
    }
    let withdrawal = record.status == .usable ? nil : record
    var terms = record.terms(
      newest: record, withdrawal: withdrawal, time: reading.item.time, text: reading.item.text, self,
      for: use)
    // Nobody has released it, or nobody knows whether; what the site itself has in work is its own affair.
    if let status = document.status,
      status.value == .unknown || agency != site.id && ItemReader.isUnreleased(document)
    {
      terms.unknownStatus = status.raw
    }
    if let whole { terms.statements.append(SourcedStatement(whole, source: "body")) }
    return terms
  }

  /// The known rights in an agency's copy in general, when none of its items is available.
  public func terms(of agency: Agency) -> ItemTerms {
    var terms = ItemTerms(agency: agency.id, names: agency.names)
    terms.creditForms = agency.creditForms
    if let page = agency.terms { terms.statements.append(page.statement(notices)) }
    return terms
  }

  /// The statements of a machine-readable rights file, such as an ODRL or RSL policy or a robots.txt; nil for
  /// any other file.
  ///
  /// - Parameter use: the use for which such expressions are evaluated beyond clauses.
  public func terms(ofFile text: String, for use: Use) -> ItemTerms? {
    guard let found = expressions.statements(file: text, for: use) else { return nil }
    let agency = found.lazy.compactMap(\.holder?.agency).first.flatMap { agencies.agency(id: $0) }
    var terms = ItemTerms(
      agency: agency?.id, names: agency?.names ?? [],
      statements: found.map { statement in
        var sourced = SourcedStatement(statement, source: "file")
        sourced.isAboutMining =
          !statement.clauses.isEmpty
          && statement.clauses.allSatisfy { $0.action.isMining || $0.action == .index }
        return sourced
      })
    terms.creditForms = agency?.creditForms ?? []
    return terms
  }

  /// The statement of a text that is itself a notice rather than a story that contains one.
  private func wholeNotice(_ document: Document, found: [[Int]]) -> RightsStatement? {
    let text = document.body.utf8
    guard document.textRights.isEmpty, !text.isEmpty, text.count <= Self.longestNotice else { return nil }
    let covered = found.reduce(0) { $0 + $1[1] - $1[0] }
    guard found.isEmpty || covered * 2 >= text.count else { return nil }
    let statement = notices.parse(String(decoding: text, as: UTF8.self))
    // In a story with a headline such as “Embargo lifted on Russian grain” a few words could be taken for terms.
    guard statement.isNotice, !found.isEmpty || statement.saidBytes * 3 >= text.count else { return nil }
    return statement
  }

  /// The longest text without a notice of its own that is read as a notice, in bytes; longer ones are stories.
  private static let longestNotice = 4096
}

extension RightsStatement {
  /// The number of bytes of the text that say something about rights.
  fileprivate var saidBytes: Int {
    var said = residue + clauses.map(\.evidence) + duties.map(\.evidence)
    said += [allRightsReserved, licence?.evidence, advisory?.evidence].compactMap(\.self)
    said += ([holder].compactMap(\.self) + coHolders).map(\.range)
    return said.merged().reduce(0) { $0 + $1.count }
  }
}
