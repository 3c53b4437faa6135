import Testing
import WireText

@testable import WireRights

/// What the phrases of a sentence tell before they are settled.
@Suite struct SentenceOutlineTests {
  private static let policies = try? ProgramPolicies.all.get()

  /// The sentences of a text, with whether each may state rights: as read in full, and as its phrases tell.
  private static func sentences(of text: String) throws -> [(text: String, inFull: Bool, byPhrases: Bool)] {
    let policies = try #require(policies)
    var reader = SentenceReader(
      text[...], at: 0, policies: policies, languages: policies.languages(in: Array(text.utf8)))
    let reading = Reading(reader)
    return reading.sentences.indices.map { index in
      let judge = BodyJudge(reading: reading, sentence: reader.read(index), hasAnchor: true)
      let range = reading.range(reading.sentences[index].lower, reading.sentences[index].upper)
      return (
        String(decoding: Array(text.utf8)[range.indices], as: UTF8.self), judge.mayState,
        reader.readIfTermsMayStand(index) != nil
      )
    }
  }

  /// No sentence that could state rights is passed over, in any language.
  @Test func nothingOfTheCasesIsPassedOver() throws {
    let texts = try #require(Self.policies).allLanguages().flatMap { $0.lexicon.cases.map(\.text) }
    #expect(texts.count > 1000)
    for text in texts {
      for sentence in try Self.sentences(of: text) {
        #expect(sentence.byPhrases || !sentence.inFull, "\(sentence.text)")
      }
    }
  }

  /// Words that settling takes away, or makes of codes, names and halves of the formula.
  @Test(arguments: [
    "Not for use by papers in BG, RO, GR, HR, SI, HU, AL, BA.",
    "The editor \"said\" no use of this photograph in print or online without the permission of the owner.",
    "Gull Press and Harbour Wire clients only, no sales, no archives.",
    "All translation and adaptation rights reserved.",
    "HE SAID NO ARCHIVE, NO RESALE, NO INTERNET USE.",
    "Embargo: until he has said it, not before 0600 GMT May 5.",
  ])
  func nothingThatSettlingChangesIsPassedOver(_ text: String) throws {
    for sentence in try Self.sentences(of: text) {
      #expect(sentence.byPhrases || !sentence.inFull, "\(sentence.text)")
    }
  }

  /// Prose with words of notices costs no settling.
  @Test(arguments: [
    "The council said that the harbour may not be used by boats that were built before the war.",
    "She told the crew on Monday that nobody may copy what the skipper had written in his log last year.",
    "Der Rat hat am Montag mitgeteilt, dass der Hafen nach dem Sturm wieder genutzt werden darf, sagte er.",
  ])
  func proseIsToldByItsPhrases(_ text: String) throws {
    #expect(try Self.sentences(of: text).allSatisfy { !$0.byPhrases })
  }
}
