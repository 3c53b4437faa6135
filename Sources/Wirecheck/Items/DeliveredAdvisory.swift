internal import WireDocuments
internal import WireRights
internal import WireText

/// What an item says as an advisory to editors: in its notes, in the label of its headline and in its text.
struct DeliveredAdvisory {
  /// The gravest kind among its words.
  let kind: Advisory.Kind
  /// What it says of that kind.
  let orders: [RightsStatement]
  /// Whether it is one only where its words name an item, since it takes no form of an advisory.
  let isPlain: Bool
  /// Whether the item is copy all the same, and not only an advisory.
  let isStory: Bool
  /// Whether somebody has to know where it names nothing.
  let isNews: Bool
  /// The words in which it may name items, shortened.
  let names: String

  /// What an item says; nil where it says nothing of the kind.
  ///
  /// - Parameters:
  ///   - document: the item.
  ///   - found: the notices in its text.
  ///   - parser: reads its fields.
  init?(of document: Document, _ found: [FoundNotice], _ parser: NoticeParser) {
    let statements = Self.statements(of: document, found, parser)
    let kinds = statements.compactMap(\.advisory?.kind)
    guard let kind = Advisory.Kind.order.first(where: kinds.contains) else { return nil }
    let orders = statements.filter { $0.advisory?.kind == kind }
    // Words to editors that rule nothing, such as whom to call, are about no item.
    guard kind != .internal || orders.contains(where: { !$0.clauses.isEmpty }) else { return nil }
    let prose = Tokenizer().words(in: document.body.utf8, masking: Furniture.inOrder(found.map(\.range)))
    self.kind = kind
    self.orders = orders
    isPlain = false
    let isShort = prose.count < Self.storyWords
    // “For immediate release” over an item speaks of the item itself.
    let isOwn = prose.count >= Self.ownWords && !AdvisoryNames.namesItem(orders.map(\.text))
    isStory = kind.leavesCopy || prose.count >= Self.noteWords || !kind.withdraws && isOwn
    let isFirst = document.version.flatMap { Int($0) } ?? 1 <= 1
    isNews = kind == .correction ? isShort && isFirst : !isStory
    // What restricts a picture and bears the slug of a story restricts only what it names.
    names =
      isShort
      ? Self.words(of: document, hasHeadline: !kind.isRestriction)
      : Self.shortened([document.headline ?? ""] + orders.map(\.text))
  }

  /// What a short item or its notes say in plain sentences; nil where they have no words of advisories.
  init?(plain document: Document, _ parser: NoticeParser) {
    // Words are counted first, since that costs far less than to read what they mean.
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
    // What bears a slug or an identifier is an item, known or not.
    isNews = kind.withdraws && AdvisoryNames.namesItem(orders.map(\.text))
  }

  /// The words of an advisory that are kept to find what it names: headline, notes and the start of the text.
  static func words(of document: Document, hasHeadline: Bool = true) -> String {
    let notes = document.fields.filter { $0.name == .editorsNote }.map(\.text)
    let text = String(decoding: document.body.utf8.prefix(longest), as: UTF8.self)
    return shortened((hasHeadline ? [document.headline ?? ""] : []) + notes + [text])
  }

  /// Words beside its notices that make an item a story; an advisory says what it is about, and little more.
  static let storyWords = 150
  /// An item of so many words tells news, and does not only say something of another.
  private static let plainWords = 60
  /// Words beside its notices that are more than an embargo or its end needs to be told.
  private static let noteWords = 40
  /// So many words are copy where the notices beside them name no other item.
  private static let ownWords = 20
  /// More bytes of an advisory are not kept.
  private static let longest = 4096

  /// The words of an advisory that are kept.
  static func shortened(_ parts: [String]) -> String {
    String(decoding: parts.joined(separator: "\n").utf8.prefix(longest), as: UTF8.self)
  }

  private static func statements(
    of document: Document, _ found: [FoundNotice], _ parser: NoticeParser
  ) -> [RightsStatement] {
    let hasEnd = document.embargo?.instant != nil
    var texts = document.fields.filter {
      $0.name == .editorsNote && !(hasEnd && WireItem.isEmbargoReason($0.key))
    }.map(\.text)
    texts += document.textRights.filter { $0.place == .field && [.terms, .notice].contains($0.kind) }.map(
      \.text)
    if let label = HeadlineLabel.order(of: document) { texts.append(label) }
    if let gate = HeadlineLabel.embargo(of: document, parser) { texts.append(gate) }
    return found.map(\.statement) + texts.map(parser.parse)
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

  /// Whether an item with such words is copy however short it is.
  fileprivate var leavesCopy: Bool {
    switch self {
    case .correction, .update, .usageRestriction, .mandatoryCredit, .internal: true
    case .kill, .hold, .embargo, .release: false
    }
  }
}
