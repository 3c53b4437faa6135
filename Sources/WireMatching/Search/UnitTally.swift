/// Adds up the hits of each unit and keeps those of the units that reach a bar, grouped by unit.
///
/// A hash table of plain values and a counting sort: the cost is that of reading the hits twice.
struct UnitTally {
  private struct Slot {
    var unit: UInt32 = .max
    var last: UInt32 = .max
    var sum: Float = 0
    var count: Int32 = 0
    /// Where its next hit goes; −1 if its hits are not kept.
    var next: Int32 = -1
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
  ///   - unitCount: the number of units.
  ///   - bar: the least sum of values, where each word counts once, with two nats added.
  init(_ hits: [Hit], of unitCount: Int, bar: Float) {
    var size = 64
    while size < min(hits.count * 2, unitCount) { size *= 2 }
    // In a small index each unit has a slot of its own.
    let mixer: UInt64 = unitCount <= size ? 1 << 32 : 0x9E37_79B9_7F4A_7C15
    var slots = [Slot](repeating: Slot(), count: size)
    var places = [UInt32](repeating: 0, count: hits.count)
    slots.withUnsafeMutableBufferPointer { slots in
      places.withUnsafeMutableBufferPointer { places in
        hits.withUnsafeBufferPointer { hits in
          for index in hits.indices {
            let hit = hits[index]
            let at = Self.find(hit.unit, slots, mixer)
            places[index] = UInt32(truncatingIfNeeded: at)
            slots[at].unit = hit.unit
            if slots[at].last != hit.draft {
              slots[at].sum += hit.value + 2
              slots[at].last = hit.draft
            }
            slots[at].count &+= 1
          }
          group(hits, places, slots, bar)
        }
      }
    }
  }

  /// Puts the hits of each unit together, in the order of the units' first hits.
  ///
  /// A unit that is kept has a place for each of its hits, so that no place is left empty.
  private mutating func group(
    _ hits: UnsafeBufferPointer<Hit>, _ places: UnsafeMutableBufferPointer<UInt32>,
    _ slots: UnsafeMutableBufferPointer<Slot>, _ bar: Float
  ) {
    var groups: [Group] = []
    self.hits = Array(unsafeUninitializedCapacity: hits.count) { kept, total in
      for index in hits.indices {
        let at = Int(places[index])
        if slots[at].next < 0 {
          guard slots[at].sum >= bar, slots[at].count >= 2 else { continue }
          let end = total + Int(slots[at].count)
          groups.append(Group(unit: hits[index].unit, hits: total..<end))
          slots[at].next = Int32(truncatingIfNeeded: total)
          total = end
        }
        kept.initializeElement(at: Int(slots[at].next), to: hits[index])
        slots[at].next &+= 1
      }
    }
    self.groups = groups
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
