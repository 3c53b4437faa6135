import WireText

/// A whole input read as XML, as used by the readers of wire formats.
///
/// An input may contain several documents, like a spool; each is a separate tree.
struct XMLDocument {
  /// The tree; its map leads to the file.
  var markup: Markup
  /// Elements that a fault left open: their content is incomplete.
  var open: Set<Markup.Index>
  /// What was guessed, repaired or lost.
  var problems: [Problem]

  /// Reads an input to its end.
  ///
  /// - Parameters:
  ///   - input: the input.
  ///   - path: its name in faults.
  ///   - limits: the bounds to work within.
  /// - Returns: the documents in order, and the fault if reading stopped early.
  /// - Throws: `ReadingFault` if the input is too large or cannot be read.
  static func all(
    in input: ByteInput, path: String, limits: Limits
  ) throws(ReadingFault) -> (documents: [XMLDocument], fault: ReadingFault?) {
    let bytes = try input.readAll(limit: limits.wholeInputBytes, path: path)
    let label = DeclaredEncoding.inXML(bytes)
    var decoded = Decoded(bytes, label: label)
    var problems = decoded.problems
    try XMLEncoding.check(label, path: path, problems: &problems)
    let controls = XMLRepair.replaceControls(&decoded.utf8, in: decoded.utf8.indices)
    if controls > 0 {
      problems.append(
        Problem("controls-replaced", "\(controls) characters that XML forbids were replaced"))
    }
    let start = XMLPreamble.end(decoded.utf8)
    if XMLPreamble.isVersion11(decoded.utf8, at: start.offset) {
      problems.append(Problem("xml-version", "declared as XML 1.1, read as XML 1.0"))
    }
    if start.isOdd {
      problems.append(Problem("leading-text", "text before the XML was left out"))
    }
    var documents: [XMLDocument] = []
    var at = start.offset
    var budget = 8 * decoded.utf8.count
    while true {
      if documents.count == 1 {
        problems.append(
          Problem("several-documents", "the file is not one XML document but several, one after the other"))
        documents[0].problems += problems.suffix(1)
      }
      var outcome = parse(decoded.utf8, from: at, limits: limits, budget: &budget)
      let next = nextDocument(decoded.utf8, after: outcome)
      if next != nil { outcome = parse(decoded.utf8, from: at, to: next, limits: limits, budget: &budget) }
      outcome.markup.map = decoded.fileMap(of: outcome.markup.map)
      outcome.markup.standalone = outcome.markup.ownBlocks()
      documents.append(
        XMLDocument(markup: outcome.markup, open: Set(outcome.open), problems: problems + outcome.problems))
      guard let next else {
        return (documents, outcome.fault.map { fault($0, in: decoded.utf8, path: path) })
      }
      at = next
    }
  }

  /// Parses strictly and, if that fails, once more with stray characters escaped.
  ///
  /// - Parameters:
  ///   - utf8: the input.
  ///   - start: where the document starts.
  ///   - end: where it ends; nil if that is unknown.
  ///   - budget: how many bytes may still be repaired, so that a spool of broken documents does not take quadratic
  ///     time.
  private static func parse(
    _ utf8: [UInt8], from start: Int, to end: Int? = nil, limits: Limits, budget: inout Int
  ) -> XMLParser.Outcome {
    let outcome = XMLParser.parse(utf8, in: start..<(end ?? utf8.count), limits: limits)
    guard let fault = outcome.fault, fault.isSyntax else { return outcome }
    let stop = end ?? HTMLScanner.find("<?xml ", in: utf8, from: start + 5) ?? utf8.count
    guard stop - start <= budget else { return outcome }
    budget -= stop - start
    let repaired = XMLRepair.strays(utf8, in: start..<stop)
    guard (1...XMLRepair.maximumCount).contains(repaired.count) else { return outcome }
    var second = XMLParser.parse(repaired.text.utf8, limits: limits)
    func place(_ offset: Int) -> Int {
      repaired.text.map.fileRange(of: TextRange(offset, offset + 1))?.lower ?? stop
    }
    if let later = second.fault {
      // A repair is useful only if parsing then gets further.
      guard stop == end ?? utf8.count, place(later.offset) > fault.offset else { return outcome }
      second.fault?.offset = place(later.offset)
    } else if stop < end ?? utf8.count {
      second.fault = XMLFault("trailing-content", "another document follows", at: stop)
    }
    second.end = place(second.end)
    second.markup.map = second.markup.map.composed(with: repaired.text.map)
    second.problems.append(
      Problem("xml-repaired", "\(repaired.count) stray characters of markup were read as text"))
    return second
  }

