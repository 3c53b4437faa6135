import Testing
import WireMatching
import WireText

/// Scripts without spaces in an index that holds hardly anything else of them.
struct SignTests {
  private static let item = """
    緑川市の灯台記念館は十八日、館内の展示室から百年前の航海日誌一冊がなくなったと発表した。職員が開館前の点検で気付いた。\
    警備員は夜間に不審な物音を聞いていないという。記念館は同じ階の窓の鍵が壊れていたと説明した。市は防犯設備を新しくする方針だ。
    """
  private static let copied = "記念館は同じ階の窓の鍵が壊れていたと説明した。"
  private static let own = """
    駅前の商店街で豆腐屋を営む夫婦は、毎朝三時に起きて大豆を煮る。妻は客の名前をすべて覚えていて、雨の日には傘を貸すこともある。\
    二人は来年の春に店を閉めるつもりだが、常連の小学生たちはまだ知らない。
    """

  private func matches(_ draft: String, of item: String = Self.item) throws -> [Match] {
    let wire = IndexItem(id: "sign", payload: [], text: Array(item.utf8))
    let index = try WireIndex(items: Stories.items() + [wire], vocabulary: Stories.vocabulary)
    return try Matcher(index: index, vocabulary: Stories.vocabulary).matches(of: Array(draft.utf8))
  }

  private func string(_ text: String, _ range: TextRange) -> String {
    String(decoding: Array(text.utf8)[range.indices], as: UTF8.self)
  }

  @Test("signs that any text has are no evidence")
  func unrelated() throws {
    #expect(try matches(Self.own).isEmpty)
  }

  @Test("a copied sentence is found where it stands, and nothing beside it")
  func copiedSentence() throws {
    let draft = "\(Self.own)\n\n\(Self.copied)\n\n\(Self.own)"
    let passages = try matches(draft).flatMap(\.passages)
    #expect(passages.map { string(draft, $0.draft) } == [String(Self.copied.dropLast())])
    #expect(passages.map(\.kind) == [.verbatim])
  }

  /// Letters of one alphabet in random order share as many of them as any two texts.
  @Test("letters of Thai, Khmer, Lao and Burmese", arguments: [0x0E01, 0x1780, 0x0E94, 0x1000])
  func letters(first: UInt32) throws {
    var state: UInt64 = 7
    func text(_ count: Int) -> String {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        if let scalar = Unicode.Scalar(first + UInt32(state >> 40) % 16) { scalars.append(scalar) }
      }
      return String(scalars)
    }
    let (item, own) = (text(400), text(300))
    #expect(try matches(own, of: item).isEmpty)
    let part = String(String.UnicodeScalarView(item.unicodeScalars.dropFirst(150).prefix(120)))
    let draft = "\(own)\n\n\(part)\n\n\(text(200))"
    let passages = try matches(draft, of: item).flatMap(\.passages)
    #expect(passages.count == 1)
    let words = try #require(passages.first).words
    #expect((110...135).contains(words), "\(words)")
  }
}
