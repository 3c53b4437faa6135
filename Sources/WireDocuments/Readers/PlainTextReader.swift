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
    // A few strays happen in pasted text; more of them mean that the bytes are no text.
    return (controls + replaced) * 200 <= probe.text.utf8.count
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let bytes = try whole.bytes()
    let decoded = Decoded(bytes)
    var document = Document(origin: origin)
    document.body = BodyText(
      plain: decoded.utf8, map: decoded.map ?? SourceMap(identity: decoded.utf8.count), limits: limits)
    document.problems = decoded.problems
    if document.body.paragraphs.isEmpty {
      document.problems.append(Problem("no-text", "the file holds white space only"))
    }
    return document
  }
}
