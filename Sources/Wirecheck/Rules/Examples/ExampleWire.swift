/// Stories and terms that several examples share.
enum ExampleWire {
  /// The first sentence of Northwire's story.
  static let first =
    "The keeper of the Ormsby lighthouse climbed its 212 steps for the last time on Tuesday and handed a brass key to"
    + " the engineer who will run the lamp from an office forty miles inland."
  /// Its second sentence.
  static let second =
    "He had wound the clock beneath the lantern every evening since 1987, he said, and did not intend to ask who"
    + " would wind it now."
  /// A third sentence, for examples that need a longer story.
  static let third =
    "Fishermen from Tarrow harbour rowed out with a barrel of salted herring and a portrait of his grandmother, the"
    + " first woman to keep a light on that coast, and sang until the tide turned them home."
  /// The newsroom's own words.
  static let own = "The council meets on Thursday to decide what becomes of the cottages below the tower."

  /// A document with the story's first sentence and the newsroom's own words.
  static let copied = "\(first)\n\n\(own)\n"

  /// Northwire's story as delivered.
  ///
  /// - Parameter fields: further members of the JSON object, each beginning with a comma.
  static func story(_ fields: String = "") -> String {
    #"{"id": "NW-1201", "version": "1", "agency": "Northwire", "published": "2026-11-19T08:00:00Z", "#
      + #""slug": "ORMSBY-LIGHT", "text": "\#(first) \#(second)"\#(fields)}"#
  }

  /// The same story as delivered by another source, by default a day earlier.
  static func sameStory(of agency: String = "Coast Desk", at time: String = "2026-11-18T08:00:00Z") -> String
  {
    #"{"id": "CD-55", "agency": "\#(agency)", "published": "\#(time)", "text": "\#(first) \#(second)"}"#
  }

  /// A notice that reserves all rights and says nothing else.
  static let reserved = #", "notice": "© 2026 Northwire. All rights reserved.""#
  /// A notice that explicitly prohibits use.
  static let prohibiting =
    #", "notice": "© 2026 Northwire. This material may not be published, broadcast, rewritten or "#
    + #"redistributed without permission.""#

  /// A contract with Northwire of one clause.
  ///
  /// - Parameters:
  ///   - keys: the YAML lines of the clause in addition to its permit.
  ///   - period: the contract's period, if it has one.
  static func contract(_ keys: [String] = [], period: String? = nil) -> String {
    (["contracts:", "  - agency: northwire", "    agreement: NW-2026-07"]
      + [period].compactMap { $0.map { "    \($0)" } }
      + [
        "    clauses:", "      - id: \"4.1\"", "        text: The Client may publish and edit Items.",
        "        permit: [publish, modify]",
      ] + keys.map { "        \($0)" }).joined(separator: "\n")
  }
}
