/// A configuration to start from.
struct ConfigurationTemplate {
  let site: String
  let territories: [String]
  let timeZone: String
  let agencies: [String]

  /// The configuration, YAML with comments.
  var text: String {
    let codes = territories.isEmpty ? ["worldwide"] : territories
    var text = """
      # What this newsroom may do with the copy of its agencies. Every key is checked: a misspelt one is an error.
      schema: 1

      site:
        id: \(site)
        territories: [\(codes.joined(separator: ", "))]
        channels: [web]            # web, mobile, newsletter, social, print, broadcast, feed …
        commercial: true           # advertising, subscriptions or a paywall
        timezone: \(timeZone)

      # Files that `wirecheck check` takes where none are named, and what fails a run.
      check:
        include: ["content/**/*.md", "content/**/*.html"]
        index: .wirecheck/index
        fail-on: error


      """
    text += agencies.isEmpty ? Self.noContracts : "contracts:\n" + agencies.map(Self.contract).joined()
    text += """

      # Limits for quoting without leave: a profile (custom, de, eu, uk, us), changed number by number.
      quotes:
        profile: custom

      """
    return text
  }

  private static let noContracts = """
    # One entry for each agreement; `wirecheck init --agency ID` writes them out.
    contracts: []

    """

  private static func contract(_ agency: String) -> String {
    """
      - agency: \(agency)
        agreement: enter the number of the agreement
        # from: 2026-01-01         # first and last day on which it holds
        # until: 2026-12-31
        clauses:
          - id: "1"
            text: Enter the clause's own words here. Until you permit something below, nothing is permitted.
            permit: []             # publish, modify, rewrite, translate, excerpt, archive …
            channels: [web]
            # duties:
            #   - credit: [Accepted form of the credit]

    """
  }
}
