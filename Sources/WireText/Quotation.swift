/// Words that a text marks as somebody else's by quotation marks.
public struct Quotation: Sendable, Hashable {
  /// From the opening mark to the closing one, both included.
  public var range: TextRange
  /// The text between the marks.
  public var inner: TextRange
  /// Whether it ends with a closing mark; otherwise it runs to the end of its paragraph.
  public var isClosed: Bool

  /// A quotation of the given parts.
  public init(range: TextRange, inner: TextRange, isClosed: Bool) {
    self.range = range
    self.inner = inner
    self.isClosed = isClosed
  }

  /// The outermost quotations of a text, in order.
  ///
  /// Knows “…”, „…“, „…”, ”…”, ”…“, ‘…’, ‚…‘, «…», »…«, »…», ‹…›, "…", ״…״, '…', 「…」, 『…』, their upright forms and
  /// ``…''. A quotation never leaves its paragraph: one that is not closed ends with it, and one that continues opens
  /// again in the next. An apostrophe, an inch mark or the mark within a Hebrew abbreviation opens and closes nothing.
  ///
  /// - Parameters:
  ///   - utf8: the text.
  ///   - paragraphs: in order, not overlapping; see `Paragraphs.ranges(in:)`.
  /// - Complexity: linear in the text.
  public static func all(in utf8: [UInt8], paragraphs: [TextRange]) -> [Quotation] {
    var result: [Quotation] = []
    for paragraph in paragraphs where paragraph.upper <= utf8.count {
      var scanner = QuotationScanner(paragraph)
      scanner.scan(utf8, into: &result)
    }
    return result
  }
}

/// Looks for the outermost quotations of one paragraph.
struct QuotationScanner {
  private enum Mark {
    case double, single, straightDouble, straightSingle, lowDouble, lowSingle, rightDouble
    case guillemets, reversedGuillemets, angle, reversedAngle, corner, whiteCorner, backticks
    case uprightCorner, uprightWhiteCorner

    /// Whether a scalar ends a quotation that this mark opened.
    ///
    /// - Parameter opensWord: whether it stands before a word, so that it can open a quotation as well.
    func isClosed(by scalar: UInt32, opensWord: Bool) -> Bool {
      switch self {
      case .double: scalar == 0x201D
      // Text from right to left is also written ”…“.
      case .rightDouble: scalar == 0x201D || scalar == 0x201C && !opensWord
      case .lowDouble: scalar == 0x201C || scalar == 0x201D
      case .straightDouble: [0x22, 0x201D, 0x05F4, 0xFF02].contains(scalar)
      case .single, .straightSingle: scalar == 0x2019 || scalar == 0x27
      case .lowSingle: scalar == 0x2018 || scalar == 0x2019
      case .guillemets: scalar == 0xBB
      // Swedish and Finnish have the same mark at both ends: »…».
      case .reversedGuillemets: scalar == 0xAB || scalar == 0xBB && !opensWord
      case .angle: scalar == 0x203A
      case .reversedAngle: scalar == 0x2039 || scalar == 0x203A && !opensWord
      case .corner: scalar == 0x300D
      case .whiteCorner: scalar == 0x300F
      case .uprightCorner: scalar == 0xFE42
      case .uprightWhiteCorner: scalar == 0xFE44
      case .backticks: scalar == 0x27
      }
    }

    /// Whether the mark that closes can also be an apostrophe.
    var closesLikeApostrophe: Bool {
      switch self {
      case .single, .straightSingle: true
      default: false
      }
    }
  }

  private let paragraph: TextRange
  private var open: (mark: Mark, start: Int, inner: Int)?
  /// The number of straight double marks that have been passed.
  private var straightMarks = 0
  /// What the whole paragraph has of marks; nil until one of them asks.
  private var knownMarks: Marks?

  init(_ paragraph: TextRange) { self.paragraph = paragraph }

