import WireReports
import WireTrees
import Wirecheck

/// The results of a calibration, as text and as JSON.
enum CalibrationText {
  /// The most alarms that are listed.
  private static let listed = 20

  static func text(_ calibration: Calibration, _ path: String) -> String {
    var text =
      "\(TerminalText.escaped(path)): \(stories(calibration.stories)) held against the items that they cannot be taken "
      + "from,\nas many as \(decimal(calibration.drafts)) drafts against the whole index\n"
    if calibration.unusable > 0 {
      text +=
        "left aside: \(stories(calibration.unusable)) without a time, or from after every item\n"
    }
    text += "\n      score   stories   in 1,000 drafts   at most (95%)\n"
    for row in calibration.rows {
      let cells = [
        (row.score == 0 ? "all" : "from \(Int(row.score))", 11), ("\(row.stories)", 10),
        (decimal(row.perThousand), 18), (decimal(row.perThousandAtMost), 17),
      ]
      text += cells.map { Columns.right($0.0, $0.1) }.joined() + "\n"
    }
    if let all = calibration.rows.first {
      text +=
        "\nAt this setting: \(decimal(all.perThousand)) false alarms in 1,000 drafts; with 95% confidence no more than "
        + "\(decimal(all.perThousandAtMost)).\n"
    }
    guard !calibration.alarms.isEmpty else { return text }
    text += "\nTo be read by a person, since a text that both had from elsewhere is no false alarm:\n"
    for alarm in calibration.alarms.prefix(listed) {
      text +=
        "  \(TerminalText.escaped(alarm.story)): item \(TerminalText.escaped(alarm.item)), score "
        + "\(decimal(alarm.score)), \(Wording.count(alarm.words, "word")), longest run \(alarm.longestRun)\n"
    }
    let left = calibration.alarms.count - listed
    return left > 0 ? text + "  and \(left) more (--json lists all)\n" : text
  }

  static func json(_ calibration: Calibration, _ path: String) -> JSONOutput {
    .object([
      ("index", .string(path)), ("stories", .integer(calibration.stories)),
      ("drafts", .decimal(calibration.drafts)), ("left_aside", .integer(calibration.unusable)),
      (
        "table",
        .array(
          calibration.rows.map { row in
            .object([
              ("score", .decimal(row.score)), ("stories", .integer(row.stories)),
              ("per_thousand", .decimal(row.perThousand)),
              ("per_thousand_at_most", .decimal(row.perThousandAtMost)),
            ])
          })
      ),
      (
        "alarms",
        .array(
          calibration.alarms.map { alarm in
            .object([
              ("story", .string(alarm.story)), ("item", .string(alarm.item)),
              ("score", .decimal(alarm.score)),
              ("words", .integer(alarm.words)), ("longest_run", .integer(alarm.longestRun)),
            ])
          })
      ),
    ])
  }

  private static func stories(_ count: Int) -> String { count == 1 ? "1 story" : "\(count) stories" }

  /// A number with one decimal.
  private static func decimal(_ value: Double) -> String {
    let tenths = Int((min(value, 1e12) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
