import WireText
import WireTrees

extension JSONItem {
  /// Takes an embargo in any form: a time, a flag, or an object or list of times; one that has no end is told, too.
  ///
  /// - Parameters:
  ///   - meaning: the key by which it is judged, if it is another one.
  ///   - zone: the time zone to append to a text without one, if the format defines it.
  ///   - isSetIfEmpty: whether a text without a word is an embargo, and no field that nobody filled in.
  mutating func takeEmbargo(
    _ value: JSONValue, key: String, as meaning: String? = nil, zone: String = "", isSetIfEmpty: Bool = false
  ) {
    let meaning = meaning ?? key
    guard value.embargoMembers != nil || value.embargoElements != nil else {
      switch scalar(value) {
      case let said? where EmbargoParts.isNone(said, under: meaning): keepWords(of: value, key: key)
      case .flag(true): state(TimeField(.embargo, reading: ""), value, key: key)
      case .text(let raw):
        if let time = TimeField.embargo(stating: raw, zone: zone) { state(time, value, key: key) }
      // A text without a word denies nothing, and its end cannot be told.
      case nil where value.isString && isSetIfEmpty:
        state(TimeField(.embargo, reading: ""), value, key: key)
      default: break
      }
      return
    }
    let place = source.place(value.range)
    let name = String(key.prefix(MetaKey.longestKey))
    let all = EmbargoParts.all(
      in: value, under: meaning,
      beside: record ?? object.embargoes(under: "record", isExtension: true), { scalar($0) })
    for parts in all {
      for time in parts.ends { state(time, value, key: key) }
      for word in parts.remarks { document.fields.append(Field(.other, word, key: name, place: place)) }
    }
  }

  private mutating func scalar(_ value: JSONValue) -> EmbargoParts.Scalar? {
    if case .bool(let isTrue) = value.content { return .flag(isTrue) }
    return plain(value).map { .text($0) }
  }

  private mutating func state(_ time: TimeField, _ value: JSONValue, key: String) {
    document.addEmbargo(time)
    document.times.append(time)
    if time.isUnreadable { report(.unreadableTime(named: "`\(key.prefix(40))`"), value) }
  }

  /// Takes the embargo that a member states itself, or those in the object that it is.
  ///
  /// - Parameter isExtension: whether it extends the item, so that its lists and records are the item's, too.
  mutating func takeEmbargoes(of value: JSONValue, key: String, isExtension: Bool = false) {
    if MetaKey(key, text: "") == .embargo { return takeEmbargo(value, key: key) }
    for embargo in value.embargoes(under: key, isExtension: isExtension) {
      takeEmbargo(embargo.node, key: embargo.key)
    }
  }
}

extension JSONValue: EmbargoNode {
  var embargoMembers: [(key: String, node: JSONValue)]? {
    guard case .object(let members) = content else { return nil }
    return members.map { ($0.key, $0.value) }
  }

  var embargoElements: [JSONValue]? {
    guard case .array(let elements) = content else { return nil }
    return elements
  }
}
