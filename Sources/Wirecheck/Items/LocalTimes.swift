internal import Foundation
internal import WireDocuments
internal import WireRights
internal import WireText

extension TimeField {
  /// The instant at which a time ends that may lack a zone.
  ///
  /// - Parameters:
  ///   - zone: the writer's time zone; nil if unknown.
  ///   - acceptsDayAlone: whether a date without a time is accepted, as the end of that day; otherwise it gives nil.
  func end(in zone: TimeZone?, acceptsDayAlone: Bool) -> Instant? {
    if instant == nil, let local {
      guard let own = TimeZone(identifier: String(local.zone)),
        acceptsDayAlone || local.time.secondOfDay != nil,
        local.time.possibleOffsets == nil
      else { return nil }
      return DayBoundary(own).end(of: restrictingReading(of: local.time))
    }
    guard let zone, let time = CivilTime(field: raw).map({ restrictingReading(of: $0) }), time.offset == nil
    else { return instant }
    let boundary = DayBoundary(zone)
    // The name of a zone with several meanings means that of the writer if it can.
    let own = role == .expiry ? boundary.start(of: time) : boundary.end(of: time)
    let offset = time.instant(atOffset: 0).seconds - own.seconds
    if time.namedOffsets.contains(Int(offset)) { return time.instant(atOffset: Int(offset)) }
    if let instant { return instant }
    guard time.possibleOffsets == nil, acceptsDayAlone || time.secondOfDay != nil else { return nil }
    return boundary.end(of: time)
  }
}

extension Document {
  /// The document with its publication times interpreted in a zone where they lack one.
  func dated(in zone: TimeZone) -> Document {
    var document = self
    for index in document.times.indices where document.times[index].instant == nil {
      let field = document.times[index]
      guard [.created, .published, .updated].contains(field.role), let time = CivilTime(field: field.raw),
        time.offset == nil, !time.isOrderUnclear
      else { continue }
      let start = DayBoundary(zone).start(of: time)
      // The name of a zone with several meanings, or an unknown one, may mean that of the writer.
      let offset = Int(time.instant(atOffset: 0).seconds - start.seconds)
      if let possible = time.possibleOffsets, !possible.contains(offset) { continue }
      document.times[index].instant = start
    }
    return document
  }
}
