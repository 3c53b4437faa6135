/// Many short lists in one array, by number: far cheaper to make than an array for each.
struct NumberedLists<Element: Sendable>: Sendable {
  /// The places of the first and the last element of each list, −1 if it has none.
  private var ends: [(first: Int32, last: Int32)] = []
  private var elements: [(element: Element, next: Int32)] = []

  mutating func append(_ element: Element, to list: Int) {
    while ends.count <= list { ends.append((-1, -1)) }
    let place = Int32(truncatingIfNeeded: elements.count)
    elements.append((element, -1))
    if ends[list].first < 0 {
      ends[list].first = place
    } else {
      elements[Int(ends[list].last)].next = place
    }
    ends[list].last = place
  }

  /// The elements of a list, in order; none for a number without a list.
  @inline(__always)
  subscript(list: Int) -> Elements {
    Elements(elements: elements, place: list < ends.count ? ends[list].first : -1)
  }

  /// The elements of one list.
  struct Elements: Sequence, IteratorProtocol {
    fileprivate let elements: [(element: Element, next: Int32)]
    fileprivate var place: Int32

    @inline(__always)
    mutating func next() -> Element? {
      guard place >= 0 else { return nil }
      let (element, next) = elements[Int(place)]
      place = next
      return element
    }
  }
}
