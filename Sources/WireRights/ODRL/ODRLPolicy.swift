public import WireText

/// A policy of ODRL 2.2 as it is written: rules with their constraints and duties, nothing derived.
///
/// Names are short where their vocabulary is known (`use`, `cc:Notice`, `tdm:mine`, `wr:publish`), else the IRI as
/// written. Every part points at the bytes that say it.
public struct ODRLPolicy: Sendable, Hashable {
  /// What happens where a permission and a prohibition reach the same act.
  public enum Conflict: String, Sendable, Hashable, CaseIterable {
    case permit = "perm"
    case prohibit
    /// The whole policy is void; what ODRL takes where nothing is said.
    case invalid
  }

  /// The policy's identifier.
  public var uid: String?
  /// `Set`, `Offer`, `Agreement` and so on.
  public var type = "Set"
  /// The profiles that it follows.
  public var profiles: [String] = []
  /// Its strategy for conflicts.
  public var conflict = Conflict.invalid
  /// The policies that it takes its rules from as well.
  public var inheritsFrom: [String] = []
  /// Permissions, prohibitions and obligations in the order of the document.
  public var rules: [ODRLRule] = []
  /// Where it stands.
  public var range: TextRange
  /// What was not understood in it.
  public var unread: [TextRange] = []
  /// Where it says from which policies it inherits.
  var inheritance: TextRange?
  /// Who made the policy as a whole.
  public var assigners: [ODRLParty] = []
  /// What our profile adds.
  var notice = ODRLNotice()

  /// A policy without rules.
  public init(range: TextRange) { self.range = range }
}

/// One rule of a policy.
public struct ODRLRule: Sendable, Hashable {
  /// What a rule does.
  public enum Kind: String, Sendable, Hashable, CaseIterable { case permission, prohibition, obligation }

  /// What it does.
  public var kind: Kind
  /// The rule's identifier.
  public var uid: String?
  /// What it is about; any of them.
  public var actions: [ODRLAction] = []
  /// The assets; empty where none is named.
  public var targets: [ODRLTarget] = []
  /// Who made the rule.
  public var assigners: [ODRLParty] = []
  /// Whom it is made for; empty is everybody.
  public var assignees: [ODRLParty] = []
  /// When it holds; all of them.
  public var constraints: [ODRLConstraint] = []
  /// What has to be done for a permission.
  public var duties: [ODRLRule] = []
  /// What has to be done where a duty was not fulfilled.
  public var consequences: [ODRLRule] = []
  /// What has to be done where a prohibition was infringed.
  public var remedies: [ODRLRule] = []
  /// Where it stands.
  public var range: TextRange
  /// What was not understood in it.
  public var unread: [TextRange] = []
  /// Where the notice that it was made from says it, by our profile.
  var words: TextRange?
  /// The place among the rules of that notice.
  var order: Int?
  /// What a duty asks for in words, by our profile.
  var value: String?
  /// Whether a duty is a polite request only, by our profile.
  var isRequest = false

  /// A rule about nothing yet.
  public init(_ kind: Kind, range: TextRange) {
    self.kind = kind
    self.range = range
  }

  /// Whether all of it, with all that it holds, was understood.
  public var isUnderstood: Bool {
    unread.isEmpty && constraints.allSatisfy(\.isUnderstood)
      && actions.allSatisfy { $0.refinements.allSatisfy(\.isUnderstood) }
      && (duties + consequences + remedies).allSatisfy(\.unread.isEmpty)
  }
}

/// An action with what narrows it.
public struct ODRLAction: Sendable, Hashable {
  /// The action's name.
  public var name: String
  /// What narrows it; all of them.
  public var refinements: [ODRLConstraint]
  /// Where it stands.
  public var range: TextRange
}

/// An asset that a rule is about.
public struct ODRLTarget: Sendable, Hashable {
  /// The asset's identifier.
  public var uid: String
  /// The part of it, by our profile.
  public var part: String?
  /// Where it stands.
  public var range: TextRange
}

/// A party to a rule.
public struct ODRLParty: Sendable, Hashable {
  /// The party's identifier.
  public var uid: String
  /// The party's name.
  public var name: String?
  /// The name as a notice writes it, by our profile.
  var asWritten: String?
  /// The agency's identifier, by our profile.
  var agency: String?
  /// Where that notice says it.
  var words: TextRange?
  /// Where it stands.
  public var range: TextRange
}

/// A condition on a rule, or several that belong together.
public indirect enum ODRLConstraint: Sendable, Hashable {
  /// How several conditions belong together.
  public enum Connective: String, Sendable, Hashable, CaseIterable { case and, or, xone, andSequence }

  /// A comparison.
  case comparison(ODRLComparison)
  /// Several conditions.
  case logical(Connective, [ODRLConstraint], TextRange)
  /// What was not understood.
  case unread(TextRange)

  /// Whether all of it was understood.
  public var isUnderstood: Bool {
    switch self {
    case .comparison: true
    case .logical(_, let parts, _): parts.allSatisfy(\.isUnderstood)
    case .unread: false
    }
  }
}

/// A comparison of a fact with values.
public struct ODRLComparison: Sendable, Hashable {
  /// How they are compared.
  public enum Operator: String, Sendable, Hashable, CaseIterable {
    case eq, neq, gt, gteq, lt, lteq, isA, hasPart, isPartOf, isAllOf, isAnyOf, isNoneOf
  }

  /// The fact's name.
  public var left: String
  /// How it is compared.
  public var comparison: Operator
  /// The values as written; names are short.
  public var right: [String]
  /// What the values count, where said.
  public var unit: String?
  /// Where it stands.
  public var range: TextRange
}

/// What our profile adds to a policy: the notice that it was made from.
struct ODRLNotice: Sendable, Hashable {
  /// A part of a notice with its place in the JSON, and in the notice where said.
  struct Part<Value: Sendable & Hashable>: Sendable, Hashable {
    var value: Value
    var range: TextRange
    var words: TextRange?
  }
  /// The notice's own text.
  var text: String?
  var years: [Int] = []
  var coHolders: [ODRLParty] = []
  var allRightsReserved: Part<Bool>?
  var licence: Part<String>?
  /// The part of the material that the licence is on; nil for the whole.
  var licenceTarget: String?
  var advisory: Part<Advisory.Kind>?
  var residue: Part<[TextRange]>?
  var isNotice: Bool?
  var isTruncated = false
}
