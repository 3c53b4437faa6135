/// Recipients and destinations of copies, and their owners.
extension ClauseGrammar {
  /// Whether a recipient immediately follows an action of a list: “copying or distribution to third parties”.
  func isReceiver(_ limit: Tag, of action: Tag) -> Bool {
    guard limit.action == nil, let act = action.action,
      limit.constraints.contains(where: { $0.kind == .recipient })
    else { return false }
    if limit.upper == action.lower { return isBesideKeeping(act) }
    guard limit.lower >= action.upper else { return false }
    if limit.lower - action.upper <= 1 { return true }
    // “To archive, resell or pass the images to others”: the object is between.
    guard Self.givings.contains(act) else { return false }
    let between = tags.filter { $0.lower >= action.upper && $0.upper <= limit.lower }
    return limit.lower - action.upper - between.reduce(0) { $0 + $1.upper - $1.lower } <= 1
      && between.allSatisfy {
        ($0.action.map(Self.givings.contains) ?? true) && $0.constraints.isEmpty && $0.duties.isEmpty
      }
  }

  /// Whether an act has a recipient, and one that keeps copies, which has none, is in its list: “an Dritte zu verkaufen
  /// oder länger als 14 Tage zu speichern”.
  private func isBesideKeeping(_ act: Action) -> Bool {
    (act == .resell || Self.givings.contains(act))
      && tags.contains { $0.action.map(Self.isKeeping) ?? false }
  }

  /// Acts that have a recipient.
  static let givings: Set<Action> = [.distribute, .redistribute, .communicate, .sublicense]

  /// Whether a medium is the destination of an act of a list: “republished, or posted to social media”.
  func isDestination(_ limit: Tag, of action: Tag) -> Bool {
    action.action != nil && limit.action == nil && limit.constraints.contains { $0.kind == .channel }
      && tags.contains {
        $0.lower == action.upper && $0.means(.infinitive) && $0.means(.by)
          && (0...1).contains(limit.lower - $0.upper)
      }
  }

  /// Whether it is the site whose content is meant: “stories from the Gull website”.
  func isNamedSite(_ limit: Tag) -> Bool {
    limit.lower > span.lower && limit.constraints.contains { $0.kind == .channel }
      && reading.tokens[limit.lower].hasCase && !reading.tokens[limit.lower].isCapitalised
      && reading.tokens[limit.lower - 1].isCapitalised && limit.lower - 1 > span.lower
      && !tags.contains { $0.lower < limit.lower && $0.upper == limit.lower }
  }

  /// Whether it only names who is invited: “we encourage blogs to republish it”.
  func isInvited(_ limit: Tag) -> Bool {
    limit.constraints.contains { $0.kind == .channel }
      && tags.contains { $0.means(.permitNext) && $0.upper <= limit.lower }
      && tags.contains { act in
        act.action != nil && act.lower > limit.upper
          && tags.contains {
            $0.means(.infinitive) && $0.means(.by) && $0.upper == act.lower && $0.lower >= limit.upper
          }
          && !tags.contains { $0.action != nil && $0.lower >= limit.upper && $0.upper <= act.lower }
          && !tags.contains { $0.action != nil && $0.upper <= limit.lower }
      }
  }

  /// Whether it names the owner of the material: “they belong to third parties”.
  func isOwner(_ limit: Tag) -> Bool {
    limit.constraints.contains { $0.kind == .recipient }
      && tags.contains { $0.upper == limit.lower && $0.means(.owner) }
  }

  /// Whether it names where copies are to be removed: “do not use it, and remove it from your website”.
  func isOfRemoval(_ limit: Tag) -> Bool {
    let act = tags.last { $0.action != nil && $0.upper <= limit.lower }
    return act?.action.map(Self.removals.contains) ?? false
      && limit.constraints.contains { $0.kind == .channel }
      && tags.contains { $0.action.map { !Self.removals.contains($0) } ?? false }
  }

  /// Acts that remove copies from a place.
  static let removals: Set<Action> = [.remove, .delete, .replace, .stopUse]

  /// Whether it names the party whose permission is needed: “without permission from the third party”.
  func isGiver(_ limit: Tag) -> Bool {
    limit.constraints.contains { $0.kind == .recipient }
      && tags.contains { permission in
        (permission.means(.permission) || permission.means(.agreement)) && permission.upper < limit.lower
          && tags.contains { $0.means(.from) && $0.lower >= permission.upper && limit.lower - $0.upper <= 1 }
      }
  }

  /// Whether it names the party that may not pass something to others: “subscribers shall not pass material on to
  /// third parties”.
  func isDoer(_ limit: Tag) -> Bool {
    func isParty(_ tag: Tag) -> Bool { tag.constraints.contains { $0.kind == .recipient } }
    guard isParty(limit), let modal = tags.first(where: \.isModal), limit.upper <= modal.lower else {
      return false
    }
    return tags.contains { isParty($0) && $0.lower >= modal.upper }
  }
}
