internal import WireDocuments
internal import WireRights
internal import WireText

/// What an item says as an advisory to editors: in its notes, in its headline label and in its text.
struct DeliveredAdvisory {
  /// The most serious kind among its statements.
  let kind: Advisory.Kind
  /// The statements of that kind.
  let orders: [RightsStatement]
  /// Whether it does not have the form of an advisory, and so counts as one only if its words name an item.
  let isPlain: Bool
  /// Whether the item is also copy, and not only an advisory.
  let isStory: Bool
  /// Whether it must be reported if nothing that it names is found.
  let mustMatch: Bool
  /// The text in which it may name items, shortened.
  let names: String

  /// What an item says as an advisory; nil if it is not one.
  ///
  /// - Parameters:
  ///   - document: the item.
  ///   - found: the notices in its text.
  ///   - parser: the parser for its fields.
  init?(of document: Document, _ found: [FoundNotice], _ parser: NoticeParser) {
    let statements = Self.statements(of: document, found, parser)
    let kinds = statements.compactMap(\.advisory?.kind)
    guard let kind = Advisory.Kind.order.first(where: kinds.contains) else { return nil }
    let orders = statements.filter { $0.advisory?.kind == kind }
    // Words to editors that impose nothing, such as whom to call, concern no item.
    guard kind != .internal || orders.contains(where: { !$0.clauses.isEmpty }) else { return nil }
    let prose = Tokenizer().words(in: document.body.utf8, masking: found.map(\.range).merged())
    self.kind = kind
    self.orders = orders
    isPlain = false
    let isShort = prose.count < Self.storyWords
    // “For immediate release” above an item concerns the item itself.
    let isOwn = prose.count >= Self.ownWords && !AdvisoryNames.namesItem(orders.map(\.text))
    isStory = kind.leavesCopy || prose.count >= Self.noteWords || !kind.withdraws && isOwn
    let isFirst = document.version.flatMap { Int($0) } ?? 1 <= 1
    mustMatch = kind == .correction ? isShort && isFirst : !isStory
    // A restriction on a picture under the slug of a story restricts only what it names.
    names =
      isShort
      ? Self.words(of: document, hasHeadline: !kind.isRestriction)
      : Self.shortened([document.headline ?? ""] + orders.map(\.text))
  }

  /// What a short item or its notes say in plain sentences; nil if they do not have the wording of advisories.
  init?(plain document: Document, _ parser: NoticeParser) {
    // Words are counted first, since that is far cheaper than analysing them.
    guard document.body.utf8.count <= PlainAdvisory.longest,
      Tokenizer().words(in: document.body.utf8, masking: []).count < Self.plainWords
    else { return nil }
    let notes = document.fields.filter { $0.name == .editorsNote }.map(\.text)
    let text = (notes + [String(decoding: document.body.utf8, as: UTF8.self)]).joined(separator: "\n\n")
    guard let plain = PlainAdvisory(in: text, parser) else { return nil }
    kind = plain.kind
    isPlain = true
    isStory = !document.body.isEmpty
    names = Self.shortened([text])
    let bytes = Array(text.utf8)
    orders = plain.sentences.map { parser.parse(String(decoding: bytes[$0.indices], as: UTF8.self)) }
    // A slug or an identifier refers to an item, whether or not the item is known.
    mustMatch = kind.withdraws && AdvisoryNames.namesItem(orders.map(\.text))
  }

  /// The words of an advisory that are kept to find the items it names: headline, notes and the start of the text.
  static func words(of document: Document, hasHeadline: Bool = true) -> String {
    let notes = document.fields.filter { $0.name == .editorsNote }.map(\.text)
    let text = String(decoding: document.body.utf8.prefix(longest), as: UTF8.self)
    return shortened((hasHeadline ? [document.headline ?? ""] : []) + notes + [text])
  }

  /// An item with this many words beside its notices is a story; an advisory says what it is about, and little more.
  static let storyWords = 150
  /// An item with this many words is a news story, and not only a statement about another item.
  private static let plainWords = 60
  /// More words beside its notices than an embargo or its end needs.
  private static let noteWords = 40
  /// This many words are copy if the notices beside them name no other item.
  private static let ownWords = 20
  /// The most bytes of an advisory that are kept.
  private static let longest = 4096

  /// The words of an advisory, shortened to what is kept.
  static func shortened(_ parts: [String]) -> String {
    String(decoding: parts.joined(separator: "\n").utf8.prefix(longest), as: UTF8.self)
  }

  private static func statements(
    of document: Document, _ found: [FoundNotice], _ parser: NoticeParser
  ) -> [RightsStatement] {
    let labels = [HeadlineLabel.order(of: document), HeadlineLabel.embargo(of: document, parser)]
    return found.map(\.statement) + parser.statements(inFieldsOf: document)
      + labels.compactMap(\.self).map(parser.parse)
  }
}

extension NoticeParser {
  /// What a document's notes to editors and its fields for terms state.
  func statements(inFieldsOf document: Document) -> [RightsStatement] {
    let hasEnd = document.embargo?.instant != nil
    let notes = document.fields.filter {
      $0.name == .editorsNote && !(hasEnd && WireItem.isEmbargoReason($0.key))
    }
    let terms = document.textRights.filter { $0.place == .field && [.terms, .notice].contains($0.kind) }
    return (notes.map(\.text) + terms.map(\.text)).map(parse)
  }
}

extension Advisory.Kind {
  /// Whether it withdraws or holds what it names.
  var withdraws: Bool { self == .kill || self == .hold }

  /// Whether it limits the use of what it names.
  var isRestriction: Bool {
    switch self {
    case .usageRestriction, .mandatoryCredit, .internal: true
    case .kill, .hold, .embargo, .release, .correction, .update: false
    }
  }

  /// Whether an item with such a statement is copy, however short it is.
  fileprivate var leavesCopy: Bool {
    switch self {
    case .correction, .update, .usageRestriction, .mandatoryCredit, .internal: true
    case .kill, .hold, .embargo, .release: false
    }
  }
}
