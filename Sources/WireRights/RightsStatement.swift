public import WireText

/// The content of one notice, advisory or rights field, clause by clause; nothing is derived.
///
/// Every part has the range of the words that state it (`TextRange`, bytes of `text`). Defaults such as "all rights
/// reserved means everything" and the content of public licences are added by the decision.
public struct RightsStatement: Sendable, Equatable {
  /// The text that was read.
  public var text: String
  /// Whether the text itself states rights, a licence, a duty or an instruction to editors.
  public var isNotice = false
  /// The right holder.
  public var holder: Holder?
  /// Further holders, in text order.
  public var coHolders: [Holder] = []
  /// Copyright years as printed; a range gives its two ends.
  public var years: [Int] = []
  /// The words of the formula "all rights reserved", if present.
  public var allRightsReserved: TextRange?
  /// The rules: what is permitted, prohibited or ordered.
  public var clauses: [Clause] = []
  /// Credit, link and other duties.
  public var duties: [Duty] = []
  /// The public licence that is named, if any.
  public var licence: LicenceReference?
  /// What kind of advisory the text is, if any.
  public var advisory: Advisory?
  /// Words that look like terms and were not understood.
  public var residue: [TextRange] = []
  /// Whether the text is truncated, so that its permits cannot be trusted.
  public var isTruncated = false

  /// A statement without content.
  public init(text: String) { self.text = text }

  /// Whether it names a holder and states nothing else: “© 2026 Northwire”.
  public var isBareLine: Bool { holder != nil && statesNothing && residue.isEmpty }

  /// Whether it has no rule, duty, licence, advisory or reserved rights.
  var statesNothing: Bool {
    allRightsReserved == nil && clauses.isEmpty && duties.isEmpty && licence == nil && advisory == nil
  }

  /// The words of a range.
  public func words(_ range: TextRange) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lower)
    return String(decoding: utf8[start..<utf8.index(start, offsetBy: range.count)], as: UTF8.self)
  }
}

/// A right holder named in a notice.
public struct Holder: Sendable, Hashable {
  /// The canonical name if an alias is known, else the name as written.
  public var name: String
  /// The exact words.
  public var asWritten: String
  /// The agency to which the name belongs, if known.
  public var agency: String?
  /// The range of the words.
  public var range: TextRange

  /// A holder of the given parts.
  public init(name: String, asWritten: String, agency: String?, range: TextRange) {
    self.name = name
    self.asWritten = asWritten
    self.agency = agency
    self.range = range
  }
}

/// An action on a work, in the terms of the controlled vocabulary.
///
/// Source: ODRL 2.2 Common Vocabulary, with additional terms for publishing, broadcasting, rewriting, scraping and
/// machine learning.
public enum Action: String, Sendable, Hashable, CaseIterable, Codable {
  case use, reproduce, publish, broadcast, display, communicate, distribute, redistribute, rewrite, derive
  case modify, translate, summarize, excerpt, aggregate, index, archive, cache, print, link, frame, resell
  case sublicense, scrape, tdm, remove, delete, replace
  case trainAI = "train-ai"
  case aiInput = "ai-input"
  case stopUse = "stop-use"
}

/// Whether a clause permits, prohibits or orders something.
public enum Effect: String, Sendable, Hashable, CaseIterable, Codable { case prohibit, permit, oblige }

/// What lifts a prohibition, or what a permit depends on.
public enum Condition: String, Sendable, Hashable, CaseIterable, Codable {
  case none
  case withoutPermission = "without-permission"
  case withoutWrittenPermission = "without-written-permission"
  case withoutAgreement = "without-agreement"
  case beyondScope = "beyond-scope"
  case ifDutiesMet = "if-duties-met"
}

/// One rule: an effect on an action, under a condition, if all constraints hold.
public struct Clause: Sendable, Hashable {
  /// Whether it permits, prohibits or orders.
  public var effect: Effect
  /// The action.
  public var action: Action
  /// What lifts it, or what it depends on.
  public var condition: Condition
  /// When it applies; all must hold.
  public var constraints: [Constraint]
  /// The part of the material to which it is limited, for instance `image`; nil means everything.
  public var target: String?
  /// The words that state it.
  public var evidence: TextRange

