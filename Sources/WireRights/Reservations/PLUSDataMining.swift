internal import WireText

/// The data-mining codes of the PLUS coalition, as used in IPTC's photo metadata and NewsML-G2.
public enum PLUSDataMining {
  /// The statement of a code; nil if the text contains none.
  ///
  /// Codes that refer to a constraint or an expression elsewhere need review.
  public static func statement(_ text: String) -> RightsStatement? {
    let bytes = Array(text.utf8)
    guard let start = bytes.offset(of: Array("DMI-".utf8)) else { return nil }
    let end = bytes[start...].firstIndex { !(0x41...0x5A).contains($0) && $0 != 0x2D } ?? bytes.count
    var reservation = Reservation(text)
    let range = TextRange(start, end)
    switch String(decoding: bytes[(start + 4)..<end], as: UTF8.self) {
    case "UNSPECIFIED": break
    case "ALLOWED": reservation.permit([.tdm, .trainAI], at: range)
    case "PROHIBITED": reservation.reserve([.tdm], at: range)
    case "PROHIBITED-AIMLTRAINING", "PROHIBITED-GENAIMLTRAINING": reservation.reserve([.trainAI], at: range)
    case "PROHIBITED-EXCEPTSEARCHENGINEINDEXING":
      reservation.reserve([.tdm], at: range)
      reservation.permit([.index], at: range)
    default: reservation.leave(range)
    }
    // A second code in the same value contradicts the first or repeats it, so the value needs review.
    if bytes.offset(of: Array("DMI-".utf8), from: end) != nil { reservation.leave(reservation.whole) }
    return reservation.statement
  }
}
