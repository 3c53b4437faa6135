import Testing
import WireText

@testable import WireDocuments

extension OfficeReaderTests {
  /// Styles say what paragraphs are, those of pages hold headers and footers, and a picture has a description.
  @Test func readsStylesOfOpenDocument() throws {
    let file = Self.odt(
      """
      <text:p text:style-name="Title">Ferry</text:p><text:p text:style-name="P1">Late again.</text:p>
      <text:p>As <text:title>Ferry</text:title> said on <text:a xlink:href="https://a.example/ferry">the page</text:a>.
      <draw:frame><svg:title>Quay</svg:title><svg:desc>A ferry at dawn</svg:desc></draw:frame></text:p>
      """,
      styles: "<style:style style:name='P1' style:parent-style-name='Long_20_Quotations'/>",
      pages: """
        <style:style style:name="Long_20_Quotations" style:parent-style-name="Quotations"/>
        <style:master-page><style:header><text:p>(c) Nordwind</text:p></style:header>
        <style:footer-first><text:p>Desk copy</text:p></style:footer-first></style:master-page>
        """)
    let document = try #require(try read(file, as: "draft").first)
    #expect(document.outline == ["su: Ferry", "qu: Late again.", "pa: As Ferry said on the page."])
    #expect(document.body.targets == ["https://a.example/ferry"])
    #expect(
      document.fields.map { "\($0.key): \($0.text)" } == [
        "picture description: Quay", "picture description: A ferry at dawn", "header: (c) Nordwind",
        "footer: Desk copy",
      ])
  }
}
