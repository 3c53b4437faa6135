internal import WireDocuments
internal import WireRights
internal import WireText

extension Newsroom {
  /// When the embargo of a field ends, be it a time or words: `Sperrfrist: 1. Dezember 2026, 12.00 Uhr`.
  ///
  /// - Parameter item: what the words may refer to, such as the time zone of the agency's desks.
  func end(of embargo: TimeField, on item: ItemTerms) -> Instant? {
    if let end = embargo.end(in: item.homeZone, acceptsDayAlone: false) { return end }
    let statement = notices.parse(embargo.raw)
    // Words that were not understood may be another time.
    guard statement.residue.isEmpty, case .until(let end)? = statement.embargo(on: item) else { return nil }
    return end
  }
}

extension WireItem {
  /// The end of the embargo that its words set, in seconds since 1970; the maximum if they give no time.
  func secrecy(_ newsroom: Newsroom, orders: [RightsStatement], time: Instant?) -> Int64? {
    let item = terms(newsroom, time: time)
    return orders.map { order in
      var order = order
      leaveOutRepeatedEmbargo(of: &order, newsroom)
      return order
    }.compactMap { $0.embargo(on: item) }.map { embargo in
      if case .until(let end) = embargo { end.seconds } else { Int64.max }
    }.max()
  }

  /// What is needed to tell when an embargo in words ends.
  ///
  /// - Parameter time: when the item was published; a wire service delivers within moments.
  func terms(_ newsroom: Newsroom, time: Instant?) -> ItemTerms {
    var item = ItemTerms(agency: agency)
    item.homeZone = homeZone(newsroom)
    item.published = time
    item.received = time
    return item
  }
}
