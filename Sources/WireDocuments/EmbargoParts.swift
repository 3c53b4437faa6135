import WireText

/// An embargo that is stated by several values of one object: `{until: …, timezone: …, reason: …}`, or one time for
/// each medium.
struct EmbargoParts {
  /// What a value without members and elements says.
  enum Scalar {
    case text(String)
    case flag(Bool)
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

  /// The parts of each element of a list, or of a value that is none.
  ///
  /// - Parameters:
  ///   - key: the key under which it stands.
  ///   - record: the members about embargoes of the record that contains it.
  ///   - scalar: what a value says that is neither object nor list; nil for nothing.
  static func all<Node: EmbargoNode>(
    in value: Node, under key: String, beside record: @autoclosure () -> [(key: String, node: Node)],
    _ scalar: (Node) -> Scalar?
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
    if all.contains(where: \.isPending), deny(record(), scalar) {
      for index in all.indices { all[index].isPending = false }
    }
    return all
  }

  /// Whether a record says that it has no embargo: `embargoed: false`.
  private static func deny<Node: EmbargoNode>(
    _ record: [(key: String, node: Node)], _ scalar: (Node) -> Scalar?
  ) -> Bool {
    record.contains { member in
      guard MetaKey(member.key, text: "") == .embargo, part(member.key) == .flag else { return false }
      switch scalar(member.node) {
      case .flag(let isTrue): return !isTrue
      case .text(let text): return denies(text)
      case nil: return false
      }
    }
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
      } else if part == .end {
        objects[object].hasEmptyEnd = true
      }
    }
    Self.spread(over: &objects)
    for object in objects {
      times += object.times.map { ($0, object.zones, object.hasClock) }
      // What says that there is none denies what stands beside it, but no end.
      if object.isDenied { continue }
      // Beside an empty end, “not lifted” is what a form says of every story.
      isPending = isPending || object.isPending && !object.hasEmptyEnd
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
        let time = CivilTime(field: whole), time.offset != nil
      else { continue }
      for other in members where KeyWords(other.key).words == words {
        guard case .text(let text) = scalar(other.node), let plain = CivilTime(field: text),
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
    /// Whether an end stands there that nobody filled in.
    var hasEmptyEnd = false
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
        if CivilTime(field: zone) != nil {
          times.append(zone)
        } else if zones.count < EmbargoParts.mostZones {
          zones.append(zone)
        }
      }
    }

    private static let nameKeys: Set<String> = ["name", "id", "value", "label", "abbreviation", "code"]
    private static let descriptionKeys: Set<String> = ["meta", "metadata", "settings", "options"]
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
      if CivilTime(field: text) != nil {
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
      let instant = Instant(field: raw)
      if hasClock { return TimeField(.embargo, raw: "until \(raw)", instant: nil) }
      guard let zone = Self.joined(zones), instant == nil else {
        return TimeField(.embargo, raw: raw, instant: instant)
      }
      let time = CivilTime(field: "\(raw) \(zone)")
      let whole = time?.instant
      let isUnread = whole == nil && (time?.offset ?? time?.possibleOffsets?.lowerBound) == nil
      return TimeField(.embargo, raw: isUnread ? "\(zone): \(raw)" : "\(raw) \(zone)", instant: whole)
    }
  }

  private static func joined(_ zones: [String]) -> String? {
    zones.isEmpty ? nil : String(zones.joined(separator: ", ").prefix(longest))
  }

  /// The longest text of an embargo without a time, and of its zones, in characters.
  private static let longest = 200
  /// The most zones of one object; a time with several is not told by them.
  static let mostZones = 4
}
