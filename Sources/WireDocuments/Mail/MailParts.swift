import WireText

/// Splits a message into its parts (RFC 2046), without recursion.
struct MailParts {
  /// A part without subparts.
  struct Leaf {
    var header: MailHeader
    var body: Range<Int>
    /// The content type: `text/plain` and the like.
    var type: MailParameters
    /// The outermost multipart/alternative that contains it, and the form that it belongs to.
    var choice: Choice?
    /// Whether it is a message in a digest (RFC 2046, 5.1.5).
    var isOfDigest = false

    var disposition: MailParameters { MailParameters(header.raw("content-disposition") ?? "") }
    /// The name of the attached file.
    var name: String? {
      (disposition["filename"] ?? type["name"]).map { EncodedWords.decoded($0) }
    }
    /// Whether it is text of the message itself.
    var isText: Bool {
      ["text/plain", "text/html"].contains(type.value) && disposition.value != "attachment"
    }
  }

  /// One form in a multipart/alternative.
  struct Choice: Hashable {
    var number: Int
    var form: Int
  }

  private struct Open {
    var range: Range<Int>
    var standard: String
    var depth: Int
    var choice: Choice?
  }

  private(set) var leaves: [Leaf] = []
  private(set) var problems: [Problem] = []
  /// The header of the message itself.
  let header: MailHeader
  private let bytes: [UInt8]
  private var choices = 0

  /// The greatest nesting depth of parts.
  private static let depth = 40

  /// Splits a message into its parts.
  init(_ bytes: [UInt8], limits: Limits) {
    self.bytes = bytes
    header = MailHeader(bytes, in: bytes.indices)
    if header.isOpen {
      problems.append(
        Problem("bad-header", "a line of the header is no field; it is read as the start of the text"))
    }
    if header.fields.contains(where: { $0.value.count > limits.startTagBytes }) {
      problems.append(
        Problem("long-header", "a field of the header is longer than \(limits.startTagBytes) bytes"))
    }
    var open = [Open(range: bytes.indices, standard: "text/plain", depth: 0)]
    while let next = open.popLast() {
      guard leaves.count < limits.members, next.depth <= Self.depth else {
        problems.append(
          Problem(
            "limit-parts", "the message has too many parts or too deep ones; the rest is not read",
            losesText: true))
        return
      }
      open += take(next).reversed()
    }
  }

  /// Handles one part: keeps a leaf, returns the subparts of others.
  private mutating func take(_ part: Open) -> [Open] {
    let header = MailHeader(bytes, in: part.range)
    var type = MailParameters(header.raw("content-type") ?? "")
    if !type.value.contains("/") { type = MailParameters(part.standard) }
    let body = header.end..<part.range.upperBound
    guard type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty else {
      leaves.append(
        Leaf(
          header: header, body: body, type: type, choice: part.choice,
          isOfDigest: part.standard == "message/rfc822" && type.value == part.standard))
      return []
    }
    var ranges = split(body, boundary: Array(boundary.utf8))
    if ranges.isEmpty, let other = otherBoundary(in: body) {
      ranges = split(body, boundary: other)
      problems.append(
        Problem("boundary-guessed", "the boundary that is declared stands nowhere; another was taken"))
    }
    guard !ranges.isEmpty else {
      problems.append(Problem("open-multipart", "a part with several parts has none; it is read as one text"))
      leaves.append(
        Leaf(header: header, body: body, type: MailParameters(part.standard), choice: part.choice))
      return []
    }
    let isChoice = type.value == "multipart/alternative" && part.choice == nil
    if isChoice { choices += 1 }
    let standard = type.value == "multipart/digest" ? "message/rfc822" : "text/plain"
    return ranges.enumerated().map { index, range in
      Open(
        range: range, standard: standard, depth: part.depth + 1,
        choice: isChoice ? Choice(number: choices, form: index) : part.choice)
    }
  }

  /// The boundary of parts whose declared boundary was altered in transit: the first line that looks like one and is
  /// followed by a part header.
  private func otherBoundary(in body: Range<Int>) -> [UInt8]? {
    for (line, next) in LineBreaks.lines(of: bytes, in: body) {
      let dashes = bytes[line].prefix { $0 == UInt8(ascii: "-") }.count
      let name = bytes[next..<min(next + 8, body.upperBound)].map { $0 | 0x20 }
      if line.count > 4, dashes > 1, dashes < line.count, name.elementsEqual("content-".utf8) {
        return bytes[line].last == 0x20 ? nil : Array(bytes[line].dropFirst(2))
      }
    }
    return nil
  }

  /// The parts between boundary lines.
  private mutating func split(_ body: Range<Int>, boundary: [UInt8]) -> [Range<Int>] {
    let mark = Array("--".utf8) + boundary
    var parts: [Range<Int>] = []
    var start: Int?
    for (line, next) in LineBreaks.lines(of: bytes, in: body) {
      if bytes[line].starts(with: mark) {
        let rest = bytes[line].dropFirst(mark.count)
        let isLast = rest.starts(with: "--".utf8)
        if isLast || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
          if let start { parts.append(start..<max(start, lineStart(before: line.lowerBound, after: start))) }
          start = isLast ? nil : next
          if isLast {
            reportEpilogue(next..<body.upperBound)
            return parts
          }
        }
      }
    }
    if let start {
      parts.append(start..<body.upperBound)
      problems.append(
        Problem("truncated", "no line ends the last part: the message may have been cut", losesText: true))
    }
    return parts
  }

  /// The line break before a boundary belongs to the boundary.
  private func lineStart(before at: Int, after start: Int) -> Int {
    var end = at
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private mutating func reportEpilogue(_ range: Range<Int>) {
    guard bytes[range].contains(where: { $0 > 0x20 }) else { return }
    problems.append(
      Problem("trailing-content", "text follows the last part; it is not read", losesText: true))
  }
}
