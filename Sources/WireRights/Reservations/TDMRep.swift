internal import WireText
internal import WireTrees

/// The W3C community's protocol for reserving text and data mining: file, HTTP headers, elements of pages.
///
/// `tdm-reservation: 1` reserves, `0` does not, and any other value counts as not set, which is for a person to see. An
/// address of a policy says where leave can be had; it grants none.
public enum TDMRep {
  /// What `/.well-known/tdmrep.json` says, one clause a location; nil where the text is no such file.
  ///
  /// Locations other than the whole site are the target of their clause, since the file does not say what is there.
  public static func statement(file text: String) -> RightsStatement? {
    let bytes = Array(text.utf8)
    guard let root = try? RightsFault.json(bytes) else { return nil }
    let rules = root.elements.filter { rule in
      rule.members.contains { ["tdm-reservation", "tdm-policy"].contains($0.key.lowercased()) }
    }
    guard !rules.isEmpty else { return nil }
    var reservation = Reservation(text)
    for rule in root.elements.prefix(ODRLReader.mostParts) { read(rule, bytes, into: &reservation) }
    return reservation.statement
  }

  private static func read(_ rule: JSONValue, _ bytes: [UInt8], into reservation: inout Reservation) {
    let place = TextRange(rule.range.lowerBound, rule.range.upperBound)
    let keys = rule.members.map { $0.key.lowercased() }
    let values = rule.members.filter { $0.key.lowercased() == "tdm-reservation" }
    // Of two values nobody knows which holds.
    guard values.count == 1, let value = values[0].value.text(in: bytes), Set(keys).count == keys.count else {
      return reservation.leave(place)
    }
    let location = rule.member("location")?.text(in: bytes)
    guard let location, !location.isEmpty else { return reservation.leave(place) }
    let isWhole = ["/", "/*", "*"].contains(location)
    take(value, of: isWhole ? nil : "location:\(location)", at: place, into: &reservation)
  }

  /// Whether a text is a block of headers among which one reserves mining.
  public static func recognises(headers text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(1 << 16))
    var isFound = false
    for line in PlacedLines(bytes) where bytes[line.indices].contains(where: { $0 > 0x20 }) {
      if bytes[line.indices].starts(with: "HTTP/".utf8) { continue }
      let field = SignalLine(line, in: bytes, commentsEnd: false)
      guard let field, !field.name.utf8.contains(0x20) else { return false }
      if ["tdm-reservation", "tdm-policy"].contains(field.name) { isFound = true }
    }
    return isFound
  }

  /// What headers or elements of a page say: lines of the form `tdm-reservation: 1`; nil where there are none.
  public static func statement(headers text: String) -> RightsStatement? {
    let bytes = Array(text.utf8)
    let lines = PlacedLines(bytes).compactMap { SignalLine($0, in: bytes, commentsEnd: false) }
      .filter { $0.name == "tdm-reservation" || $0.name == "tdm-policy" }
    guard !lines.isEmpty else { return nil }
    var reservation = Reservation(text)
    let values = lines.filter { $0.name == "tdm-reservation" }
    let isOne = Set(values.map(\.value)).count == 1
    for line in values {
      if isOne {
        take(line.value, of: nil, at: line.range, into: &reservation)
      } else {
        reservation.leave(line.range)
      }
    }
    // A policy without a reservation reserves nothing and may be meant to.
    if values.isEmpty, let line = lines.first { reservation.leave(line.range) }
    return reservation.statement
  }

  private static func take(
    _ value: String, of target: String?, at range: TextRange, into reservation: inout Reservation
  ) {
    switch value {
    case "1": reservation.reserve([.tdm], of: target, at: range)
    case "0": reservation.permit([.tdm], of: target, at: range)
    default: reservation.leave(range)
    }
  }
}
