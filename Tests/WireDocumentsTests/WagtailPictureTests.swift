import Testing
import WireText

@testable import WireDocuments

/// The pictures of a Wagtail dump are rows of their own; what these say is said of the picture only.
@Suite struct WagtailPictureTests {
  private static let quay =
    #"{"model":"news.image","pk":8,"fields":{"title":"The quay","file":"q.jpg","width":10,"height":10,"copyright":"(c) Ek"}}"#

  private func page(_ fields: String, _ rows: String...) throws -> Document {
    let page = #"{"model":"news.newspage","pk":3,"fields":{"title":"F",\#(fields)}}"#
    let dump = "[" + (rows + [page]).joined(separator: ",") + "]"
    return try #require(try read(dump, as: "a.json").last)
  }

  @Test(arguments: [
    (
      #""body":"[{\"type\":\"paragraph\",\"value\":\"<p>The ferry.</p>\"},{\"type\":\"image\",\"value\":8}]""#,
      "image"
    ),
    (#""body":"<p>The ferry.</p>","hero_image":8"#, "hero_image"),
    (
      #""body":"[{\"type\":\"paragraph\",\"value\":\"<p>The ferry.</p>\"},{\"type\":\"figure\",\"value\":{\"image\":8}}]""#,
      "image"
    ),
  ]) func belongToThePageThatShowsThem(fields: String, name: String) throws {
    let document = try page(fields, Self.quay)
    #expect(document.body.strings == ["The ferry."])
    #expect(document.scopedStatements == ["notice: (c) Ek [\(name), picture]"])
    #expect(document.fields.contains { $0.key == "\(name): title" && $0.text == "The quay" })
  }

  @Test(arguments: [
    #""images_per_row":8"#, #""image_count":8"#, #""likes":8"#, #""number_of_images":8"#, #""image":9"#,
  ])
  func areNotShownByOtherNumbers(fields: String) throws {
    let document = try page(#""body":"<p>The ferry.</p>",\#(fields)"#, Self.quay)
    #expect(document.rights.isEmpty)
  }

  @Test func aKeyOfTwoModelsNamesNoPicture() throws {
    let other = Self.quay.replacing("news.image", with: "wagtailimages.image").replacing("Ek", with: "Bo")
    #expect(try page(#""body":"<p>The ferry.</p>","image":8"#, Self.quay, other).rights.isEmpty)
    let rendition =
      #"{"model":"wagtailimages.rendition","pk":8,"fields":{"image":1,"filter_spec":"w10","file":"r.jpg","width":1,"height":1}}"#
    let document = try page(#""body":"<p>The ferry.</p>","image":8"#, Self.quay, rendition)
    #expect(document.scopedStatements == ["notice: (c) Ek [image, picture]"])
  }

  @Test func aPageThatGoesLiveLaterIsUnderEmbargo() throws {
    let row =
      #"{"model":"wagtailcore.page","pk":3,"fields":{"title":"F","live":false,"go_live_at":"2026-11-24T10:00:00Z"}}"#
    let document = try page(#""body":"<p>The ferry.</p>""#, row)
    #expect(document.embargo?.instant?.iso8601 == "2026-11-24T10:00:00Z")
  }

  @Test func aLongNameNamesNoPicture() throws {
    let name = String(repeating: "image", count: 400)
    let numbers = Array(repeating: "8", count: 2000).joined(separator: ",")
    #expect(try page(#""body":"<p>The ferry.</p>","\#(name)":[\#(numbers)]"#, Self.quay).rights.isEmpty)
    #expect(try page(#""body":"<p>The ferry.</p>","images":[\#(numbers)]"#, Self.quay).rights.count == 1)
  }
}
