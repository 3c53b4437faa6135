/// Adds up the hits of each unit and keeps those of the units that reach a bar, grouped by unit.
///
/// A hash table of plain values and a counting sort: the cost is that of reading the hits twice.
struct UnitTally {
  private struct Slot {
    var unit: UInt32 = .max
    var last: UInt32 = .max
    var sum: Float = 0
    var count: Int32 = 0
  }

  /// The hits of one unit, in order of the draft's words.
  struct Group {
    var unit: UInt32
    var hits: Range<Int>
  }

  /// The kept hits, group by group.
  private(set) var hits: [Hit] = []
  /// The groups.
  private(set) var groups: [Group] = []

  /// Groups hits.
  ///
  /// - Parameters:
  ///   - hits: in order of the draft's words.
  ///   - unitCount: the units that there are.
  ///   - bar: the least sum of values, where a word counts once and two nats more.
  init(_ hits: [Hit], of unitCount: Int, bar: Float) {
    var size = 64
    while size < min(hits.count * 2, unitCount) { size *= 2 }
    // In a small index each unit has a slot of its own.
    let mixer: UInt64 = unitCount <= size ? 1 << 32 : 0x9E37_79B9_7F4A_7C15
    var slots = [Slot](repeating: Slot(), count: size)
    var places = [UInt32](repeating: 0, count: hits.count)
    slots.withUnsafeMutableBufferPointer { slots in
      for (index, hit) in hits.enumerated() {
        let at = Self.find(hit.unit, slots, mixer)
        places[index] = UInt32(truncatingIfNeeded: at)
        slots[at].unit = hit.unit
        if slots[at].last != hit.draft {
          slots[at].sum += hit.value + 2
          slots[at].last = hit.draft
        }
        slots[at].count &+= 1
      }
    }
    group(hits, places, slots, bar)
  }

  private mutating func group(_ hits: [Hit], _ places: [UInt32], _ slots: [Slot], _ bar: Float) {
    var groupOfSlot = [Int32](repeating: -1, count: slots.count)
    var total = 0
    for (index, hit) in hits.enumerated() {
      let at = Int(places[index])
      guard groupOfSlot[at] < 0, slots[at].sum >= bar, slots[at].count >= 2 else { continue }
      groupOfSlot[at] = Int32(groups.count)
      groups.append(Group(unit: hit.unit, hits: total..<total + Int(slots[at].count)))
      total += Int(slots[at].count)
    }
    guard total > 0 else { return }
    self.hits = Array(repeating: hits[0], count: total)
    var cursors = groups.map(\.hits.lowerBound)
    for (index, hit) in hits.enumerated() {
      let group = Int(groupOfSlot[Int(places[index])])
      guard group >= 0 else { continue }
      self.hits[cursors[group]] = hit
      cursors[group] += 1
    }
  }

  @inline(__always)
  private static func find(
    _ unit: UInt32, _ slots: UnsafeMutableBufferPointer<Slot>, _ mixer: UInt64
  ) -> Int {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: (UInt64(unit) &* mixer) &>> 32) & mask
    while slots[at].unit != .max, slots[at].unit != unit { at = (at &+ 1) & mask }
    return at
  }
}
