import Testing

/// Contracts drafted from whole pages: lists and what introduces them, headings, quotations, and the media of a sentence.
struct PolicyParseTests {
  private func draft(_ page: String) throws -> String {
    let newsroom = try Newsroom(wire: nil)
    try newsroom.folder.write(page, to: "terms.txt")
    let outcome = try newsroom.tool.run("policy", "parse", "terms.txt", "--agency", "northwire")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  static let line =
    "This story was first published by Northwire, a newsroom of the northern coast. Read more there."

  /// The paragraphs of a page, and the sentences in them.
  static let page: [[String]] = [
    ["HOW TO USE OUR STORIES"], ["What may I do?"],
    [
      "Northwire’s articles are available free for republication online or in print.",
      "Please follow these guidelines:",
    ],
    ["• Use this attribution at the top of the story: “\(line)”"],
    ["• Preserve all hyperlinks.", "Readers like them."],
    ["• When possible, include our logo."],
    ["• You may not sell the articles."],
    ["• Articles cannot be edited beyond corrections of time and place."],
    ["If you publish online, you must link to the URL of this story."],
    ["GIVE CREDIT WHERE CREDIT IS DUE"],
    ["We like to be read."],
  ]

  @Test func aGrantStandsOnceWithTheDutiesOfItsList() throws {
    let draft = try draft(Self.page.map { $0.joined(separator: " ") }.joined(separator: "\n\n"))
    let terms = draft.split(separator: "\n").map { $0.split(separator: "  #")[0].drop { $0 == " " } }
      .filter { line in ["permit", "prohibit", "duties", "channels"].contains { line.hasPrefix($0 + ":") } }
    #expect(
      terms == [
        "permit: [publish]", "channels: [web, print]", "duties: [{credit: [\"\(Self.line)\"]}, keep-links]",
        "prohibit: [resell]", "duties: [link-back]", "channels: [web]",
      ], "\(draft)")
    #expect(draft.contains("# not in it: 3 further sentences of its list"), "\(draft)")
  }

  /// Nothing of a page stands in two places, and nothing in none.
  @Test func everySentenceStandsInOnePlace() throws {
    let draft = try draft(Self.page.map { $0.joined(separator: " ") }.joined(separator: "\n\n"))
    let comments = draft.split(separator: "\n").filter {
      $0.hasPrefix("# - ") || $0.hasPrefix("  # ") || $0.hasPrefix("  #  … ")
    }
    for sentence in Self.page.joined() {
      let words = sentence.hasPrefix("• ") ? String(sentence.dropFirst(2)) : sentence
      #expect(comments.count { $0.hasSuffix(" " + words) } == 1, "\(words)\n\(draft)")
    }
  }

  /// A sentence that permits by barring all else is the grant that it words; one whose limit nobody can enter is none.
  @Test(arguments: [
    ("The Client may publish the Content only in Norway.", ["permit: [publish]", "territories: [NO]"]),
    ("The Content may be published in print only.", ["permit: [publish]", "channels: [print]"]),
    ("Content may be used only in Norway.", []), ("The Content may not be published outside Norway.", []),
    ("The Client may publish no more than three items a day on social media.", []),
    ("Content must be deleted within 30 days of the end of this agreement.", []),
    ("The Client may not publish the Content more than 30 days after receipt.", []),
  ])
  func onlyWhatIsGranted(_ sentence: String, _ terms: [String]) throws {
    let draft = try draft("These are the terms of the agreement.\n\n\(sentence)\n")
    let found = draft.split(separator: "\n").map { $0.split(separator: "  #")[0].drop { $0 == " " } }
      .filter { line in
        ["permit", "prohibit", "territories", "channels", "retention", "within"].contains {
          line.hasPrefix($0 + ":")
        }
      }
    #expect(found.map(String.init) == terms, "\(draft)")
    #expect(draft.contains(terms.isEmpty ? ": \(sentence)" : "  # \(sentence)"))
  }

  /// Words before a list, its items, and the terms that they come to together.
  static let lists: [(String, [String], [String])] = [
    (
      "You may not:", ["sell the articles;", "translate the articles."],
      ["prohibit: [resell]", "prohibit: [translate]"]
    ),
    ("You may not:", ["(a) sell the articles;", "(b) keep our logo."], ["prohibit: [resell]"]),
    (
      "You are welcome to republish our articles, so long as:", ["You credit Northwire."],
      ["permit: [publish]", "duties: [{credit: [\"Northwire\"]}]"]
    ),
    ("Our articles may not be changed, except for the following:", ["Headlines may be edited."], []),
    ("Here is what we ask:", ["You may not sell the articles."], ["prohibit: [resell]"]),
  ]

  @Test(arguments: lists)
  func itemsGoOnFromTheWordsBeforeThem(_ lead: String, _ items: [String], _ terms: [String]) throws {
    let draft = try draft(
      lead + "\n\n" + items.map { "\($0.first == "(" ? "" : "- ")\($0)" }.joined(separator: "\n\n") + "\n")
    let found = draft.split(separator: "\n").map { $0.split(separator: "  #")[0].drop { $0 == " " } }
      .filter { line in ["permit", "prohibit", "duties"].contains { line.hasPrefix($0 + ":") } }
    #expect(found.map(String.init) == terms, "\(draft)")
  }

  /// Sentences of contracts, each of which is a clause with nothing left over.
  @Test(
    arguments: [
      (
        "The Client may not use Northwire Content to train artificial intelligence systems.",
        "prohibit: [train-ai]"
      ),
      ("The Client shall credit Northwire in each use.", "duties: [{credit: [\"Northwire\"]}]"),
      ("The Client must refrain from altering the Content.", "prohibit: [modify]"),
      ("The Client shall not resell the Content.", "prohibit: [resell]"),
    ])
  func sentencesOfContracts(_ sentence: String, _ terms: String) throws {
    let draft = try draft("You may publish our articles on your website.\n\n\(sentence)\n")
    #expect(draft.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix(terms) }, "\(draft)")
  }

  /// Before anybody has read a draft it decides nothing, whichever way it leans.
  @Test(arguments: ["You may republish our articles.", "You may not republish our articles."])
  func anUnreadDraftIsForAPerson(_ sentence: String) throws {
    let newsroom = try Newsroom(contract: "check:\n  contracts: [\"draft.yaml\"]\n", wire: nil)
    try newsroom.folder.write(try draft(sentence), to: "draft.yaml")
    let ask = ["policy", "ask", "northwire", "--use", "republish", "--channel", "web", "--at", Newsroom.now]
    let open = try newsroom.tool.run(ask)
    #expect(
      open.output.hasPrefix("needs-review: ") && open.output.contains("drafted, not confirmed"),
      "\(open.everything)")
    #expect(try newsroom.tool.run("policy", "check", "--confirm", "draft.yaml", "--by", "Ada").status == 0)
    #expect(try !newsroom.tool.run(ask).output.hasPrefix("needs-review: "))
  }
}
