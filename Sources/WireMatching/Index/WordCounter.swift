/// Counts the items that contain each word, as items are added one after the other.
///
/// Open addressing over plain arrays: one access to the table a content word; frequent words stay in the cache.
struct WordCounter {
  private struct Slot {
    var word: UInt64 = 0
    var items: UInt32 = 0
    var last: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private var used = 0

  /// The number of different words.
  var count: Int { used }

  /// Counts the words of one item.
  ///
  /// - Parameter item: a number that increases from item to item, from 1.
  mutating func count(_ words: ArraySlice<UInt64>, of item: UInt32) {
    while (used + words.count) * 2 > slots.count { grow() }
    let mask = slots.count - 1
    var added = 0
    slots.withUnsafeMutableBufferPointer { slots in
      for word in words {
        var at = Int(truncatingIfNeeded: word) & mask
        while slots[at].items != 0, slots[at].word != word { at = (at &+ 1) & mask }
        if slots[at].items == 0 { added &+= 1 } else if slots[at].last == item { continue }
        slots[at].word = word
        slots[at].items &+= 1
        slots[at].last = item
      }
    }
    used += added
  }

  /// The words with their counts, in order of their hashes.
  func sorted() -> [(word: UInt64, items: UInt32)] {
    var result: [(word: UInt64, items: UInt32)] = []
    result.reserveCapacity(used)
    for slot in slots where slot.items != 0 { result.append((slot.word, slot.items)) }
    result.sort { $0.word < $1.word }
    return result
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots where slot.items != 0 {
      var at = Int(truncatingIfNeeded: slot.word) & mask
      while larger[at].items != 0 { at = (at + 1) & mask }
      larger[at] = slot
    }
    slots = larger
  }
}
