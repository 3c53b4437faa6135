import Foundation
import TestSupport
import Testing
import WireText

@testable import WireDocuments

/// Pages that show nothing themselves, and hold their story in the state for a script.
@Suite struct PageStateTests {
  private static let story = [
    "The ferry to the island is back in service after three weeks in the yard at Ormsby.",
    "Its crew of nine said that the “new” engine uses a third less oil than the old one \\ did.",
  ]
  private static let html = story.map { "<p>\($0)</p>" }.joined()

  private static func json(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  private func read(_ scripts: String) throws -> Document {
    let page =
      "<!doctype html><html><head><title>F</title></head><body><div id='app'></div>\(scripts)</body></html>"
    let document = try readPage(page)
    if !document.body.isEmpty { expectPlaces(document, in: Array(page.utf8), slack: 60) }
    return document
  }

  private static func rows(_ rows: [String]) throws -> String {
    // Pieces may end anywhere.
    let stream = rows.joined()
    let middle = stream.index(stream.startIndex, offsetBy: stream.count / 2)
    let pieces = try [stream[..<middle], stream[middle...]].map {
      "<script>self.__next_f.push([1,\(try json(String($0)))])</script>"
    }
    return "<script>(self.__next_f=self.__next_f||[]).push([0])</script>" + pieces.joined()
  }

  /// The key of the whole record is also that of a text elsewhere.
  @Test(arguments: ["article", "story", "content"]) func aRecordIsNoText(_ key: String) throws {
    let record =
      [
        "headline": "Ferry is back", "author": ["name": "Ada Lindqvist"], "body": Self.html,
        "copyright": "© NW",
      ]
      as [String: Any]
    let document = try read(
      "<script type='application/json' id='__NEXT_DATA__'>\(try Self.json(["props": [key: record]]))</script>"
    )
    #expect(document.body.strings == Self.story)
    #expect(document.texts(.author) == ["Ada Lindqvist"] && document.rights.map(\.text) == ["© NW"])
  }

  @Test func readsTheListOfNuxt() throws {
    let list: [Any] = [
      ["ShallowReactive", 1], ["data": 2, "once": 8], ["ShallowReactive", 3], ["article": 4],
      ["title": 5, "body": 6, "date": 7], "F", Self.html, ["Date", "2026-11-24T10:00:00Z"], ["Set"],
    ]
    let document = try read(
      "<script type='application/json' id='__NUXT_DATA__'>\(try Self.json(list))</script>")
    #expect(document.body.strings == Self.story && document.origin.dialect == "page, script")
    #expect(document.codes.isEmpty)
  }

  /// A story of Arc says in a page what it says in a file, also under another headline than the page's.
  @Test(arguments: ["Fusion.globalContent=", "window.__STATE__="])
  func readsTheStatementsOfAStoryOfArc(_ name: String) throws {
    let story: [String: Any] = [
      "type": "story", "version": "0.10.9", "headlines": ["basic": "Ferry"], "copyright": "© NW",
      "distributor": ["name": "Northwire", "category": "wires"],
      "content_restrictions": ["embargo": ["active": true, "end_time": "2031-01-01T00:00:00Z"]],
      "content_elements": Self.story.map { ["type": "text", "content": $0] },
    ]
    let document = try read("<script>\(name)\(try Self.json(story));</script>")
    #expect(document.body.strings == Self.story)
    #expect(document.statements.contains("notice: © NW") && document.texts(.provider) == ["Northwire"])
    #expect(document.embargo?.instant?.iso8601 == "2031-01-01T00:00:00Z")
  }

  /// A word that stands for the story until it is loaded is no story.
  @Test func readsTheStateOfAPageThatShowsAPlaceholder() throws {
    let state =
      "(function(a){return {data:[{article:{title:\"F\",body:a}}]}})(\(try Self.json(Self.story[0])))"
    let document = try read("<div>Loading …</div><script>window.__NUXT__=\(state)</script>")
    #expect(document.body.strings == [Self.story[0]] && document.texts(.other).contains("Loading …"))
  }

  /// Blocks of an editor, each of whose values stands elsewhere in the list.
  @Test func putsATreeOfTheListTogether() throws {
    let list: [Any] = [
      ["content": 1], [2, 5], ["type": 3, "text": 4], "paragraph", Self.story[0], ["type": 3, "text": 6],
      Self.story[1],
    ]
    let document = try read("<script type='application/json'>\(try Self.json(list))</script>")
    #expect(document.body.strings == Self.story)
  }

  @Test(arguments: [
    "window.__NUXT__={data:[{article:{title:'F',body:BODY}}],serverRendered:!0,at:new Date(1)};",
    "window.__NUXT__=(function(a,b){return {data:[{article:{lang:a,body:b,n:[1,,-.5]}}],ok:void 0}}(\"en\",BODY));",
    "window.__NUXT__=(function(a,b){a.kind=\"x\";a.body=BODY;a.own=b;return {data:[a,b]}}({},null))",
    "window.__NUXT__ = {data: {'article': {`k`: 1}}}; window.b = {body: BODY}",
  ]) func readsObjectsOfScripts(script: String) throws {
    let literal = try Self.json(Self.html)
    let document = try read("<script>\(script.replacing("BODY", with: literal))</script>")
    #expect(document.body.strings == Self.story && document.codes.isEmpty)
  }

  @Test func readsEscapesOfScripts() throws {
    let words =
      "The ferry\\'s \\x22new\\x22 engine \\u2014 it runs \"well\" and the crew of nine rests at Ormsby"
    let document = try read("<script>var s={body:'\(words)'}</script>")
    #expect(
      document.body.strings
        == ["The ferry's \"new\" engine — it runs \"well\" and the crew of nine rests at Ormsby"])
  }

