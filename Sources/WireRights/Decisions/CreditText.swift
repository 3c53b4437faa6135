/// A text in which a credit may stand: a field, or a sentence of the draft.
public struct CreditText: Sendable, Hashable {
  /// How a sentence speaks, as far as it says whether who is named in it is credited.
  public struct Manner: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Manners of the given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// It says no: “did not answer”.
    public static let denies = Manner(rawValue: 1)
    /// It is a short line on a picture or recording: “Photo: …”.
    public static let labelsMedia = Manner(rawValue: 2)
    /// It sends readers elsewhere: “Tags: …”, “Read more at …”.
    public static let pointsElsewhere = Manner(rawValue: 4)
  }

  /// Where it stands.
  public enum Place: Sendable, Hashable {
    /// In a field that is for credits: byline, credit line, dateline, source and the like.
    case field
    /// In the first or last paragraph, or within two sentences of a passage.
    case running
    /// In a passage: the words are the agency's.
    case copied
  }

  let folded: FoldedText
  let place: Place
  let manner: Manner

  /// A text that speaks in a manner; in none that is known if nothing is said.
  public init(_ text: String, in place: Place, _ manner: Manner = []) {
    folded = FoldedText(text)
    self.place = place
    self.manner = manner
  }

  /// Whether a form stands in it as a credit.
  func credits(_ form: CreditForm) -> Bool { form.mentions(in: folded.words).contains(where: isCredit) }

  /// Whether a run of its words, which name somebody, credits them.
  ///
  /// A field credits whoever is named in it, and so does a sentence of the newsroom's own. The copied words credit by a
  /// mark in brackets only, as in “VARNA (Northwire) –”. What is denied, or stands in an address, in a longer name, in a
  /// line on a picture or in one that sends readers elsewhere, credits nobody.
  func isCredit(_ mention: Range<Int>) -> Bool {
    if isInAddress(mention) || manner.contains(.pointsElsewhere) { return false }
    if place != .field, isBracketed(mention) { return true }
    guard place != .copied, manner.isDisjoint(with: [.denies, .labelsMedia]) else { return false }
    return place == .field || !isInLongerName(mention)
  }

  // MARK: What stands around a mention

  private func scalar(before mention: Range<Int>, _ distance: Int = 1) -> Unicode.Scalar? {
    let index = folded.ranges[mention.lowerBound].lowerBound - distance
    return index >= 0 ? folded.scalars[index] : nil
  }

  private func scalar(after mention: Range<Int>, _ distance: Int = 0) -> Unicode.Scalar? {
    let index = folded.ranges[mention.upperBound - 1].upperBound + distance
    return index < folded.scalars.count ? folded.scalars[index] : nil
  }

  /// Whether it is part of an address of the web or of mail, a hashtag or a handle.
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

  /// Whether it is the start of a longer name: a word with a capital follows, in a text that is not all capitals, or
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
