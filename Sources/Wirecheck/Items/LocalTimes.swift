internal import Foundation
internal import WireDocuments
internal import WireRights
internal import WireText

extension TimeField {
  /// The instant at which a time that may lack its zone is over.
  ///
  /// - Parameters:
  ///   - zone: the zone of whoever wrote it; nil where it is not known.
  ///   - isDayEnough: whether a day alone is taken, and its end meant; else nothing is known of one.
  func end(in zone: TimeZone?, isDayEnough: Bool) -> Instant? {
    if let instant { return instant }
    guard let zone, let time = CivilTime(reading: raw), time.offset == nil,
      isDayEnough || time.secondOfDay != nil
    else { return nil }
    return DayBoundary(zone).end(of: time)
  }
}

extension Document {
  /// The document with the times at which it came out, where they lack a zone, as times of a zone.
  func dated(in zone: TimeZone) -> Document {
    var document = self
    for index in document.times.indices where document.times[index].instant == nil {
      let field = document.times[index]
      guard [.created, .published, .updated].contains(field.role), let time = CivilTime(reading: field.raw),
        time.offset == nil
      else { continue }
      document.times[index].instant = DayBoundary(zone).start(of: time)
    }
    return document
  }
}
