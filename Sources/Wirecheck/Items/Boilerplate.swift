internal import WireRights
internal import WireText

/// The boilerplate of a text (notices and datelines), which is not prose of its writer and so no evidence of reuse.
enum Boilerplate {
  /// The boilerplate ranges of a text, in order.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - paragraphs: the paragraphs' ranges, in order.
  ///   - notices: the notices found in the text.
  ///   - agencies: the agencies whose datelines are recognised.
  static func ranges(
    in text: [UInt8], paragraphs: [TextRange], notices: [FoundNotice], _ agencies: AgencyDirectory
  ) -> [TextRange] {
    var ranges = notices.map(\.range)
    if let first = paragraphs.first, let dateline = dateline(in: text, first, agencies) {
      ranges.append(dateline)
    }
    return ranges.merged()
  }

  /// How far from the start of its paragraph the agency mark of a dateline may be, in bytes.
  private static let longestDateline = 120

  /// The dateline that a paragraph opens with, from the place name to the agency mark.
  private static func dateline(
    in text: [UInt8], _ paragraph: TextRange, _ agencies: AgencyDirectory
  ) -> TextRange? {
    let start = TextRange(paragraph.lower, min(paragraph.upper, paragraph.lower + longestDateline))
    let mark = agencies.agencyMarks(in: text, range: start).first { $0.form == .dateline }
    return mark.map { TextRange(paragraph.lower, $0.range.upper) }
  }
}
