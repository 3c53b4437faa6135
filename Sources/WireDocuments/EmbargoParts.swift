import WireText

/// A value of a format with objects and lists that may state embargoes: JSON, or the front matter of a page.
protocol EmbargoNode {
  /// The members of an object; nil for any other value.
  var embargoMembers: [(key: String, node: Self)]? { get }
  /// The elements of a list; nil for any other value.
  var embargoElements: [Self]? { get }
}

extension EmbargoNode {
  /// The embargoes in an object that groups fields of a site's own, each with its key: `wire: {embargo: …}`.
  ///
  /// A record with a title or a text of its own is another work, and so is what its key says is one.
  ///
  /// - Parameter isExtension: whether the object extends the item, so that its lists and records are the item's, too.
  func embargoes(under key: String, isExtension: Bool = false) -> [(key: String, node: Self)] {
    var found: [(key: String, node: Self)] = []
    var waiting = [(key: key, node: self)]
    while let (key, group) = waiting.popLast() {
      let words = KeyWords(key)
      if isExtension, let elements = group.embargoElements {
        waiting += elements.reversed().map { (key, $0) }
      }
      guard let members = group.embargoMembers, !words.isOfOtherWork, !words.isEmbargoElsewhere,
        isExtension || !members.contains(where: { Self.namesOfWorks.contains($0.key.lowercased()) })
      else { continue }
      for member in members.reversed() {
        if MetaKey(member.key, text: "") == .embargo { found.append(member) } else { waiting.append(member) }
      }
    }
    return found
  }

  /// The members of an object that is a work and no group of fields.
  private static var namesOfWorks: Set<String> { ["title", "headline", "slug", "body", "content"] }
}

/// An embargo that is stated by several values of one object: `{until: …, timezone: …, reason: …}`, or one time for
/// each medium.
struct EmbargoParts {
  /// What a value without members and elements says.
  enum Scalar {
    case text(String)
    case flag(Bool)
  }

  /// What a value says according to its key.
  private enum Part {
    case end, beginning, clock, zone, remark, over
  }

  /// What is said beside the ends: words that are neither a time nor a zone.
  private(set) var remarks: [String] = []
  /// The times, each with the zones of its object.
  private var times: [(raw: String, zones: [String], hasClock: Bool)] = []
  /// Whether there is any value, even one that denies the embargo.
  private(set) var isStated = false
  /// Whether something says that there is an embargo.
  private var isSet = false
  private var zones: [String] = []

  /// Whether a text says that there is no embargo, be it by the day that databases write for no day.
  static func denies(_ text: String) -> Bool {
    denials.contains(text.lowercased()) || noDays.contains(where: text.hasPrefix)
  }

  /// The parts of each element of a list, or of a value that is none.
  ///
  /// - Parameter scalar: what a value says that is neither object nor list; nil for nothing.
  static func all<Node: EmbargoNode>(in value: Node, _ scalar: (Node) -> Scalar?) -> [EmbargoParts] {
    var all = (value.embargoElements ?? [value]).map { element in
      var parts = EmbargoParts()
      parts.read(element, scalar)
      return parts
    }
    // A remark alone says that there is an embargo.
    if !all.contains(where: { $0.isSet || !$0.times.isEmpty }),
      let index = all.firstIndex(where: { !$0.remarks.isEmpty })
    {
      all[index].isSet = true
    }
    return all
  }

  /// Reads the objects in a value; one without a zone has that of the object around it.
  private mutating func read<Node: EmbargoNode>(_ value: Node, _ scalar: (Node) -> Scalar?) {
    var objects = [Object()]
    var waiting = [(node: value, part: Part.end, object: 0)]
    while let (node, part, object) = waiting.popLast() {
      if let elements = node.embargoElements {
        waiting += elements.reversed().map { ($0, part, object) }
      } else if let members = node.embargoMembers {
        let parted = members.map { (node: $0.node, part: Self.part($0.key)) }
        var inner = Object(zones: objects[object].zones)
        let named = parted.filter { $0.part == .zone }.flatMap { $0.node.embargoElements ?? [$0.node] }
          .compactMap(scalar)
        if !named.isEmpty { inner.zones = [] }
        for case .text(let zone) in named where !inner.zones.contains(zone) {
          // `until_tz` may hold the time with its zone.
          if CivilTime(reading: zone) != nil {
            inner.times.append(zone)
          } else if inner.zones.count < Self.mostZones {
            inner.zones.append(zone)
          }
        }
        objects.append(inner)
        waiting += parted.reversed().map { ($0.node, part == .beginning ? part : $0.part, objects.count - 1) }
      } else if let said = scalar(node) {
        add(said, as: part, to: &objects[object])
      }
    }
    for object in objects {
      times += object.times.map { ($0, object.zones, object.hasClock) }
      for zone in object.zones where zones.count < Self.mostZones && !zones.contains(zone) {
        zones.append(zone)
      }
    }
  }

