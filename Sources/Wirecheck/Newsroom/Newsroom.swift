public import WireRights
public import WireText

/// What a newsroom has set down: its site, the agencies it knows, its contracts, its limits and levels.
///
/// It is a plain value, read from `wirecheck.yaml` by `NewsroomReader`; nothing in it changes during a run.
public struct Newsroom: Sendable {
  /// The publication that documents are checked for.
  public var site: Site
  /// The agencies that come with the tool and those that the newsroom added.
  public var agencies: AgencyDirectory
  /// Every contract on file.
  public var contracts: [Contract]
  /// Decides; holds the limits for quoting and the public licences.
  public var engine: DecisionEngine
  /// Reads notices with the newsroom's agencies.
  public var notices: NoticeParser
  /// Reads what is written for machines.
  var expressions: RightsExpressions
  /// Levels that the newsroom gave to rules; rules that it switched off have none.
  public var levels: [String: LevelSetting]
  /// Names documents by where they lie in the newsroom's folder.
  public var paths = PathNames()
  /// What is checked, against which index, and what fails a run.
  public var check: CheckSettings
  /// Words of a passage below which reuse of prose is not reported.
  public var minimumWords: Int
  /// Words that a report shows at each end of a passage.
  public var excerptWords: Int
  /// Whether it was read from a configuration; without one contracts are not known, rather than absent.
  public var isConfigured: Bool
  /// What identifies the configuration and the policies.
  var identity: PolicyIdentity
  /// SHA-256 of the configuration and of the policies that come with the tool, `sha256:…`.
  public var policyID: String { identity.digest }

  /// A level that the newsroom gave to a rule.
  public enum LevelSetting: String, Sendable, Hashable, CaseIterable {
    case off, info, warning, error

    /// The level of findings; nil where the rule is off.
    var level: Finding.Level? { Finding.Level(rawValue: rawValue) }
  }

  /// The agency's contracts that are in force at an instant.
  public func contractsInForce(with agency: String, at instant: Instant) -> [Contract] {
    contracts.filter { $0.agency == agency && $0.standing(at: instant) == .inForce }
  }
}

/// What a newsroom checks and how strictly.
public struct CheckSettings: Sendable, Hashable {
  /// Patterns of files that `check` takes where none are named, relative to the configuration.
  public var include: [String] = []
  /// Patterns of files that are left out of those.
  public var exclude: [String] = []
  /// The index's folder, relative to the configuration.
  public var index = ".wirecheck/index"
  /// The ledger, relative to the configuration; nil where none is kept.
  public var ledger: String?
  /// How old the index may be, in seconds; nil for any age.
  public var maximumIndexAge: Int?
  /// How long the index keeps an item after it came out, in seconds; nil for ever.
  public var indexRetention: Int?
  /// The level from which a finding fails the run; nil for never.
  public var failOn: Finding.Level? = .error

  /// The usual settings.
  public init() {}
}
