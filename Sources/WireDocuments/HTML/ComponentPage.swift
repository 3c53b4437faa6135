import WireText
import WireTrees

/// The page that rows of React server components show: an element is `["$", NAME, KEY, {children: …}]`.
struct ComponentPage {
  private enum Step {
    /// A value; of one that is no child, only the elements in it are shown.
    case value(JSONValue, isChild: Bool)
    case end
  }

  private let rows: [JSONValue]
  private let numbers: [[UInt8]: Int]
  private var source: JSONSource
  private let limits: Limits
  private var builder: MarkupBuilder
  /// The rows that were shown; each is shown once, where another one refers to it first.
  private var isShown: [Bool]
  private var isCut = false

  /// The page of some rows, whose numbers are known by their IDs.
  init(rows: [JSONValue], numbers: [[UInt8]: Int], source: JSONSource, limits: Limits) {
    self.rows = rows
    self.numbers = numbers
    self.source = source
    self.limits = limits
    builder = MarkupBuilder(limits: limits)
    isShown = [Bool](repeating: false, count: rows.count)
  }

  /// What may be missing.
  var problems: [Problem] {
    let cut = Problem("limit-depth", "elements nested too deep were left out", losesText: true)
    return (builder.problem.map { [$0] } ?? []) + (isCut ? [cut] : [])
  }

  /// The page as markup, whose places are those in the file.
  mutating func markup() -> Markup {
    builder.start(builder.number(of: Markup.Name(local: "body")))
    let referred = referred()
    for number in rows.indices where !referred[number] { show(row: number) }
    // Rows that refer to each other.
    for number in rows.indices { show(row: number) }
    return builder.finish()
  }

  /// For each row, whether another value refers to it.
  private func referred() -> [Bool] {
    var referred = [Bool](repeating: false, count: rows.count)
    var waiting = rows
    while let value = waiting.popLast() {
      switch value.content {
      case .string(let string): if let number = number(string) { referred[number] = true }
      case .array(let elements): waiting += elements
      case .object(let members): waiting += members.map(\.value)
      case .number, .bool, .null: break
      }
    }
    return referred
  }

  /// The row that a text refers to.
  private func number(_ string: JSONString) -> Int? {
    guard (2..<16).contains(string.range.count), source.bytes[string.range.lowerBound] == 0x24 else {
      return nil
    }
    let name = source.bytes[string.range].dropFirst()
    let number = numbers[Array(name.first == UInt8(ascii: "L") ? name.dropFirst() : name)]
    return number.flatMap { rows.indices.contains($0) ? $0 : nil }
  }

  private mutating func show(row number: Int) {
    guard !isShown[number] else { return }
    isShown[number] = true
    var steps = [Step.value(rows[number], isChild: false)]
    while let step = steps.popLast() {
      switch step {
      case .end: builder.end()
      case .value(let value, let isChild): show(value, isChild: isChild, &steps)
      }
    }
  }

  private mutating func show(_ value: JSONValue, isChild: Bool, _ steps: inout [Step]) {
    switch value.content {
    case .string(let string):
      if let number = number(string) {
        if !isShown[number] { steps.append(.value(rows[number], isChild: true)) }
        isShown[number] = true
      } else if isChild {
        show(string)
      }
    case .number: if isChild { show(number: value.range) }
    case .array(let elements):
      if elements.count > 3, case .string(let mark) = elements[0].content, mark.equals("$", in: source.bytes)
      {
        show(element: elements, &steps)
      } else {
        steps += elements.reversed().map { .value($0, isChild: isChild) }
      }
    case .object(let members): steps += members.reversed().map { .value($0.value, isChild: false) }
    case .bool, .null: break
    }
  }

  private mutating func show(element: [JSONValue], _ steps: inout [Step]) {
    let name = element[1].text(in: source.bytes) ?? ""
    guard !["script", "style", "noscript", "template"].contains(name) else { return }
    guard builder.open.count < limits.depth else { return isCut = true }
    // A name with a dollar sign is that of a component, or of none.
    builder.start(builder.number(of: Markup.Name(local: name.hasPrefix("$") ? "div" : name.lowercased())))
    for (key, attribute) in [("classname", "class"), ("id", "id")] {
      guard case .string(let string)? = element[3].member(key)?.content else { continue }
      let start = builder.markup.text.count
      builder.append(source.decode(string).utf8, from: nil, isExact: false)
      builder.attribute(
        builder.number(of: Markup.Name(local: attribute)), start..<builder.markup.text.count)
    }
    steps.append(.end)
    steps += element[3].members.reversed().map { .value($0.value, isChild: $0.key == "children") }
  }

  /// Shows a text; `$$` is a dollar sign, other texts with one are values of other kinds.
  private mutating func show(_ string: JSONString) {
    let (utf8, map) = source.decode(string)
    let start = builder.markup.text.count
    if utf8.first != 0x24 {
      builder.append(utf8, map: map)
    } else if utf8.dropFirst().first == 0x24 {
      builder.append(utf8.dropFirst(), from: source.place(string.range), isExact: false)
    }
    builder.text(since: start)
  }

  private mutating func show(number range: Range<Int>) {
    let start = builder.markup.text.count
    builder.append(source.bytes[range], from: source.place(range), isExact: true)
    builder.text(since: start)
  }
}
