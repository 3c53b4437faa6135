extension RunRecord {
  /// The record without the words that a policy withholds; words already withheld are not restored.
  public func withholding(_ policy: ExcerptPolicy) -> RunRecord {
    guard policy == .none || policy == .draft else { return self }
    var run = self
    run.findings.update { $0.withhold(policy) }
    return run
  }
}

extension Finding {
  fileprivate mutating func withhold(_ policy: ExcerptPolicy) {
    if policy == .none { for index in places.indices { places[index].excerpt?.withhold() } }
    for index in source?.passages.indices ?? 0..<0 { source?.passages[index].excerpt.withhold() }
  }
}

extension Excerpt {
  /// Removes the words, unless they are already withheld for a stronger reason.
  fileprivate mutating func withhold() {
    if withheld == nil { self = .withheld(.audience) }
  }
}
