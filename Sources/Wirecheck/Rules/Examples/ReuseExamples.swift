/// Examples of the rules on reuse, WC101 to WC106.
enum ReuseExamples {
  static let all = [verbatim, rewritten, notLicensed, excerpt, quotation]

  private static let verbatim = RuleExamples(
    VerbatimProhibited.description,
    RuleExample(ExampleWire.copied, wire: [ExampleWire.story(ExampleWire.prohibiting)]),
    butPassesWhere: "the newsroom has a contract with the agency that permits it"
  ) { $0.terms = ExampleWire.contract() }

  private static let rewritten = RuleExamples(
    RewriteProhibited.description,
    RuleExample(
      """
      On Tuesday the last keeper of Ormsby lighthouse climbed all of its many steps, 212 of them, for one last \
      time and then, at the very top, handed over a heavy old brass key to some young engineer, who from now on \
      will run the lamp, and the fog horn, out of an office that is all of forty miles inland. He had since 1987 \
      wound the small clock that hangs beneath the lantern, and had done so on each and every evening, as he \
      later said to us; he did not much intend to go and ask who was to wind it next.
      """, wire: [ExampleWire.story(ExampleWire.prohibiting)]),
    butPassesWhere: "the story is the newsroom's own report on the same day"
  ) {
    $0.draft = """
      Ormsby's lighthouse has no keeper any more. Dagny Holt, 61, left the tower shortly before noon, with two \
      suitcases and a parrot; neighbours from the cottages carried her books down to the jetty. The light will be \
      watched from the mainland, the harbour office said.
      """
  }

  private static let notLicensed = RuleExamples(
    SourceNotLicensed.description,
    RuleExample(ExampleWire.copied, wire: [ExampleWire.story(ExampleWire.reserved)]),
    butPassesWhere: "a contract with the agency is on file"
  ) { $0.terms = ExampleWire.contract() }

  private static let excerpt = RuleExamples(
    ExcerptOverLimit.description,
    RuleExample(
      "\(ExampleWire.first) \(ExampleWire.second)\n\nNorthwire reported this.\n", wire: [ExampleWire.story()],
      terms: """
        contracts:
          - agency: northwire
            agreement: NW-2026-07
            clauses:
              - id: "4.1"
                text: The Client may link to Items.
                permit: [link]
            excerpt: {words: 40}
        """),
    butPassesWhere: "no more of the item is taken than the contract's 40 words"
  ) { $0.draft = "\(ExampleWire.first)\n\nNorthwire reported this.\n" }

  private static let quotation = RuleExamples(
    QuoteOverLength.description,
    RuleExample(
      "Northwire put it like this: “\(ExampleWire.first)”\n\n\(ExampleWire.own)\n",
      wire: [ExampleWire.story(ExampleWire.reserved)],
      terms: """
        quotes:
          max-words-per-quote: 25
          max-share-of-source: 1
        """),
    butPassesWhere: "the house limits allow quotations of 50 words"
  ) { $0.terms = $0.terms.replacing("25", with: "50") }
}
