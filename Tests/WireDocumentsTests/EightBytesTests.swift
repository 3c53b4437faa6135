import Testing
import WireText

@testable import WireDocuments

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

  /// White space becomes one space wherever it stands.
  @Test(arguments: ["  ", "\t", "\n", " \r\n ", " é ", "é", ""])
  func foldsWhiteSpace(_ piece: String) {
    let words = "a ferry is bound for the harbour again today"
    for place in 1..<words.count {
      let text = words.prefix(place) + piece + words.dropFirst(place)
      let expected = text.utf8.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
      #expect(HTMLTextTests.read("<p>\(text)</p>") == ["pa: " + expected.joined(separator: " ")])
    }
  }
}
