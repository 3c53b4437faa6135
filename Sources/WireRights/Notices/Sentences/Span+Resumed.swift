/// Lists of acts that continue after an exception.
extension Span {
  /// Splits a prohibition whose list of acts continues after a complete exception: “may not be copied, except for
  /// personal use, or be sold”.
  static func resumed(_ spans: [Span], in reading: Reading) -> [Span] {
    spans.flatMap { $0.parted(in: reading) }
  }

  private func parted(in reading: Reading) -> [Span] {
    guard effect == .prohibit, let act = tags.firstIndex(where: { $0.action != nil }),
      tags[..<act].contains(where: { $0.isModal || $0.means(.no) }),
      let except = tags[act...].firstIndex(where: { $0.means(.except) || $0.means(.unless) }),
      let goesOn = resumption(after: except, in: reading)
    else { return [self] }
    // The condition that lifts the first acts lifts the others as well.
    let inner = Array(tags[except..<goesOn])
    let lifting = inner.contains { $0.means(.permission) || $0.means(.agreement) } ? inner : []
    let start = tags[goesOn].lower
    let first = Span(tags: Array(tags[..<goesOn]), lower: lower, upper: start)
    let second = Span(
      tags: Array(tags[..<act]) + Array(tags[goesOn...]) + lifting, lower: start, upper: upper)
    return [first] + second.parted(in: reading)
  }

  /// The word after a comma that joins another act to those before an exception, if the exception has content and
  /// names no acts of its own.
  private func resumption(after except: Int, in reading: Reading) -> Int? {
    tags.indices.first { index in
      guard index > except + 1, tags[index].means(.joint), index + 1 < tags.count,
        tags[index].lower > 0, reading.tokens[tags[index].lower - 1].isMark(",")
      else { return false }
      let inner = tags[(except + 1)..<index]
      let next = tags[index + 1]
      return next.action != nil && next.lower - tags[index].upper <= 1
        && inner.allSatisfy { $0.action.map { $0 == .use || $0 == .excerpt } ?? true }
        && inner.contains { tag in
          !tag.constraints.isEmpty || tag.isCondition || tag.target != nil || tag.action == .excerpt
        }
    }
  }
}
