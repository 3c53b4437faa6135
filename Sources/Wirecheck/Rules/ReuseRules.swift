internal import WireMatching
internal import WireRights

/// WC101: copy taken word for word, or nearly so, contrary to the item's terms.
enum VerbatimProhibited: Rule {
  static let description = RuleDescription(
    id: "WC101", name: "verbatim-prohibited", level: .error,
    title: "Copy of an agency stands in the document and its terms do not allow that",
    explanation: """
      Fires when a passage is identical, or nearly so, to a wire item, and a clause of the contract or of the item's \
      own notice speaks against publishing it here and now. It does not fire for quotations within the house limits \
      that name their source, for datelines, bylines and notices, or where a contract permits the use. A credit \
      alone does not cure it: the words belong to the agency. A list of names and figures is nobody's wording: it is \
      an info, and a warning where a term speaks against it.
      """,
    help:
      "Cut the passage or write it anew from your own reporting; or record the agency's permission as a contract"
  )

  static func evaluate(_ subject: Subject) -> [Observation] {
    subject.obstacles(.prohibited, .unclear).filter { !$0.isRewriting }.map { encounter in
      var observation = encounter.observation(of: description)
      if case .expired = encounter.obstacle.ruling.reason {
        observation.help = ["Take the passage out, or ask the agency whether it may be used for longer"]
      }
      return observation
    }
  }
}

/// WC102: copy rewritten contrary to the item's terms.
enum RewriteProhibited: Rule {
  static let description = RuleDescription(
    id: "WC102", name: "rewrite-prohibited", level: .error,
    title: "A passage follows an agency's item in other words and the item's terms do not allow that",
    explanation: """
      Fires when a passage keeps an item's order and rare wording with other words around them, and the terms \
      prohibit rewriting or adaptation. It is a warning where the likeness is moderate or where only a person can \
      judge. Facts are free: independent reporting on the same event does not share an item's sequence of rare words.
      A translation shares no words with its original, so it is found where the document declares it: by \
      `translation-of:` or `translated-from:` with an item's identifier or an agency's name, or by a link to an item \
      in another language. It is a warning too where nothing of the name that it gives is known.
      """,
    help: "Report the facts yourself and in your own order; a credit does not cure a rewrite")

  static func evaluate(_ subject: Subject) -> [Observation] {
    subject.obstacles(.prohibited, .unclear).filter(\.isRewriting).map { encounter in
      var observation = encounter.observation(of: description)
      if encounter.usage.isTranslation {
        observation.help = [
          "Get the right to translate and enter it in the contract, or report the facts yourself"
        ]
      } else if encounter.usage.rewrittenPermille < 400 {
        observation.level = min(observation.level, .warning)
      }
      return observation
    } + subject.unknownOriginals.map(unknown)
  }

  private static func unknown(_ name: String) -> Observation {
    Observation(
      level: .warning,
      message:
        "the document declares itself a translation of `\(name)`, which is no item or agency known here",
      help: ["Add the item to the index, or name the agency that it is from"])
  }
}

/// WC103: copy of an agency with which no contract is on file.
enum SourceNotLicensed: Rule {
  static let description = RuleDescription(
    id: "WC103", name: "source-not-licensed", level: .error,
    title: "Copy of an agency stands in the document and no contract with that agency is on file",
    explanation: """
      Fires when a passage matches an item of an agency for which the configuration holds no contract, and neither \
      the item's notice nor a public licence permits the use. That no contract is on file is a fact of record. For \
      rewritten passages it is a warning, since nobody owns the facts.
      """,
    help: "Remove the passage, or enter the contract with the agency in the configuration")

  static func evaluate(_ subject: Subject) -> [Observation] {
    subject.obstacles(.notLicensed).map { encounter in
      let name = encounter.agencyName(subject.newsroom)
      var observation = encounter.observation(of: description)
      observation.level = encounter.levelByRecord
      let isDrafted = encounter.obstacle.ruling.reason == .contractUnreviewed
      observation.fact =
        "no contract with \(name) is on file\(isDrafted ? " that a person has confirmed" : "")"
      return observation
    }
  }
}

/// WC105: more taken from one item than the contract's excerpt limit allows.
enum ExcerptOverLimit: Rule {
  static let description = RuleDescription(
    id: "WC105", name: "excerpt-over-limit", level: .error,
    title: "More words were taken from one item than the contract's limit for excerpts",
    explanation: """
      Fires when a contract permits excerpts up to a number of words or a share of the item, and the passages of one \
      item in the document together are longer. Words of quotations and of prose are counted apart.
      """,
    help: "Shorten the passages to the limit that the clause names")

  static func evaluate(_ subject: Subject) -> [Observation] {
    subject.obstacles(.excerptExceeded).map { encounter in
      var observation = encounter.observation(of: description)
      // If other contract limits are exceeded too, the notice decides; the excerpt limit is still the contract's.
      if encounter.obstacle.ruling.tier > .contract {
        observation.term = encounter.obstacle.ruling.limitingTerm
      }
      return observation
    }
  }
}

