import WireText

/// Parses one item of an export inside the elements that enclose it.
enum XMLItemParser {
  /// Parses strictly; if that fails, again with repairs: unsplit `]]>`, stray characters.
  static func parse(
    _ utf8: [UInt8], in range: Range<Int>, surroundings: XMLParser.Surroundings, limits: Limits,
    shared: XMLContext = XMLContext()
  ) -> XMLParser.Outcome {
    let outcome = XMLParser.parse(
      utf8, in: range, surroundings: surroundings, limits: limits, shared: shared)
    guard let fault = outcome.fault, fault.isSyntax else { return outcome }
    let unsplit = XMLRepair.unsplitSections(utf8, in: range)
    if isRepaired(unsplit) {
      let second = parse(unsplit, surroundings, limits)
      if second.fault == nil { return second }
    }
    let strays = XMLRepair.strays(utf8, in: range)
    if isRepaired(strays) {
      let second = parse(strays, surroundings, limits)
      if second.fault == nil { return second }
    }
    guard isRepaired(unsplit), isRepaired(strays) else { return outcome }
    var both = XMLRepair.strays(unsplit.text.utf8, in: unsplit.text.utf8.indices)
    both.text.map = both.text.map.composed(with: unsplit.text.map)
    both.count += unsplit.count
    let third = parse(both, surroundings, limits)
    return third.fault == nil ? third : outcome
  }

  private static func isRepaired(_ result: XMLRepair.Result) -> Bool {
    (1...XMLRepair.maximumCount).contains(result.count)
  }

  private static func parse(
    _ repaired: XMLRepair.Result, _ surroundings: XMLParser.Surroundings, _ limits: Limits
  ) -> XMLParser.Outcome {
    var outcome = XMLParser.parse(repaired.text.utf8, surroundings: surroundings, limits: limits)
    outcome.markup.map = outcome.markup.map.composed(with: repaired.text.map)
    outcome.problems.append(
      Problem("xml-repaired", "\(repaired.count) pieces of broken markup were read as text"))
    return outcome
  }
}

/// The trace of an item that an unclosed CDATA section swallowed: the end tag of one, the start tag of the next, and a
/// tag in that one.
///
/// A text about tags has words after them.
struct SwallowedItem {
  private let end: [UInt8]
  private let start: [UInt8]

  /// - Parameter name: the element that is an item.
  init(_ name: String) {
    end = Array("</\(name)>".utf8)
    start = Array("<\(name)".utf8)
  }

  func isHeld(in utf8: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while let open = HTMLScanner.find("</", in: utf8, from: at, to: range.upperBound) {
      at = open + 2
      guard utf8[open..<range.upperBound].starts(with: end) else { continue }
      let next = utf8[(open + end.count)..<range.upperBound].drop { $0 <= 0x20 }
      if next.starts(with: start), opensItem(next.dropFirst(start.count)) { return true }
    }
    return false
  }

  /// Whether the rest of a start tag follows, and another tag after it.
  private func opensItem(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, first <= 0x20 || first == UInt8(ascii: ">") else { return false }
    guard let close = rest.prefix(Self.longestTag).firstIndex(of: UInt8(ascii: ">")) else { return false }
    return rest[(close + 1)...].first { $0 > 0x20 } == UInt8(ascii: "<")
  }

  /// The longest start tag of an item, in bytes.
  private static let longestTag = 1024
}

extension Problem {
  /// The problem of an item that swallowed another one.
  static let itemInText = Problem(
    "item-in-text", "the item's text holds the end of an item: another one may be lost in it", losesText: true
  )
}
