/// Cuts a saved run, as its bytes come in, into the elements of its two long lists and the rest of it.
///
/// It only tells strings and brackets apart. Whether the parts are JSON shows when they are decoded: what is wrong
/// between two elements is left in one of the parts.
struct RunRecordCutter {
  /// A member of the record that is a long list.
  enum List: String { case findings, uses }

  /// An element of a list.
  struct Element {
    var list: List
    var json: [UInt8]
    var place: Place
  }

  /// Where bytes of a part stood in the file.
  struct Place {
    /// The first of them, counted in the part.
    var offset = 0
    /// Its line, from 1.
    var line = 1
    /// Its column in bytes, from 1.
    var column = 1
  }

  /// The record so far, its long lists left empty.
  private(set) var rest: [UInt8] = []
  /// Where the bytes of the rest stood, from each that follows a list on.
  private(set) var restPlaces = [Place()]

  private var line = 1
  private var column = 1
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// The last string of the outermost object: the key of what comes next, once a colon follows.
  private var name: [UInt8] = []
  /// The list that is read, and its elements so far.
  private var list: (name: List, count: Int)?
  private var element: [UInt8] = []
  private var elementPlace = Place()

  /// The elements that end in the next bytes of the file.
  mutating func cut(_ block: [UInt8]) -> [Element] {
    var elements: [Element] = []
    for byte in block {
      take(byte, &elements)
      column += 1
      if byte == 0x0A { (line, column) = (line + 1, 1) }
    }
    return elements
  }

  private mutating func take(_ byte: UInt8, _ elements: inout [Element]) {
    if isInString {
      takeInString(byte)
      return keep(byte)
    }
    switch byte {
    case 0x22:
      isInString = true
      if depth == 1 { name = [] }
    case 0x5B, 0x7B: depth += 1
    case 0x5D, 0x7D:
      if depth == 2, list != nil { endList(&elements) }
      depth -= 1
    case 0x2C where depth == 2 && list != nil: return endElement(&elements)
    default: break
    }
    keep(byte)
    if byte == 0x5B, depth == 2, let name = List(rawValue: String(decoding: name, as: UTF8.self)) {
      list = (name, 0)
    }
  }

  private mutating func takeInString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == 0x5C {
      isEscaped = true
    } else {
      isInString = byte != 0x22
    }
    if depth == 1, isInString { name.append(byte) }
  }

  private mutating func keep(_ byte: UInt8) {
    guard list != nil else { return rest.append(byte) }
    if element.isEmpty {
      guard byte > 0x20 else { return }
      elementPlace = Place(line: line, column: column)
    }
    element.append(byte)
  }

  private mutating func endElement(_ elements: inout [Element]) {
    guard let name = list?.name else { return }
    if element.isEmpty { elementPlace = Place(line: line, column: column) }
    elements.append(Element(list: name, json: element, place: elementPlace))
    list?.count += 1
    element.removeAll(keepingCapacity: true)
  }

  private mutating func endList(_ elements: inout [Element]) {
    // After a comma an element is missing, which its decoding tells.
    if !element.isEmpty || list?.count != 0 { endElement(&elements) }
    list = nil
    restPlaces.append(Place(offset: rest.count, line: line, column: column))
  }
}