  /// The start of a further document after the end of one.
  private static func nextDocument(_ utf8: [UInt8], after outcome: XMLParser.Outcome) -> Int? {
    guard outcome.fault?.code == "trailing-content" else { return nil }
    let at = utf8[outcome.end...].firstIndex { $0 > 0x20 } ?? utf8.count
    return startsDocument(utf8, at: at) ? at : nil
  }

  private static func startsDocument(_ utf8: [UInt8], at: Int) -> Bool {
    guard at + 1 < utf8.count, utf8[at] == UInt8(ascii: "<") else { return false }
    let rest = utf8[at..<min(utf8.count, at + 16)]
    return rest.starts(with: "<?xml ".utf8) || rest.starts(with: "<!DOCTYPE".utf8)
      || HTMLScanner.isLetter(utf8[at + 1])
  }

  /// The fault of an input that is not well-formed XML; nil if it is well-formed.
  static func fault(of bytes: [UInt8], path: String, limits: Limits) -> ReadingFault? {
    let decoded = Decoded(bytes, label: DeclaredEncoding.inXML(bytes))
    let outcome = XMLParser.parse(
      decoded.utf8, in: XMLPreamble.end(decoded.utf8).offset..<decoded.utf8.count, limits: limits)
    return outcome.fault.map { fault($0, in: decoded.utf8, path: path) }
  }

  /// A fault with its line and column.
  static func fault(_ fault: XMLFault, in utf8: [UInt8], path: String) -> ReadingFault {
    let before = utf8[..<max(0, min(fault.offset, utf8.count))]
    let line = 1 + LineBreaks.count(in: utf8, to: before.count)
    let column = before.count - (before.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0) + 1
    return ReadingFault(
      fault.code, path: path, fault.message, line: line, column: column,
      next: fault.code.hasPrefix("limit-") ? "is this a news document?" : "ask the sender for a whole file")
  }
}

/// Content before the XML: blank lines before the declaration, a second byte order mark, a server's warning.
enum XMLPreamble {
  /// The offset at which the XML starts, and whether it is preceded by anything that should not be there.
  static func end(_ utf8: [UInt8]) -> (offset: Int, isOdd: Bool) {
    var at = 0
    while at < utf8.count {
      if utf8[at] <= 0x20 {
        at += 1
      } else if utf8[at...].starts(with: [0xEF, 0xBB, 0xBF]) {
        at += 3
      } else {
        break
      }
    }
    if utf8[at...].starts(with: "<?xml".utf8) { return (at, at > 0) }
    let window = Array(utf8[at..<min(utf8.count, at + Probe.size)])
    if let found = HTMLScanner.find("<?xml ", in: window, from: 0), !isInsideElement(window, before: found) {
      return (at + found, true)
    }
    guard let open = window.firstIndex(of: UInt8(ascii: "<")) else { return (at, false) }
    return (at + open, open > 0)
  }

  /// Whether the XML declaration states version 1.1, which has other line breaks and other forbidden characters.
  static func isVersion11(_ utf8: [UInt8], at start: Int) -> Bool {
    let head = utf8[start...].prefix(256)
    guard head.starts(with: "<?xml".utf8) else { return false }
    let declaration = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    return declaration.contains("\"1.1\"") || declaration.contains("'1.1'")
  }

  /// Whether an XML declaration is inside a document that started earlier: only HTML may precede one.
  private static func isInsideElement(_ window: [UInt8], before end: Int) -> Bool {
    var at = 0
    while let open = window[at..<end].firstIndex(of: UInt8(ascii: "<")), open + 1 < end {
      let name = window[(open + 1)..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      let letters = name.drop { $0 == UInt8(ascii: "/") }.map(HTMLScanner.lowercased)
      if let first = letters.first, HTMLScanner.isLetter(first) {
        let word = letters.last == UInt8(ascii: "/") ? letters.dropLast() : letters[...]
        guard HTMLTag.isKnown(String(decoding: word, as: UTF8.self)) else { return true }
      }
      at = open + 1
    }
    return false
  }
}

/// Checks encodings that XML declares.
enum XMLEncoding {
  /// Reports an unknown declared encoding, and throws for one that hides markup.
  static func check(_ label: String?, path: String, problems: inout [Problem]) throws(ReadingFault) {
    guard let label, TextEncoding(label: label) == nil else { return }
    let name = label.lowercased()
    guard !name.hasPrefix("utf-7"), !name.hasPrefix("utf7") else {
      throw ReadingFault(
        "encoding-refused", path: path, "declared as UTF-7, which hides markup", line: 1, column: 1,
        next: "convert the file to UTF-8")
    }
    guard !problems.contains(where: { $0.code == "encoding-unknown" }) else { return }
    problems.append(
      Problem("encoding-unknown", "the declared encoding (\(label.utf8.count) letters) is not known"))
  }
}
