public import Foundation
public import WireText

/// What is known of the rights in one item of an agency.
public struct ItemTerms: Sendable {
  /// Whether the agency lets the item be used at all.
  public enum Status: String, Sendable, Hashable, Codable { case usable, held, withdrawn }
  /// Until when an item may not be made public.
  public enum Embargo: Sendable, Hashable {
    /// Up to and without an instant.
    case until(Instant)
    /// Until the agency releases it.
    case untilReleased
    /// An embargo whose end cannot be read; the words as written.
    case unreadable(String)
  }

  /// The agency's identifier.
  public var agency: String?
  /// Names that the agency goes by, to know it in notices.
  public var names: [String]
  /// Everything that is said about rights: in the item, about the feed, on the agency's site.
  public var statements: [SourcedStatement]
  /// Whether the agency lets it be used at all.
  public var status: Status
  /// The record that says so, for instance the kill's identifier and time.
  public var statusRecord: String?
  /// The words of an advisory that may have withdrawn the item: it names something like it, and nothing known.
  public var mayBeWithdrawn: String?
  /// The embargo, where the item has one.
  public var embargo: Embargo?
  /// When the agency released the item from hold or embargo.
  public var released: Instant?
  /// The first instant at which the item may no longer be used.
  public var expires: Instant?
  /// When the agency sent it.
  public var published: Instant?
  /// When the newsroom got it.
  public var received: Instant?
  /// Public licences that the item's fields name, SPDX identifiers or addresses.
  public var licences: [String]
  /// The agency's services that carried it; nil where it is not known.
  public var services: [String]?
  /// The forms of credit that the agency accepts where its contract or notice names none.
  public var creditForms: [CreditForm]
  /// The agency's home zone, for times that are written without one.
  public var homeZone: TimeZone?

  /// An item of an agency of which nothing else is known.
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
  /// What a statement is about; the more specific comes last and wins.
  public enum Scope: Int, Sendable, Hashable, Comparable, Codable {
    case site, feed, item
    /// The more specific comes last.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
  /// What it says.
  public var statement: RightsStatement
  /// What it is about.
  public var scope: Scope
  /// Where it stood: the format's name of the field, `body`, or an address.
  public var source: String
  /// When it was made, where known.
  public var issued: Instant?
  /// Whether it is a field for instructions on this item (usage terms, editor's note), where words that were not
  /// understood may restrict it in spite of a contract.
  public var isInstruction: Bool
  /// Whether it is a signal on search, mining and machine learning only, so that what is unread in it concerns no
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
