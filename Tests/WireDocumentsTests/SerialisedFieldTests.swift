import Testing
import WireText

@testable import WireDocuments

/// Custom fields of WordPress that hold an object of PHP or JSON, not a text.
@Suite struct SerialisedFieldTests {
  private func post(_ key: String, _ value: String) throws -> Document {
    let meta =
      "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value><![CDATA[\(value)]]></wp:meta_value></wp:postmeta>"
    let export = XMLSamples.export(XMLSamples.post(7, "<p>The ferry.</p>", more: meta))
    return try #require(XMLSamples.read(export).documents.first)
  }

  @Test(arguments: [
    #"a:2:{s:9:"copyright";s:14:"© Nordwind AG";s:5:"terms";s:14:"No web archive";}"#,
    // Counts are wrong where an export was searched and replaced.
    #"a:2:{s:9:"copyright";s:2:"© Nordwind AG";s:5:"terms";s:99:"No web archive";}"#,
    #"O:8:"stdClass":2:{s:9:"copyright";s:14:"© Nordwind AG";s:5:"terms";s:14:"No web archive";}"#,
    #"{"copyright":"© Nordwind AG","terms":"No web archive"}"#,
  ])
  func readsTheRightsOfAnObject(_ value: String) throws {
    let document = try post("_wire_rights", value)
    #expect(document.statements == ["notice: © Nordwind AG", "terms: No web archive"])
    #expect(document.problems.isEmpty && document.body.strings == ["The ferry."])
  }

  @Test func readsAnEmbargoInAnObject() throws {
    let document = try post("embargo", #"a:1:{s:5:"until";s:20:"2027-01-05T06:00:00Z";}"#)
    #expect(document.embargo?.instant?.iso8601 == "2027-01-05T06:00:00Z")
  }

  /// Names of a wire's desk in a list are kept; a plugin's settings state nothing.
  @Test func takesNoSettingForAStatement() throws {
    let document = try post("_copyright_settings", #"a:2:{i:0;s:1:"x";i:1;s:4:"dark";}"#)
    #expect(document.rights.isEmpty && document.problems.isEmpty)
  }

  @Test(arguments: [
    #"a:2:{s:9:"copyright";s:14:"© Nord"#, "a:1:{", #"O:8:"x""#, "a:9999999999:{i:0;", #"{"terms":"#,
    "a:1:{i:0;" + String(repeating: "a:1:{i:0;", count: 5_000),
  ])
  func tellsAnObjectThatIsDamaged(_ value: String) throws {
    let document = try post("usage_rights", value)
    #expect(document.problems.contains { $0.code == "field-unread" && $0.losesText })
    #expect(document.body.strings == ["The ferry."])
  }

  @Test func convertsAllKindsOfValues() throws {
    let php = #"a:3:{s:1:"a";a:2:{i:0;i:7;i:1;N;}s:1:"b";b:1;s:1:"c";s:6:"q"; \x";}"#
    let json = try #require(SerialisedPHP.json(Array(php.utf8), maximumDepth: 9))
    #expect(String(decoding: json, as: UTF8.self) == #"{"a":["7",null],"b":true,"c":"q\"; \\x"}"#)
  }
}
