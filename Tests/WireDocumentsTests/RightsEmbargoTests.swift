import Testing
import WireText

@testable import WireDocuments

/// Embargoes within what states rights, which hold for the story as they would beside it.
@Suite struct RightsEmbargoTests {
  private static let end = "2031-01-01T00:00:00Z"
  private static let rights =
    #""rights": {"copyright": "© Nordwind", "usage_terms": "No web use", "embargo": "2031-01-01T00:00:00Z"}"#

  private static let records = [
    #"{"headline": "F", "body": "The ferry sails.", MEMBERS}"#,
    #"{"uri": "u", "type": "text", "headline": "F", "body_text": "The ferry sails.", MEMBERS}"#,
    #"{"id": 3, "link": "https://n.example/3", "title": {"rendered": "F"}, "content": {"rendered": "<p>The ferry.</p>"}, "acf": {MEMBERS}}"#,
    #"{"type": "story", "version": "0.10.7", "_id": "A", "headlines": {"basic": "F"}, "content_elements": [{"type": "text", "content": "The ferry."}], "additional_properties": {MEMBERS}}"#,
    #"{"api_version": "1.1", "data": {"items": [{"item": {"uri": "u", "altids": {"itemid": "a"}, "type": "text", "headline": "F", MEMBERS}}]}}"#,
  ]

  private func document(_ record: String, _ members: String) throws -> Document {
    try #require(
      try read(record.split(separator: "MEMBERS", maxSplits: 1).joined(separator: members), as: "a.json")
        .first)
  }

  @Test(arguments: records) func areRead(record: String) throws {
    let document = try document(record, Self.rights)
    #expect(document.embargo?.instant?.iso8601 == Self.end)
    #expect(document.times.count { $0.role == .embargo } == 1)
    #expect(document.statements == ["limited: © Nordwind", "limited: No web use"])
  }

  @Test(
    arguments: [
      #""license": {"name": "CC BY", "embargo": "2031-01-01T00:00:00Z"}"#,
      #""rights": [{"type": "web", "embargo": "2031-01-01T00:00:00Z"}]"#,
      #""legal": {"copyright": "© Nordwind", "embargo_until": "2031-01-01T00:00:00Z"}"#,
      #""copyright": {"notice": "© Nordwind", "terms": {"embargo": {"until": "2031-01-01T00:00:00Z"}}}"#,
    ])
  func areReadInAnyForm(members: String) throws {
    for record in Self.records {
      #expect(try document(record, members).embargo?.instant?.iso8601 == Self.end)
    }
  }

  @Test(
    arguments: [
      #""rights": {"notice": "© Nordwind", "embargo": null}"#,
      #""rights": {"notice": "© Nordwind", "embargoed": false}"#,
      #""rights": {"notice": "© Nordwind", "related": {"embargo": "2031-01-01T00:00:00Z"}}"#,
      #""rights": {"notice": "© Nordwind", "photo_embargo": "2031-01-01T00:00:00Z"}"#,
      #""rights": [{"type": "picture", "embargo": "2031-01-01T00:00:00Z"}]"#,
    ])
  func areNoneOfTheStory(members: String) throws {
    for record in Self.records { #expect(try document(record, members).embargo == nil) }
  }

  @Test func areToldOnceInAFeed() throws {
    let feed =
      #"{"version": "https://jsonfeed.org/version/1.1", "title": "N", "items": [{"id": "1", "title": "F", "#
      + #""content_text": "The ferry.", "_legal": {"notice": "© N", "embargo": "2031-01-01T00:00:00Z"}}]}"#
    let document = try #require(try read(feed, as: "feed.json").first)
    #expect(document.embargo?.instant?.iso8601 == Self.end && document.times.count == 1)
  }

  @Test func groupsOfWordPressStateRights() throws {
    func post(_ members: String) throws -> Document { try document(Self.records[2], members) }
    #expect(
      try post(#""rights": {"copyright_notice": "© N", "usage_terms": "No web"}"#).statements == [
        "notice: © N", "terms: No web",
      ])
    #expect(
      try post(#""license": {"title": "CC", "url": "https://l.example/by", "target": ""}"#).statements == [
        "terms: CC", "link: https://l.example/by",
      ])
    #expect(
      try post(#""restrictions": ["No web use", "No TV"]"#).statements == [
        "terms: No web use", "terms: No TV",
      ])
    #expect(
      try post(#""restrictions": [{"text": "No web use"}]"#).statements == ["terms: No web use"])
    #expect(
      try post(#""credit": {"name": "Nordwind", "url": "https://n.example"}"#).texts(.credit) == ["Nordwind"])
    #expect(
      try post(#""image_license": {"name": "CC BY", "terms": "No web"}"#).rights.allSatisfy {
        $0.medium == .picture
      })
    #expect(try post(#""driving_license": {"terms": "No web"}"#).statements == [])
    #expect(try post(#""_killed": "1""#).status?.value == .canceled)
    #expect(try post(#""killed": "12""#).status?.value != .canceled)
  }

  @Test func objectsOfNINJSKeepTheirAddress() throws {
    #expect(
      try document(Self.records[1], #""license": {"name": "CC", "url": "https://l.example/by"}"#).statements
        == ["terms: CC", "link: https://l.example/by"])
    #expect(
      try document(Self.records[1], #""usageterms": {"en": "No archive"}"#).statements == [
        "terms: No archive"
      ])
    #expect(
      try document(Self.records[1], #""extra": {"rights": {"terms": "No web"}}"#).statements == [
        "terms: No web"
      ])
  }
}
