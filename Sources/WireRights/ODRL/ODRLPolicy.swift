public import WireText

/// A policy of ODRL 2.2 as it is written: rules with their constraints and duties, nothing derived.
///
/// Names are short if their vocabulary is known (`use`, `cc:Notice`, `tdm:mine`, `wr:publish`), else the IRI as
/// written. Every part has the range of the bytes that state it.
public struct ODRLPolicy: Sendable, Hashable {
  /// The strategy if a permission and a prohibition cover the same act.
  public enum Conflict: String, Sendable, Hashable, CaseIterable {
    case permit = "perm"
    case prohibit
    /// The whole policy is void; ODRL's default.
    case invalid
  }

  /// The policy's identifier.
  public var uid: String?
  /// `Set`, `Offer`, `Agreement` and so on.
  public var type = "Set"
  /// The profiles that it follows.
  public var profiles: [String] = []
  /// Its conflict strategy.
  public var conflict = Conflict.invalid
  /// The policies from which it inherits rules.
  public var inheritsFrom: [String] = []
  /// Permissions, prohibitions and obligations in the order of the document.
  public var rules: [ODRLRule] = []
  /// Its position in the document.
  public var range: TextRange
  /// The parts of it that were not understood.
  public var unread: [TextRange] = []
  /// The position of its inheritance declaration.
  var inheritance: TextRange?
  /// Who made the policy as a whole.
  public var assigners: [ODRLParty] = []
  /// The additions of our profile.
  var notice = ODRLNotice()

  /// A policy without rules.
  public init(range: TextRange) { self.range = range }
}

/// One rule of a policy.
public struct ODRLRule: Sendable, Hashable {
  /// The kind of rule.
  public enum Kind: String, Sendable, Hashable, CaseIterable { case permission, prohibition, obligation }

  /// The kind of rule.
  public var kind: Kind
  /// The rule's identifier.
  public var uid: String?
  /// The actions; any of them.
  public var actions: [ODRLAction] = []
  /// The assets; empty if none is named.
  public var targets: [ODRLTarget] = []
  /// Who made the rule.
  public var assigners: [ODRLParty] = []
  /// The parties it is made for; empty means everybody.
  public var assignees: [ODRLParty] = []
  /// The constraints; all of them must hold.
  public var constraints: [ODRLConstraint] = []
  /// The duties of a permission.
  public var duties: [ODRLRule] = []
  /// The duties that arise if a duty is not fulfilled.
  public var consequences: [ODRLRule] = []
  /// The duties that arise if a prohibition is infringed.
  public var remedies: [ODRLRule] = []
  /// Its position in the document.
  public var range: TextRange
  /// The parts of it that were not understood.
  public var unread: [TextRange] = []
  /// The range in the notice from which it was made, by our profile.
  var words: TextRange?
  /// Its index among the rules of that notice.
  var order: Int?
  /// The text value of a duty, by our profile.
  var value: String?
  /// Whether a duty is a polite request only, by our profile.
  var isRequest = false

  /// A rule without content.
  public init(_ kind: Kind, range: TextRange) {
    self.kind = kind
    self.range = range
  }

  /// Whether it was understood completely, including its parts.
  public var isUnderstood: Bool {
    unread.isEmpty && constraints.allSatisfy(\.isUnderstood)
      && actions.allSatisfy { $0.refinements.allSatisfy(\.isUnderstood) }
      && (duties + consequences + remedies).allSatisfy(\.unread.isEmpty)
  }
}

/// An action with its refinements.
public struct ODRLAction: Sendable, Hashable {
  /// The action's name.
  public var name: String
  /// The refinements; all of them must hold.
  public var refinements: [ODRLConstraint]
  /// Its position in the document.
  public var range: TextRange
}

/// An asset that a rule applies to.
public struct ODRLTarget: Sendable, Hashable {
  /// The asset's identifier.
  public var uid: String
  /// The part of it, by our profile.
  public var part: String?
  /// Its position in the document.
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
  /// The range in that notice.
  var words: TextRange?
  /// Its position in the document.
  public var range: TextRange
}

/// A condition on a rule, or a combination of several.
public indirect enum ODRLConstraint: Sendable, Hashable {
  /// How several conditions are combined.
  public enum Connective: String, Sendable, Hashable, CaseIterable { case and, or, xone, andSequence }

  /// A comparison.
  case comparison(ODRLComparison)
  /// Several conditions.
  case logical(Connective, [ODRLConstraint], TextRange)
  /// A part that was not understood.
  case unread(TextRange)

  /// Whether it was understood completely.
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
  /// The values as written, with short names.
  public var right: [String]
  /// The unit of the values, if given.
  public var unit: String?
  /// Its position in the document.
  public var range: TextRange
}

/// The additions of our profile to a policy: the notice from which it was made.
struct ODRLNotice: Sendable, Hashable {
  /// A part of a notice with its position in the JSON, and in the notice if given.
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
  /// The part of the material that the licence covers; nil for all of it.
  var licenceTarget: String?
  var advisory: Part<Advisory.Kind>?
  var residue: Part<[TextRange]>?
  var isNotice: Bool?
  var isTruncated = false
}
