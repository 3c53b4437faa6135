internal import WireMatching

/// The identifiers under which an index keeps items of several agencies.
///
/// Identifiers are an agency's own, and short ones are given by several. The first agency with an identifier has it as it
/// is; an item of another one with the same identifier is kept as `agency:identifier`, with all its versions and kills, so
/// that no agency's feed replaces or withdraws what is another's. Identifiers that are addresses or URNs are nobody else's.
/// What may be a mistake never loses a kill: an item of an unknown agency, and a kill whose agency was only told from its
/// words, are taken for those of whoever has the identifier.
struct ItemNames {
  /// The agencies that have an identifier since this ingest began.
  private var owners: [String: String] = [:]

  /// An item with the identifiers that an index has for it and for what it names.
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

  /// The name of an agency's item where it has one of its own, which stays.
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

  /// Whether an identifier names no authority, so that several agencies may give it.
  private static func isShort(_ id: String) -> Bool { !id.utf8.contains { $0 == 0x3A || $0 == 0x2F } }

  /// The agency whose item has an identifier; nil for none.
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