/// WC106: a quotation longer than the house limits.
enum QuoteOverLength: Rule {
  static let description = RuleDescription(
    id: "WC106", name: "quote-over-length", level: .warning,
    title: "A quotation from an agency's item is longer than the house limits for quoting",
    explanation: """
      Fires when words of an item stand in quotation marks and are longer than the limits that the newsroom set for \
      quoting (`quotes:` in the configuration), by less than double; beyond that they are treated like any other \
      copy. It fires too where the item's notice refuses quotation. The limits are the newsroom's own, not law.
      """,
    help: "Shorten the quotation, or split it with words of your own")

  static func evaluate(_ subject: Subject) -> [Observation] {
    subject.obstacles(.quotation).map { $0.observation(of: description) }
  }
}

extension Encounter {
  /// Whether the action that is not allowed is a form of rewriting.
  var isRewriting: Bool {
    switch obstacle.ruling.situation.action {
    case .rewrite, .summarize, .translate, .derive: true
    default: false
    }
  }

  /// The level when only the lack of a contract speaks against the use: facts are free, so paraphrasing them is for a
  /// person to judge unless a term forbids it.
  var levelByRecord: Finding.Level { isRewriting && obstacle.ruling.outcome < .violation ? .warning : .error }

  /// The agency's name as people write it.
  func agencyName(_ newsroom: Newsroom) -> String { newsroom.name(ofAgency: reuse.state.record.agency) }

  /// The observation of a rule about the encounter: a refusal has the rule's level, a case for a person is a warning.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - reason: the reason, as a sentence; nil for the ruling's own.
  func observation(of rule: RuleDescription, because reason: String? = nil) -> Observation {
    let ruling = obstacle.ruling
    let isRefused = ruling.outcome == .violation
    var observation = Observation(
      level: isRefused ? rule.level : min(rule.level, .warning),
      message: "\(usage.overlap(with: reuse)); \(reason ?? ruling.summary)", places: usage.places,
      encounter: (reuse, usage), ruling: ruling, help: [rule.help]
    )
    // An item without terms decides nothing if a contract is in force and does not cover the action.
    if reason == nil, !isRefused, obstacle.kind == .prohibited,
      case .notCovered(let term, let gaps) = ruling.coverage
    {
      let reasons = gaps.map(\.words).sorted().joined(separator: ", ")
      let why = reasons.isEmpty ? "" : "; of the nearest: \(reasons)"
      observation.level = levelByRecord
      observation.message =
        "\(usage.overlap(with: reuse)); no clause of the contract with the agency permits that\(why)"
      observation.term = term
    }
    return observation
  }
}

extension Usage {
  /// The words that a document shares with an item, as the start of a sentence.
  func overlap(with reuse: ItemReuse) -> String {
    isTranslation ? "declared as a translation of \(reuse.name)" : "\(overlap) as in \(reuse.name)"
  }

  /// The places of the passages; a translation concerns the document as a whole.
  var places: Observation.Places { isTranslation ? .document : .body(passages.map(\.draft)) }

  /// How many of the passages' words are the item's, in words.
  var overlap: String {
    identical == words ? "\(words) words" : "\(identical) of \(words) words"
  }

  /// The share of identical words in the paraphrasing passages, in thousandths.
  var rewrittenPermille: Int {
    let rewritten = passages.filter { $0.kind == .rewritten || $0.kind == .summarised }
    let identical = rewritten.reduce(0) { $0 + $1.identicalWords }
    return identical * 1000 / max(1, rewritten.reduce(0) { $0 + $1.words })
  }
}

extension ItemReuse {
  /// The item by agency, identifier and version.
  var name: String { name(version: nil) }

  /// The item by agency and identifier, with the given version.
  ///
  /// - Parameter other: the version; nil for the item's own.
  func name(version other: String?) -> String {
    let agency = terms.names.first ?? state.record.agency
    let version = (other ?? state.record.version).map { " version \($0)" } ?? ""
    // A draft that names only an agency refers to no known item.
    if match.source.isEmpty { return "copy of \(agency)" }
    return (agency.isEmpty ? "item" : "\(agency) item") + " \(match.source)\(version)"
  }
}

extension ItemReuse {
  /// The reuse with the version that corrects the item, if known.
  func corrected(by correction: Correction) -> ItemReuse {
    guard let later = correction.later else { return self }
    var reuse = self
    reuse.match.source = correction.id
    reuse.state = later.state
    reuse.content = later.content
    reuse.holders = []
    return reuse
  }
}

extension Newsroom {
  /// The name of an agency as people write it; the identifier if it is not known.
  func name(ofAgency id: String) -> String {
    if id.isEmpty { return "an unnamed source" }
    return agencies.agency(id: id)?.name ?? id
  }
}
