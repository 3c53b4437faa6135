public import Foundation
public import WireText

/// The known rights in one item of an agency.
public struct ItemTerms: Sendable {
  /// Whether the agency permits any use of the item.
  public enum Status: String, Sendable, Hashable, Codable { case usable, held, withdrawn }
  /// The end of an embargo.
  public enum Embargo: Sendable, Hashable {
    /// Up to but not including an instant.
    case until(Instant)
    /// Until the agency releases it.
    case untilReleased
    /// An embargo whose end cannot be read; the words as written.
    case unreadable(String)
  }

  /// The agency's identifier.
  public var agency: String?
  /// The agency's names, to recognise it in notices.
  public var names: [String]
  /// All statements about rights: in the item, about the feed, on the agency's site.
  public var statements: [SourcedStatement]
  /// Whether the agency permits any use of the item.
  public var status: Status
  /// The record of the status, for instance the kill's identifier and time.
  public var statusRecord: String?
  /// The words of an advisory that may have withdrawn the item: it names a similar item, and no known one.
  public var mayBeWithdrawn: String?
  /// The word of its status, if nobody knows what it means.
  public var unknownStatus: String?
  /// The embargo, if the item has one.
  public var embargo: Embargo?
  /// When the agency released the item from hold or embargo.
  public var released: Instant?
  /// The first instant at which the item may no longer be used.
  public var expires: Instant?
  /// When the agency transmitted it.
  public var published: Instant?
  /// When the newsroom received it.
  public var received: Instant?
  /// Public licences named by the item's fields, as SPDX identifiers or addresses.
  public var licences: [String]
  /// The agency's services that carried it; nil if unknown.
  public var services: [String]?
  /// The agency's accepted forms of credit, if its contract or notice names none.
  public var creditForms: [CreditForm]
  /// The agency's home zone, for times written without one.
  public var homeZone: TimeZone?

  /// An item of an agency, with nothing else known.
  public init(agency: String?, names: [String] = [], statements: [SourcedStatement] = []) {
    self.agency = agency
    self.names = names
    self.statements = statements
    status = .usable
    licences = []
    creditForms = []
  }
}

/// A statement about rights, with where and when it was made.
public struct SourcedStatement: Sendable {
  /// What a statement is about; more specific scopes come last and take precedence.
  public enum Scope: Int, Sendable, Hashable, Comparable, Codable {
    case site, feed, item
    /// More specific scopes come last.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
  /// What it says.
  public var statement: RightsStatement
  /// The scope that it applies to.
  public var scope: Scope
  /// Where it was found: the format's name of the field, `body`, or an address.
  public var source: String
  /// When it was made, where known.
  public var issued: Instant?
  /// Whether it is a field for instructions on this item (usage terms, editor's note), in which words that were not
  /// understood may restrict it in spite of a contract.
  public var isInstruction: Bool
  /// Whether it is a signal about search, mining and machine learning only, so that its unread parts affect no
  /// other act.
  public var isAboutMining = false

  /// A statement of the given parts.
  public init(
    _ statement: RightsStatement, scope: Scope = .item, source: String, issued: Instant? = nil,
    isInstruction: Bool = false
  ) {
    self.statement = statement
    self.scope = scope
    self.source = source
    self.issued = issued
    self.isInstruction = isInstruction
  }
}
