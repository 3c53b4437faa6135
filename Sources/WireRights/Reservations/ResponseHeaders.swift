internal import WireText

/// HTTP headers that state the rights in a response for machines.
///
/// Sources: TDMRep; the `Link` header of RSL 1.0; `Content-Signal` and the IETF's `Content-Usage`; `noai` and
/// `noimageai` of `X-Robots-Tag`, also used in a page's `meta name="robots"`.
public enum ResponseHeaders {
  /// Whether a text is a block of headers, at least one of them about rights.
  public static func recognises(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(1 << 16))
    var isFound = false
    for line in PlacedLines(bytes) where bytes[line.indices].contains(where: { $0 > 0x20 }) {
      if bytes[line.indices].starts(with: "HTTP/".utf8) { continue }
      let field = SignalLine(line, in: bytes, commentsEnd: false)
      guard let field, !field.name.utf8.contains(0x20) else { return false }
      if tells(field) { isFound = true }
    }
    return isFound
  }

  /// The statement of headers or page elements: lines of the form `tdm-reservation: 1`; nil if none is about rights.
  public static func statement(_ text: String) -> RightsStatement? {
    let bytes = Array(text.utf8)
    let lines = PlacedLines(bytes).compactMap { SignalLine($0, in: bytes, commentsEnd: false) }.filter(tells)
    guard !lines.isEmpty else { return nil }
    var reservation = Reservation(text)
    TDMRep.read(lines.filter { TDMRep.isName($0.name) }, into: &reservation)
    for line in lines where !TDMRep.isName(line.name) {
      if ContentSignals.isName(line.name) {
        ContentSignals.read(line, where: [], into: &reservation)
      } else if isRobotsTag(line.name) {
        readRobotsTag(line, into: &reservation)
      } else if let licence = publicLicence(line.value) {
        reservation.name(licence: licence, at: line.range)
      } else {
        // The terms are at the link's target.
        reservation.leave(line.range)
      }
    }
    return reservation.statement
  }

  /// The address of the Creative Commons licence in a `Link` header (RFC 4946), whose terms are known.
  ///
  /// Nil if the header has other licences, or is about another resource (`anchor`, RFC 8288).
  private static func publicLicence(_ value: String) -> String? {
    let links = value.split(separator: ",").filter { isLicence(String($0)) }
    guard links.count == 1, let link = links.first, !value.lowercased().contains("anchor="),
      let open = link.firstIndex(of: "<"), let close = link[open...].firstIndex(of: ">")
    else { return nil }
    let address = String(link[link.index(after: open)..<close])
    let path = address.lowercased().split(separator: "/", maxSplits: 2).dropFirst().joined(separator: "/")
    let known = ["creativecommons.org/licenses/", "creativecommons.org/publicdomain/"]
    return known.contains { path.hasPrefix($0) || path.hasPrefix("www." + $0) } ? address : nil
  }

  /// Whether a link has the relation `license`.
  private static func isLicence(_ link: String) -> Bool {
    link.lowercased().split(whereSeparator: { $0 == ";" || $0 == "," }).contains {
      ["rel=license", "rel=\"license\"", "rel='license'"].contains(String($0.filter { !$0.isWhitespace }))
    }
  }

  private static func tells(_ line: SignalLine) -> Bool {
    if TDMRep.isName(line.name) || ContentSignals.isName(line.name) { return true }
    let value = line.value.lowercased()
    if isRobotsTag(line.name) { return directives(value).contains { barred[$0.word] != nil } }
    return line.name == "link" && isLicence(value)
  }

  private static func isRobotsTag(_ name: String) -> Bool { name == "x-robots-tag" || name == "robots" }

  // MARK: Robots tags

  /// The material that a word of a robots tag denies to models: everything (nil), or one kind.
  private static let barred: [Substring: String?] = ["noai": nil, "noimageai": "image"]

  /// The words of a robots tag; a crawler's name may precede them, `otherbot: noai, nofollow`.
  private static func directives(_ value: String) -> [(agent: Substring?, word: Substring)] {
    var agent: Substring?
    return value.split { $0 == "," || $0 == " " }.compactMap { part in
      if part.hasSuffix(":") {
        agent = part.dropLast()
        return nil
      }
      let pieces = part.split(separator: ":", maxSplits: 1)
      if pieces.count == 2, barred[pieces[1]] != nil { agent = pieces[0] }
      return (agent, pieces.last ?? part)
    }
  }

  private static func readRobotsTag(_ line: SignalLine, into reservation: inout Reservation) {
    for directive in directives(line.value.lowercased()) {
      guard let target = barred[directive.word] else { continue }
      let recipients = directive.agent.map { [Constraint(.recipient, String($0))] } ?? []
      reservation.reserve([.trainAI, .aiInput], where: recipients, of: target, at: line.range)
    }
  }
}
