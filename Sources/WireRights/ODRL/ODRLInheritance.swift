internal import WireText

/// Adds to policies the rules of those that they inherit from, if these are in the same document.
enum ODRLInheritance {
  /// The most inherited rules in all policies of a document together.
  private static let mostRules = 20_000

  /// The most steps from policies to their parents in all policies of a document together.
  private static let mostSteps = 100_000

  /// The policies with the rules that they inherit; a parent that is missing or not understood whole, or a cycle, stays
  /// unread.
  static func resolved(_ policies: [ODRLPolicy]) -> [ODRLPolicy] {
    var byID: [String: Int] = [:]
    for (index, policy) in policies.enumerated() {
      if let uid = policy.uid, byID[uid] == nil { byID[uid] = index }
    }
    var budget = mostRules
    var steps = mostSteps
    return policies.indices.map { index in
      var policy = policies[index]
      guard !policy.inheritsFrom.isEmpty else { return policy }
      var isWhole = true
      for parent in ancestors(of: index, in: policies, byID, &steps, isWhole: &isWhole) {
        let rules = policies[parent].rules
        guard rules.count <= budget else {
          isWhole = false
          break
        }
        budget -= rules.count
        policy.rules += rules
        // One mark for all that was not understood of a parent, which thousands of policies may share.
        if policies[parent].conflict != policy.conflict || !policies[parent].unread.isEmpty {
          isWhole = false
        }
      }
      if !isWhole { policy.unread.append(policy.inheritance ?? policy.range) }
      return policy
    }
  }

  /// Every policy above one, the nearest first.
  private static func ancestors(
    of index: Int, in policies: [ODRLPolicy], _ byID: [String: Int], _ steps: inout Int, isWhole: inout Bool
  ) -> [Int] {
    var found: [Int] = []
    var seen: Set<Int> = [index]
    var waiting = policies[index].inheritsFrom[...]
    while let uid = waiting.popFirst() {
      steps -= 1
      guard let parent = byID[uid] else {
        isWhole = false
        continue
      }
      guard seen.insert(parent).inserted else {
        if parent == index { isWhole = false }
        continue
      }
      guard steps > 0 else {
        isWhole = false
        break
      }
      found.append(parent)
      waiting += policies[parent].inheritsFrom
    }
    return found
  }
}
