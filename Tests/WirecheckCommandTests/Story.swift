import Foundation

/// An invented story of an invented agency, in the shape in which such a story often arrives: plain text, a
/// dateline, nine paragraphs, the notice as the last line.
enum Story {
  /// The notice.
  static let notice =
    "Copyright 2026 Northwire. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission."

  /// The words of the notice that forbid publication.
  static let clause = "may not be published, broadcast, rewritten or redistributed"

  /// Three sentences in a row.
  static let three = """
    Prime Minister Ilona Marek of Tarvia will spend three days in Sundmark from Nov. 23 to 25, her office confirmed \
    on Thursday. She had already been expected among the guests at the reopening of the Grenna rail tunnel on \
    Tuesday. Her office said the journey followed an invitation from the Sundmark chancellor, Aksel Torve, and \
    would include talks on a second crossing of the strait and on the fishing grounds off Cape Lodden.
    """

  /// The body's paragraphs.
  static let paragraphs = [
    three,
    "The two leaders will sign a bundle of agreements on customs and cables, it said.",
    """
    The visit is Marek’s third since Sundmark closed its harbours to Tarvian trawlers in the spring of 2024. Although \
    her cabinet calls itself an honest broker in the quarrel over quotas, it has backed the trawler owners’ view that \
    they were driven out by rivals from the south. Tarvian yards have gone on supplying the winches and sonar that \
    most of the fleet depends on.
    """,
    """
    Marek last came to Sundmark for a meeting of the strait council in September 2025 and for a private holiday the \
    year before. Torve travelled to Tarvia in February. Both attended the funeral of the poet Henrik Aas in May, the \
    chancellor’s first appearance abroad after his operation, and met again in July at a regatta in Velden.
    """,
    """
    Since it introduced what it insists on calling a “resting period” for cod, Sundmark has grown ever more dependent \
    on Tarvia for fresh fish, as its own catch fell to the lowest level in sixty years. The increased trade has \
    softened some of the hardest blows for its canneries.
    """,
    """
    The canneries have shifted most of their purchases to Tarvian cooperatives and hired Tarvian foremen to repair \
    machines for which no spare parts can be bought at home any longer.
    """,
    "Marek and Torve have formed a warm personal bond that has eased dealings between the two capitals.",
    """
    On Wednesday Sundmark’s coastguard accused the harbour master of Velden of endangering the guests of the tunnel \
    ceremony after he refused to suspend blasting at the new mole. The harbour master answered that nobody had asked \
    him, and that “dynamite keeps its own calendar”.
    """,
  ]

  /// The story as it is delivered.
  static let text = "GRENNA, Sundmark – " + paragraphs.joined(separator: "\n") + "\n" + notice + "\n"

  /// A word of the agency that must not come out where its words are withheld; a report may break lines anywhere
  /// else.
  static let canary = "winches"

  /// A draft that takes a paragraph with other words for the canary's.
  static let copiedWithoutCanary = page(
    [opening, paragraphs[2].replacing("the \(canary) and sonar", with: "capstans, sonar"), ending]
      .joined(separator: "\n\n"))

  // MARK: Drafts

  private static func page(_ body: String, front: String = "") -> String {
    "---\ntitle: What the visit means for us\nauthor: Staff reporter\n\(front)---\n\n" + body + "\n"
  }

  private static let opening =
    "Our harbour will look across the strait with some envy next week, and not only because of the flags."
  private static let ending =
    "In the café at the mole they have put out two more tables, and the landlady has bought a second flag."

  /// Three sentences of the story in a row.
  static let copied = page([opening, three, ending].joined(separator: "\n\n"))

  /// Five sentences of the story in other words.
  static let rewritten = page([opening, retold, ending].joined(separator: "\n\n"))

  private static let retold = """
    It is Marek’s third visit since Sundmark shut its harbours to the trawlers of Tarvia in the spring of 2024. \
    While her cabinet likes to call itself an honest broker in this quarrel over quotas, it backed the view of the \
    trawler owners that rivals from the south had driven them out. Yards in Tarvia went on supplying the sonar and \
    the winches on which most of the fleet still depends. Marek was last in Sundmark for the meeting of the strait \
    council in September 2025, and a year before that for a private holiday. In February it was Torve who travelled \
    to Tarvia.
    """

  /// The copied draft with the agency's credit.
  static let credited = page(
    [opening, three, ending].joined(separator: "\n\n"), front: "credit: Northwire\n")

  /// The rewritten draft with the agency's credit.
  static let rewrittenCredited = page(
    [opening, retold, ending].joined(separator: "\n\n"), front: "credit: Northwire\n")

  /// Own reporting on the same event that quotes one phrase and says whose it is.
  static let reported = page(
    """
    I spent Wednesday on the mole at Velden, where the drills do not stop for anybody. A foreman showed me the chart \
    on which he crosses off the charges, in pencil, because the sea has views of its own.

    The guests of the ceremony will hear it too. The harbour master told Northwire that “dynamite keeps its own \
    calendar”, and to me he said that so did his wife.

    Our own boats stay at home on the day. Fourteen skippers have signed a letter, and the fifteenth has lent them \
    the pen.
    """)
}
