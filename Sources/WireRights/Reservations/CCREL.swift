internal import WireText

/// Creative Commons' terms in pages and metadata: whom to credit, where to link, where further leave can be had.
public enum CCREL {
  /// What one property says; nil where it is none of these.
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
    // Permissions that stand elsewhere can only add to those that are said.
    case "morepermissions": return nil
    default: return nil
    }
    return reservation.statement
  }
}
