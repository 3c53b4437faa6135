import Testing

@testable import WireRights

/// Words of lexicons as bits.
@Suite struct ConceptWordTests {
  private static let concepts: [Concept] =
    Concept.EffectWord.allCases.map(Concept.effect) + Concept.ConditionWord.allCases.map(Concept.condition)
    + Concept.HolderWord.allCases.map(Concept.holder) + Concept.AdvisoryWord.allCases.map(Concept.advisory)
    + Concept.DiscourseWord.allCases.map(Concept.discourse)
    + [.action(.publish), .duty(.credit), .target("image"), .constraint(Constraint(.channel, "web"))]

  @Test func noTwoWordsShareABit() {
    #expect(Set(Self.concepts.map { ConceptBits([$0]) }).count == Self.concepts.count)
    #expect(!Self.concepts.map { ConceptBits([$0]) }.contains(ConceptBits([])))
  }

  @Test(arguments: [
    ("effects", "prohibit-next", Concept.effect(.prohibitNext)), ("conditions", "but", .condition(.but)),
    ("holders", "some-rights", .holder(.someRights)), ("advisories", "internal", .advisory(.internal)),
    ("discourse", "lookalike", .discourse(.lookalike)),
  ])
  func keysNameThem(_ section: String, _ key: String, _ concept: Concept) {
    #expect(Concept(section: section, key: key) == concept)
    #expect(Concept(section: section, key: key.uppercased()) == nil)
  }
}
