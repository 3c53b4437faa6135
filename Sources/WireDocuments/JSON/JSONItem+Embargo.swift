import WireText
import WireTrees

extension JSONItem {
  /// Takes an embargo in any form: a time, a flag, or an object or list of times; one that has no end is told, too.
  ///
  /// - Parameter zone: the time zone to append to a text without one, if the format defines it.
  mutating func takeEmbargo(_ value: JSONValue, key: String, zone: String = "") {
    switch value.content {
    case .null, .bool(false): break
    case .bool(true): state(TimeField(.embargo, raw: "", instant: nil), value, key: key)
    case .string, .number:
      guard let raw = plain(value), !EmbargoParts.denies(raw) else { return }
      let instant = Instant(reading: raw) ?? Instant(reading: raw + zone)
      state(TimeField(.embargo, raw: raw, instant: instant), value, key: key)
    case .array, .object: takeParts(of: value, key: key)
    }
  }

  private mutating func state(_ time: TimeField, _ value: JSONValue, key: String) {
    document.addEmbargo(time)
    document.times.append(time)
    guard time.instant == nil, CivilTime(reading: time.raw) == nil else { return }
    report("time-unreadable", "`\(key.prefix(40))` is no time that can be read", value)
  }

  /// The longest key that is kept with each word under it, in characters.
  private static let longestKey = 80

  private mutating func takeParts(of value: JSONValue, key: String) {
    var parts = EmbargoParts()
    var isSet = false
    var waiting: [(value: JSONValue, part: EmbargoParts.Part)] = [(value, .end)]
    while let (next, part) = waiting.popLast() {
      switch next.content {
      case .array(let elements): waiting += elements.reversed().map { ($0, part) }
      case .object(let members):
        waiting += members.reversed().map { ($0.value, EmbargoParts.part($0.key)) }
      case .string, .number: if let text = plain(next) { parts.add(text, as: part) }
      case .bool(let isTrue): isSet = isSet || isTrue
      case .null: break
      }
    }
    let ends = parts.ends
    for time in ends { state(time, value, key: key) }
    if ends.isEmpty, isSet { state(TimeField(.embargo, raw: "", instant: nil), value, key: key) }
    let place = source.place(value.range)
    let key = String(key.prefix(Self.longestKey))
    for word in parts.words { document.fields.append(Field(.other, word, key: key, place: place)) }
  }

  /// Takes each embargo in an object, at any depth, except those of other works.
  mutating func takeEmbargoes(in members: [JSONValue.Member]) {
    var waiting = Array(members.reversed())
    while let member = waiting.popLast() {
      if MetaKey(member.key, text: "") == .embargo {
        takeEmbargo(member.value, key: member.key)
      } else if !KeyWords(member.key).isOfOtherWork {
        waiting += member.value.elements.flatMap(\.members).reversed()
      }
    }
  }

  /// Takes the embargoes in an object that groups fields of a site's own: `wire: {embargo: …}`.
  ///
  /// A record with a title or a text of its own is another work, and so is what its key says is one.
  mutating func takeEmbargoes(ofGroup value: JSONValue, key: String) {
    var waiting = [(value: value, key: key)]
    while let (group, key) = waiting.popLast() {
      guard case .object(let members) = group.content, !KeyWords(key).isOfOtherWork,
        !members.contains(where: { Self.namesOfWorks.contains($0.key.lowercased()) })
      else { continue }
      for member in members.reversed() {
        if MetaKey(member.key, text: "") == .embargo {
          takeEmbargo(member.value, key: member.key)
        } else {
          waiting.append((member.value, member.key))
        }
      }
    }
  }

  /// The members of an object that is a work and no group of fields.
  static let namesOfWorks: Set<String> = ["title", "headline", "slug", "body", "content"]
}
