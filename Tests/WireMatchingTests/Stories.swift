import WireMatching
import WireText

/// Invented copy of invented agencies.
enum Stories {
  static let vocabulary = Vocabulary([
    .init(
      functionWords: [
        "the", "a", "an", "of", "and", "to", "in", "on", "at", "for", "with", "was", "were", "had", "that",
        "it", "by",
        "from", "is", "as", "said", "who", "his", "her", "their", "be", "will", "would",
      ], endings: [.init("ss", replacement: "ss"), .init("s", least: 3)])
  ])

  static let bridge = """
    The swing bridge at Northport jammed half open on Tuesday evening, trapping eleven barges in the inner basin and \
    sending commuters on a forty minute detour through the cannery district. Engineers traced the fault to a sheared \
    drive pin that inspectors had flagged in a report filed last autumn. Harbour master Ingrid Vale said replacement \
    parts were being machined overnight in Calder Mills. She expects the span to close before the morning tide, though \
    heavier cargo may wait until Friday.
    """

  static let orchard = """
    A late frost wiped out nearly two thirds of the plum blossom across the Tamsin valley, growers reported on Monday. \
    The cooperative at Elder Cross has asked the province for emergency loans and wants seasonal permits extended by six \
    weeks. Agronomist Pell Okoro warned that weakened trees could carry canker into neighbouring pear orchards.
    """

  static let observatory = """
    Astronomers at the Dunmore observatory have mapped a faint ring of dust around the dwarf planet Keto, using nineteen \
    nights of infrared exposures. The ring is narrower than models predicted and tilts by eleven degrees. Lead author \
    Marisol Quint called the discovery a puzzle that a planned flyby should settle within the decade.
    """

  /// Reporting of a newsroom's own that shares nothing with the wire.
  static let own = """
    Our reporter spent the weekend with the volunteers who keep the old tram running between the station and the beach. \
    They polish brass, argue about timetables and drink remarkable amounts of tea. Nobody could remember a quieter \
    season, yet every seat was taken on Sunday afternoon and children waved from the upper deck all the way home.
    """

  static let notice = """
    Copyright Northwire. All rights reserved. This material may not be published, broadcast, rewritten or redistributed \
    without the prior written permission of Northwire and its member newspapers.
    """

  /// Unlike texts, so that words have frequencies.
  static let filler: [String] = (0..<40).map { number in
    let places = ["Abbot", "Brindle", "Corrie", "Dale", "Esk", "Farrow", "Glen", "Holm"]
    let things = [
      "council", "school", "market", "railway", "library", "hospital", "stadium", "theatre", "museum",
    ]
    let acts = [
      "opened", "closed", "planned", "rejected", "repaired", "sold", "praised", "delayed", "funded", "moved",
    ]
    func pick(_ list: [String], _ salt: Int) -> String {
      list[(number * 7 + salt * 13 + number / 3) % list.count]
    }
    return (0..<6).map { line in
      "The \(pick(things, line)) in \(pick(places, line + 1)) \(pick(acts, line)) a \(pick(things, line + 4)) near "
        + "\(pick(places, line + 5)) and \(pick(acts, line + 3)) its \(pick(things, line + 2)) number \(number * line)."
    }.joined(separator: " ")
  }

  static func items() -> [IndexItem] {
    let named = [("bridge", bridge), ("orchard", orchard), ("observatory", observatory)]
    return (named + filler.enumerated().map { ("filler\($0.offset)", $0.element) }).map {
      IndexItem(id: $0.0, payload: Array("payload of \($0.0)".utf8), text: Array($0.1.utf8))
    }
  }
}