  /// What one object says by itself.
  private struct Object {
    var zones: [String] = []
    var times: [String] = []
    var hasClock = false
  }

  /// What a key says of the value under it.
  private static func part(_ key: String) -> Part {
    let words = KeyWords(key).words
    if words.contains(where: zoneWords.contains) { return .zone }
    if KeyWords(key).remarksOnEmbargo { return .remark }
    if words.contains(where: overWords.contains) { return .over }
    // “Usable from” names an end.
    if words.contains(where: beginningWords.contains), !words.contains(where: releaseWords.contains) {
      return .beginning
    }
    return words.last.map(clockWords.contains) ?? false ? .clock : .end
  }

  private mutating func add(_ scalar: Scalar, as part: Part, to object: inout Object) {
    isStated = true
    guard case .text(let text) = scalar else {
      if case .flag(true) = scalar, part != .over { isSet = true }
      return
    }
    switch part {
    case .zone: break
    case .remark: remarks.append(text)
    case .beginning:
      isSet = true
      remarks.append("from \(text)")
    case .end, .clock, .over:
      let isDenial = Self.denies(text) && !(part == .clock && text == "0")
      if isDenial { return }
      if CivilTime(reading: text) != nil {
        object.times.append(text)
      } else {
        isSet = true
        object.hasClock = object.hasClock || part == .clock
        remarks.append(text)
      }
    }
  }

  /// The ends; without any time one that cannot be told, and none if nothing says that there is an embargo.
  ///
  /// A time whose zone or time of day stands beside it is over only where both are read as one.
  var ends: [TimeField] {
    if times.isEmpty {
      guard isSet || !zones.isEmpty else { return [] }
      let said = (remarks + [Self.joined(zones)].compactMap(\.self)).joined(separator: ", ")
      return [TimeField(.embargo, raw: String(said.prefix(Self.longest)), instant: nil)]
    }
    return times.map { raw, zones, hasClock in
      let instant = Instant(reading: raw)
      if hasClock { return TimeField(.embargo, raw: "until \(raw)", instant: nil) }
      guard let zone = Self.joined(zones), instant == nil else {
        return TimeField(.embargo, raw: raw, instant: instant)
      }
      let whole = Instant(reading: "\(raw) \(zone)")
      return TimeField(.embargo, raw: whole == nil ? "\(zone): \(raw)" : "\(raw) \(zone)", instant: whole)
    }
  }

  private static func joined(_ zones: [String]) -> String? {
    zones.isEmpty ? nil : String(zones.joined(separator: ", ").prefix(longest))
  }

  /// The longest text of an embargo without a time, and of its zones, in characters.
  private static let longest = 200
  /// The most zones of one object; a time with several is not told by them.
  private static let mostZones = 4
  private static let denials: Set<String> = [
    "false", "no", "off", "0", "none", "null", "nil", "n/a", "~",
  ]
  private static let noDays = ["0001-01-01", "0000-00-00"]
  private static let zoneWords: Set<String> = ["zone", "timezone", "tz", "offset", "utcoffset"]
  private static let beginningWords: Set<String> = [
    "start", "starts", "begin", "begins", "from", "since", "created", "updated", "modified", "issued", "set",
    "by", "id",
  ]
  private static let releaseWords: Set<String> = [
    "usable", "available", "release", "released", "publish", "published", "publication", "lift", "lifted",
    "live",
  ]
  /// Words of flags that say that an embargo is over.
  private static let overWords: Set<String> = ["lifted", "expired", "ended", "over"]
  private static let clockWords: Set<String> = ["time", "hour", "hours", "clock"]
}
