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
  func embargoes(under key: String) -> [(key: String, node: Self)] {
    var found: [(key: String, node: Self)] = []
    var waiting = [(key: key, node: self)]
    while let (key, group) = waiting.popLast() {
      let words = KeyWords(key)
      guard let members = group.embargoMembers, !words.isOfOtherWork, !words.isEmbargoElsewhere,
        !members.contains(where: { Self.namesOfWorks.contains($0.key.lowercased()) })
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
    case end, beginning, clock, zone
  }

  /// The words that are neither a time nor a zone.
  private var words: [String] = []
  /// Whether there is any value, even one that denies the embargo.
  private(set) var isStated = false
  /// Whether a flag says that there is an embargo.
  private var isSet = false
  private var times: [String] = []
  private var beginnings: [String] = []
  private var zones: [String] = []
  private var hasClock = false

  /// Whether a text says that there is no embargo.
  static func denies(_ text: String) -> Bool { denials.contains(text.lowercased()) }

  /// The parts of each object in a value; one without a zone has that of the object around it.
  ///
  /// - Parameter scalar: what a value says that is neither object nor list; nil for nothing.
  static func all<Node: EmbargoNode>(in value: Node, _ scalar: (Node) -> Scalar?) -> [EmbargoParts] {
    var all = [EmbargoParts()]
    var waiting = [(node: value, part: Part.end, object: 0)]
    while let (node, part, object) = waiting.popLast() {
      if let elements = node.embargoElements {
        waiting += elements.reversed().map { ($0, part, object) }
      } else if let members = node.embargoMembers {
        let parted = members.map { (node: $0.node, part: Self.part($0.key)) }
        let zones = parted.filter { $0.part == .zone }.compactMap { scalar($0.node) }
        all.append(EmbargoParts(within: all[object], zones: zones))
        waiting += parted.reversed().map { ($0.node, part == .beginning ? part : $0.part, all.count - 1) }
      } else if let scalar = scalar(node) {
        all[object].add(scalar, as: part)
      }
    }
    return all
  }

  private init() {}

  private init(within outer: EmbargoParts, zones: [Scalar]) {
    for zone in zones { add(zone, as: .zone) }
    if self.zones.isEmpty { self.zones = outer.zones }
  }

  /// What a key says of the value under it.
  private static func part(_ key: String) -> Part {
    let words = KeyWords(key).words
    if words.contains(where: zoneWords.contains) { return .zone }
    // “Usable from” names an end.
    if words.contains(where: beginningWords.contains), !words.contains(where: releaseWords.contains) {
      return .beginning
    }
    return words.last.map(clockWords.contains) ?? false ? .clock : .end
  }

  private mutating func add(_ scalar: Scalar, as part: Part) {
    isStated = true
    guard case .text(let text) = scalar else {
      if case .flag(true) = scalar { isSet = true }
      return
    }
    switch part {
    case .zone: if !zones.contains(text), zones.count < Self.mostZones { zones.append(text) }
    case .beginning: beginnings.append(text)
    case .end, .clock:
      if CivilTime(reading: text) != nil {
        times.append(text)
      } else if part == .clock || !Self.denies(text) {
        hasClock = hasClock || part == .clock
        words.append(text)
      }
    }
  }

  /// What is said beside the ends.
  var remarks: [String] { words + beginnings }

  /// The ends; without any time one that cannot be told, and none if nothing is said.
  ///
  /// A time whose zone or time of day stands beside it is over only where both are read as one.
  var ends: [TimeField] {
    let zone = zones.isEmpty ? nil : String(zones.joined(separator: ", ").prefix(Self.longest))
    if times.isEmpty {
      let said =
        words + beginnings.map { "from \($0)" }
        + (words.isEmpty && beginnings.isEmpty ? [] : [zone].compactMap(\.self))
      if said.isEmpty { return isSet ? [TimeField(.embargo, raw: "", instant: nil)] : [] }
      return [
        TimeField(.embargo, raw: String(said.joined(separator: ", ").prefix(Self.longest)), instant: nil)
      ]
    }
    return times.map { raw in
      let instant = Instant(reading: raw)
      if hasClock { return TimeField(.embargo, raw: "until \(raw)", instant: nil) }
      guard let zone, instant == nil else { return TimeField(.embargo, raw: raw, instant: instant) }
      let whole = Instant(reading: "\(raw) \(zone)")
      return TimeField(.embargo, raw: whole == nil ? "\(zone): \(raw)" : "\(raw) \(zone)", instant: whole)
    }
  }

  /// The longest text of an embargo without a time, and of its zones, in characters.
  private static let longest = 200
  /// The most zones of one object; a time with several is not told by them.
  private static let mostZones = 4
  private static let denials: Set<String> = ["false", "no", "off", "0", "none", "null", "~"]
  private static let zoneWords: Set<String> = ["zone", "timezone", "tz", "offset", "utcoffset"]
  private static let beginningWords: Set<String> = [
    "start", "starts", "begin", "begins", "from", "since", "created", "updated", "modified", "issued", "set",
    "by", "id",
  ]
  private static let releaseWords: Set<String> = [
    "usable", "available", "release", "released", "publish", "published", "publication", "lift", "lifted",
    "live",
  ]
  private static let clockWords: Set<String> = ["time", "hour", "hours", "clock"]
}
