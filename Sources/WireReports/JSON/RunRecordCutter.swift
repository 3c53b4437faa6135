/// Splits a saved run, as its bytes arrive, into the elements of its two long lists and the rest.
///
/// It only recognises strings and brackets. Whether the parts are valid JSON becomes clear when they are decoded:
/// anything wrong between two elements remains in one of the parts.
struct RunRecordCutter {
  /// A member of the record that is a long list.
  enum List: String { case findings, uses }

  /// An element of a list.
  struct Element {
    var list: List
    var json: [UInt8]
    var place: Place
  }

  /// The position in the file of a part's bytes.
  struct Place {
    /// The offset in the part from which on the position applies.
    var offset = 0
    /// Its line, from 1.
    var line = 1
    /// Its column in bytes, from 1.
    var column = 1
  }

  /// The record so far, with its long lists empty.
  private(set) var rest: [UInt8] = []
  /// The positions in the file of the rest's bytes: at its start and after each list.
  private(set) var restPlaces = [Place()]

  private var line = 1
  private var column = 1
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// The last string in the outermost object: it is the key of the next value if a colon follows.
  private var name: [UInt8] = []
  /// The list being read, and the number of its elements so far.
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
    // After a comma an element is missing, which decoding will report.
    if !element.isEmpty || list?.count != 0 { endElement(&elements) }
    list = nil
    restPlaces.append(Place(offset: rest.count, line: line, column: column))
  }
}
