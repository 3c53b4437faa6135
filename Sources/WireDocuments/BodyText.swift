public import WireText

/// A document's text in contiguous UTF-8, divided into paragraphs, with a map back to the file.
///
/// A reader that builds text from markup puts one line feed between two paragraphs; a reader of plain text
/// keeps the text as it is. All ranges of matches and notices are ranges of `utf8`.
public struct BodyText: Sendable {
  /// What a paragraph is.
  public enum Role: String, Sendable, Codable {
    case paragraph, subhead, quote, list, table, caption, apparatus, preformatted
  }

  /// One paragraph.
  public struct Paragraph: Sendable, Hashable {
    /// The range in `utf8`, without the line feed after it.
    public var range: TextRange
    /// What it is.
    public var role: Role

    /// A paragraph of the given parts.
    public init(_ range: TextRange, role: Role = .paragraph) {
      self.range = range
      self.role = role
    }
  }

  /// The whole text, valid UTF-8.
  public private(set) var utf8: [UInt8] = []
  /// The paragraphs in order; they do not overlap.
  public private(set) var paragraphs: [Paragraph] = []
  /// Whether paragraphs were left out because there were more than the limit.
  public internal(set) var isCut = false
  /// Where the text is in the file.
  public var map = SourceMap()
  /// The web addresses of links in the text, each once, as written; nil if the reader does not collect links.
  public internal(set) var targets: [String]?
  /// The words in attributes of its elements, until they are fields of the document.
  var attributeTexts: [AttributeText] = []
  /// Whether there are more of them than are kept.
  var hasFurtherAttributeTexts = false

  /// An empty text.
  public init() {}

  /// Whether there is no text.
  public var isEmpty: Bool { utf8.isEmpty }

  /// The text of a range.
  public func string(_ range: TextRange) -> String { String(decoding: utf8[range.indices], as: UTF8.self) }
  /// The text of each paragraph, in order.
  public var strings: [String] { paragraphs.map { string($0.range) } }

  /// Takes plain text unchanged; see `Paragraphs` for where its paragraphs begin and end.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - map: where the text is in the file.
  ///   - limits: the bounds to work within; text after the last paragraph that they allow is left out.
  public init(plain text: [UInt8], map: SourceMap, limits: Limits = Limits()) {
    self.utf8 = text
    self.map = map
    let all = Paragraphs.ranges(in: text)
    paragraphs = all.prefix(limits.paragraphs).map { Paragraph($0) }
    if paragraphs.count < all.count { cut(before: all[paragraphs.count].lower) }
  }

  /// Creates a text from valid parts: the paragraphs are in order and within `utf8`, which is valid UTF-8.
  init(_ utf8: [UInt8], paragraphs: [Paragraph], isCut: Bool, map: SourceMap, targets: [String]?) {
    self.targets = targets
    self.utf8 = utf8
    self.paragraphs = paragraphs
    self.isCut = isCut
    self.map = map
  }

  /// Removes the text from a byte offset to the end.
  private mutating func cut(before end: Int) {
    isCut = true
    utf8.removeSubrange(end...)
    map.removeSegments(from: end)
  }

  /// Appends a paragraph, separated from the one before by a line feed.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8 without line feeds.
  ///   - pieces: where each part of `text` was in the file: byte count, file range, exactness, in order. The counts
  ///     add up to at most the length of `text`.
  ///   - role: what the paragraph is.
  public mutating func append(
    _ text: [UInt8], from pieces: [(count: Int, file: FileRange, isExact: Bool)], role: Role = .paragraph
  ) {
    if !utf8.isEmpty { utf8.append(0x0A) }
    let start = utf8.count
    utf8 += text
    paragraphs.append(Paragraph(TextRange(start, utf8.count), role: role))
    var at = start
    for piece in pieces {
      map.append(TextRange(at, at + piece.count), from: piece.file, isExact: piece.isExact)
      at += piece.count
    }
  }
}

extension BodyText {
  /// The most link addresses that are kept for a text.
  private static let maximumTargets = 1000

  /// Records link targets; those that are not web addresses are left out.
  mutating func link(to addresses: [String]) {
    var all = targets ?? []
    for address in addresses where all.count < Self.maximumTargets {
      let isWeb = ["http://", "https://", "//"].contains { address.lowercased().hasPrefix($0) }
      if isWeb, !all.contains(address) { all.append(address) }
    }
    targets = all
  }

  /// Appends the paragraphs of another text.
  ///
  /// - Parameters:
  ///   - other: the text, mapped onto the same file.
  ///   - role: the role for its paragraphs that have none of their own.
  ///   - limits: the bounds to work within.
  mutating func append(contentsOf other: BodyText, role: Role = .paragraph, limits: Limits) {
    if let more = other.targets { link(to: more) }
    note(other.attributeTexts, from: paragraphs.count)
    guard !other.isEmpty, !isCut else { return }
    guard paragraphs.count + other.paragraphs.count <= limits.paragraphs else {
      isCut = true
      return
    }
    if !utf8.isEmpty { utf8.append(0x0A) }
    let start = utf8.count
    utf8 += other.utf8
    map.append(contentsOf: other.map, at: start)
    for paragraph in other.paragraphs {
      paragraphs.append(
        Paragraph(
          TextRange(paragraph.range.lower + start, paragraph.range.upper + start),
          role: paragraph.role == .paragraph ? role : paragraph.role))
    }
    isCut = other.isCut
  }
}
