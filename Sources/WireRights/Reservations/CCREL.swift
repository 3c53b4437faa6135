internal import WireText

/// The Creative Commons properties in pages and metadata: whom to credit, where to link, where to get further
/// permissions.
public enum CCREL {
  /// The statement of one property; nil if it is not one of these.
  ///
  /// - Parameters:
  ///   - property: the name with or without its prefix.
  ///   - value: its text or address.
  public static func statement(_ property: String, _ value: String) -> RightsStatement? {
    guard !value.isEmpty else { return nil }
    var reservation = Reservation(value)
    switch property.split(separator: ":").last?.lowercased() {
    case "attributionname": reservation.require(.credit, value, at: reservation.whole)
    case "attributionurl": reservation.require(.linkBack, value, at: reservation.whole)
    // Permissions given elsewhere, `morePermissions`, can only add to the stated ones.
    default: return nil
    }
    return reservation.statement
  }
}
