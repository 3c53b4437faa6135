/// A text in which a credit may appear: a field, or a sentence of the draft.
public struct CreditText: Sendable, Hashable {
  /// The manner of a sentence, as far as it affects whether a named party is credited.
  public struct Manner: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Manners of the given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A negation: “did not answer”.
    public static let denies = Manner(rawValue: 1)
    /// A short caption of a picture or recording: “Photo: …”.
    public static let labelsMedia = Manner(rawValue: 2)
    /// A pointer to other pages: “Tags: …”, “Read more at …”.
    public static let pointsElsewhere = Manner(rawValue: 4)
  }

  /// Where the text is.
  public enum Place: Sendable, Hashable {
    /// A field for credits: byline, credit line, dateline, source and the like.
    case field
    /// The first or last paragraph, or within two sentences of a passage.
    case running
    /// Inside a passage: the words are the agency's.
    case copied
  }

  let folded: FoldedText
  let place: Place
  let manner: Manner

  /// A text in a manner; empty if none is known.
  public init(_ text: String, in place: Place, _ manner: Manner = []) {
    folded = FoldedText(text)
    self.place = place
    self.manner = manner
  }

  /// Whether a form appears in it as a credit.
  func credits(_ form: CreditForm) -> Bool { form.mentions(in: folded.words).contains(where: isCredit) }

  /// Whether a run of its words, which names an agency, is a credit.
  ///
  /// Any name in a field is a credit, and so is one in a sentence of the newsroom's own. In copied words only a
  /// mark in brackets is a credit, as in “VARNA (Northwire) –”. A name in a negated sentence, in an address, in a
  /// longer name, in a caption or in a pointer to other pages is not.
  func isCredit(_ mention: Range<Int>) -> Bool {
    if isInAddress(mention) || manner.contains(.pointsElsewhere) { return false }
    if place != .field, isBracketed(mention) { return true }
    guard place != .copied, manner.isDisjoint(with: [.denies, .labelsMedia]) else { return false }
    return place == .field || !isInLongerName(mention)
  }

  // MARK: The context of a mention

  private func scalar(before mention: Range<Int>, _ distance: Int = 1) -> Unicode.Scalar? {
    let index = folded.ranges[mention.lowerBound].lowerBound - distance
    return index >= 0 ? folded.scalars[index] : nil
  }

  private func scalar(after mention: Range<Int>, _ distance: Int = 0) -> Unicode.Scalar? {
    let index = folded.ranges[mention.upperBound - 1].upperBound + distance
    return index < folded.scalars.count ? folded.scalars[index] : nil
  }

  /// Whether it is part of a web or mail address, a hashtag or a handle.
  private func isInAddress(_ mention: Range<Int>) -> Bool {
    let isTag = scalar(before: mention).map { "@#".unicodeScalars.contains($0) } ?? false
    let followsDot =
      scalar(before: mention) == "." && scalar(before: mention, 2)?.properties.isAlphabetic == true
    let followsSlashes = scalar(before: mention) == "/" && scalar(before: mention, 2) == "/"
    let leadsDot = scalar(after: mention) == "." && scalar(after: mention, 1)?.properties.isAlphabetic == true
    return isTag || followsDot || followsSlashes || leadsDot || scalar(after: mention) == "@"
  }

  private func isBracketed(_ mention: Range<Int>) -> Bool {
    guard let before = scalar(before: mention), let after = scalar(after: mention) else { return false }
    return before.properties.generalCategory == .openPunctuation
      && after.properties.generalCategory == .closePunctuation
  }

  /// Whether it is the start of a longer name: a capitalised word follows, in a text that is not all capitals, or
  /// capitals after a hyphen: “Northwire Institute”, “Northwire-AFX”.
  private func isInLongerName(_ mention: Range<Int>) -> Bool {
    guard mention.upperBound < folded.words.count, let gap = scalar(after: mention) else { return false }
    let next = folded.ranges[mention.upperBound]
    guard next.lowerBound == folded.ranges[mention.upperBound - 1].upperBound + 1 else { return false }
    let word = folded.scalars[next]
    let isCapitalised = folded.scalars[next.lowerBound].properties.isUppercase
    if gap == "-" { return word.count > 1 && word.allSatisfy(\.properties.isUppercase) }
    return gap == " " && isCapitalised && word.contains { $0.properties.isLowercase }
  }
}
