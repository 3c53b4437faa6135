/// What the exceptions of a prohibition permit.
extension ClauseGrammar {
  /// “…, except for brief quotations with the source named”: what the exception permits.
  func quotation() -> [Clause] {
    guard let quote = quoted else { return [] }
    // “In reviews and certain other uses”
    let listed = tags.filter { $0.lower >= quote.upper }.prefix { !$0.means(.determiner) }
    let purposes = constraints(
      listed.filter { tag in tag.constraints.contains { $0.kind == .purpose } }, .eq)
    let isNamed = hasDuty && tags.contains { !$0.duties.isEmpty && $0.lower >= quote.upper }
    return make(
      .permit, [Item(action: .excerpt)], condition: isNamed ? .ifDutiesMet : .none, shared: purposes)
  }

  /// The quotations that an exception names.
  var quoted: Tag? {
    guard let except = tags.first(where: { $0.means(.except) || $0.means(.unless) }),
      let quote = tags.first(where: { $0.lower >= except.upper }), quote.action == .excerpt,
      quote.lower - except.upper <= 2, tags.contains(where: { $0.action != nil && $0.upper <= except.lower })
    else { return nil }
    return quote
  }

  /// “Apart from any fair dealing for study”: what the exception permits.
  func exemption(_ items: [Item]) -> [Clause] {
    guard let tag = span.first(.exemption) else { return [] }
    let limits = constraints(tags.filter { $0.lower >= tag.lower && $0.lower < tag.upper + 12 }, .eq)
    // Fair dealing is with copies, whatever else may not be done.
    let copying = items.filter { $0.action == .reproduce }
    return items.isEmpty || limits.isEmpty
      ? [] : make(.permit, copying.isEmpty ? items : copying, condition: .none, shared: limits)
  }
}
