internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// A rule: what it looks for, how severe it is, and how it is reported.
///
/// To add a rule, write a conforming type in its family's file and add it to `Rules.table`. A rule sees plain values
/// and returns observations; it prints nothing and does not depend on reports.
protocol Rule: Sendable {
  /// The rule's description.
  static var description: RuleDescription { get }
  /// The rule's observations about a document.
  static func evaluate(_ subject: Subject) -> [Observation]
}

/// The documentation of a rule.
public struct RuleDescription: Sendable, Hashable {
  /// The identifier, for instance `WC101`; its meaning never changes.
  public var id: String
  /// The readable name, for instance `verbatim-prohibited`.
  public var name: String
  /// The default level.
  public var level: Finding.Level
  /// What it finds, in one sentence.
  public var title: String
  /// When it fires, when it does not, and why it matters.
  public var explanation: String
  /// How to fix the problem; begins with a verb.
  public var help: String

  /// What rules of one kind look for.
  public enum Family: String, Sendable, Hashable {
    case reuse, credit
    /// Kills, embargoes, corrections and terms that ended.
    case time
    case scope, notice
    case publicLicence = "public-licence"
    case completeness
  }

  /// Its family, told from the first digit of the identifier.
  public var family: Family {
    switch id.dropFirst(2).first {
    case "1": .reuse
    case "2": .credit
    case "3": .time
    case "4": .scope
    case "5", "8": .notice
    case "6": .publicLicence
    default: .completeness
    }
  }

  /// A description of the given parts.
  public init(
    id: String, name: String, level: Finding.Level, title: String, explanation: String, help: String
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.title = title
    self.explanation = explanation
    self.help = help
  }
}

/// What rules examine: one document with everything that was found out about it.
struct Subject {
  let newsroom: Newsroom
  let occasion: Occasion
  let draft: Draft
  /// The items that it reuses, strongest first.
  let reuses: [ItemReuse]
  /// Further items with the same words whose agencies say something that applies to the words.
  let secondary: [ItemReuse]
  /// Items with words that the newsroom's archive had before them.
  let ours: [ItemReuse]
  /// Declared originals that are neither a known item nor a known agency.
  let unknownOriginals: [String]
  /// The document's restriction on its own publication; nil if there is none, or it has ended.
  let ownHold: DocumentHold?
  /// The obstacles to each usage, determined once for all rules.
  private let encounters: [Encounter]

  init(
    newsroom: Newsroom, occasion: Occasion, draft: Draft, reuses found: [ItemReuse],
    unknownOriginals: [String], ownHold: DocumentHold?
  ) {
    let reuses = found.filter { !$0.isOurs && !$0.isSecondary }
    let secondary = found.filter { !$0.isOurs && $0.isSecondary }
    self.newsroom = newsroom
    self.occasion = occasion
    self.draft = draft
    self.reuses = reuses
    self.secondary = secondary
    ours = found.filter { $0.isOurs && !$0.isSecondary }
    self.unknownOriginals = unknownOriginals
    self.ownHold = ownHold
    encounters = (reuses + secondary).flatMap { reuse in
      let coversContracts = newsroom.isConfigured && !reuse.state.record.agency.isEmpty
      return reuse.usages.flatMap { usage in
        Obstacle.all(in: usage.decision, coversContracts: coversContracts)
          .filter { !reuse.isSecondary || $0.isEmbargoOrWithdrawal }
          .map { Encounter(reuse: reuse, usage: usage, obstacle: $0) }
      }
    }
  }

  /// The usages that meet an obstacle of the given kinds, with their items.
  func obstacles(_ kinds: Obstacle.Kind...) -> [Encounter] {
    encounters.filter { kinds.contains($0.obstacle.kind) }
  }
}

/// A usage of an item together with an obstacle to it.
struct Encounter {
  let reuse: ItemReuse
  let usage: Usage
  let obstacle: Obstacle
}

/// A rule's result: a finding without its identity and its places in the file.
struct Observation {
  /// The level, unless the newsroom sets another.
  var level: Finding.Level
  /// What was found, in one sentence without words of the source.
  var message: String
  /// The places in the draft.
  var places: Places = .document
  /// The item and the usage, if there is one.
  var encounter: (reuse: ItemReuse, usage: Usage)?
  /// The ruling that decides, if there is one.
  var ruling: Ruling?
  /// The clause that decides, if it is not the ruling's first term.
  var term: CitedTerm?
  /// The recorded fact that decides.
  var fact: String?
  /// What to do next, each beginning with a verb.
  var help: [String]

  /// What an observation points to.
  enum Places {
    /// The document as a whole.
    case document
    /// Ranges of the text.
    case body([TextRange])
  }
}
