internal import WireMatching

/// The identifiers under which an index stores items of several agencies.
///
/// Agencies choose their own identifiers, and short ones are used by several. The first agency with an
/// identifier gets it as it is; an item of another agency with the same identifier is stored as
/// `agency:identifier`, with all its versions and kills, so that no agency's feed replaces or withdraws
/// another's items. Identifiers that are addresses or URNs are unique and stay as they are. A doubtful agency
/// never loses a kill: an item of an unknown agency, and a kill whose agency was only inferred from its words,
/// are assigned to the agency that has the identifier.
struct ItemNames {
  /// The agencies that claimed each identifier in this ingest.
  private var owners: [String: String] = [:]

  /// An item with the identifiers that the index uses for it and for the items that it refers to.
  mutating func settled(
    _ reading: ItemReader.Reading, in index: WireIndex
  ) throws(IndexFault) -> ItemReader.Reading {
    let agency = reading.record.agency
    guard !agency.isEmpty else { return reading }
    var reading = reading
    let id = reading.item.id
    let own = try ownName(of: id, agency, index)
    if let own { reading.item.id = own }
    if own == nil, Self.isShort(id), reading.isAgencyGiven || reading.record.isCopy,
      let owner = try owner(of: id, index), owner != agency
    {
      reading.item.id = "\(agency):\(id)"
    }
    owners[reading.item.id] = owners[reading.item.id] ?? agency
    reading.withdraws = try ownNames(of: reading.withdraws, agency, index)
    if let follows = reading.record.follows {
      reading.record.follows = try ownNames(of: follows, agency, index)
      reading.item.payload = reading.record.payload
    }
    return reading
  }

  /// The qualified identifier of an agency's item, if the index already has it; an item keeps it for good.
  private func ownName(of id: String, _ agency: String, _ index: WireIndex) throws(IndexFault) -> String? {
    guard Self.isShort(id) else { return nil }
    let own = "\(agency):\(id)"
    return try owner(of: own, index) == nil ? nil : own
  }

  private func ownNames(
    of ids: [String], _ agency: String, _ index: WireIndex
  ) throws(IndexFault) -> [String] {
    var names: [String] = []
    for id in ids { names.append(try ownName(of: id, agency, index) ?? id) }
    return names
  }

  /// Whether an identifier names no authority, so that several agencies may use it.
  private static func isShort(_ id: String) -> Bool { !id.utf8.contains { $0 == 0x3A || $0 == 0x2F } }

  /// The agency whose item has an identifier; nil if there is none.
  private func owner(of id: String, _ index: WireIndex) throws(IndexFault) -> String? {
    if let owner = owners[id] { return owner }
    for entry in try index.entries(withID: id) {
      guard let item = WireItem(payload: entry.payload), !item.isForeign, !item.agency.isEmpty else {
        continue
      }
      return item.agency
    }
    return nil
  }
}
