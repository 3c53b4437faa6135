import WireTrees

/// Streams the values of a JSON input: one value, the elements of an array, the elements of a list that is a member of
/// the outermost object, or a sequence of values, as in JSON Lines.
///
/// Only a window of the input is in memory: it grows until it contains a whole value, and then slides on to the next.
struct JSONValues {
  /// What comes next in an input.
  enum Part {
    /// A value; its ranges refer to `source`.
    case value(JSONValue)
    /// The complete parts of the only value of a truncated input; incomplete parts end with `source`.
    case cut(JSONValue)
    /// An invalid line in an input of one value per line, after valid ones.
    case badLine(Problem)
  }

  /// The parser's position around a value.
  private struct Place {
    /// Whether it is in the array whose elements are returned.
    var isInArray = false
    /// Whether it is in the outermost object, which has that array as a member.
    var isInObject = false
    /// Whether the key of that member was just read.
    var isAtList = false
  }

  /// The window that the ranges of the last returned value refer to.
  private(set) var source = JSONSource([])
  private var reader: JSONReader
  /// The position around the next value.
  private var place = Place()
  /// The key of the list whose elements are the values; nil if the outermost object is a value itself.
  private let list: String?
  private var decoder = TextDecoder(label: nil)
  private let input: ByteInput
  private let path: String
  private let limits: Limits
  private var isAtEnd = false
  /// The fault that ended the input early; thrown once everything before it is read.
  private var fault: ReadingFault?
  private var told: Set<Problem> = []
  private var count = 0
  private var isCut = false

  /// The longest token other than a string, in bytes: a fault this close to the end of the window may be due to
  /// truncation.
  private static let longestToken = 64

  /// The values of an input that has not been read yet.
  ///
  /// - Parameters:
  ///   - input: the input.
  ///   - path: its name in faults.
  ///   - limits: the bounds to work within.
  ///   - list: the key in the outermost object whose elements are the values, other members being ignored; nil to
  ///     return the object itself.
  init(_ input: ByteInput, path: String, limits: Limits, elementsOf list: String? = nil) {
    self.input = input
    self.list = list
    self.path = path
    self.limits = limits
    reader = Self.reader(of: [], limits)
  }

  private static func reader(of bytes: [UInt8], _ limits: Limits) -> JSONReader {
    JSONReader(bytes, maximumDepth: limits.depth, takesMany: true, maximumEvents: limits.nodes)
  }

  /// The next value or bad line; nil at the end.
  ///
  /// - Throws: `ReadingFault` if the JSON or the input breaks off; values already returned remain valid.
  mutating func next() throws(ReadingFault) -> Part? {
    if isCut, let fault { throw fault }
    while true {
      let before = (reader, place)
      var whole: JSONValue?
      switch Result(catching: { () throws(JSONFault) in try readValue(whole: &whole) }) {
      case .success(let value):
        // A token at the end of the window may continue after it.
        guard isAtEnd || reader.at < source.bytes.count else { break }
        if let fault, value == nil { throw fault }
        return handOver(value)
      case .failure(let fault):
        let mayGoOn = fault.code == "not-json" && fault.offset + Self.longestToken >= source.bytes.count
        guard mayGoOn, !isAtEnd else { return try giveUp(fault, whole: whole) }
      }
      (reader, place) = before
      try refill()
    }
  }

  /// What decoding guessed or replaced since the last call.
  mutating func takeProblems() -> [Problem] {
    var problems = decoder.problems
    if decoder.encoding != .utf8 {
      problems.append(
        Problem("encoding-guessed", "JSON is UTF-8; this is read as \(decoder.encoding)"))
    }
    return problems.filter { told.insert($0).inserted }
  }

  private mutating func readValue(whole: inout JSONValue?) throws(JSONFault) -> JSONValue? {
    while true {
      let event = try reader.next()
      switch event {
      case .end: return nil
      case .beginArray where !place.isInArray && reader.depth == 1: place.isInArray = true
      case .endArray where place.isInArray && reader.depth == (place.isInObject ? 1 : 0):
        place.isInArray = false
      case .beginObject where list != nil && !place.isInArray && reader.depth == 1: place.isInObject = true
      case .endObject where place.isInObject && reader.depth == 0: place.isInObject = false
      case .key(let key) where place.isInObject && !place.isInArray:
        place.isAtList = key.text(in: reader.bytes).lowercased() == list
      default:
        let isMember = place.isInObject && !place.isInArray
        if isMember, place.isAtList, event == .beginArray {
          place.isInArray = true
        } else {
          let value = try JSONValue.read(event, from: &reader, whole: &whole)
          if !isMember { return value }
        }
      }
    }
  }

  private mutating func handOver(_ value: JSONValue?) -> Part? {
    guard let value else { return nil }
    count += 1
    source.startItem(at: value.range.lowerBound)
    return .value(value.unpacked)
  }

  /// What can be recovered from a truncated input: the lines after this one, or the complete parts of its only value.
  private mutating func giveUp(_ fault: JSONFault, whole: JSONValue?) throws(ReadingFault) -> Part {
    do throws(ReadingFault) {
      return .badLine(try skip(fault))
    } catch {
      guard count == 0, let whole, fault.code == "not-json" else { throw error }
      self.fault = error
      isCut = true
      source.startItem(at: whole.range.lowerBound)
      return .cut(whole)
    }
  }

  /// Continues after the line of a fault.
  ///
  /// - Throws: the fault, if the input is not one value per line.
  private mutating func skip(_ fault: JSONFault) throws(ReadingFault) -> Problem {
    var at = fault.offset
    while !place.isInArray, count > 0, fault.code == "not-json" {
      if let end = source.bytes[min(at, source.bytes.count)...].firstIndex(of: 0x0A) {
        let line = source.linesBefore + fault.line
        source.slide(to: end + 1)
        reader = Self.reader(of: source.bytes, limits)
        return Problem("bad-line", "a line is not read: \(fault.message)", line: line, losesText: true)
      }
      guard !isAtEnd else { break }
      at = source.bytes.count - reader.at
      try refill()
    }
    if let early = self.fault { throw early }
    var told = fault
    told.column += told.line == 1 ? source.columnsBefore : 0
    told.line += source.linesBefore
    throw told.readingFault(path: path)
  }

  /// Discards what was read and appends at least as many bytes as were left, so that a long value is not parsed over
  /// and over.
  private mutating func refill() throws(ReadingFault) {
    source.slide(to: reader.at)
    // A reader that shared the window would force a copy when it grows.
    reader.move(to: [], at: 0)
    let wanted = source.bytes.count * 2
    repeat {
      var bytes: [UInt8] = []
      do throws(ReadingFault) { bytes = try input.read() } catch { fault = error }
      isAtEnd = bytes.isEmpty
      source.append(decoder.decode(bytes, isLast: isAtEnd))
    } while !isAtEnd && source.bytes.count < wanted
    guard source.bytes.count <= limits.itemBytes else {
      throw ReadingFault(
        "limit-item", path: path, "a value is larger than \(limits.itemBytes) bytes",
        line: source.linesBefore + 1, column: source.columnsBefore + 1,
        next: "raise the limit `item-bytes`, or export fewer items at a time")
    }
    reader.move(to: source.bytes, at: 0)
  }
}
