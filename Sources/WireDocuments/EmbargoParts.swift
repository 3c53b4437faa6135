import WireText

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
    case end, beginning, clock, zone, remark, over, flag
  }

  /// What is said beside the ends: words that are neither a time nor a zone.
  private(set) var remarks: [String] = []
  /// The times, each with the zones of its object.
  private var times: [(raw: String, zones: [String], hasClock: Bool)] = []
  /// Whether there is any value, even one that denies the embargo.
  private(set) var isStated = false
  /// Whether something says that there is an embargo.
  private var isSet = false
  /// Whether something says that it is not over, and whether a remark is about one that is not denied beside it.
  private var isPending = false
  private var hasRemark = false
  private var zones: [String] = []

  /// Whether a text says that there is no embargo, be it by the day that databases write for no day.
  static func denies(_ text: String) -> Bool {
    denials.contains(text.lowercased()) || noDays.contains(where: text.hasPrefix)
  }

  private static func refuses(_ text: String) -> Bool { FlagWords.no.contains(text.lowercased()) }

  /// Whether a value under a key of an embargo sets none: a remark about it, or a flag that it is over.
  static func isNone(_ scalar: Scalar, under key: String) -> Bool {
    let words = KeyWords(key)
    let denies = words.words.contains { overWords.contains($0) || ["no", "not", "without"].contains($0) }
    switch scalar {
    case .flag: return denies || words.remarksOnEmbargo
    case .text(let text):
      if CivilTime(reading: text) != nil { return false }
      return words.remarksOnEmbargo || denies && FlagWords.yes.contains(text.lowercased())
    }
  }

  /// The parts of each element of a list, or of a value that is none.
  ///
  /// - Parameters:
  ///   - key: the key under which it stands.
  ///   - scalar: what a value says that is neither object nor list; nil for nothing.
  static func all<Node: EmbargoNode>(
    in value: Node, under key: String, _ scalar: (Node) -> Scalar?
  ) -> [EmbargoParts] {
    let isRemark = KeyWords(key).remarksOnEmbargo
    var all = (value.embargoElements ?? [value]).map { element in
      var parts = EmbargoParts()
      let denies = scalar(element).map { isNone($0, under: key) } ?? false
      parts.read(element, as: denies || isRemark && element.embargoMembers != nil ? .remark : .end, scalar)
      return parts
    }
    // A remark alone says that there is an embargo.
    if !isRemark, !all.contains(where: { $0.isSet || !$0.times.isEmpty }),
      let index = all.firstIndex(where: \.hasRemark)
    {
      all[index].isSet = true
    }
    return all
  }

  /// Reads the objects in a value; one without a zone has that of the object around it.
  private mutating func read<Node: EmbargoNode>(
    _ value: Node, as part: Part, _ scalar: (Node) -> Scalar?
  ) {
    var objects = [Object()]
    var waiting = [(node: value, part: part, object: 0)]
    while let (node, part, object) = waiting.popLast() {
      if let elements = node.embargoElements {
        waiting += elements.reversed().map { ($0, part, object) }
      } else if let members = node.embargoMembers {
        let repeated = Self.timesWithZones(in: members, scalar)
        let parted = members.filter { !repeated.contains($0.key) }
          .map { (node: $0.node, part: Self.part($0.key, in: part)) }
        var inner = Object(zones: objects[object].zones, around: object)
        inner.readZones(in: members, scalar)
        objects.append(inner)
        waiting += parted.reversed().map { ($0.node, $0.part, objects.count - 1) }
      } else if let said = scalar(node) {
        add(said, as: part, to: &objects[object])
      }
    }
    Self.spread(over: &objects)
    for object in objects {
      times += object.times.map { ($0, object.zones, object.hasClock) }
      // What says that there is none denies what stands beside it, but no end.
      if object.isDenied { continue }
      isPending = isPending || object.isPending
      hasRemark = hasRemark || object.hasRemark
      for zone in object.zones where zones.count < Self.mostZones && !zones.contains(zone) {
        zones.append(zone)
      }
    }
  }

  /// What an object says holds for those in it, and a time of day by itself for the object around it.
  private static func spread(over objects: inout [Object]) {
    for index in objects.indices.reversed() where objects[index].hasClock && objects[index].times.isEmpty {
      objects[objects[index].around].hasClock = true
    }
    for index in objects.indices {
      let around = objects[objects[index].around]
      objects[index].hasClock = objects[index].hasClock || around.hasClock
      objects[index].isDenied = objects[index].isDenied || around.isDenied
    }
  }

  /// The keys of times that stand there again with their zone: `{until: 10:00, until_tz: 10:00Z}`.
  private static func timesWithZones<Node: EmbargoNode>(
    in members: [(key: String, node: Node)], _ scalar: (Node) -> Scalar?
  ) -> Set<String> {
    var repeated: Set<String> = []
    for member in members where part(member.key) == .zone {
      let words = KeyWords(member.key).words.filter { !zoneWords.contains($0) }
      guard !words.isEmpty, case .text(let whole) = scalar(member.node),
        let time = CivilTime(reading: whole), time.offset != nil
      else { continue }
      for other in members where KeyWords(other.key).words == words {
        guard case .text(let text) = scalar(other.node), let plain = CivilTime(reading: text),
          plain.offset == nil, plain.face == time.face
        else { continue }
        repeated.insert(other.key)
      }
    }
    return repeated
  }

  /// What one object says by itself.
  private struct Object {
    var zones: [String] = []
    var times: [String] = []
    var hasClock = false
    var isPending = false
    var hasRemark = false
    /// Whether it says that there is no embargo.
    var isDenied = false
    /// The index of the object around it.
    var around = 0

    /// Reads the zones among its members, and those in what describes it: `{meta: {timezone: …}}`.
    mutating func readZones<Node: EmbargoNode>(
      in members: [(key: String, node: Node)], _ scalar: (Node) -> Scalar?
    ) {
      let descriptions = members.filter { Self.descriptionKeys.contains($0.key.lowercased()) }
      let all = members + descriptions.flatMap { $0.node.embargoMembers ?? [] }
      let nodes = all.filter { EmbargoParts.part($0.key) == .zone }.map(\.node)
      let named = nodes.flatMap { node in
        let inner = node.embargoMembers ?? []
        let offsets = inner.filter { EmbargoParts.part($0.key) == .zone }
        let names = offsets.isEmpty ? inner.filter { Self.nameKeys.contains($0.key.lowercased()) } : offsets
        return node.embargoElements ?? [node] + names.map(\.node)
      }.compactMap(scalar)
      if !named.isEmpty { zones = [] }
      for case .text(let zone) in named where !zones.contains(zone) {
        // `until_tz` may hold the time with its zone.
        if CivilTime(reading: zone) != nil {
          times.append(zone)
        } else if zones.count < EmbargoParts.mostZones {
          zones.append(zone)
        }
      }
    }

    private static let nameKeys: Set<String> = ["name", "id", "value", "label", "abbreviation", "code"]
    private static let descriptionKeys: Set<String> = ["meta", "metadata", "settings", "options"]
  }

  /// What a key in an object says of the value under it.
  private static func part(_ key: String, in outer: Part) -> Part {
    if outer == .beginning || outer == .remark && textKeys.contains(key.lowercased()) { return outer }
    return part(key)
  }

  /// What a key says of the value under it.
  private static func part(_ key: String) -> Part {
    let words = KeyWords(key).words
    if words.contains(where: zoneWords.contains) { return .zone }
    if KeyWords(key).remarksOnEmbargo { return .remark }
    if words.contains(where: overWords.contains) { return .over }
    if words.contains(where: otherTimes.contains) { return .beginning }
    // “Usable from” names an end.
    if words.contains(where: beginningWords.contains), !words.contains(where: releaseWords.contains) {
      return .beginning
    }
    if let last = words.last, clockWords.contains(last) { return .clock }
    return words.contains(where: flagWords.contains) ? .flag : .end
  }

  private mutating func add(_ scalar: Scalar, as part: Part, to object: inout Object) {
    isStated = true
    guard case .text(let text) = scalar else {
      guard case .flag(let isTrue) = scalar else { return }
      return add(isTrue, as: part, to: &object)
    }
    switch part {
    case .zone: break
    case .remark:
      object.hasRemark = true
      remarks.append(text)
    case .beginning:
      isSet = true
      remarks.append("from \(text)")
    case .over where Self.refuses(text), .flag where Self.refuses(text):
      add(false, as: part, to: &object)
    case .end, .clock, .over, .flag:
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

  private mutating func add(_ isTrue: Bool, as part: Part, to object: inout Object) {
    switch part {
    case .over: object.isPending = object.isPending || !isTrue
    case .flag where !isTrue: object.isDenied = true
    default: isSet = isSet || isTrue
    }
  }

  /// The ends; without any time one that cannot be told, and none if nothing says that there is an embargo.
  ///
  /// A time whose zone or time of day stands beside it is over only where both are read as one.
  var ends: [TimeField] {
    if times.isEmpty {
      guard isSet || isPending || !zones.isEmpty else { return [] }
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
  fileprivate static let mostZones = 4
  private static let denials = FlagWords.no.union(["none", "null", "nil", "n/a", "~"])
  private static let noDays = ["0001-01-01", "0000-00-00"]
  private static let zoneWords: Set<String> = ["zone", "timezone", "tz", "offset", "utcoffset"]
  private static let beginningWords: Set<String> = ["start", "starts", "begin", "begins", "from"]
  /// Words of times that are no end, whatever was done then.
  private static let otherTimes: Set<String> = [
    "since", "created", "updated", "modified", "issued", "set", "by", "id",
  ]
  /// Keys of the text of a remark.
  private static let textKeys: Set<String> = ["text", "value", "rendered", "raw", "html", "content"]
  /// Words of flags that say whether there is an embargo.
  private static let flagWords: Set<String> = [
    "active", "enabled", "applies", "required", "embargo", "embargoed",
  ]
  private static let releaseWords: Set<String> = [
    "usable", "available", "release", "released", "publish", "published", "publication", "lift", "lifted",
    "live",
  ]
  /// Words of flags that say that an embargo is over.
  private static let overWords: Set<String> = ["lifted", "expired", "ended", "over"]
  private static let clockWords: Set<String> = ["time", "hour", "hours", "clock"]
}
