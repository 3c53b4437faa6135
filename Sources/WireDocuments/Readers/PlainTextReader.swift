import WireText

/// Plain text: the fallback for valid text that nothing else recognises.
struct PlainTextReader: WholeReader {
  static let format = Format(name: "text", title: "plain text")

  static func recognises(_ probe: Probe) -> Bool {
    UnknownFormat.guess(probe) == nil && probe.isText
  }

  /// The problem of control characters in a text, which are ignored, with the line of the first.
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

  /// The problems of a text that does not look like the copy that was expected.
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
