import Testing
import WireText

@testable import WireDocuments

/// Rights that records state as objects: those of the story are read, those of anything else never become the story's.
@Suite struct RightsObjectTests {
  /// Strapi and JSON Lines, in which the members of a story stand beside others.
  private func story(_ members: String, asLine: Bool) throws -> Document {
    let line = #"{"id":"1","headline":"F","text":"The ferry sails.",\#(members)}"#
    let entry =
      #"{"data":[{"id":1,"documentId":"d","title":"F","content":"The ferry sails.","createdAt":"2026-11-24T10:00:00.000Z",\#(members)}]}"#
    let document = try #require(try read(asLine ? line : entry, as: asLine ? "a.jsonl" : "a.json").first)
    #expect(document.origin.format == (asLine ? "jsonl" : "strapi"))
    #expect(document.body.strings == ["The ferry sails."])
    return document
  }

  @Test(arguments: [
    (
      #""license":{"name":"CC BY 4.0","url":"https://l.example/by"}"#,
      ["terms: CC BY 4.0", "link: https://l.example/by"]
    ),
    (#""licence":[{"title":"CC BY"},"No archive"]"#, ["terms: CC BY", "terms: No archive"]),
    (
      #""copyright":{"holder":"Nordwind","year":2026,"notice":"No reuse"}"#,
      ["holder: Nordwind", "notice: No reuse"]
    ),
    (#""copyright":{"@type":"Organization","name":"Nordwind"}"#, ["holder: Nordwind"]),
    (
      #""copyrightHolder":{"@type":"Person","name":"Ada","@id":"https://n.example/ada"}"#,
      ["holder: Ada", "link: https://n.example/ada"]
    ),
    (#""usageTerms":{"en":"No archive","nb":"Ikke arkiv"}"#, ["terms: No archive", "terms: Ikke arkiv"]),
    (#""rights":{"value":"<p>(c) Bay</p>","format":"html","processed":"(c) Bay"}"#, ["notice: (c) Bay"]),
    (
      #""rights":{"copyright":{"owner":"Bay"},"license":{"code":"by","url":"https://l.example/by"}}"#,
      ["holder: Bay", "terms: by", "link: https://l.example/by"]
    ),
    (
      #""copyright":[{"type":"paragraph","children":[{"text":"May be used "},{"text":"only","bold":true},{"text":" here."}]},{"type":"paragraph","children":[{"text":"Ask first."}]}]"#,
      ["notice: May be used only here. Ask first."]
    ),
  ]) func isReadByItsKeys(members: String, rights: [String]) throws {
    for asLine in [true, false] {
      #expect(try story(members, asLine: asLine).scopedStatements == rights, "\(asLine)")
    }
  }

  @Test(
    "what is about a picture, a person or anything else is not of the story",
    arguments: [
      #""cover":{"caption":"The quay","license":{"name":"CC BY"},"copyright":"(c) Ek"}"#,
      #""gallery":[{"url":"https://n.example/q.jpg","rights":"Free to use"}]"#,
      #""embed":{"html":"<p>x</p>","license":"Free to use"}"#, #""video":{"usageTerms":"Free to use"}"#,
      #""author":{"name":"Ada","copyright":"Free to use"}"#,
      #""related":[{"title":"G","license":{"name":"CC BY"}}]"#,
      #""syndication":{"partner":{"license":"Free to use"}}"#,
      #""license":{"type":"image","name":"CC BY"}"#, #""rights":{"@type":"VideoObject","license":"CC BY"}"#,
      #""copyright":{"photos":"Free to use"}"#, #""rights":{"about":"Free to use"}"#,
      #""mood":{"license":"CC BY","copyright":"Free to use"}"#,
      #""copyrighted_software":{"license":"CC BY"}"#, #""driving_license":{"terms":"Free to use"}"#,
      #""image_rights":"Free to use""#, #""photo_license":"Free to use""#,
    ]) func isNotOfTheStory(members: String) throws
  {
    for asLine in [true, false] {
      let document = try story(members, asLine: asLine)
      #expect(document.textRights.isEmpty, "\(asLine): \(document.scopedStatements)")
    }
  }

  @Test(
    "beside what may limit it nothing is permitted, and what is forbidden stays",
    arguments: [
      #""active":false"#, #""active":0"#, #""active":"no""#, #""valid":"false""#, #""approved":false"#,
      #""isCurrent":false"#, #""isExpired":true"#, #""revoked":true"#, #""status":"expired""#,
      #""commercial":false"#, #""appliesTo":"headline""#, #""territory":["NO"]"#,
      #""limitedTo":"photographs""#,
      #""for photographs":"yes""#, #""photos":true"#, #""excluding":"print""#, #""print":false"#,
      #""supersededBy":"https://l.example/2""#, #""type":"archive-only""#, #""format":"print only""#,
      #""label":"Only for the pictures of this article""#, #""scope":{"part":"headline"}"#, #""days":30"#,
      #""url":"Ask the desk first""#, #""code":"not-granted""#, #""id":"expired""#, #""slug":"no-reuse""#,
      #""key":"webOnly""#, #""version":"draft""#, #""code":"not-restricted-but-expired""#,
    ]) func beside(limit: String) throws
  {
    for asLine in [true, false] {
      let free = try story(
        #""license":{"name":"CC BY","url":"https://l.example/by",\#(limit)}"#, asLine: asLine)
      #expect(free.scopedStatements == ["limited: CC BY", "limited: https://l.example/by"], "\(asLine)")
      let nested = try story(
        #""rights":{"name":"Ask first",\#(limit),"holder":"Bay","terms":{"text":"No archive"}}"#,
        asLine: asLine)
      #expect(
        nested.scopedStatements == ["limited: Ask first", "holder: Bay", "limited: No archive"], "\(asLine)")
    }
  }

  @Test(
    "what a system keeps about an object limits nothing",
    arguments: [
      #""active":true"#, #""isActive":true"#, #""isExpired":false"#, #""commercial":true"#,
      #""territory":null"#,
      #""note":"""#, #""regions":[]"#, #""scope":{}"#, #""id":7"#, #""@id":"_:b0""#, #""year":2026"#,
      #""createdAt":"2026-11-24 10:00:00+01:00""#, #""version":"4.0""#, #""icon":"https://l.example/by.png""#,
      #""image":{"url":"https://l.example/by.png"}"#, #""@type":"CreativeWork""#, #""code":"cc-by""#,
      #""format":"full_html""#, #""locale":"en""#, #""code":"CC-BY-4.0""#, #""id":"license-12""#,
      #""code":"CC-BY-NC-ND-4.0""#, #""slug":"GPL-2.0-only""#, #""locale":"no""#,
      #""slug":"no-rights-reserved""#, #""key":"notes-office""#, #""slug":"no-restrictions""#,
      #""code":"NoC-US""#, #""id":"no-attribution-required""#, #""code":"no-cost""#,
      #""slug":"not-restricted""#, #""code":"never-expires""#, #""id":"No-5""#, #""key":"no-NO""#,
      #""url":"www.l.example/private""#,
    ]) func beside(detail: String) throws
  {
    for asLine in [true, false] where !detail.contains("icon") {
      let document = try story(#""license":{"name":"CC BY",\#(detail)}"#, asLine: asLine)
      #expect(document.scopedStatements == ["terms: CC BY"], "\(asLine)")
    }
  }

  @Test(
    "words in the place of a name limit what stands beside them",
    arguments: [
      (#""Not valid online""#, "Not valid online"), (#"{"name":"Licence expired"}"#, "Licence expired"),
      (#"["Print only"]"#, "Print only"), (#""NOT VALID ONLINE""#, "NOT VALID ONLINE"),
      (#""Not valid in Norway""#, "Not valid in Norway"), (#""Licence Expired""#, "Licence Expired"),
    ]) func besideAHolder(value: String, text: String) throws
  {
    let document = try story(#""license":{"name":"CC BY","holder":\#(value)}"#, asLine: true)
    #expect(document.scopedStatements == ["limited: CC BY", "holder: \(text)"])
  }

  @Test(
    "a name is a name",
    arguments: [
      "Bay", "Nordwind Media Limited", "The Only Press", "Private Post", "Nottebohm & Sons",
      "Never Sleep Media",
    ]
  ) func besideAHolder(name: String) throws {
    let document = try story(#""license":{"name":"CC BY","holder":"\#(name)"}"#, asLine: true)
    #expect(document.scopedStatements == ["terms: CC BY", "holder: \(name)"])
  }

  @Test func aCodeThatDeniesIsNoLicence() throws {
    let document = try story(
      #""license":{"code":"not-granted","url":"https://l.example/by","credit":"Bo Ek"}"#, asLine: true)
    #expect(
      document.scopedStatements == [
        "limited: not-granted", "limited: https://l.example/by", "credit: Bo Ek",
      ])
    let alone = try story(#""license":{"id":3,"name":"Restricted"}"#, asLine: true)
    #expect(alone.scopedStatements == ["terms: Restricted"])
    let owner = try story(
      #""copyright":{"@type":"Person","name":"Ada","url":"https://n.example/ada","active":false}"#,
      asLine: true)
    #expect(owner.scopedStatements == ["holder: Ada"])
    #expect(owner.texts(.other) == ["https://n.example/ada"])
  }

  @Test func whatIsNotOfTheStoryIsKept() throws {
    func said(_ document: Document) -> [String] {
      document.fields.filter { $0.name == .other }.map { "\($0.key): \($0.text)" } + document.scopedStatements
    }
    let cover = try story(
      #""cover":{"caption":"Quay","copyright":"Ek","file":{"note":"A sharp one"}},"image_rights":"(c) Bo""#,
      asLine: false)
    #expect(
      said(cover) == [
        "cover: caption: Quay", "cover: A sharp one", "notice: (c) Bo [image_rights, picture]",
        "notice: Ek [cover, picture]",
      ])
    let narrow = try story(#""license":{"name":"Bay","only":"headline","note":"Ask first"}"#, asLine: true)
    #expect(said(narrow) == ["license.only: headline", "limited: Bay", "limited: Ask first"])
    let section = try story(
      #""rightsInfo":{"holder":"Bay","about":"Words","usageTerms":"No web"}"#, asLine: false)
    #expect(said(section) == ["rightsInfo.about: Words", "holder: Bay", "limited: No web"])
  }

  @Test func theKeysOfJSONLinesHaveManySpellings() throws {
    let line =
      #"{"id":"1","text":"The ferry.","copyright_notice":"No reuse","usage_terms":"No archive","embargo_until":"2026-11-24T10:00:00Z","human_rights":"A right","note_of_rights":"Free"}"#
    let document = try #require(try read(line, as: "a.jsonl").first)
    #expect(document.scopedStatements == ["notice: No reuse", "terms: No archive"])
    #expect(document.embargo?.instant?.iso8601 == "2026-11-24T10:00:00Z")
    #expect(document.texts(.other) == ["A right"])
  }

  @Test func aStoryInLinkedDataNamesItsOwners() throws {
    let line =
      #"{"@type":"NewsArticle","headline":"F","articleBody":"The ferry.","author":[{"@type":"Person","name":"Ada","jobTitle":"Desk editor"}],"publisher":{"@type":"Organization","name":"Nordwind","logo":{"copyright":"(c) Logo"}},"copyrightHolder":{"name":"Bay"},"image":{"license":"Free to use"}}"#
    let document = try #require(try read(line, as: "a.jsonl").first)
    #expect(document.scopedStatements == ["holder: Bay"])
    #expect(document.texts(.author) == ["Ada"] && document.texts(.provider) == ["Nordwind"])
    #expect(document.texts(.other) == ["Desk editor", "(c) Logo", "Free to use"])
  }

  @Test func thePageOfASearchEngineHasAnAddress() throws {
    let document = try story(
      #""seo":{"canonicalURL":"https://n.example/f","metaTitle":"The ferry sails"},"other":{"canonicalURL":"https://n.example/x"}"#,
      asLine: false)
    #expect(document.texts(.canonical) == ["https://n.example/f"])
    #expect(document.texts(.other) == ["The ferry sails"])
  }

  @Test func aJSONFeedIsExtendedAtWill() throws {
    let feed =
      #"{"version":"https://jsonfeed.org/version/1.1","home_page_url":"https://b.example","items":[{"id":"1","content_html":"<p>The ferry.</p>","_bay":{"about":"Told by the harbour","license":{"name":"CC BY","url":"https://l.example/by"},"cover":{"copyright":"(c) Ek"},"next":{"copyright":"(c) Next one"}},"_syndication":{"usage_terms":"No archive"},"_words":["Loose words here"],"_related":{"copyright":"(c) Other one"},"_note":"More words"}]}"#
    let document = try #require(try read(feed, as: "a.json").first)
    #expect(
      document.scopedStatements == [
        "terms: CC BY", "link: https://l.example/by", "notice: (c) Ek [cover, picture]", "terms: No archive",
      ])
    #expect(
      document.texts(.other) == [
        "Told by the harbour", "(c) Next one", "Loose words here", "(c) Other one", "More words",
      ])
  }
}