  mutating func scan(_ text: [UInt8], into result: inout [Quotation]) {
    var at = paragraph.lower
    var before: UInt32 = 0x20
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      while at < paragraph.upper {
        let (scalar, width) = UTF8Decoding.scalar(base, at, paragraph.upper)
        let next = at + width
        if Self.mayBeMark(scalar) {
          let after = next < paragraph.upper ? UTF8Decoding.scalar(base, next, paragraph.upper).scalar : 0x20
          let place = Place(text: base, before: before, after: after, at: at, next: next)
          let taken = take(scalar, place, into: &result)
          if Self.isStraightDouble(scalar) { straightMarks += 1 }
          before = scalar
          at = taken
        } else {
          before = scalar
          at = next
        }
      }
    }
    if let open, !open.mark.closesLikeApostrophe {
      result.append(
        Quotation(
          range: TextRange(open.start, paragraph.upper), inner: TextRange(open.inner, paragraph.upper),
          isClosed: false))
    }
  }

  private static func mayBeMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x05F4, 0x2018...0x201E, 0x2039, 0x203A, 0x300C...0x300F,
      0xFE41...0xFE44, 0xFF02:
      true
    default: false
    }
  }

  /// Where a mark stands: its bytes, and the scalars beside it.
  private struct Place {
    let text: UnsafePointer<UInt8>
    let before, after: UInt32
    let at, next: Int
  }

  /// What a paragraph has of marks that look the same at both ends.
  private struct Marks {
    /// The number of straight double marks.
    var straight = 0
    /// The offset of the last mark that can close a quotation; −1 if there is none.
    var lastClosing = -1
  }

  /// Opens or closes a quotation at a mark; returns where to continue.
  private mutating func take(_ scalar: UInt32, _ place: Place, into result: inout [Quotation]) -> Int {
    let (before, after, next) = (place.before, place.after, place.next)
    guard let open else {
      guard let mark = Self.opening(scalar, before: before, after: after) else { return next }
      if mark == .straightDouble, Self.isSign(before), !isPaired(place.text) { return next }
      let inner = mark == .backticks ? next + 1 : next
      self.open = (mark, place.at, inner)
      return inner
    }
    guard open.mark.isClosed(by: scalar, opensWord: !Self.isWord(before) && Self.isWord(after)) else {
      return next
    }
    if open.mark.closesLikeApostrophe, Self.isWord(after), !Self.followsMarks(after) { return next }
    if isWithinAbbreviation(scalar, place) { return next }
    if open.mark == .backticks, after != 0x27 { return next }
    let end = open.mark == .backticks ? next + 1 : next
    result.append(
      Quotation(range: TextRange(open.start, end), inner: TextRange(open.inner, place.at), isClosed: true))
    self.open = nil
    return end
  }

  /// Whether the straight marks before this one are pairs, and those from it to the paragraph's end too.
  ///
  /// After a sign the same mark opens and closes. Where one is left over, which closes a quotation of the paragraph
  /// before or stands for inches, nothing tells which; none must draw in prose.
  private mutating func isPaired(_ text: UnsafePointer<UInt8>) -> Bool {
    straightMarks % 2 == 0 && marks(text).straight % 2 == 0
  }

  /// Whether a mark is the one within a Hebrew abbreviation and another one can still close the quotation.
  private mutating func isWithinAbbreviation(_ scalar: UInt32, _ place: Place) -> Bool {
    Self.isOfAbbreviation(scalar, place, paragraph.upper) && marks(place.text).lastClosing > place.at
  }

  /// Whether a mark is the one before the last letter of a Hebrew abbreviation: צה"ל.
  private static func isOfAbbreviation(_ scalar: UInt32, _ place: Place, _ upper: Int) -> Bool {
    guard isHebrew(place.before), isHebrew(place.after), isGershayim(scalar) else { return false }
    // A Hebrew letter takes two bytes.
    let end = place.next + 2
    return end >= upper || !isWord(UTF8Decoding.scalar(place.text, end, upper).scalar)
  }

  private mutating func marks(_ text: UnsafePointer<UInt8>) -> Marks {
    if let knownMarks { return knownMarks }
    var marks = Marks()
    var at = paragraph.lower
    var before: UInt32 = 0x20
    while at < paragraph.upper {
      let (scalar, width) = UTF8Decoding.scalar(text, at, paragraph.upper)
      let next = at + width
      if Self.isStraightDouble(scalar) { marks.straight += 1 }
      if Self.isStraightDouble(scalar) || Self.isGershayim(scalar) {
        let after = next < paragraph.upper ? UTF8Decoding.scalar(text, next, paragraph.upper).scalar : 0x20
        let place = Place(text: text, before: before, after: after, at: at, next: next)
        if !Self.isOfAbbreviation(scalar, place, paragraph.upper) { marks.lastClosing = at }
      }
      before = scalar
      at = next
    }
    knownMarks = marks
    return marks
  }

  private static func opening(_ scalar: UInt32, before: UInt32, after: UInt32) -> Mark? {
    let isFree = !isWord(before) && before != 0x2E && before != 0x2C
    switch scalar {
    case 0x201C: return .double
    case 0x201E: return .lowDouble
    case 0x201D: return isFree && isWord(after) ? .rightDouble : nil
    case 0x22, 0x05F4, 0xFF02:
      return (isFree || isSign(before)) && !isBlank(after) ? .straightDouble : nil
    case 0x2018: return isFree ? .single : nil
    case 0x201A: return isFree ? .lowSingle : nil
    case 0x27: return isFree && isWord(after) ? .straightSingle : nil
    case 0xAB: return isFree ? .guillemets : nil
    case 0xBB: return isFree && isWord(after) ? .reversedGuillemets : nil
    case 0x2039: return isFree ? .angle : nil
    case 0x203A: return isFree && isWord(after) ? .reversedAngle : nil
    case 0x300C: return .corner
    case 0x300E: return .whiteCorner
    case 0xFE41: return .uprightCorner
    case 0xFE43: return .uprightWhiteCorner
    case 0x60: return after == 0x60 ? .backticks : nil
    default: return nil
    }
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar)
        || (0x61...0x7A).contains(scalar)
    }
    switch Folding(scalar).role {
    case .letter, .digit, .spaceless: return true
    default: return false
    }
  }

  /// Whether words of the scalar's script follow a closing mark without a space, as the particles of Korean do.
  private static func followsMarks(_ scalar: UInt32) -> Bool {
    isSign(scalar) || (0xAC00...0xD7A3).contains(scalar)
  }

  /// Whether the scalar is of a script without spaces between words.
  private static func isSign(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x80, case .spaceless = Folding(scalar).role else { return false }
    return true
  }

  private static func isStraightDouble(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar == 0x05F4 || scalar == 0xFF02
  }

  /// Whether a mark also stands within Hebrew abbreviations.
  private static func isGershayim(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar == 0x05F4 || scalar == 0x201D
  }

  private static func isHebrew(_ scalar: UInt32) -> Bool { (0x05D0...0x05EA).contains(scalar) }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0xA0 || (0x09...0x0D).contains(scalar)
  }
}
