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

  /// Whether a header's name, in lower case, is one of the protocol's.
  static func isName(_ name: String) -> Bool { name == "tdm-reservation" || name == "tdm-policy" }

  /// Adds what headers, or elements of a page, of the protocol's names say.
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
    // A policy without a reservation reserves nothing and may be meant to.
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
