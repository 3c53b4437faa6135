public import WireDocuments
public import WireRights
internal import WireText

/// A page on which an agency states what may be done with its copy, read sentence by sentence.
public struct TermsPage: Sendable {
  /// The sentences in order.
  public let sentences: [ContractDraft.Sentence]
  /// SHA-256 of the words, `sha256:…`; layout and markup do not change it.
  public let digest: String

  /// Reads the text of documents as terms.
  ///
  /// - Parameters:
  ///   - documents: the documents that a reader found in the page.
  ///   - parser: the parser for the sentences.
  public init(_ documents: [Document], parser: NoticeParser) {
    var reader = TermsPageReader(TermsParser(parser, page: documents.flatMap(\.body.utf8)))
    var words: [String] = []
    for document in documents {
      let outline = TermsOutline(document.body)
      words += outline.pieces.map(\.text)
      reader.read(outline)
    }
    sentences = reader.sentences
    digest = "sha256:" + sha256(fields: words)
  }

  /// The agency that most sentences name as rights holder; nil if none does.
  public var agency: String? {
    var counts: [String: Int] = [:]
    for sentence in sentences {
      if let agency = sentence.statement.holder?.agency { counts[agency, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

/// Reads the sentences of a page; list items are read together with the words that introduce the list where they need
/// them.
private struct TermsPageReader {
  private(set) var sentences: [ContractDraft.Sentence] = []
  private let parser: TermsParser
  private var number: String?

  init(_ parser: TermsParser) { self.parser = parser }

  mutating func read(_ outline: TermsOutline) {
    number = nil
    var rest = outline.pieces[...]
    while let piece = rest.popFirst() {
      switch piece.place {
      case .heading: add(piece.text, role: .heading)
      case .lead(let list):
        let items = rest.prefix { $0.place == .item(list: list) || $0.place == .itemEnd(list: list) }
        rest = rest.dropFirst(items.count)
        readList(list, after: piece.text, Array(items))
      case .beforeLead(let list): add(piece.text, role: .opening(list: list))
      case .item(let list), .itemEnd(let list): add(piece.text, role: .item(list: list))
      case .sentence:
        if let own = number(standingAlone: piece.text) {
          number = own
        } else {
          add(piece.text)
        }
      }
    }
  }

  // MARK: Lists

  private mutating func readList(_ list: Int, after lead: String, _ items: [TermsOutline.Piece]) {
    let words = String(lead.dropLast())
    var role = ContractDraft.Sentence.Role.item(list: list)
    var isGoingOn = false
    switch parser.opening(of: words) {
    case .condition(let start) where !items.isEmpty:
      add(
        lead, reading: String(decoding: words.utf8.prefix(start), as: UTF8.self), role: .opening(list: list))
    case .exception:
      role = .exception
      add(lead, reading: words, role: .opening(list: list))
    case .act where !items.isEmpty: isGoingOn = true
    case .act, .condition, .sentence:
      let opening = sentence(lead, reading: words, role: .opening(list: list))
      isGoingOn = !opening.isRead && items.contains { goesOn($0, after: words) }
      if !isGoingOn { sentences.append(opening) }
    }
    for (index, item) in items.enumerated() {
      if isGoingOn, item.place == .item(list: list) {
        let gap = index == 0 ? " " : " … "
        add(lead + gap + item.text, reading: "\(words) \(item.text)", role: role)
      } else {
        add(item.text, role: role)
      }
    }
  }

  /// Whether an item is understood only together with the words that introduce its list.
  private func goesOn(_ item: TermsOutline.Piece, after lead: String) -> Bool {
    guard case .item = item.place, !sentence(item.text).isRead else { return false }
    return sentence(item.text, reading: "\(lead) \(item.text)").isRead
  }

  // MARK: Sentences

  private mutating func add(
    _ text: String, reading: String? = nil, role: ContractDraft.Sentence.Role = .sentence
  ) {
    sentences.append(sentence(text, reading: reading, role: role))
  }

  private func sentence(
    _ text: String, reading: String? = nil, role: ContractDraft.Sentence.Role = .sentence
  ) -> ContractDraft.Sentence {
    let (words, quotation) = Self.withoutQuotation(reading ?? text)
    var whole = ContractDraft.Sentence(
      parser.parse(words), text: text, role: role, number: number, quotation: quotation)
    whole.permitsOnly = parser.permitsOnly(words)
    guard !whole.isRead, let circumstance = parser.circumstance(of: words) else { return whole }
    var limited = whole
    limited.statement = parser.parse(
      String(decoding: Array(words.utf8)[circumstance.rest.indices], as: UTF8.self))
    limited.channels = circumstance.channels
    return limited.isRead ? limited : whole
  }

  /// The words with a long quotation replaced by `…`, and the quotation.
  private static func withoutQuotation(_ text: String) -> (words: String, quotation: String?) {
    for (opening, closing) in [("“", "”"), ("\"", "\""), ("„", "“"), ("«", "»")] as [(Character, Character)] {
      guard let start = text.firstIndex(of: opening).map(text.index(after:)),
        let end = text[start...].firstIndex(of: closing)
      else { continue }
      let quotation = text[start..<end]
      guard quotation.split(separator: " ").count >= longQuotation,
        !text[end...].dropFirst().contains(opening)
      else { continue }
      return (text[..<start] + ContractDraft.Sentence.shortQuotation + text[end...], String(quotation))
    }
    return (text, nil)
  }

  /// The fewest words of a quotation that is a sentence rather than a name.
  private static let longQuotation = 5

  /// The number of a clause that precedes its words as a sentence of its own: “2.2.”, “Section 2”.
  private func number(standingAlone text: String) -> String? {
    let words = text.split(separator: " ")
    guard let last = words.last,
      words.count == 1 || words.count == 2 && parser.isDivision(words[0])
    else { return nil }
    let number = last.split(separator: ".", omittingEmptySubsequences: false)
    let parts = number.last?.isEmpty ?? false ? number.dropLast() : number[...]
    guard (1...6).contains(parts.count), parts.allSatisfy({ (1...3).contains($0.utf8.count) }),
      parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return parts.joined(separator: ".")
  }
}

extension ContractDraft.Sentence {
  /// Whether it states something and was fully understood.
  fileprivate var isRead: Bool {
    let limits = statement.clauses.flatMap(\.constraints)
    return statement.residue.isEmpty && !(statement.clauses.isEmpty && statement.duties.isEmpty)
      && (channels.isEmpty || !limits.contains { $0.kind == .channel })
  }
}
