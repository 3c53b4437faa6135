import Testing

@testable import WireMatching

/// Where a stretch of text begins and ends as sentences do.
struct SentenceEdgesTests {
  @Test(
    "a stretch between the ends of sentences is one of whole sentences, whatever closes or opens them",
    arguments: [
      "[The mayor left early]", "It rained. [The mayor left early]. Nobody stayed.",
      "He said: “[The mayor left early].”", "Why? [The mayor left early]!",
      "Rain\n[The mayor left early]\nMore", "It fell to 3. [The mayor left early]…",
      "雨だ。[市長は帰った]。誰も", "बारिश हुई। [महापौर चले गए]। कोई", "لماذا؟ [غادر العمدة]؟ لم",
      "It was plan B. [The mayor took plan C]. Then",
    ])
  func whole(_ text: String) { #expect(Self.isWhole(text)) }

  @Test(
    "a stretch that breaks off within a sentence is none, nor one that breaks off at initials",
    arguments: [
      "It rained, and [the mayor left early]. Nobody stayed.", "It rained. [The mayor left] early.",
      "It rained. [Reporters asked the U.S]. Senator.",
      "They asked the U.S. [Senator about the rain]. He left.",
      "बारिश हुई, [महापौर चले गए]। कोई", "لماذا، [غادر العمدة]؟ لم",
    ])
  func broken(_ text: String) { #expect(!Self.isWhole(text)) }

  /// Whether the part between brackets begins and ends as sentences do.
  private static func isWhole(_ marked: String) -> Bool {
    let parts = marked.split(separator: #/[\[\]]/#, omittingEmptySubsequences: false).map { Array($0.utf8) }
    return (parts[0] + parts[1] + parts[2]).withUnsafeBufferPointer {
      SentenceEdges(text: $0).areAround(parts[0].count, parts[0].count + parts[1].count)
    }
  }
}
