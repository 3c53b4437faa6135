import Testing

@testable import WireDocuments

/// Exports in archives: what belongs to the documents and holds none is left aside and named.
@Suite struct ExportPartTests {
  static let post = #"{"_id":"p","_type":"post","title":"Ferry","body":"The ferry is back."}"#
  static let entry =
    #"{"type":"api::article.article","id":1,"data":{"title":"Ferry","content":"The ferry is back."}}"#

  @Test func readsAnExportOfSanity() throws {
    let archive = TARWriter.archive([
      ("production/data.ndjson", Self.post), ("production/images/1-2x3.jpg", "x"),
      ("production/assets.json", #"{"image-0a1b":{"originalFilename":"the quay.jpg"},"file-2c":{}}"#),
    ])
    let (documents, fault, skipped) = try ContainerTests.drain(archive, as: "export.tar")
    #expect(fault == nil && documents.map(\.body.strings) == [["The ferry is back."]])
    #expect(
      skipped.map(\.path) == ["export.tar/production/images/1-2x3.jpg", "export.tar/production/assets.json"])
  }

  @Test func readsAnExportOfStrapi() throws {
    let archive = TARWriter.archive([
      ("metadata.json", #"{"createdAt":"2026-11-24T10:00:00Z","strapi":{"version":"5.1.0","plugins":[]}}"#),
      (
        "schemas/schemas_00001.jsonl", #"{"uid":"api::article.article","info":{"displayName":"The article"}}"#
      ),
      ("entities/entities_00001.jsonl", Self.entry),
      ("assets/uploads/quay.jpg", "x"), ("assets/metadata/quay.jpg.json", #"{"name":"the quay.jpg"}"#),
      ("links/links_00001.jsonl", #"{"kind":"relation.basic","relation":"manyToOne"}"#),
      ("configuration/configuration_00001.jsonl", #"{"type":"core-store","value":{}}"#),
    ])
    let (documents, fault, skipped) = try ContainerTests.drain(archive, as: "export.tar")
    #expect(fault == nil && documents.map(\.body.strings) == [["The ferry is back."]])
    #expect(skipped.count == 6)
  }

  /// Medium's archive of an account lists what its owner read; its pages have one style sheet.
  @Test func readsAnExportOfMedium() throws {
    let style = "<style>header, section[data-field=subtitle] { display: none; }</style>"
    let list =
      "<html><head>\(style)</head><body><section><h3>List</h3><p>The ferry of others.</p></section></body></html>"
    let story =
      "<html><head>\(style)</head><body><article class='h-entry'><h1 class='p-name'>Ferry</h1><section data-field=\"body\"><p>The ferry is back.</p></section></article></body></html>"
    let archive = ZIPWriter.archive([
      ZIPWriter.Member("README.html", list),
      ZIPWriter.Member("bookmarks/bookmarks-0001.html", "<p>The ferry of others.</p>"),
      ZIPWriter.Member("lists/Reading-list.html", list),
      ZIPWriter.Member("posts/2026-11-20_Ferry-1a.html", story),
      ZIPWriter.Member("claps/claps-of-thunder.html", "<p>The storm.</p>"),
    ])
    let (documents, fault, skipped) = try ContainerTests.drain(archive)
    #expect(fault == nil && documents.map(\.body.strings) == [["The ferry is back."], ["The storm."]])
    #expect(
      skipped.map(\.path)
        == ["README.html", "bookmarks/bookmarks-0001.html", "lists/Reading-list.html"].map {
          "export.zip/\($0)"
        })
  }

  /// A file that has such a name only is read, or it is told that it is not.
  @Test func namesAloneSayNothing() throws {
    let archive = TARWriter.archive([
      ("links/links_of_the_week.jsonl", Self.post), ("links_00001.jsonl", Self.post),
      ("a/metadata.json", #"{"text":"strapi"}"#), ("a/assets.json", #"{"story":"The ferry is back."}"#),
    ])
    let (documents, fault, skipped) = try ContainerTests.drain(archive, as: "export.tar")
    #expect(documents.map(\.headline).prefix(2) == ["Ferry", "Ferry"] && skipped.isEmpty)
    #expect(fault?.path.contains("assets.json") == true)
  }

  @Test func aFolderIsToldByWhatLiesInIt() {
    #expect(MemberKind.reasonToSkip("x/assets.json", name: "assets.json", beside: ["data.ndjson"]) != nil)
    #expect(MemberKind.reasonToSkip("x/assets.json", name: "assets.json", beside: ["story.md"]) == nil)
    let strapi: Set<String> = ["entities", "schemas", "links"]
    #expect(MemberKind.reasonToSkip("x/metadata.json", name: "metadata.json", beside: strapi) != nil)
    #expect(MemberKind.reasonToSkip("x/metadata.json", name: "metadata.json", beside: ["entities"]) == nil)
  }
}
