import Testing

@testable import WireText

/// Words of grammar by their hashes.
struct FunctionWordTests {
  @Test(
    "all words are known with their languages, others are not, however full the buckets are",
    arguments: [0, 1, 7, 3000])
  func words(count: Int) {
    // Their low bits, which tell the bucket, are far from even.
    let hashes = (1...max(1, count)).prefix(count).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 & ~0x3C }
    let words = FunctionWords([hashes, Array(hashes.prefix(2)), []])
    for (number, hash) in hashes.enumerated() {
      #expect(words.traits(hash) == .function)
      #expect(words.languages(hash) == (number < 2 ? 0b11 : 0b1))
      #expect(words.traits(hash ^ 1) == [] && words.languages(hash ^ 1) == 0)
    }
    #expect(words.traits(0x1234_5678_9ABC_DEF0) == [])
  }

  @Test("an ending longer than eight bytes fits where all of it stands")
  func longEnding() {
    let vocabulary = Vocabulary([.init(endings: [.init("isationally", replacement: "e", least: 3)])])
    func stem(_ word: String) -> UInt64? { Tokenizer(vocabulary).words(in: Array(word.utf8)).first?.stem }
    #expect(stem("organisationally") == stem("organe"))
    #expect(stem("organisationalky") != stem("organe"))
    #expect(stem("orisationally") != stem("ore"))
  }
}
