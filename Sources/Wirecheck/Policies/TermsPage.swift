public import WireDocuments
public import WireRights
internal import WireText

/// A page on which an agency says what may be done with its copy, read sentence by sentence.
public struct TermsPage: Sendable {
  /// The sentences in order.
  public let sentences: [ContractDraft.Sentence]
  /// SHA-256 of the words, `sha256:…`; layout and markup do not change it.
  public let digest: String

  /// Reads the text of documents as terms.
  ///
  /// - Parameters:
  ///   - documents: what a reader found in the page.
  ///   - parser: reads the sentences.
  public init(_ documents: [Document], parser: NoticeParser) {
    var sentences: [ContractDraft.Sentence] = []
    var words: [String] = []
    for document in documents {
      let page = Self.sentences(of: document.body)
      words += page.map(\.text)
      var number: String?
      for piece in page {
        if let own = Self.number(standingAlone: piece.text) {
          number = own
        } else {
          sentences.append(.init(parser.parse(piece.read), lead: piece.lead, number: number))
        }
      }
    }
    self.sentences = sentences
    digest = "sha256:" + sha256(fields: words)
  }

  /// The agency that most of the sentences name as holder; nil where none does.
  public var agency: String? {
    var counts: [String: Int] = [:]
    for sentence in sentences {
      if let agency = sentence.statement.holder?.agency { counts[agency, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The number of a clause that stands before its words as a sentence of its own: “2.2.”, “Section 2”.
  private static func number(standingAlone text: String) -> String? {
    let words = text.split(separator: " ")
    guard let last = words.last,
      words.count == 1 || words.count == 2 && headings.contains(words[0].lowercased())
    else { return nil }
    let number = last.split(separator: ".", omittingEmptySubsequences: false)
    let parts = number.last?.isEmpty ?? false ? number.dropLast() : number[...]
    guard (1...6).contains(parts.count), parts.allSatisfy({ (1...3).contains($0.utf8.count) }),
      parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return parts.joined(separator: ".")
  }

  private static let headings: Set<String> = ["section", "clause", "article", "paragraph", "§"]

  private struct Piece {
    var text: String
    var lead: String
    /// The words as they are parsed: those of a list together with the words that lead into it.
    var read: String { lead.isEmpty ? text : "\(lead) \(text)" }
  }

  private static func sentences(of body: BodyText) -> [Piece] {
    var pieces: [Piece] = []
    // The words that lead into a list, kept as a sentence of their own until an item takes them up.
    var lead = ""
    var isLeadOpen = false
    func close() {
      if isLeadOpen { pieces.append(Piece(text: lead + ":", lead: "")) }
      isLeadOpen = false
    }
    for paragraph in body.paragraphs {
      let whole = collapsed(body.string(paragraph.range))
      if whole.hasSuffix(":"), whole.utf8.count <= longestLead {
        close()
        (lead, isLeadOpen) = (String(whole.dropLast()), true)
        continue
      }
      if paragraph.role == .list || startsLikeItem(whole) {
        isLeadOpen = false
      } else {
        close()
        lead = ""
      }
      let ranges = Sentences.ranges(in: body.utf8, paragraphs: [paragraph.range])
      for (index, range) in ranges.enumerated() {
        let text = collapsed(body.string(range))
        pieces.append(Piece(text: index == 0 ? withoutMark(text) : text, lead: index == 0 ? lead : ""))
      }
    }
    close()
    return pieces
  }

  /// Each item of a list is read with the words that lead into it, so that these are short.
  private static let longestLead = 400

  /// White space as single spaces.
  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let marks: Set<Character> = ["-", "*", "•", "–", "—", "·", "◦", "▪"]

  /// Whether a paragraph goes on with a sentence before: after a mark of a list, or with a small letter.
  private static func startsLikeItem(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if marks.contains(first) { return true }
    return first.isLowercase
  }

  private static func withoutMark(_ text: String) -> String {
    guard let first = text.first, marks.contains(first) else { return text }
    return String(text.dropFirst().drop { $0 == " " })
  }
}
