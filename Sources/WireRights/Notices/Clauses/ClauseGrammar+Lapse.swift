/// Permissions, licences and rights that ended or were refused.
extension ClauseGrammar {
  /// “Permission to republish this story has been revoked”, “our licence for this photo expired on 3 May”: the act is
  /// prohibited, from the day on that is named.
  func lapsed() -> Rules? {
    guard let lapse = tags.first(where: { $0.means(.lapse) }), !isDenied(lapse.lower),
      let given = given(lapse)
    else { return nil }
    let acts = items()
    var limits: [Constraint] = []
    if let found = TimeGrammar(reading: reading).moment(from: lapse.upper, to: span.upper, tags: tags),
      found.lower <= lapse.upper + 2, found.moment.text != nil
    {
      limits = [Constraint(.timeAfter, found.moment.gate.value)]
    }
    // A permit or licence of other trades says nothing about the copy: “his permit to fish has been revoked”.
    let isOfCopy =
      !acts.isEmpty && !acts.allSatisfy { $0.action == .use }
      || tags.contains { $0.target != nil || $0.means(Concept.DiscourseWord.matter) }
      || isLine && given.lower <= span.lower + 1 && (!given.means(.agreement) || !limits.isEmpty)
    guard isOfCopy else { return nil }
    return Rules(
      clauses: make(
        .prohibit, acts.isEmpty ? [Item(action: .use)] : acts, condition: .none,
        shared: sharedConstraints(items: acts) + limits),
      isRestriction: true)
  }

  /// What lapsed: the permission, licence or right before the word, or right after it, as in “has withdrawn permission”.
  private func given(_ lapse: Tag) -> Tag? {
    tags.first { tag in
      guard tag.means(.permission) || tag.means(.agreement) || tag.means(.right) || tag.means(.permit)
      else { return false }
      return tag.upper <= lapse.upper || (0...2).contains(tag.lower - lapse.upper)
    }
  }

  /// Whether “not” or “unless” turns it: “has not been revoked”, “until it is withdrawn”.
  private func isDenied(_ index: Int) -> Bool {
    tags.contains {
      $0.upper <= index
        && ($0.means(.not) && index - $0.upper <= 2 || $0.means(.unless) || $0.means(.until)
          || $0.means(.provided))
    }
  }
}
