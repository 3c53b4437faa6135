public import WireRights
public import WireText

/// A newsroom's configuration: its site, the agencies it knows, its contracts, its limits and levels.
///
/// It is a plain value, read from `wirecheck.yaml` by `NewsroomReader`; nothing in it changes during a run.
public struct Newsroom: Sendable {
  /// The publication that documents are checked for.
  public var site: Site
  /// The built-in agencies and those that the newsroom added.
  public var agencies: AgencyDirectory
  /// Every contract on file.
  public var contracts: [Contract]
  /// Makes the decisions; contains the limits for quoting and the public licences.
  public var engine: DecisionEngine
  /// Reads notices with the newsroom's agencies.
  public var notices: NoticeParser
  /// Reads machine-readable rights expressions.
  var expressions: RightsExpressions
  /// Levels that the newsroom gave to rules; rules that it switched off have none.
  public var levels: [String: LevelSetting]
  /// Names documents by their paths relative to the newsroom's folder.
  public var paths = PathNames()
  /// What is checked, against which index, and which findings fail a run.
  public var check: CheckSettings
  /// The fewest words of a passage of prose that is reported as reuse.
  public var minimumWords: Int
  /// Words that a report shows at each end of a passage.
  public var excerptWords: Int
  /// Whether it was read from a configuration; without one the contracts are unknown rather than absent.
  public var isConfigured: Bool
  /// Identifies the configuration and the policies.
  var identity: PolicyIdentity
  /// SHA-256 of the configuration and of the built-in policies, `sha256:…`.
  public var policyID: String { identity.digest }

  /// A level that the newsroom gave to a rule.
  public enum LevelSetting: String, Sendable, Hashable, CaseIterable {
    case off, info, warning, error

    /// The level of findings; nil if the rule is off.
    var level: Finding.Level? { Finding.Level(rawValue: rawValue) }
  }

  /// The agency's contracts that are in force at an instant.
  public func contractsInForce(with agency: String, at instant: Instant) -> [Contract] {
    contracts.filter { $0.agency == agency && $0.standing(at: instant) == .inForce }
  }
}

/// What a newsroom checks and how strictly.
public struct CheckSettings: Sendable, Hashable {
  /// Patterns of the files that `check` reads if none are given, relative to the configuration.
  public var include: [String] = []
  /// Patterns of files to exclude from those.
  public var exclude: [String] = []
  /// The index's folder, relative to the configuration.
  public var index = ".wirecheck/index"
  /// The ledger, relative to the configuration; nil if there is none.
  public var ledger: String?
  /// The maximum age of the index, in seconds; nil for any age.
  public var maximumIndexAge: Int?
  /// How long the index keeps an item after its publication, in seconds; nil for ever.
  public var indexRetention: Int?
  /// The lowest level of a finding that fails the run; nil if none does.
  public var failOn: Finding.Level? = .error

  /// The default settings.
  public init() {}
}
