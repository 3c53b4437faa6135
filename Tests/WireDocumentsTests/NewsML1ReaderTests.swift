import Testing
import WireText

@testable import WireDocuments

@Suite struct NewsML1ReaderTests {
  /// An item with management lines and components.
  static func file(_ management: String, _ components: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?><NewsML Version="1.2"><NewsItem xml:lang="en"><Identification><NewsIdentifier>
      <ProviderId>nordwind.example</ProviderId><DateId>20261124</DateId><NewsItemId>F1</NewsItemId>
      <RevisionId PreviousRevision="1" Update="U">2</RevisionId>
      <PublicIdentifier>urn:newsml:nordwind.example:20261124:F1:2</PublicIdentifier></NewsIdentifier></Identification>
      <NewsManagement><FirstCreated>20261124T100000+0000</FirstCreated>\(management)</NewsManagement>
      \(components)</NewsItem></NewsML>
      """.utf8)
  }
  static let status = "<Status FormalName=\"Usable\"/>"

  @Test("A sidebar is attached with its lines, and a text of several parts is read whole")
  func keepsFurtherStories() throws {
    let text = { (words: String) in "<DataContent><p>\(words)</p></DataContent>" }
    let file = Self.file(
      Self.status,
      """
      <NewsComponent><NewsComponent><Role FormalName="Main"/><NewsLines><HeadLine>Ferry</HeadLine></NewsLines>
      <ContentItem><MediaType FormalName="Text"/>\(text("The ferry is back."))\(text("It sails at noon."))</ContentItem>
      </NewsComponent><NewsComponent><Role FormalName="Sidebar"/>
      <NewsLines><HeadLine>The dock</HeadLine><ByLine>Ada Fenn</ByLine></NewsLines>
      <ContentItem><MediaType FormalName="Text"/>\(text("Forty welders have worked in the dock since May."))</ContentItem>
      </NewsComponent></NewsComponent>
      """)
    let document = try #require(try read(file, as: "-").first)
    #expect(
      document.body.strings == [
        "The ferry is back.", "It sails at noon.", "Forty welders have worked in the dock since May.",
      ])
    #expect(document.attachments.map(\.headline) == ["The dock"] && document.headline == "Ferry")
    #expect(document.texts(.byline) == ["Ada Fenn"])
  }

  @Test func choosesTheBodyAndKeepsEveryRight() throws {
    let file = Self.file(
      Self.status + "<DerivedFrom NewsItem=\"urn:old\"/>",
      """
      <NewsComponent><NewsLines><HeadLine>Ferry &amp; crew</HeadLine><ByLine>Ada</ByLine><DateLine>HARBOUR</DateLine>
      <CopyrightLine>© 2026 Nordwind</CopyrightLine></NewsLines>
      <RightsMetadata><Copyright><CopyrightHolder>Nordwind News</CopyrightHolder></Copyright>
      <UsageRights><UsageType>NO ARCHIVAL USE</UsageType><Geography>Not Norway</Geography></UsageRights></RightsMetadata>
      <AdministrativeMetadata><Provider><Party FormalName="Nordwind"/></Provider></AdministrativeMetadata>
      <DescriptiveMetadata><Language FormalName="sv"/></DescriptiveMetadata>
      <NewsComponent><Role FormalName="Caption"/><NewsLines><CopyrightLine>© Picture Pool</CopyrightLine></NewsLines>
      <ContentItem><MediaType FormalName="Text"/><DataContent><p>A caption.</p></DataContent></ContentItem></NewsComponent>
      <NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/>
      <DataContent><nitf><body><body.content><p>The f&#233;rry is back.</p><media><caption>x</caption></media>
      </body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsComponent>
      """)
    let documents = try read(file, as: "-")
    let document = try #require(documents.first)
    #expect(documents.count == 1 && document.origin.dialect == "1.2" && document.problems.isEmpty)
    #expect(document.id == "urn:newsml:nordwind.example:20261124:F1:2" && document.version == "2")
    #expect(document.headline == "Ferry & crew" && document.language == "sv")
    #expect(document.body.strings == ["The férry is back."])
    #expect(document.texts(.byline) == ["Ada"] && document.texts(.provider) == ["Nordwind"])
    #expect(document.texts(.other).contains("A caption."))
    #expect(document.links == [ItemLink(.evolvedFrom, id: "urn:old")] && document.status?.value == .usable)
    #expect(
      document.statements == [
        "notice: © 2026 Nordwind", "holder: Nordwind News", "terms: NO ARCHIVAL USE", "area: Not Norway",
        "notice: © Picture Pool",
      ])
    #expect(document.rights.map(\.scope) == [nil, nil, nil, nil, "component Caption"])
    let range = try #require(document.rights.first?.range)
    #expect(String(decoding: file[range.indices], as: UTF8.self) == "© 2026 Nordwind")
    #expect(try source(of: "férry", in: document, file) == "f&#233;rry")
    expectPlaces(document, in: file)
  }

  @Test(arguments: [
    ("<p>One.</p><p>Two.</p>", ["One.", "Two."], [String]()),
    ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", ["One.", "Two."], []),
    ("<![CDATA[One.\nTwo.]]>", ["One.", "Two."], []),
    ("<html><head><title>x</title></head><body><p>One.</p></body></html>", ["One."], []),
  ])
  func readsEveryKindOfContent(_ content: String, _ body: [String], _ codes: [String]) throws {
    let file = Self.file(
      Self.status,
      "<NewsComponent><ContentItem><DataContent>\(content)</DataContent></ContentItem></NewsComponent>")
    let document = try #require(try read(file, as: "-").first)
    #expect(document.body.strings == body && document.codes == codes)
    expectPlaces(document, in: file)
  }

  @Test(arguments: [
    (
      "<ContentItem><Encoding Notation=\"base64\"><DataContent>AAAA</DataContent></Encoding></ContentItem>",
      "body-encoded"
    ),
    ("<ContentItem Href=\"f.txt\"><MediaType FormalName=\"Text\"/></ContentItem>", "body-remote"),
  ])
  func tellsWhatItDoesNotRead(_ content: String, _ code: String) throws {
    let document = try #require(
      try read(Self.file(Self.status, "<NewsComponent>\(content)</NewsComponent>"), as: "-").first)
    #expect(document.problems.first { $0.code == code }?.losesText == true)
  }

  @Test(arguments: [
    ("<Status FormalName=\"Canceled\"/>", Status.Value.canceled, String?.none),
    (
      "<Status FormalName=\"Embargoed\"/><StatusWillChange><FutureStatus FormalName=\"Usable\"/>"
        + "<DateAndTime>20261125T060000Z</DateAndTime></StatusWillChange>", .withheld, "20261125T060000Z"
    ), ("<Status FormalName=\"Embargoed\"/>", .withheld, ""),
  ])
  func readsStatusAndEmbargo(_ management: String, _ status: Status.Value, _ embargo: String?) throws {
    let document = try #require(try read(Self.file(management, "<NewsComponent/>"), as: "-").first)
    #expect(document.status?.value == status && document.embargo?.raw == embargo)
  }

  /// A picture with its caption is no story, whatever stands in its headline.
  @Test func picturesWithACaptionAreNoStories() throws {
    let picture = """
      <NewsComponent><NewsLines><HeadLine>569697231</HeadLine></NewsLines><NewsComponent><Role FormalName="Caption"/>
      <ContentItem><MediaType FormalName="Text"/><DataContent>The quay</DataContent></ContentItem></NewsComponent>
      <NewsComponent><Role FormalName="main"/><ContentItem Href="q.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
      </NewsComponent>
      """
    let document = try #require(try read(Self.file(Self.status, picture), as: "-").first)
    #expect(document.type == .picture && document.body.isEmpty)
    #expect(document.texts(.other).contains("The quay"))
  }

  /// What is said of a picture does not hold for the story beside it.
  @Test(arguments: [
    (
      "<Role FormalName=\"Photo\"/>",
      "<ContentItem Href=\"q.jpg\"><MediaType FormalName=\"Photo\"/></ContentItem>", ItemType?.some(.picture)
    ),
    (
      "",
      "<NewsComponent><Role FormalName=\"Caption\"/><ContentItem><MediaType FormalName=\"Text\"/><DataContent>Quay</DataContent></ContentItem></NewsComponent><ContentItem Href=\"q.mpg\"><MediaType FormalName=\"Video\"/></ContentItem>",
      .picture
    ),
    (
      "<Role FormalName=\"Sidebar\"/>",
      "<ContentItem><MediaType FormalName=\"Text\"/><DataContent>The pier of Lindholm opens on Monday after the storm.</DataContent></ContentItem>",
      nil
    ),
  ])
  func rightsOfPicturesAreTheirs(_ role: String, _ content: String, _ medium: ItemType?) throws {
    func component(_ role: String, _ line: String, _ content: String) -> String {
      "<NewsComponent>\(role)<NewsLines><CopyrightLine>\(line)</CopyrightLine></NewsLines>\(content)</NewsComponent>"
    }
    let story = component(
      "<Role FormalName=\"Main\"/>", "(c) Nordwind",
      "<ContentItem><DataContent><p>The ferry sails.</p></DataContent></ContentItem>")
    let file = Self.file(
      Self.status, "<NewsComponent>\(story)\(component(role, "(c) Bo", content))</NewsComponent>")
    let document = try #require(try read(file, as: "-").first)
    #expect(document.rights.map(\.text) == ["(c) Nordwind", "(c) Bo"])
    #expect(document.rights.map(\.medium) == [nil, medium])
  }

  /// An identifier with its revision names the one before.
  @Test(arguments: [
    (
      "<RevisionId PreviousRevision='2' Update='U'>3</RevisionId>", "urn:newsml:n:20261124:F1:3U",
      ItemLink(.replaces, id: "urn:newsml:n:20261124:F1:2U")
    ),
    (
      "<RevisionId PreviousRevision='1' Update='A'>2</RevisionId>", "urn:newsml:n:20261124:F1:2A",
      ItemLink(.updates, id: "urn:newsml:n:20261124:F1:1N")
    ),
    ("<RevisionId PreviousRevision='0' Update='N'>1</RevisionId>", "urn:newsml:n:20261124:F1:1N", nil),
    ("<RevisionId PreviousRevision='2' Update='U'>3</RevisionId>", "urn:newsml:n:20261124:F1", nil),
  ])
  func linksTheRevisionBefore(_ revision: String, _ id: String, _ link: ItemLink?) throws {
    let file =
      "<NewsML Version='1.2'><NewsItem><Identification><NewsIdentifier>\(revision)<PublicIdentifier>\(id)</PublicIdentifier></NewsIdentifier></Identification><NewsComponent/></NewsItem></NewsML>"
    let document = try #require(try read(file, as: "a.xml").first)
    #expect(document.id == id && document.links == [link].compactMap(\.self))
    #expect(document.fields.contains { $0.key == "NewsIdentifier/RevisionId@PreviousRevision" })
  }

  /// Each component knows only the one around it, so that deep nesting costs nothing.
  @Test func nestingIsCheap() throws {
    let open = String(repeating: "<NewsComponent>", count: 900)
    let flat = String(repeating: "<NewsComponent/>", count: 40_000)
    let close = String(repeating: "</NewsComponent>", count: 900)
    let clock = ContinuousClock()
    let start = clock.now
    _ = try read(Self.file(Self.status, open + flat + close), as: "-")
    #expect(clock.now - start < .seconds(20))
  }

  /// A public identifier that says no more than the agency is that of no item, and neither is the agency's name.
  @Test(arguments: [
    ("F1", "urn:newsml:nordwind.example", "nordwind.example:20261124:F1"),
    ("", "urn:newsml:nordwind.example", "nordwind.example:20261124"), ("F1", "F1/2", "F1/2"),
    ("F1", "", "nordwind.example:20261124:F1"),
  ])
  func takesNoIdentifierThatAllItemsShare(_ item: String, _ given: String, _ id: String) throws {
    let file = String(decoding: Self.file(Self.status, "<NewsComponent/>"), as: UTF8.self)
      .replacing("urn:newsml:nordwind.example:20261124:F1:2", with: given)
      .replacing("<NewsItemId>F1", with: "<NewsItemId>\(item)")
    #expect(try read(file, as: "-").first?.id == id)
    let bare = file.replacing("<DateId>20261124</DateId>", with: "").replacing(
      "<NewsItemId>\(item)</NewsItemId>", with: "")
    #expect(try read(bare, as: "-").first?.id == (given == "F1/2" ? given : nil))
  }

  @Test func itemsWithinAnItemAreItemsOfTheirOwn() throws {
    let inner = """
      <NewsItem><Identification><NewsIdentifier><ProviderId>x</ProviderId><DateId>20261126</DateId><NewsItemId>IN</NewsItemId>
      </NewsIdentifier></Identification><NewsManagement><Status FormalName="Canceled"/></NewsManagement><NewsComponent>
      <NewsLines><HeadLine>Withdrawn</HeadLine></NewsLines><ContentItem><DataContent><p>Do not use.</p></DataContent></ContentItem>
      </NewsComponent></NewsItem>
      """
    let outer = """
      <NewsComponent><NewsLines><CopyrightLine>(c) Nordwind</CopyrightLine></NewsLines><NewsComponent><Role FormalName="Main"/>
      <NewsLines><HeadLine>Ferry</HeadLine></NewsLines><ContentItem><DataContent><p>The ferry sails.</p></DataContent></ContentItem>
      </NewsComponent>\(inner)<NewsItemRef NewsItem="urn:other"/></NewsComponent>
      """
    let documents = try read(Self.file("<Status FormalName=\"Usable\"/>", outer), as: "a.xml")
    #expect(documents.map(\.headline) == ["Ferry", "Withdrawn"])
    #expect(documents.map(\.body.strings) == [["The ferry sails."], ["Do not use."]])
    #expect(documents.map(\.status?.value) == [.usable, .canceled])
    #expect(documents[1].id == "x:20261126:IN")
    #expect(documents.map(\.statements) == [["notice: (c) Nordwind"], ["notice: (c) Nordwind"]])
    #expect(documents[0].links == [ItemLink(.other, id: "urn:other")])
  }

  @Test func linesOfPicturesAndSidebarsAreKept() throws {
    let components = """
      <NewsComponent><NewsComponent><Role FormalName="Main"/><NewsLines><HeadLine>Ferry</HeadLine></NewsLines><ContentItem>
      <DataContent><p>The ferry sails.</p></DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName="Sidebar"/>
      <NewsLines><HeadLine>The crews</HeadLine><DateLine>OSLO</DateLine></NewsLines><ContentItem>
      <DataContent><p>Two crews had refused to work.</p></DataContent></ContentItem></NewsComponent><NewsComponent>
      <Role FormalName="Picture"/><NewsLines><HeadLine>Pier</HeadLine><CreditLine>Ada</CreditLine></NewsLines>
      <ContentItem Href="pier.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent></NewsComponent>
      """
    let document = try #require(
      try read(Self.file("<Status FormalName=\"Usable\"/>", components), as: "a.xml").first)
    #expect(document.headline == "Ferry")
    #expect(document.attachments.map(\.headline) == ["The crews"])
    #expect(document.texts(.dateline) == ["OSLO"])
    #expect(document.texts(.other).contains("Pier") && document.texts(.other).contains("Ada"))
    #expect(document.texts(.other).contains("pier.jpg"))
  }
}
