internal import WireText
internal import WireTrees

/// TDMRep, the W3C community's protocol for reserving text and data mining: file, HTTP headers, page elements.
///
/// `tdm-reservation: 1` reserves, `0` does not, and any other value counts as not set and needs review. A policy
/// address says where permission can be obtained; it grants none.
public enum TDMRep {
  /// The statement of `/.well-known/tdmrep.json`, one clause a location; nil if the text is not such a file.
  ///
  /// A location other than the whole site is the target of its clause, since the file does not say what is there.
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
    let place = TextRange(rule.range)
    let keys = rule.members.map { $0.key.lowercased() }
    let values = rule.members.filter { $0.key.lowercased() == "tdm-reservation" }
    // Of two contradictory values it is unknown which applies.
    guard values.count == 1, let value = values[0].value.text(in: bytes), Set(keys).count == keys.count else {
      return reservation.leave(place)
    }
    let location = rule.member("location")?.text(in: bytes)
    guard let location, !location.isEmpty else { return reservation.leave(place) }
    let isWhole = ["/", "/*", "*"].contains(location)
    take(value, of: isWhole ? nil : "location:\(location)", at: place, into: &reservation)
  }

  /// Whether a header's name, in lower case, is one of the protocol's.
  static func isName(_ name: String) -> Bool { name == "tdm-reservation" || name == "tdm-policy" }

  /// Adds the contents of headers, or page elements, with the protocol's names.
  static func read(_ lines: [SignalLine], into reservation: inout Reservation) {
    let values = lines.filter { $0.name == "tdm-reservation" }
    let isOne = Set(values.map(\.value)).count == 1
    for line in values {
      if isOne {
        take(line.value, of: nil, at: line.range, into: &reservation)
      } else {
        reservation.leave(line.range)
      }
    }
    // A policy without a reservation reserves nothing, but may be intended to.
    if values.isEmpty, let line = lines.first { reservation.leave(line.range) }
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
