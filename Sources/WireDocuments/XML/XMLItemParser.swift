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
    var both = XMLRepair.strays(unsplit.utf8, in: unsplit.utf8.indices)
    both.map = both.map.composed(with: unsplit.map)
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
    var outcome = XMLParser.parse(repaired.utf8, surroundings: surroundings, limits: limits)
    outcome.markup.map = outcome.markup.map.composed(with: repaired.map)
    outcome.problems.append(
      Problem("xml-repaired", "\(repaired.count) pieces of broken markup were read as text"))
    return outcome
  }

  /// Whether an item contains the end tag of one followed by the start of another: an unclosed CDATA section swallowed
  /// both.
  static func holdsItemEnd(_ name: String, _ utf8: [UInt8], in range: Range<Int>) -> Bool {
    let end = Array("</\(name)>".utf8)
    let start = Array("<\(name)".utf8)
    var at = range.lowerBound
    while let open = HTMLScanner.find("</", in: utf8, from: at, to: range.upperBound) {
      at = open + 2
      guard utf8[open..<range.upperBound].starts(with: end) else { continue }
      let rest = utf8[open + end.count..<range.upperBound].drop { $0 <= 0x20 }
      guard rest.starts(with: start), let next = rest.dropFirst(start.count).first else { continue }
      if next <= 0x20 || next == UInt8(ascii: ">") { return true }
    }
    return false
  }
}

extension Problem {
  /// The problem of an item that swallowed another one.
  static let itemInText = Problem(
    "item-in-text", "the item's text holds the end of an item: another one may be lost in it", losesText: true
  )
}