  @Test func readsRowsOfComponents() throws {
    let rows = [
      "1:\"$Sreact.fragment\"\n", "2:I[1,[\"a.js\"],\"default\"]\n",
      "0:{\"P\":null,\"c\":[\"\",\"ferry\"],\"f\":[[\"$\",\"$L2\",null,{\"children\":[\"$\",\"main\",null,{\"children\":\"$L5\"}]}]]}\n",
      "5:[\"$\",\"article\",null,{\"className\":\"story\",\"children\":[[\"$\",\"h1\",null,{\"children\":\"F\"}],"
        + "[\"$\",\"p\",null,{\"children\":[\(try Self.json(Self.story[0]))]}],\"$6\"]}]\n",
      "7:[\"$\",\"nav\",null,{\"children\":[\"$\",\"a\",null,{\"href\":\"/\",\"children\":\"Home\"}]}]\n",
      "6:[\"$\",\"p\",null,{\"children\":[\(try Self.json(Self.story[1]))]}]\n",
    ]
    let document = try read(try Self.rows(rows))
    #expect(document.body.strings == Self.story && document.codes.isEmpty)
  }

  /// A long text is a row of its own, also one in a tree.
  @Test func readsTextsInRowsOfTheirOwn() throws {
    let text = Self.html
    let rows = [
      "a:T\(String(text.utf8.count, radix: 16)),\(text)",
      "b:[\"$\",\"$L2\",null,{\"article\":{\"title\":\"F\",\"body\":\"$a\"}}]\n",
    ]
    #expect(try read(try Self.rows(rows)).body.strings == Self.story)
    let tree = [
      "a:T\(String(Self.story[1].utf8.count, radix: 16)),\(Self.story[1])",
      "b:{\"article\":{\"content\":[{\"type\":\"paragraph\",\"text\":\(try Self.json(Self.story[0]))},{\"type\":\"paragraph\",\"text\":\"$a\"}]}}\n",
    ]
    #expect(try read(try Self.rows(tree)).body.strings == Self.story)
  }

  /// References in circles, wrong lengths, indices of no value, values named over and over: told, or read as far as they
  /// go, and soon.
  @Test(
    arguments: [
      "<script type='application/json'>[[\"Reactive\",1],{\"body\":1,\"text\":2},[1,2,0],-7]</script>",
      LongText(
        "<script type='application/json'>[[\"Reactive\",1]", .times(58) { ",[\($0 + 2),\($0 + 2)]" },
        ",\"words\"]</script>"),
      "<script>self.__next_f.push([1,\"a:Tffffffffffff,words\"])</script>",
      "<script>self.__next_f.push([1,\"a:[\\\"$\\\",\\\"p\\\",null,{\\\"children\\\":\\\"$b\\\"}]\\nb:[\\\"$a\\\",\\\"$b\\\"]\\n\"])</script>",
      LongText(
        "<script>self.__next_f.push([1,\"a:T4,wordb:[", .times(20_000, "\\\"$a\\\","), "1]\\n\"])</script>"),
      "<script>window.__NUXT__=(function(a,b){a.x=b;b.x=a;return {body:a}}({},{}))</script>",
      LongText(
        "<script>window.__NUXT__=(function(a){return [", .times(20_000, "a,"), "a]}(\"words\"))</script>"),
      LongText("<script>x={body:", .times(50_000, "["), "</script>"),
      "<script>x={a:\"</script>", "<script>x=(function(</script>", "<script>x=(function(a){return</script>",
    ] as [LongText]) func hostileStatesEnd(scripts: LongText) throws
  {
    let document = try read(scripts.text)
    #expect(document.body.isEmpty && document.codes.contains("no-text"))
  }
}
