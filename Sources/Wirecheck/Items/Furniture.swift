internal import WireRights
internal import WireText

/// The parts of a text that are no prose of its writer, and so no evidence of reuse: notices and datelines.
enum Furniture {
  /// The furniture of a text, in order.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - paragraphs: in order.
  ///   - notices: what was found in it.
  ///   - agencies: know their datelines.
  static func ranges(
    in text: [UInt8], paragraphs: [TextRange], notices: [FoundNotice], _ agencies: AgencyDirectory
  ) -> [TextRange] {
    var ranges = notices.map(\.range)
    if let first = paragraphs.first, let dateline = dateline(in: text, first, agencies) {
      ranges.append(dateline)
    }
    return inOrder(ranges)
  }

  /// How far from its paragraph's start the agency's mark of a dateline may stand, in bytes.
  private static let longestDateline = 120

  /// The dateline that a paragraph opens with, from its place to the agency's mark.
  private static func dateline(
    in text: [UInt8], _ paragraph: TextRange, _ agencies: AgencyDirectory
  ) -> TextRange? {
    let start = TextRange(paragraph.lower, min(paragraph.upper, paragraph.lower + longestDateline))
    let mark = agencies.agencyMarks(in: text, range: start).first { $0.form == .dateline }
    return mark.map { TextRange(paragraph.lower, $0.range.upper) }
  }

  /// Ranges in order that do not overlap.
  static func inOrder(_ ranges: [TextRange]) -> [TextRange] {
    var result: [TextRange] = []
    for range in ranges.sorted() where !range.isEmpty {
      if let last = result.last, range.lower <= last.upper {
        result[result.count - 1] = TextRange(last.lower, max(last.upper, range.upper))
      } else {
        result.append(range)
      }
    }
    return result
  }
}
