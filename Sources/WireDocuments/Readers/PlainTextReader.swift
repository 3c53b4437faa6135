import WireText

/// Plain text: the fallback for valid text that nothing else recognises.
struct PlainTextReader: WholeReader {
  static let format = Format(name: "text", title: "plain text")

  static func recognises(_ probe: Probe) -> Bool {
    UnknownFormat.guess(probe) == nil && isText(probe)
  }

  /// Whether an input holds text, whatever its format.
  static func isText(_ probe: Probe) -> Bool {
    guard !probe.text.isEmpty else { return false }
    let controls = probe.text.utf8.reduce(0) { $0 + ($1 < 0x20 && !(0x08...0x0D).contains($1) ? 1 : 0) }
    let replaced = probe.text.unicodeScalars.reduce(0) { $0 + ($1 == "\u{FFFD}" ? 1 : 0) }
    // Bytes of no known encoding come out as letters with accents, far more of them than any language has.
    let accented = probe.text.unicodeScalars.reduce(0) { $0 + ((0x80...0xFF).contains($1.value) ? 1 : 0) }
    guard accented * 5 <= probe.text.unicodeScalars.count * 2 else { return false }
    // A few strays happen in pasted text, also in a short one; more of them mean that the bytes are no text, unless no
    // control character is among them.
    let count = probe.text.utf8.count
    if controls == 0, replaced * 20 <= probe.text.unicodeScalars.count { return true }
    return controls + replaced <= max(count / 200, min(count / 32, fewStrays))
  }

  /// Control characters and broken bytes that a short text may hold.
  private static let fewStrays = 4

  /// That control characters stand in a text, which its words are read around, with the line of the first.
  static func strays(in utf8: [UInt8]) -> [Problem] {
    func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && !(0x08...0x0D).contains(byte) }
    guard let first = utf8.firstIndex(where: isControl) else { return [] }
    let count = utf8[first...].reduce(0) { $0 + (isControl($1) ? 1 : 0) }
    return [
      Problem(
        "control-characters", "\(count) control characters stand in the text and part words",
        line: utf8[..<first].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) })
    ]
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let bytes = try whole.bytes()
    let decoded = Decoded(bytes)
    var document = Document(origin: origin)
    document.body = BodyText(
      plain: decoded.utf8, map: decoded.map ?? SourceMap(identity: decoded.utf8.count), limits: limits)
    document.problems = decoded.problems + Self.strays(in: decoded.utf8)
    document.problems += Self.oddities(of: document.body)
    return document
  }

  /// What shows that a text is not the copy that its reader expects.
  private static func oddities(of body: BodyText) -> [Problem] {
    let words = body.utf8.split(maxSplits: 1_000) { $0 <= 0x20 }
    if words.isEmpty { return [Problem("no-text", "the file holds white space only")] }
    if words.count == 1, body.utf8.count <= 64 {
      return [Problem("one-word", "the text is a single word, too little to compare")]
    }
    if words.allSatisfy({ $0.starts(with: "http://".utf8) || $0.starts(with: "https://".utf8) }) {
      return [Problem("addresses-only", "the text is a list of addresses; the pages are not fetched")]
    }
    guard NewsMLG2Body.holdsHTML(body.utf8) else { return [] }
    return [Problem("markup-in-text", "tags of HTML stand in the text and are read as words of it")]
  }
}
