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
    case "OtherConstraints", "Instructions", "UsageTerms":
      let statement = parser.parse(value)
      return statement.isNotice || !statement.residue.isEmpty ? statement : unread(value)
    case "rights", "CopyrightNotice":
      let statement = parser.parse(value)
      return statement.isNotice || !statement.residue.isEmpty ? statement : nil
    case "attributionName", "attributionURL": return CCREL.statement(name, value)
    case "license", "licence":
      var reservation = Reservation(value)
      reservation.name(licence: value, at: reservation.whole)
      return reservation.statement
    default: return nil
    }
  }

  private static func unread(_ value: String) -> RightsStatement {
    var reservation = Reservation(value)
    reservation.leave(reservation.whole)
    return reservation.statement
  }
}
