import Testing
import WireRights
import WireText

/// Notices inside the body of a document.
@Suite struct FoundNoticeTests {
  let parser: NoticeParser

  init() throws { parser = NoticeParser(try NoticePolicies()) }

  private func found(_ text: String) -> [(words: String, statement: RightsStatement)] {
    let bytes = Array(text.utf8)
    return parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes)).map {
      (String(decoding: bytes[$0.range.indices], as: UTF8.self), $0.statement)
    }
  }

  private static let story = """
    HARBOUR (Northwire) — The ferry was late again on Monday, and nobody knew why.

    “We may not be back before winter,” the skipper said. She had asked for permission to dock.
    """

  @Test(arguments: [
    // A paragraph of its own.
    (
      "\n\nCopyright 2026 Northwire. All rights reserved. This material may not be published without permission.",
      1
    ),
    // The last sentence of a paragraph.
    (" © 2026 Northwire. All rights reserved.", 1),
    // The only word that tells it opens it.
    (" © 2026 Northwire.", 1),
    (" ©2026 Northwire.", 1),
    (" Copyright 2026 Northwire.", 1),
    // Several short paragraphs.
    (
      "\n\n© 2026 Northwire\n\nAll rights reserved.\n\nThis story may not be reproduced without permission.",
      1
    ),
    // A licence and an advisory.
    ("\n\nThis article is published under a Creative Commons Attribution 4.0 licence.", 1),
    ("\n\nMandatory credit: Northwire/Jo Bell", 1),
    ("\n\nEditorial use only. No resale. No archives.", 1),
    // None.
    ("", 0),
    ("\n\nThe small print said: “This material may not be published without permission.”", 0),
    ("\n\nThe minister said the law may not be used without the consent of parliament.", 0),
    ("\n\nThe sanctions prohibit the sale of grain, and sales of oil are not permitted.", 0),
    ("\n\nThe embargo on oil was lifted in May.", 0),
  ])
  func findsTheNoticesOfABody(_ end: String, _ count: Int) {
    let found = found(Self.story + end)
    #expect(found.count == count)
    #expect(found.allSatisfy { end.contains($0.words) && $0.statement.isNotice })
  }

  @Test func givesTheWholeNoticeWithItsClauses() throws {
    let notice = """
      Copyright 2026 Northwire. All rights reserved. This material may not be published, broadcast, rewritten or \
      redistributed without permission.
      """
    let found = found(Self.story + " " + notice)
    let first = try #require(found.first)
    #expect(first.words == notice)
    #expect(first.statement.holder?.asWritten == "Northwire")
    #expect(first.statement.clauses.count == 4)
  }

  @Test func readsBytesThatAreNoText() {
    var bytes: [UInt8] = Array("© 2026 Northwire. ".utf8)
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes.append(UInt8(truncatingIfNeeded: state >> 33))
    }
    let found = parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes))
    #expect(
      found.allSatisfy { $0.range.upper <= bytes.count && $0.statement.text.utf8.count == $0.range.count })
  }

  @Test(arguments: [1, 2, 3, 50, 16_383, 16_384, 16_385])
  func findsANoticeAfterAnyLengthOfPadding(_ length: Int) {
    let found = found(String(repeating: "a", count: length) + ". © 2026 Northwire. All rights reserved.")
    #expect(found.count == 1)
    #expect(found.first?.words.hasSuffix("© 2026 Northwire. All rights reserved.") ?? false)
  }
}
