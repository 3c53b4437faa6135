import WireText

extension XMLSession {
  /// The most dropped references before the document is rejected.
  static let maximumDropped = 20_000

  /// Appends the characters of a run of markup without tags, each with its position.
  ///
  /// References are decoded, CDATA sections unwrapped, comments and processing instructions left out.
  func appendText(_ run: Range<Int>, isAttribute: Bool) {
    var at = run.lowerBound
    while at < run.upperBound {
      let stop = HTMLScanner.find(
        oneOf: UInt8(ascii: "&"), UInt8(ascii: "<"), in: bytes, from: at, to: run.upperBound)
      append(at..<stop)
      guard stop < run.upperBound else { return }
      if bytes[stop] == UInt8(ascii: "&") {
        at = appendReference(at: stop, end: run.upperBound)
      } else if isAttribute {
        append(stop..<stop + 1)
        at = stop + 1
      } else {
        at = appendSection(at: stop, end: run.upperBound)
      }
    }
  }

  private func append(_ part: Range<Int>) {
    guard !part.isEmpty else { return }
    builder.append(bytes[part], from: place(part), isExact: true)
  }

  private func place(_ part: Range<Int>) -> FileRange {
    FileRange(base + part.lowerBound, base + part.upperBound)
  }

  /// Appends the meaning of a reference; returns the offset after it.
  private func appendReference(at start: Int, end: Int) -> Int {
    if start + 1 < end, bytes[start + 1] == UInt8(ascii: "#") {
      guard let reference = HTMLEntities.reference(in: bytes, at: start, end: end) else { return start + 1 }
      let stop = start + reference.length
      builder.append(reference.utf8, from: place(start..<stop), isExact: false)
      return stop
    }
    guard let semicolon = bytes[start..<end].firstIndex(of: UInt8(ascii: ";")) else { return end }
    let name = String(decoding: bytes[start + 1..<semicolon], as: UTF8.self)
    switch entities.meaning(of: name) {
    case .text(let text): builder.append(text, from: place(start..<semicolon + 1), isExact: false)
    case .undeclared(let text):
      undeclared += 1
      builder.append(text, from: place(start..<semicolon + 1), isExact: false)
    case .dropped:
      dropped += 1
      if dropped > Self.maximumDropped {
        stop(
          "limit-entities", "more than \(Self.maximumDropped) references to entities that are not known",
          at: start)
      }
    case .refused: stop("limit-entities", "entities that grow are not expanded", at: start)
    }
    return semicolon + 1
  }

  /// Appends a CDATA section, skips a comment or a processing instruction; returns the offset after it.
  private func appendSection(at start: Int, end: Int) -> Int {
    func stop(after mark: StaticString, from: Int) -> Int {
      (HTMLScanner.find(mark, in: bytes, from: from) ?? end) + mark.utf8CodeUnitCount
    }
    let head = bytes[start..<min(end, start + 9)]
    if head.starts(with: "<![CDATA[".utf8) {
      let close = stop(after: "]]>", from: start + 9)
      append(start + 9..<max(start + 9, min(end, close - 3)))
      return min(end, close)
    }
    if head.starts(with: "<!--".utf8) { return min(end, stop(after: "-->", from: start + 4)) }
    return min(end, stop(after: head.starts(with: "<?".utf8) ? "?>" : ">", from: start + 1))
  }
}
