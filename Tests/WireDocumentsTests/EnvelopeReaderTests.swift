import Testing
import WireText

@testable import WireDocuments

/// Documents in strings of JSON, as queues and webhooks send them.
@Suite struct EnvelopeReaderTests {
  private static let story =
    #"{"uri": "urn:1", "versioncreated": "2026-11-19T10:00:00Z", "headline": "Ferry", "body_html": "<p>The \"ferry\" is back.</p>", "pubstatus": "withheld", "embargoed": "2026-11-20T10:00:00Z", "copyrightnotice": "(c) Nordwind"}"#
  private static let nitf =
    "<nitf><body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head><body.content><p>Back.</p></body.content></body></nitf>"

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      + "\""
  }

  private func topic(_ message: String) -> String {
    #"{"Type": "Notification", "TopicArn": "arn:aws:sns:eu:1:wire", "Subject": "story", "Message": \#(quoted(message)), "Timestamp": "2026-11-19T10:00:00.000Z"}"#
  }

  @Test func readsTheMessageOfATopic() throws {
    let document = try #require(try read(topic(Self.story), as: "a.json").first)
    #expect(document.origin.format == "ninjs" && document.origin.path == "a.json/1.Message")
    #expect(document.headline == "Ferry" && document.body.strings == ["The \"ferry\" is back."])
    #expect(document.status?.value == .withheld && document.embargo != nil)
    #expect(document.rights.map(\.text) == ["(c) Nordwind"])
  }

  /// A message of a queue holds that of a topic; several stand in one file, one a line or in a list.
  @Test func readsAQueueOfTopics() throws {
    let record = #"{"messageId": "1", "body": \#(quoted(topic(Self.story)))}"#
    let list = try read(#"{"Records": [\#(record), \#(record)]}"#, as: "a.json")
    #expect(list.map(\.headline) == ["Ferry", "Ferry"])
    let lines = try read(
      [topic(Self.story), topic("Hello"), topic(Self.nitf)].joined(separator: "\n"), as: "a.jsonl")
    #expect(lines.map(\.origin.format) == ["ninjs", "nitf"])
  }

  /// The start of an input that is looked at does not hold the whole message.
  @Test func readsALongMessage() throws {
    let long = Self.story.replacing("is back", with: String(repeating: "is back ", count: 20_000))
    let document = try #require(try read(topic(long), as: "a.json").first)
    #expect(document.origin.format == "ninjs" && document.body.utf8.count > 100_000)
  }

  @Test func aMessageThatTellsOfADeletionWithdraws() throws {
    let text = #"{"event": "article.deleted", "payload": \#(quoted(Self.story))}"#
    #expect(try read(text, as: "a.json").first?.status?.value == .canceled)
  }

  @Test func tellsOfMessagesWithoutDocuments() throws {
    var source = try openSource(
      Array("[\(topic(Self.story)), \(topic("Hello"))]".utf8), as: "a.json")
    while try source.next() != nil {}
    #expect(source.skipped.map(\.path) == ["a.json/2"])
  }

  @Test(arguments: [
    #"{"id": "1", "text": "The ferry.", "payload": \#("STORY")}"#,
    #"{"title": "Ferry", "body": "The ferry.", "data": \#("STORY")}"#,
  ])
  func aRecordWithATextIsNone(_ text: String) throws {
    let documents = try read(text.replacing("STORY", with: quoted(Self.story)), as: "a.json")
    #expect(documents.first?.body.strings.first == "The ferry.")
  }

  /// HTML in a string is the text of the record around it, whose other members count.
  @Test func htmlIsNoDocument() {
    #expect(throws: ReadingFault.self) {
      try read(#"{"event": "x", "status": "draft", "content": "<p>The ferry is back.</p>"}"#, as: "a.json")
    }
  }

  /// What is around a message counts for its document, whatever its place.
  @Test func statementsAroundAMessageCount() throws {
    let plain =
      #"{"uri": "urn:1", "headline": "Ferry", "body_html": "<p>It is back.</p>", "pubstatus": "usable"}"#
    let text = """
      {"usage_terms": "No use in Norway", "records": [
      {"id": 7, "status": "draft", "embargoed": "2027-01-01T00:00:00Z", "payload": \(quoted(plain))},
      {"note": "Hold", "payload": \(quoted(plain))}]}
      """
    let documents = try read(text, as: "a.json")
    #expect(documents.map { $0.rights.map(\.text) } == [["No use in Norway"], ["No use in Norway"]])
    #expect(documents.first?.status?.value == .draft && documents.first?.embargo?.instant != nil)
    #expect(documents.last?.status?.value == .usable && documents.last?.embargo == nil)
    #expect(documents.last?.fields.contains { $0.text == "Hold" } == true)
  }

  @Test func textsBesideADocumentAreKept() throws {
    let order = "Kill this story: not for publication before noon"
    let long = String(repeating: "The ferry is back. ", count: 10)
    let text =
      #"{"data": \#(quoted(Self.nitf)), "body": "\#(order)", "note": "No use in Norway", "content": "\#(long)", "state": "ok"}"#
    let document = try #require(try read(text, as: "a.json").first)
    let texts = document.fields.map(\.text) + document.rights.map(\.text)
    #expect(texts.contains(order) && texts.contains("No use in Norway"))
    #expect(document.problems.contains { $0.code == "left-out" && $0.losesText } && document.status == nil)
  }

  @Test func everyDocumentHasAPathOfItsOwn() throws {
    let record = #"{"body": \#(quoted(Self.nitf))}"#
    let documents = try read(#"{"Records": [\#(record), \#(record)]}"#, as: "a.json")
    #expect(documents.map(\.origin.path) == ["a.json/1.body", "a.json/1.2.body"])
  }

  /// Messages in messages, however deep: looking for their documents takes linear time, and what is too deep is told.
  @Test(.timeLimit(.minutes(1))) func deepMessagesAreTold() throws {
    var inner = Self.nitf
    for _ in 0..<80 {
      inner = #"{"xml":"\#(inner.replacing("\\", with: #"\u005c"#).replacing("\"", with: #"\u0022"#))"}"#
    }
    let deep = inner.replacing("\\", with: #"\u005c"#).replacing("\"", with: #"\u0022"#)
    var source = try openSource(
      Array(#"{"data": \#(quoted(Self.nitf)), "xml": "\#(deep)"}"#.utf8), as: "a.json")
    #expect(try source.next()?.headline == "Ferry")
    #expect(try source.next() == nil && source.skipped.map(\.path) == ["a.json/1.xml"])
    #expect(throws: ReadingFault.self) { try read(inner, as: "a.json") }
  }

  @Test func messagesAreBoundByTheLimitOfNesting() throws {
    var limits = Limits()
    limits.nesting = 0
    var source = try openSource(
      Array(topic(topic(Self.story)).utf8), as: "a.json", limits: limits)
    #expect(throws: ReadingFault.self) { while try source.next() != nil {} }
  }
}
