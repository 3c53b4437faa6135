internal import WireText
package import WireTrees

/// Rights in XMP: PLUS codes, usage terms, Creative Commons' properties, each a statement of its own.
public enum XMPRights {
  /// Whether an element is XMP or RDF.
  package static func recognises(_ root: Element) -> Bool { root.name == "xmpmeta" || root.name == "RDF" }

  /// The statements of the properties.
  ///
  /// - Parameters:
  ///   - text: the document that the element's positions refer to.
  ///   - parser: reads terms written in prose.
  package static func statements(_ root: Element, in text: String, _ parser: NoticeParser)
    -> [RightsStatement]
  {
    var found: [RightsStatement] = []
    for element in root.all {
      var properties = element.attributes
      let own = ([element.text] + element.children.flatMap { $0.all.map(\.text) }).filter { !$0.isEmpty }
      let value = element["resource"] ?? own.joined(separator: " ")
      properties.append((element.name, value))
      for (name, value) in properties where !value.isEmpty {
        if let statement = statement(name, value, parser) { found.append(statement) }
      }
    }
    return found
  }

  private static func statement(_ name: String, _ value: String, _ parser: NoticeParser) -> RightsStatement? {
    switch name {
    case "DataMining": return PLUSDataMining.statement(value) ?? unread(value)
    case "OtherConstraints", "Instructions", "UsageTerms", "TermsAndConditionsText", "RegionConstraints",
      "MediaConstraints", "ProductOrServiceConstraints", "OtherLicenseRequirements":
      let statement = parser.parse(value)
      return statement.isNotice || !statement.residue.isEmpty ? statement : unread(value)
    case "rights", "CopyrightNotice":
      let statement = parser.parse(value)
      return statement.isNotice || !statement.residue.isEmpty ? statement : nil
    // Where the terms stand; a licence whose address is known is named by its own property, too.
    case "TermsAndConditionsURL": return unread(value)
    // The page of the rights, or as many tools write it the licence itself.
    case "WebStatement":
      let statement = parser.parse(value)
      return statement.licence == nil ? unread(value) : statement
    case "CopyrightOwnerName":
      var reservation = Reservation(value)
      reservation.hold(value, at: reservation.whole)
      var statement = reservation.statement
      statement.isNotice = true
      return statement
    case "LicenseStartDate": return limit(.timeBefore, value)
    case "LicenseEndDate": return limit(.timeAfter, value)
    case "CreditLineRequired": return credit(value)
    case "attributionName", "attributionURL", "permits", "prohibits", "requires":
      return CCREL.statement(name, value)
    case "license", "licence":
      var reservation = Reservation(value)
      reservation.name(licence: value, at: reservation.whole)
      return reservation.statement
    default: return nil
    }
  }

  /// The first or last day on which PLUS licenses the use.
  private static func limit(_ kind: Constraint.Kind, _ value: String) -> RightsStatement {
    guard CalendarDay(iso: String(value.prefix(10))) != nil else { return unread(value) }
    var reservation = Reservation(value)
    reservation.reserve([.use], .none, where: [Constraint(kind, value)], at: reservation.whole)
    return reservation.statement
  }

  /// The duty that a code of PLUS for the credit line states: `CR-NRQ` requires none, the others say where it stands.
  private static func credit(_ code: String) -> RightsStatement? {
    guard let word = code.split(separator: "/").last, word.hasPrefix("CR-") else { return unread(code) }
    guard word != "CR-NRQ" else { return nil }
    var reservation = Reservation(code)
    reservation.require(.credit, nil, at: reservation.whole)
    return reservation.statement
  }

  private static func unread(_ value: String) -> RightsStatement {
    var reservation = Reservation(value)
    reservation.leave(reservation.whole)
    return reservation.statement
  }
}