  /// A clause of the given parts.
  public init(
    _ effect: Effect, _ action: Action, condition: Condition = .none, constraints: [Constraint] = [],
    target: String? = nil, evidence: TextRange
  ) {
    self.effect = effect
    self.action = action
    self.condition = condition
    self.constraints = constraints
    self.target = target
    self.evidence = evidence
  }
}

/// A limit on when a clause applies.
public struct Constraint: Sendable, Hashable {
  /// What is limited.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case territory, channel, purpose, recipient, count
    case timeBefore = "time-before"
    case timeAfter = "time-after"
    case wordLimit = "word-limit"
  }
  /// How the value is compared.
  public enum Comparison: String, Sendable, Hashable, CaseIterable, Codable { case eq, neq, gt, lteq }
  /// What is limited.
  public var kind: Kind
  /// The value, for instance `IT`, `tv|radio`, `2025-05-04T10:00:00-04:00`; a `|` separates the members of a set.
  public var value: String
  /// How the value is compared.
  public var comparison: Comparison
  /// The day of the week named with a date, if the date is on another day or lacks its year; a time with a weekday
  /// holds only once both agree.
  public var weekday: Weekday?
  /// Whether nearby words that may shift the time were not read, so that the time is uncertain.
  public var isUncertain = false

  /// A constraint of the given parts.
  public init(_ kind: Kind, _ value: String, _ comparison: Comparison = .eq) {
    self.kind = kind
    self.value = value
    self.comparison = comparison
  }

  /// The members of the value set.
  public var members: [String] { value.split(separator: "|").map(String.init) }
}

/// Something that a user of the work has to do.
public struct Duty: Sendable, Hashable {
  /// The kinds of duties.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case credit, notice, unaltered, pixel
    case linkBack = "link-back"
    case wholeWork = "whole-work"
    case indicateChanges = "indicate-changes"
    case shareAlike = "share-alike"
    case licenceLink = "license-link"
    case keepLinks = "keep-links"
    case keepLogo = "keep-logo"
    case specimenCopy = "specimen-copy"
    case noCharge = "no-charge"
    case noAds = "no-ads"
    case accurateContext = "accurate-context"
  }
  /// The kind of duty.
  public var kind: Kind
  /// The credit text, address or position as written; nil if not given.
  public var value: String?
  /// Whether it is a polite request only.
  public var isRequest: Bool
  /// The words that state it.
  public var evidence: TextRange

  /// A duty of the given parts.
  public init(_ kind: Kind, value: String?, isRequest: Bool = false, evidence: TextRange) {
    self.kind = kind
    self.value = value
    self.isRequest = isRequest
    self.evidence = evidence
  }
}

/// A public licence that a text names.
public struct LicenceReference: Sendable, Hashable {
  /// The SPDX identifier, or a `LicenseRef-`.
  public var id: String
  /// The words that name it.
  public var evidence: TextRange
  /// The part that it covers, such as `image`, or `other` for another work mentioned with it; nil for the whole.
  public var target: String?

  /// A reference of the given parts.
  public init(id: String, evidence: TextRange, target: String? = nil) {
    self.id = id
    self.evidence = evidence
    self.target = target
  }
}

/// What an advisory to editors requests.
public struct Advisory: Sendable, Hashable {
  /// The kinds, the most severe first.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case kill, hold, embargo, release, correction, update, `internal`
    case usageRestriction = "usage-restriction"
    case mandatoryCredit = "mandatory-credit"
  }
  /// The most severe kind that the text is.
  public var kind: Kind
  /// The words that state it.
  public var evidence: TextRange

  /// An advisory of the given parts.
  public init(_ kind: Kind, evidence: TextRange) {
    self.kind = kind
    self.evidence = evidence
  }
}
