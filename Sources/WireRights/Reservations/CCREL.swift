internal import WireText

/// The Creative Commons vocabulary in pages and metadata: whom to credit and where to link, and what a licence of its
/// own that is written with it permits, requires and prohibits.
///
/// Source: https://creativecommons.org/ns.
public enum CCREL {
  /// The statement of one property; nil if it is not one of these.
  ///
  /// - Parameters:
  ///   - property: the name with or without its prefix.
  ///   - value: its text or address.
  public static func statement(_ property: String, _ value: String) -> RightsStatement? {
    guard !value.isEmpty else { return nil }
    var reservation = Reservation(value)
    let name = property.split(separator: ":").last?.lowercased()
    switch name {
    case "attributionname": reservation.require(.credit, value, at: reservation.whole)
    case "attributionurl": reservation.require(.linkBack, value, at: reservation.whole)
    case "permits", "prohibits", "requires":
      guard let term = term(value) else { return nil }
      read(term, name, into: &reservation)
    // Permissions given elsewhere, `morePermissions`, can only add to the stated ones.
    default: return nil
    }
    return reservation.statement
  }

  private static func read(_ term: String, _ name: String?, into reservation: inout Reservation) {
    let place = reservation.whole
    if name == "requires" {
      guard let duty = ODRLVocabulary.duty(named: term) else { return reservation.leave(place) }
      reservation.require(duty, nil, at: place)
    } else if let meaning = ODRLVocabulary.action(named: term) {
      let limits = meaning.purpose.map { [Constraint(.purpose, $0.rawValue)] } ?? []
      if name == "permits" {
        reservation.permit([meaning.action], where: limits, at: place)
      } else {
        reservation.reserve([meaning.action], .none, where: limits, at: place)
      }
    } else {
      reservation.leave(place)
    }
  }

  /// A term of the vocabulary with its prefix, `cc:CommercialUse`; nil for anything else, since other vocabularies and
  /// records have properties of these names.
  private static func term(_ value: String) -> String? {
    let name = ODRLNames().name(value)
    return name.hasPrefix("cc:") ? name : nil
  }
}
