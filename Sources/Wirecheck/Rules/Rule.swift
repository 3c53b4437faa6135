internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// A rule: what it looks for, how grave it is, and how it is told.
///
/// To add a rule, write a type that conforms in its family's file and enter it in `Rules.table`. A rule sees plain
/// values and gives observations; it prints nothing and knows no report.
protocol Rule: Sendable {
  /// What is said about the rule.
  static var description: RuleDescription { get }
  /// What the rule has to say about a document.
  static func evaluate(_ subject: Subject) -> [Observation]
}

/// What is said about a rule.
public struct RuleDescription: Sendable, Hashable {
  /// The identifier, for instance `WC101`; it never changes its meaning.
  public var id: String
  /// The readable name, for instance `verbatim-prohibited`.
  public var name: String
  /// The level unless the newsroom sets another.
  public var level: Finding.Level
  /// What it finds, in one sentence.
  public var title: String
  /// When it fires, when it does not, and why it matters.
  public var explanation: String
  /// How to put it right; begins with a verb.
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

/// What rules look at: one document with everything that was found out about it.
struct Subject {
  let newsroom: Newsroom
  let occasion: Occasion
  let draft: Draft
  /// The items that it reuses, strongest first.
  let reuses: [ItemReuse]
  /// Further items with the same words, of which their agencies say something that holds for the words.
  let beside: [ItemReuse]
  /// Items that have words of the newsroom's own, which its archive had before them.
  let ours: [ItemReuse]
  /// What the document says it translates and is no item or agency that anybody knows here.
  let unknownOriginals: [String]
  /// The gate that the document sets on its own publication; nil where it has none, or where it is open.
  let ownGate: OwnGate?
  /// What stands in the way of each usage, found out once for all rules.
  private let encounters: [Encounter]

  init(
    newsroom: Newsroom, occasion: Occasion, draft: Draft, reuses found: [ItemReuse],
    unknownOriginals: [String], ownGate: OwnGate?
  ) {
    let reuses = found.filter { !$0.isOurs && !$0.isBeside }
    let beside = found.filter { !$0.isOurs && $0.isBeside }
    self.newsroom = newsroom
    self.occasion = occasion
    self.draft = draft
    self.reuses = reuses
    self.beside = beside
    ours = found.filter { $0.isOurs && !$0.isBeside }
    self.unknownOriginals = unknownOriginals
    self.ownGate = ownGate
    encounters = (reuses + beside).flatMap { reuse in
      let coversContracts = newsroom.isConfigured && !reuse.state.record.agency.isEmpty
      return reuse.usages.flatMap { usage in
        Obstacle.all(in: usage.decision, coversContracts: coversContracts)
          .filter { !reuse.isBeside || $0.isGate }
          .map { Encounter(reuse: reuse, usage: usage, obstacle: $0) }
      }
    }
  }

  /// The usages in which an obstacle of a kind stands in the way, the items with them.
  func obstacles(_ kinds: Obstacle.Kind...) -> [Encounter] {
    encounters.filter { kinds.contains($0.obstacle.kind) }
  }
}

/// An obstacle met by a usage of an item.
struct Encounter {
  let reuse: ItemReuse
  let usage: Usage
  let obstacle: Obstacle
}

/// What a rule has to say: a finding without its identity and its places in the file.
struct Observation {
  /// The level, unless the newsroom sets another.
  var level: Finding.Level
  /// What was found, in one sentence without words of the source.
  var message: String
  /// Where in the draft.
  var places: Places = .document
  /// The item and the usage, where there is one.
  var encounter: (reuse: ItemReuse, usage: Usage)?
  /// The ruling that decides, where there is one.
  var ruling: Ruling?
  /// The clause that decides, where it is not the ruling's first term.
  var term: CitedTerm?
  /// The fact of record that decides.
  var fact: String?
  /// What to do next, each beginning with a verb.
  var help: [String]

  /// Where an observation points to.
  enum Places {
    /// The document as a whole.
    case document
    /// Ranges of the text.
    case body([TextRange])
  }
}
