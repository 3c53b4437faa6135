import Testing

@testable import WireDocuments

/// Words are parted by what Unicode calls white space, whatever its bytes.
struct BodyWordsTests {
  private func body(_ paragraphs: [String]) -> BodyText {
    var body = BodyText()
    for paragraph in paragraphs { body.append(Array(paragraph.utf8), from: []) }
    return body
  }

  @Test("every scalar of two and three bytes parts words or does not")
  func everyScalar() {
    for value in UInt32(1)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), value != 0x0A, value != 0x0D else { continue }
      let words = body(["a\(scalar)b"]).wordCount
      #expect(words == (scalar.properties.isWhitespace ? 2 : 1), "U+\(String(value, radix: 16))")
    }
  }

  @Test("paragraphs of few words are left out where so many are asked for")
  func fewest() {
    let body = body(["One two  three", "", " four ", "пять шесть 七\u{3000}八"])
    #expect(body.wordCount == 8)
    #expect(body.wordCount(inParagraphsOf: 2) == 7)
    #expect(body.wordCount(inParagraphsOf: 4) == 4)
  }
}
