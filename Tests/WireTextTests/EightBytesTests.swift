import Testing
import WireText

@Suite struct EightBytesTests {
  @Test(arguments: [0x0A, 0x20, 0x3C, 0x5B, 0x7F] as [UInt8])
  func findsAByteAmongAnyOthers(_ wanted: UInt8) {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes: [UInt8] = [0x20, 0x0A, 0x80, 0xFF, 0x3C, 0x5B, 0x21, 0x00]
        bytes[place] = byte
        let eight = bytes.withUnsafeBytes { EightBytes($0, at: 0) }
        let marks = eight.equal(to: wanted)
        #expect((0..<8).allSatisfy { (marks >> (8 * $0) & 0xFF != 0) == (bytes[$0] == wanted) })
        bytes = Array(repeating: 0xC3, count: 8)
        bytes[place] = byte
        #expect(bytes.withUnsafeBytes { EightBytes($0, at: 0) }.holdsOne(below: wanted) == (byte < wanted))
      }
    }
  }

  /// What is told of a byte does not hang on those beside it.
  @Test(arguments: UInt8.min...UInt8.max)
  func tellsEachByteByItself(_ byte: UInt8) {
    let isLetter = (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
    let isCapital = isLetter && byte & 0x20 == 0
    for place in 0..<8 {
      for other in [0x00, 0x41, 0x7A, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = [UInt8](repeating: other, count: 8)
        bytes[place] = byte
        let eight = bytes.withUnsafeBytes { EightBytes($0, at: 0) }
        func holds(_ marks: UInt64) -> Bool { marks >> (8 * place) & 0xFF == 0x80 }
        #expect(holds(eight.beyondASCII) == (byte >= 0x80))
        #expect(EightBytes.bits(eight.beyondASCII) >> place & 1 == (byte >= 0x80 ? 1 : 0))
        #expect(holds(eight.lettersAndDigits) == (isLetter || (0x30...0x39).contains(byte)))
        #expect(holds(eight.atLeast(0x21)) == (byte >= 0x21))
        #expect(eight.lowercased.word >> (8 * place) & 0xFF == UInt64(isCapital ? byte | 0x20 : byte))
      }
    }
  }
}
