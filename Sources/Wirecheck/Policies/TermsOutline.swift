internal import WireDocuments
internal import WireText

/// The sentences of a terms page with their positions: as a heading, before a list, or in one of its items.
struct TermsOutline {
  /// The position of a sentence.
  enum Place: Hashable {
    case sentence, heading
    /// In the paragraph that ends with the words that introduce a list.
    case beforeLead(list: Int)
    /// The words that introduce a list, with their colon.
    case lead(list: Int)
    /// The first sentence of an item.
    case item(list: Int)
    /// A further sentence of an item.
    case itemEnd(list: Int)
  }

  struct Piece {
    var text: String
    var place: Place
  }

  private(set) var pieces: [Piece] = []
  private let body: BodyText
  private var listCount = 0
  /// The list that further items belong to; nil if none is open.
  private var list: Int?
  /// The longest introduction of a list, in bytes: it is read again with each of the list's items.
  private static let longestLead = 400
  /// The longest heading, in words.
  private static let longestHeading = 8
  private static let longestQuestion = 14

  init(_ body: BodyText) {
    self.body = body
    for index in body.paragraphs.indices { read(index) }
  }

  private mutating func read(_ index: Int) {
    let paragraph = body.paragraphs[index]
    let sentences = sentences(of: paragraph)
    guard let first = sentences.first, let last = sentences.last else { return }
    if isItem(first, paragraph) {
      let list = list ?? openList()
      for (index, sentence) in sentences.enumerated() {
        let place = index == 0 ? Place.item(list: list) : .itemEnd(list: list)
        pieces.append(Piece(text: index == 0 ? withoutMark(sentence) : sentence, place: place))
      }
      return
    }
    list = nil
    if sentences.count == 1, isHeading(first, at: index) {
      pieces.append(Piece(text: first, place: .heading))
    } else if last.hasSuffix(":"), last.utf8.count <= Self.longestLead {
      let list = openList()
      pieces += sentences.dropLast().map { Piece(text: $0, place: .beforeLead(list: list)) }
      pieces.append(Piece(text: last, place: .lead(list: list)))
    } else {
      pieces += sentences.map { Piece(text: $0, place: .sentence) }
    }
  }

  private mutating func openList() -> Int {
    listCount += 1
    list = listCount
    return listCount
  }

  // MARK: Sentences

  /// The sentences of a paragraph; none of them ends inside a quotation or brackets.
  private func sentences(of paragraph: BodyText.Paragraph) -> [String] {
    var sentences: [String] = []
    var open = ""
    for range in Sentences.ranges(in: body.utf8, paragraphs: [paragraph.range]) {
      let text = oneLine(body.string(range))
      open += open.isEmpty ? text : " " + text
      if Self.isBalanced(open) {
        sentences.append(open)
        open = ""
      }
    }
    // An opening mark that is never closed.
    if !open.isEmpty { sentences.append(open) }
    return sentences.filter { !$0.isEmpty }
  }

  private static func isBalanced(_ text: String) -> Bool {
    text.count { $0 == "“" } <= text.count { $0 == "”" } && text.count { $0 == "\"" }.isMultiple(of: 2)
      && text.count { $0 == "(" } <= text.count { $0 == ")" }
  }

  // MARK: Items

  private static let marks: Set<Character> = ["-", "*", "•", "–", "—", "·", "◦", "▪"]

  /// Whether a paragraph is a list item: by its markup, a bullet or a lower-case first letter, or, while a list is
  /// open, by its number.
  private func isItem(_ text: String, _ paragraph: BodyText.Paragraph) -> Bool {
    guard let first = text.first else { return false }
    if paragraph.role == .list || Self.marks.contains(first) { return true }
    return first.isLowercase || list != nil && Self.numbered(text) != nil
  }

  private func withoutMark(_ text: String) -> String {
    guard let first = text.first else { return text }
    if Self.marks.contains(first) { return String(text.dropFirst().drop { $0 == " " }) }
    return Self.numbered(text) ?? text
  }

  /// The words after the number or letter of an item, such as “(a)” or “2.”; nil if there is none.
  private static func numbered(_ text: String) -> String? {
    guard let space = text.firstIndex(of: " ") else { return nil }
    var number = text[..<space]
    if number.first == "(" { number = number.dropFirst() }
    guard let end = number.popLast(), end == ")" || end == ".", (1...3).contains(number.count),
      number.allSatisfy({ $0.isNumber || $0.isLowercase })
    else { return nil }
    return String(text[text.index(after: space)...])
  }

  // MARK: Headings

  /// Whether a paragraph of one sentence is a heading rather than a rule: it ends without a full stop or as a
  /// question, or is in capitals, and a paragraph of whole sentences or a list follows.
  private func isHeading(_ text: String, at index: Int) -> Bool {
    if body.paragraphs[index].role == .subhead { return true }
    let words = text.split(separator: " ").count
    guard index + 1 < body.paragraphs.count, let last = text.last else { return false }
    if last == "?" { return words <= Self.longestQuestion }
    guard last.isLetter || last.isNumber || last == "’" || last == ")", words <= Self.longestHeading else {
      return false
    }
    let hasCase = text.contains(where: \.isLowercase) || text.contains(where: \.isUppercase)
    guard hasCase else { return false }
    if !text.contains(where: \.isLowercase) { return true }
    let next = oneLine(body.string(body.paragraphs[index + 1].range))
    return next.last.map { ".:!?”\")".contains($0) } ?? false || isItem(next, body.paragraphs[index + 1])
  }
}
