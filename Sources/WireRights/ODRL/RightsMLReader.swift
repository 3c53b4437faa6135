internal import WireText
package import WireTrees

/// Reads policies of RightsML and of ODRL's XML encoding, from ODRL 2.0 to 2.2.
///
/// RightsML in JSON is ODRL in JSON and read by `ODRLReader`.
public enum RightsMLReader {
  /// The most rules, constraints, parties and assets in one document.
  private static let mostParts = 50_000

  /// The policies of a document, in order.
  package static func policies(in root: Element) -> [ODRLPolicy] {
    let policies = root.all.filter { $0.name.lowercased() == "policy" }
    return ODRLInheritance.resolved(policies.prefix(mostParts).map { RightsMLPolicy($0).policy })
  }

  /// Whether an element holds policies.
  package static func recognises(_ root: Element) -> Bool {
    root.all.contains { element in
      element.name.lowercased() == "policy"
        && element.children.contains {
          ["permission", "prohibition", "obligation", "duty"].contains($0.name)
        }
    }
  }
}

/// Reads one policy.
private struct RightsMLPolicy {
  private(set) var policy: ODRLPolicy
  private var names = ODRLNames()

  init(_ element: Element) {
    policy = ODRLPolicy(range: Self.range(element))
    // The element's own prefix is ODRL's, even if its declaration is outside the fragment.
    names.declare(prefix: element.prefix, "http://www.w3.org/ns/odrl/2/")
    read(element)
  }

  private static func range(_ element: Element) -> TextRange {
    TextRange(element.range)
  }

  private mutating func read(_ element: Element) {
    for attribute in element.attributes {
      switch attribute.name {
      case "uid": policy.uid = attribute.value
      case "type": takeType(attribute.value)
      case "profile":
        policy.profiles = attribute.value.split(separator: " ").map { names.name(String($0)) }
        if !policy.profiles.allSatisfy(ODRLDocumentReader.isKnown(profile:)) {
          policy.unread.append(policy.range)
        }
      case "conflict":
        policy.conflict = ODRLPolicy.Conflict(rawValue: names.name(attribute.value)) ?? .invalid
      case "inheritFrom":
        policy.inheritsFrom = [attribute.value]
        policy.inheritance = policy.range
      case "inheritAllowed", "inheritRelation", "undefined", "schemaLocation": break
      default: policy.unread.append(policy.range)
      }
    }
    for child in element.children {
      switch child.name {
      case "permission": policy.rules.append(rule(.permission, child))
      case "prohibition": policy.rules.append(rule(.prohibition, child))
      case "obligation", "duty": policy.rules.append(rule(.obligation, child))
      default: policy.unread.append(Self.range(child))
      }
    }
    if policy.rules.isEmpty && policy.inheritsFrom.isEmpty { policy.unread.append(policy.range) }
  }

  private mutating func takeType(_ written: String) {
    let name = names.name(written).lowercased()
    policy.type = ODRLDocumentReader.policyTypes.first { $0.lowercased() == name } ?? "Policy"
    let isGrant = ["set", "offer", "agreement", "policy"].contains(name)
    if !isGrant { policy.unread.append(policy.range) }
  }

  /// The depth of recursion is bounded by the limits for XML.
  private func rule(_ kind: ODRLRule.Kind, _ element: Element) -> ODRLRule {
    var rule = ODRLRule(kind, range: Self.range(element))
    rule.uid = element["uid"] ?? element["id"]
    for child in element.children {
      let place = Self.range(child)
      switch child.name {
      case "asset", "target": readAsset(child, into: &rule)
      case "action":
        guard let name = child["name"] ?? child["uid"] else { return unread(rule, at: place) }
        let refinements = (child.children("refinement") + child.children("constraint")).map(constraint)
        rule.actions.append(ODRLAction(name: names.name(name), refinements: refinements, range: place))
      case "party", "assigner", "assignee": readParty(child, into: &rule)
      case "constraint": rule.constraints.append(constraint(child))
      case "duty", "obligation": rule.duties.append(self.rule(.obligation, child))
      case "consequence": rule.consequences.append(self.rule(.obligation, child))
      case "remedy" where kind == .prohibition: rule.remedies.append(self.rule(.obligation, child))
      default: rule.unread.append(place)
      }
    }
    if rule.actions.isEmpty { rule.unread.append(rule.range) }
    return rule
  }

  private func unread(_ rule: ODRLRule, at place: TextRange) -> ODRLRule {
    var rule = rule
    rule.unread.append(place)
    return rule
  }

  private func readAsset(_ element: Element, into rule: inout ODRLRule) {
    let relation = element["relation"].map { names.name($0).lowercased() } ?? "target"
    guard relation == "target", let uid = element["uid"] ?? element["idref"], element.children.isEmpty else {
      // The asset of a payment or delivery does not affect whether the use is permitted.
      if relation == "target" { rule.unread.append(Self.range(element)) }
      return
    }
    rule.targets.append(ODRLTarget(uid: uid, range: Self.range(element)))
  }

  private func readParty(_ element: Element, into rule: inout ODRLRule) {
    let function = element["function"].map(names.name) ?? element.name
    guard let uid = element["uid"] ?? element["idref"] else { return rule.unread.append(Self.range(element)) }
    let party = ODRLParty(uid: uid, range: Self.range(element))
    switch function {
    case "assigner": rule.assigners.append(party)
    case "assignee": rule.assignees.append(party)
    case "attributedParty": rule.value = uid
    default: break
    }
  }

  private func constraint(_ element: Element) -> ODRLConstraint {
    let place = Self.range(element)
    if let connective = element.children.first.flatMap({ ODRLConstraint.Connective(rawValue: $0.name) }),
      element.children.count == 1, element["name"] == nil
    {
      return .logical(connective, element.children[0].children.map(constraint), place)
    }
    guard let left = element["name"] ?? element["leftOperand"],
      let how = (element["operator"]).flatMap({ ODRLComparison.Operator(rawValue: names.name($0)) }),
      let right = element["rightOperand"], !right.isEmpty, element.children.isEmpty
    else { return .unread(place) }
    let isSet = [.isAnyOf, .isNoneOf, .isAllOf].contains(how)
    let values = isSet ? right.split { $0 == " " || $0 == "," }.map(String.init) : [right]
    return .comparison(
      ODRLComparison(
        left: names.name(left), comparison: how, right: values.map(names.name),
        unit: element["unit"].map(names.name),
        range: place))
  }
}
