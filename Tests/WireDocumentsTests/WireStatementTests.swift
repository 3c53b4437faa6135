import Testing
import WireText

@testable import WireDocuments

/// Statements of wires outside the copy, in the forms that their specifications have.
@Suite struct WireStatementTests {
  private func nitf(head: String = "", body: String = "", copy: String = "The ferry.") throws -> Document {
    let text =
      "<nitf><head>\(head)</head><body><body.head>\(body)</body.head><body.content><p>\(copy)</p></body.content>"
      + "</body></nitf>"
    return try #require(try read(text, as: "a.xml").first)
  }

  @Test func partsOfARightAreApart() throws {
    let document = try nitf(
      body:
        "<rights>For subscribers. <rights.owner>Northwire</rights.owner><rights.limitations>No archive"
        + "</rights.limitations></rights>")
    #expect(
      document.rights.contains { $0.kind == .notice && $0.text == "For subscribers. Northwire No archive" })
  }

  @Test func aNoteOnCopyrightIsANotice() throws {
    let document = try nitf(
      body: "<note noteclass='cpyrt'><body.content><p>(c) Northwire</p></body.content></note>")
    #expect(document.rights.map(\.text) == ["(c) Northwire"] && document.texts(.editorsNote).isEmpty)
  }

  @Test func aFractionIsNoOtherNumber() throws {
    let copy = "It is <num>4<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac></num> metres."
    #expect(try nitf(copy: copy).body.strings == ["It is 4 1/2 metres."])
    let separated = copy.replacing("</frac-num>", with: "</frac-num><frac-sep>/</frac-sep>")
    #expect(try nitf(copy: separated).body.strings == ["It is 4 1/2 metres."])
  }

  @Test func anAgencysOwnDataStatesTermsAndEmbargoes() throws {
    let document = try nitf(
      head:
        "<meta name='restrictions' content='Not in Norvia'/><meta name='embargo' content='2027-01-01T00:00:00Z'/>"
    )
    #expect(document.rights.map(\.text) == ["Not in Norvia"])
    #expect(document.embargo?.raw == "2027-01-01T00:00:00Z")
  }

  @Test func aCorrectionNamesItsStory() throws {
    let document = try nitf(head: "<docdata><correction info='Height' id-string='n:1'/></docdata>")
    #expect(document.links == [ItemLink(.updates, id: "n:1")])
  }

  @Test func aLineForEditorsIsANote() throws {
    let text =
      "<NewsML><NewsItem><NewsComponent><NewsLines><NewsLine><NewsLineType FormalName='EditorialNote'/>"
      + "<NewsLineText>Not for radio.</NewsLineText></NewsLine></NewsLines><ContentItem><DataContent><p>The ferry.</p>"
      + "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    #expect(try read(text, as: "a.xml").first?.texts(.editorsNote) == ["Not for radio."])
  }

  /// Properties that an agency adds to elements of NewsML 1.
  @Test func propertiesStateRightsAndEmbargoes() throws {
    func property(_ name: String, _ value: String) -> String {
      "<Property FormalName='\(name)' Value='\(value)'/>"
    }
    let text =
      "<NewsML><NewsItem><NewsManagement><Status FormalName='Usable'/>"
      + property("EmbargoDate", "2027-01-01T00:00:00Z")
      + "</NewsManagement><NewsComponent><DescriptiveMetadata>"
      + property("Restrictions", "Norvia out") + "</DescriptiveMetadata><Metadata>"
      + property("Copyright", "(c) Northwire") + property("StoryStatus", "Withheld")
      + "</Metadata><ContentItem>"
      + "<DataContent><p>The ferry.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    let document = try #require(try read(text, as: "a.xml").first)
    #expect(document.statements == ["terms: Norvia out", "notice: (c) Northwire"])
    #expect(document.embargo?.raw == "2027-01-01T00:00:00Z" && document.status?.value == .withheld)
  }

  @Test func aSignalMayKill() throws {
    let text =
      "<newsItem guid='u' version='2'><itemMeta><pubStatus qcode='stat:usable'/><signal qcode='sig:kill'/></itemMeta>"
      + "</newsItem>"
    #expect(try read(text, as: "a.xml").first?.status?.value == .canceled)
  }

  @Test func aMarkUnderTheHeadlineMayBeAnEmbargo() throws {
    let text =
      "\u{1}nwa1234 4 pl 4 NW 0345\r\n\u{2}Ferry/\r\n(Embargo: 29 November 2026)\r\nFerry returns =\r\n"
      + "   The ferry is back.\r\n\u{3}281015 GMT Nov 26\u{4}\r\n"
    #expect(try read(text, as: "a.txt").first?.texts(.editorsNote) == ["(Embargo: 29 November 2026)"])
  }

  @Test func theNotepadHasPartsOfItsOwn() throws {
    let text =
      #"{"urn":"urn:newsml:dpa.com:20090101:261128-99-1","version":1,"version_created":"2026-11-28T10:00:00+01:00","#
      + #""headline":"F","article_html":"<p>The ferry.</p>","notepad":{"nonpublic":{"body_html":"<p>Call Bo</p>"},"#
      + #""public_html":"<b>Web</b>"}}"#
    #expect(try read(text, as: "a.json").first?.texts(.editorsNote) == ["Call Bo", "Web"])
  }

  @Test func rightsWithAnAddressOfTheSite() throws {
    func rights(_ object: String) throws -> [String] {
      try ferryLine(#""license":\#(object)"#).rights.map { "\($0.kind.rawValue) \($0.text)" }
    }
    #expect(try rights(#"{"name":"House terms","url":"/terms"}"#) == ["terms House terms", "link /terms"])
    #expect(
      try rights(#"{"name":"House terms","href":"../terms.html"}"#) == [
        "terms House terms", "link ../terms.html",
      ])
    #expect(
      try rights(#"{"name":"CC BY","url":"//l.example/private"}"#) == [
        "terms CC BY", "link //l.example/private",
      ])
    #expect(try rights(#"{"name":"House terms","@id":"/terms"}"#) == ["terms House terms"])
    #expect(try rights(#""/terms""#) == ["link /terms"])
  }
}
