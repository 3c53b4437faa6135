import Testing
import WireText

@testable import WireDocuments

/// What The Associated Press delivers in XML of its own: AppL, and Atom with NITF in it.
@Suite struct AssociatedPressTests {
  private static func publication(management: String = "", medium: String = "Text", _ components: String)
    -> String
  {
    """
    <Publication Version="5.3.1" xmlns="http://ap.org/schemas/03/2005/appl"><Identification><ItemId>8d1a</ItemId>
    <RecordId>4e36</RecordId><MediaType>\(medium)</MediaType><DefaultLanguage>en</DefaultLanguage>
    <RecordSequenceNumber>3</RecordSequenceNumber></Identification>
    <PublicationManagement><ArrivalDateTime>2026-07-03T23:00:25</ArrivalDateTime>
    <FirstCreated Year="2026" Month="7" Day="3" Time="22:00:00"/>\(management)</PublicationManagement>
    <NewsLines><Title>BC-EU--Ferry, 1st Ld</Title><HeadLine>Ferry sails again</HeadLine><ByLine>By ADA LINDQVIST</ByLine>
    <CopyrightLine>Copyright 2026 Nordwind.</CopyrightLine><RightsLine>NO ARCHIVE</RightsLine></NewsLines>
    <AdministrativeMetadata><Provider Type="AP">Nordwind</Provider><Source>Ormsby Post</Source></AdministrativeMetadata>
    <RightsMetadata><Copyright Holder="Nordwind" Date="2026"/></RightsMetadata>\(components)</Publication>
    """
  }

  private static func component(_ role: String, _ content: String) -> String {
    """
    <PublicationComponent Role="\(role)" MediaType="Text"><TextContentItem><DataContent>\(content)</DataContent>
    <Characteristics Format="IIM"><Words>9</Words></Characteristics></TextContentItem></PublicationComponent>
    """
  }

  private static func nitf(_ words: String) -> String {
    "<nitf><body.content><block><p>\(words)</p></block></body.content></nitf>"
  }

  @Test func readsThePartsOfAPublication() throws {
    let file = Self.publication(
      management:
        "<Status>Usable</Status><SpecialInstructions>Eds: hold the map</SpecialInstructions><AssociatedWith>bb58</AssociatedWith>",
      Self.component("PublishableEditorNotes", Self.nitf("Shared by the Ormsby Post."))
        + Self.component(
          "Main", "<anpa>%headline(Ferry sails again all over the sea%) The ferry sails.</anpa>")
        + Self.component("Main", Self.nitf("The ferry sails.")))
    let documents = try read(file, as: "a.xml")
    let document = try #require(documents.first)
    #expect(documents.count == 1 && document.origin.format == "appl" && document.type == .text)
    #expect(document.id == "8d1a" && document.version == "3" && document.language == "en")
    #expect(document.headline == "Ferry sails again")
    #expect(document.body.strings == ["The ferry sails."])
    #expect(document.texts(.title) == ["BC-EU--Ferry, 1st Ld"])
    #expect(document.texts(.provider) == ["Nordwind"] && document.texts(.source) == ["Ormsby Post"])
    #expect(document.texts(.editorsNote) == ["Eds: hold the map", "Shared by the Ormsby Post."])
    #expect(
      document.statements == ["notice: Copyright 2026 Nordwind.", "terms: NO ARCHIVE", "holder: Nordwind"])
    #expect(document.links == [ItemLink(.other, id: "bb58")])
    #expect(document.time(.created)?.raw == "2026-07-03T22:00:00")
    #expect(document.status?.value == .usable && document.embargo == nil && document.problems.isEmpty)
  }

  @Test(arguments: [
    ("<Status>Embargoed</Status>", ""),
    ("<Status>Usable</Status><ReleaseDateTime>2026-07-05T06:00:00</ReleaseDateTime>", "2026-07-05T06:00:00"),
    ("<Status>Usable</Status><ReleaseDateTime>2026-07-03T06:00:00</ReleaseDateTime>", nil),
  ]) func releaseBehindTheArrivalIsAnEmbargo(_ management: String, _ embargo: String?) throws {
    let file = Self.publication(management: management, Self.component("Main", Self.nitf("The ferry sails.")))
    let document = try #require(try read(file, as: "a.xml").first)
    #expect(document.embargo?.raw == embargo)
  }

  @Test func whatIsSaidWithAFilmIsItsText() throws {
    let file = Self.publication(
      medium: "Video",
      Self.component("Caption", Self.nitf("The ferry at its pier"))
        + Self.component("Script", Self.nitf("The ferry sails.")))
    let document = try #require(try read(file, as: "a.xml").first)
    #expect(document.type == .video)
    #expect(document.body.strings == ["The ferry sails."])
    #expect(document.texts(.other).contains("The ferry at its pier"))
  }

  @Test func publicationsWithoutATextTellIt() throws {
    let document = try #require(try read(Self.publication(""), as: "a.xml").first)
    #expect(document.codes == ["no-text"])
  }
}

extension AssociatedPressTests {
  private static let entry = """
    <id>urn:1</id><title>EU--Ferry</title><updated>2026-06-03T11:50:00Z</updated>
    <rights>Copyright 2026 Nordwind.</rights>
    <apnm:NewsManagement><apnm:ManagementId>urn:m</apnm:ManagementId><apnm:ManagementSequenceNumber>2</apnm:ManagementSequenceNumber>
    <apnm:PublishingStatus>Withheld</apnm:PublishingStatus><apnm:ReleaseDateTime>2026-06-04T00:00:00Z</apnm:ReleaseDateTime></apnm:NewsManagement>
    <apcm:ContentMetadata><apcm:HeadLine>Ferry sails again</apcm:HeadLine><apcm:DateLine>ORMSBY</apcm:DateLine></apcm:ContentMetadata>
    <content type="text/xml"><nitf><head><docdata><ed-msg info="Eds: UPDATES"/><doc.copyright holder="Nordwind" year="2026"/></docdata></head>
    <body><body.head><hedline><hl1>Ferry sails again</hl1></hedline><byline>By ADA LINDQVIST</byline></body.head>
    <body.content><block id="Main"><p>The ferry sails.</p></block><media><media-caption>The pier</media-caption></media></body.content>
    </body></nitf></content>
    """
  private static let names = """
    xmlns="http://www.w3.org/2005/Atom" xmlns:apcm="http://ap.org/schemas/03/2005/apcm" xmlns:apnm="http://ap.org/schemas/03/2005/apnm"
    """

  @Test(arguments: [
    "<feed \(names)><title>Nordwind</title><entry>\(entry)</entry></feed>",
    "<entry \(names)>\(entry)</entry>",
  ]) func entriesOfAtomHoldNITF(_ file: String) throws {
    let document = try #require(try read(file, as: "a.xml").first)
    #expect(document.id == "urn:1" && document.version == "2")
    #expect(document.headline == "Ferry sails again" && document.texts(.slug) == ["EU--Ferry"])
    #expect(document.body.strings == ["The ferry sails."])
    #expect(document.texts(.byline) == ["By ADA LINDQVIST"] && document.texts(.dateline) == ["ORMSBY"])
    #expect(
      document.texts(.editorsNote) == ["Eds: UPDATES"] && document.texts(.other) == ["The pier", "2026"])
    #expect(document.statements == ["notice: Copyright 2026 Nordwind.", "holder: Nordwind"])
    #expect(document.status?.value == .withheld && document.embargo?.raw == "2026-06-04T00:00:00Z")
  }
}
