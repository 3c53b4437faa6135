/// Examples of the rules on reuse, WC101 to WC108.
enum ReuseExamples {
  static let all = [verbatim, rewritten, notLicensed, excerpt, quotation, unclear]

  private static let verbatim = RuleExamples(
    VerbatimProhibited.description,
    RuleExample(ExampleWire.copied, wire: [ExampleWire.story(ExampleWire.prohibiting)]),
    butPassesWhere: "the newsroom has a contract with the agency that permits it"
  ) { $0.terms = ExampleWire.contract() }

  private static let rewritten = RuleExamples(
    RewriteProhibited.description,
    RuleExample(
      """
      On Tuesday, for one last time, the Ormsby lighthouse keeper climbed every single one of the 212 steps up \
      to the top, then he handed over his heavy brass key to a young engineer, a man who from here on will run \
      the lamp out of an office that lies some forty miles inland. On every evening that there was since 1987 \
      it was he, and nobody else, who had wound the old clock beneath the lantern, and he did not at all \
      intend, so he said to us, to go and ask who would wind it after him. Then came the fishermen from Tarrow \
      harbour, who rowed out in the dusk with a whole barrel full of their own salted herring and also with a \
      portrait of his late grandmother, who was the first woman ever to keep any light on that coast, and all \
      of them stayed and sang there for him until a rising tide turned them for home.
      """,
      wire: [
        ExampleWire.story(ExampleWire.prohibiting).replacing(
          ExampleWire.second, with: "\(ExampleWire.second) \(ExampleWire.third)")
      ]),
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

  private static let unclear = RuleExamples(
    SourceUnclear.description,
    RuleExample(
      ExampleWire.copied, wire: [ExampleWire.story(ExampleWire.reserved), ExampleWire.sameStory()],
      terms: ExampleWire.contract()),
    butPassesWhere: "the document names one of the agencies in its credit"
  ) {
    $0.draft = #"{"id": "a-17", "credit": "Northwire", "text": "\#(ExampleWire.first) \#(ExampleWire.own)"}"#
  }
}
