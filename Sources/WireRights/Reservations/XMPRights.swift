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
    var open = [root]
    while let element = open.popLast() {
      for (key, value) in element.attributes where !value.isEmpty {
        if let statement = reading(of: key, parser)?(value) { found.append(statement) }
      }
      let read = reading(of: element.name, parser)
      let value = read == nil ? "" : content(of: element)
      if !value.isEmpty, let statement = read?(value) {
        found.append(statement)
      } else {
        // What a property that was read holds is its value, however deep it is nested.
        open += element.children.reversed()
      }
    }
    return found
  }

  /// The value of a property: the address that it names, else the text in it.
  private static func content(of element: Element) -> String {
    if let resource = element["resource"] { return resource }
    let own = [element.text] + element.children.flatMap { $0.all.map(\.text) }
    return own.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How the value of a property is read; nil for a property that says nothing about rights.
  private static func reading(of name: String, _ parser: NoticeParser) -> ((String) -> RightsStatement?)? {
    switch name {
    case "DataMining": return { PLUSDataMining.statement($0) ?? unread($0) }
    case "OtherConstraints", "Instructions", "UsageTerms", "TermsAndConditionsText", "RegionConstraints",
      "MediaConstraints", "ProductOrServiceConstraints", "OtherLicenseRequirements":
      return { prose($0, parser) ?? unread($0) }
    case "rights", "CopyrightNotice": return { prose($0, parser) }
    // Where the terms stand; a licence whose address is known is named by its own property, too.
    case "TermsAndConditionsURL": return unread
    // The page of the rights, or as many tools write it the licence itself.
    case "WebStatement":
      return { value in
        let statement = parser.parse(value)
        return statement.licence == nil ? unread(value) : statement
      }
    case "CopyrightOwnerName": return owner
    case "LicenseStartDate": return { limit(.timeBefore, $0) }
    case "LicenseEndDate": return { limit(.timeAfter, $0) }
    case "CreditLineRequired": return credit
    case "attributionName", "attributionURL", "permits", "prohibits", "requires":
      return { CCREL.statement(name, $0) }
    case "license", "licence":
      return { value in
        var reservation = Reservation(value)
        reservation.name(licence: value, at: reservation.whole)
        return reservation.statement
      }
    default: return nil
    }
  }

  /// Terms in prose; nil for words that say nothing about rights.
  private static func prose(_ value: String, _ parser: NoticeParser) -> RightsStatement? {
    let statement = parser.parse(value)
    return statement.isNotice || !statement.residue.isEmpty ? statement : nil
  }

  private static func owner(_ name: String) -> RightsStatement {
    var reservation = Reservation(name)
    reservation.hold(name, at: reservation.whole)
    var statement = reservation.statement
    statement.isNotice = true
    return statement
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
