import Foundation
import Testing
import WireText

@testable import WireDocuments

/// JSON-LD in a file of its own.
@Suite struct JSONLDReaderTests {
  @Test func readsAnArticle() throws {
    let file =
      #"{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"nw","name":"Nordwind"},"#
      + #"{"@type":"NewsArticle","headline":"Ferry &amp; quay","articleBody":"The ferry.\n\nThe quay.","#
      + #""copyrightHolder":{"@id":"nw"},"datePublished":"2026-11-24T10:00:00Z","author":{"name":"Ada Fenn"}}]}"#
    for path in ["a.jsonld", "a.json"] {
      let document = try #require(try read(file, as: path).first)
      #expect(document.origin.format == "jsonld" && document.headline == "Ferry & quay")
      #expect(
        document.body.strings == ["The ferry.", "The quay."] && document.statements == ["holder: Nordwind"])
      #expect(document.time(.published)?.instant?.iso8601 == "2026-11-24T10:00:00Z")
      #expect(
        document.texts(.author) == ["Ada Fenn"])
      expectPlaces(document, in: Array(file.utf8))
    }
  }

  private func article(_ members: String) -> String {
    #"{"@context":"https://schema.org","@type":"NewsArticle",\#(members)}"#
  }

  /// One article's notice, status and pictures say nothing about another; the end of a script element ends nothing.
  @Test func eachArticleIsADocumentWithItsOwnRights() throws {
    let file =
      "["
      + article(
        #""@id":"a","headline":"A","articleBody":"The </script> quay is open.","copyrightNotice":"© Gull","#
          + #""image":{"@type":"ImageObject","copyrightNotice":"© Photo Gull"}"#) + ","
      + article(
        #""@id":"b","headline":"B","articleBody":"The ferry.","license":"https://gull.example/terms","#
          + #""image":{"@id":"pic"},"creativeWorkStatus":"Withdrawn","url":"https://gull.example/b""#) + ","
      + #"{"@type":"ImageObject","@id":"pic","copyrightNotice":"© Photo Tern"}]"#
    let documents = try read(file, as: "a.json")
    #expect(documents.map(\.headline) == ["A", "B"] && documents.map(\.origin.item) == [1, 2])
    #expect(documents.map(\.body.strings) == [["The quay is open."], ["The ferry."]])
    #expect(
      documents.map { $0.rights.map(\.text) } == [
        ["© Gull", "© Photo Gull"], ["© Photo Tern", "https://gull.example/terms"],
      ])
    #expect(documents.map { $0.textRights.count } == [1, 1] && documents.map(\.id) == ["a", "b"])
    #expect(documents.map { $0.status?.value } == [nil, .canceled])
    #expect(documents.allSatisfy { !$0.losesText })
    for document in documents { expectPlaces(document, in: Array(file.utf8)) }
  }

  /// Articles in lists, feeds, issues and blogs, and one that several nodes describe.
  @Test func findsArticlesWhereverTheyAre() throws {
    let bodies = ["One.", "Two.", "Three.", "Four.", "Five."]
    let all = bodies.map { article(#""articleBody":"\#($0)""#) }
    let file =
      #"{"@context":"https://schema.org","@graph":["#
      + #"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":\#(all[0])}]},"#
      + #"{"@type":"DataFeed","dataFeedElement":[{"@type":"DataFeedItem","item":\#(all[1])}]},"#
      + #"{"@type":"PublicationIssue","hasPart":{"@list":[\#(all[2])]}},"#
      + #"{"@type":"Blog","blogPost":\#(all[3]),"mainEntity":{"@id":"e"}},"#
      + #"{"@type":"NewsArticle","@id":"e","headline":"E"},{"@id":"e","articleBody":"\#(bodies[4])"}]}"#
    let documents = try read(file, as: "a.json")
    #expect(documents.map { $0.body.strings.joined() } == bodies)
    #expect(documents.last?.headline == "E" && documents.allSatisfy { !$0.losesText })
  }

  /// Terms with their vocabulary, as processors write them, texts in lists, and other properties for the text.
  @Test(arguments: [
    #"[{"@type":["http://schema.org/NewsArticle"],"http://schema.org/articleBody":[{"@value":"The ferry."}],"#
      + #""http://schema.org/copyrightNotice":[{"@value":"© Gull"}],"http://schema.org/abstract":[{"@value":"x"}]}]"#,
    #"{"@context":{"schema":"https://schema.org/"},"@type":"schema:NewsArticle","schema:text":"The ferry.","#
      + #""schema:copyrightNotice":"© Gull"}"#,
    #"{"@context":"https://schema.org","@type":"Review","reviewBody":["The","ferry."],"copyrightNotice":"© Gull"}"#,
  ]) func readsAllForms(_ file: String) throws {
    let document = try #require(try read(file, as: "a.json").first)
    #expect(document.origin.format == "jsonld" && document.statements == ["notice: © Gull"])
    #expect(document.body.strings.joined(separator: " ") == "The ferry.")
  }

  /// A policy decides the article that holds it or that it names; one that names none decides all.
  @Test func policiesKeepToTheirArticles() throws {
    let context = #""@context":["https://schema.org",{"odrl":"http://www.w3.org/ns/odrl/2/"}]"#
    let file =
      #"{\#(context),"@graph":[{"@type":"NewsArticle","@id":"a","articleBody":"A.","odrl:hasPolicy":{"odrl:prohibition":[{"odrl:action":"print"}]}},"#
      + #"{"@type":"NewsArticle","@id":"b","articleBody":"B.","odrl:hasPolicy":{"@id":"p"}},"#
      + #"{"@type":"NewsArticle","@id":"c","articleBody":"C."},"#
      + #"{"@type":"odrl:Set","@id":"p","odrl:prohibition":[{"odrl:action":"sell"}]},"#
      + #"{"@type":"odrl:Set","odrl:prohibition":[{"odrl:action":"index","odrl:target":"c"}],"odrl:target":{"@id":"c"}},"#
      + #"{"@type":"odrl:Set","odrl:prohibition":[{"odrl:action":"archive"}]}]}"#
    let policies = try read(file, as: "a.json").map { document in
      ["print", "sell", "index", "archive"].filter { action in
        document.rights.contains { $0.kind == .expression && $0.text.contains(action) }
      }
    }
    #expect(policies == [["print", "archive"], ["sell", "archive"], ["index", "archive"]])
    let first = try #require(try read(file, as: "a.json").first?.rights.first)
    #expect(first.text.hasPrefix("{\(context),\"odrl:hasPolicy\":"))
  }

  /// A list may refer to one policy and hold another: both apply, each once.
  @Test(arguments: [
    #"[{"@id":"p"},INNER]"#, #"[INNER,{"@id":"p"},{"odrl:prohibition":[{"odrl:action":"scan"}]}]"#,
    #"[{"@id":"p"},{"@id":"own","odrl:prohibition":[{"odrl:action":"print"}]}]"#,
    #"["p0",{"@id":"p"},INNER]"#,
  ]) func aListMayHoldPoliciesAndReferences(_ list: String) throws {
    let inner = #"{"odrl:prohibition":[{"odrl:action":"print"}]}"#
    let file =
      #"{"@context":["https://schema.org",{"odrl":"http://www.w3.org/ns/odrl/2/"}],"@graph":["#
      + #"{"@type":"NewsArticle","@id":"a","articleBody":"A.","odrl:hasPolicy":\#(list.replacing("INNER", with: inner))},"#
      + #"{"@type":"odrl:Set","@id":"p","odrl:prohibition":[{"odrl:action":"sell"}]}]}"#
    let document = try #require(try read(file, as: "a.json").first)
    for action in ["print", "sell"] + (list.contains("scan") ? ["scan"] : []) {
      #expect(document.rights.filter { $0.kind == .expression && $0.text.contains(action) }.count == 1)
    }
    for field in document.rights {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(field.text.utf8)) }
    }
  }

  /// Each policy is told with the context that it stands in, so that many of them, or a long one, are bounded.
  @Test(arguments: [(10, 1000, false), (10, 20_000, true), (2000, 10, true)])
  func policiesAreBounded(_ count: Int, _ context: Int, _ isCut: Bool) throws {
    let policies = (0..<count).map { #"{"odrl:permission":[{"odrl:target":"x\#($0)"}]}"# }.joined(
      separator: ",")
    let file =
      #"{"@context":["https://schema.org",{"odrl":"http://www.w3.org/ns/odrl/2/","x":"\#(String(repeating: "x", count: context))"}],"#
      + #""@graph":[{"@type":"NewsArticle","articleBody":"A."},\#(policies)]}"#
    let document = try #require(try read(file, as: "a.json").first)
    #expect(document.codes == (isCut ? ["limit-policies"] : []) && document.losesText == isCut)
    #expect(document.rights.reduce(0) { $0 + $1.text.utf8.count } < 32 << 10)
    #expect(isCut || document.rights.count == count)
  }

  /// The updates of a live blog may be of others.
  @Test func keepsTheRightsOfUpdates() throws {
    let file =
      #"{"@context":"https://schema.org","@type":"LiveBlogPosting","copyrightNotice":"© Gull","liveBlogUpdate":["#
      + #"{"@type":"BlogPosting","articleBody":"One.","copyrightNotice":"© Gull"},"#
      + #"{"@type":"BlogPosting","articleBody":"Two.","copyrightNotice":"© Kestrel Wire","creditText":"Kestrel"}]}"#
    let document = try #require(try read(file, as: "a.json").first)
    #expect(
      document.scopedStatements == [
        "notice: © Gull", "notice: © Kestrel Wire [liveBlogUpdate]", "credit: Kestrel [liveBlogUpdate]",
      ])
  }

  /// What is in no known property is kept, and no words of other articles.
  @Test func keepsOtherTexts() throws {
    let inner = article(#""articleBody":"Inner.","abstract":"In short words""#)
    let file = article(
      #""articleBody":"Outer.","backstory":"We went there","hasPart":\#(inner),"articleSection":["Port","The sea"]"#
    )
    let documents = try read(file, as: "a.json")
    #expect(documents.map(\.body.strings) == [["Outer."], ["Inner."]])
    #expect(documents.map { $0.texts(.other) } == [["We went there", "The sea"], ["In short words"]])
  }

  @Test func otherThingsAreNoArticle() {
    #expect(throws: ReadingFault.self) {
      try read(#"{"@context":"https://schema.org","@type":"Organization","name":"Nordwind"}"#, as: "a.json")
    }
  }

  /// Whole articles before the break are given, then the fault.
  @Test(arguments: [("[", ","), ("", ""), (#"{"@context":"https://schema.org","@graph":["#, ",")])
  func brokenOnesAreFaults(_ opening: String, _ comma: String) throws {
    let whole = article(#""articleBody":"The ferry.""#)
    let file = opening + whole + comma + #"{"@type":"NewsArticle","articleBody":"The"#
    var source = try DocumentSource(bytes: Array(file.utf8), path: "a.json")
    #expect(try source.next()?.body.strings == ["The ferry."])
    #expect(throws: ReadingFault.self) { try source.next() }
    #expect(throws: ReadingFault.self) { try read(String(whole.dropLast(4)), as: "a.json") }
  }

  /// Articles one after the other, as a file of lines.
  @Test func readsSeveralValues() throws {
    let file = ["One.", "Two."].map { article(#""articleBody":"\#($0)""#) }.joined(separator: "\n")
    #expect(try read(file, as: "a.json").map { $0.body.strings.joined() } == ["One.", "Two."])
  }

  @Test func whatIsRepairedIsTold() throws {
    let document = try #require(try read(article("\"articleBody\":\"The\nferry.\""), as: "a.json").first)
    #expect(document.body.strings.joined() == "The ferry." && document.codes == ["json-ld"])
  }
}
