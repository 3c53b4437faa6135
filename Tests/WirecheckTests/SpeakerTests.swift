import WireDocuments
import WireMatching
import Testing
import WireText

@testable import Wirecheck

/// Who speaks, named after a quotation.
struct SpeakerTests {
  /// Whether the part of a text between brackets is a quotation.
  private func isQuoted(_ marked: String) throws -> Bool {
    let parts = marked.split(separator: #/[\[\]]/#, omittingEmptySubsequences: false).map { Array($0.utf8) }
    let bytes = Array(parts.joined())
    var document = Document(origin: Origin(path: "own.txt", format: "text"))
    document.body = BodyText(plain: bytes, map: SourceMap(identity: bytes.count))
    let draft = Draft(document, try Scene.newsroom(Scene.head()))
    let range = TextRange(parts[0].count, parts[0].count + parts[1].count)
    let words = draft.words(in: range).count
    return draft.isQuoted(
      Passage(
        draft: range, source: range, kind: .verbatim, score: 40, words: words, identicalWords: words,
        longestRun: words))
  }

  @Test(
    "the words that name a speaker belong to the quotation, in a sentence of their own as well",
    arguments: [
      "船が着いた。[「橋が開いたとき歩道に誰もいなかったのは幸運でした。」港長は語った]。", "[“桥打开的时候步道上没有人，我们真走运。”港务长说]。",
      "[「橋打開時步道上沒有人，真是幸運！」港務主任說]。",
      "[«Нам повезло, что никого не было на мостках, когда ударила баржа», — сказала капитан А. Маррина].",
      "[»Vi hade tur att ingen stod på gångbryggan när pråmen slog i», sade hamnkaptenen].",
    ])
  func attributed(_ text: String) throws { #expect(try isQuoted(text)) }

  @Test(
    "prose beside a quotation is none",
    arguments: [
      // It does not follow at once, or the quotation is a part of its sentence only.
      "[「橋が開いたとき歩道に誰もいなかったのは幸運でした。」\n港長は帰った。船は着いた]。",
      "[「橋が開いた」と聞いて港長は帰り、船は夜になってようやく着いたので荷は岸に残された]。",
      // Longer than anybody is introduced.
      "[「橋が開いたとき歩道に誰もいなかったのは幸運でした。」港長はその晩遅く家に帰り、船は夜になってようやく着き、荷は岸に残された]。",
      "[»Vi hade tur att ingen stod där när pråmen slog i», sade hon. Bron öppnas igen på fredag].",
      "[“We were lucky that nobody stood there when the barge struck.” The bridge opens on Friday again].",
    ])
  func prose(_ text: String) throws { #expect(try !isQuoted(text)) }
}
