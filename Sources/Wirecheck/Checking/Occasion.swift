internal import Foundation
internal import WireDocuments
public import WireRights
public import WireText

/// The use for which documents are checked: when, at which stage, where.
public struct Occasion: Sendable, Hashable {
  /// The current time, as a parameter; the core reads no clock.
  public var now: Instant
  /// Whether the document is being prepared or published.
  public var stage: Use.Stage
  /// Whether the documents were already published, each at the time that it states.
  public var isArchive: Bool
  /// Channels that override the site's.
  public var channels: [String]?
  /// Territories that override the site's.
  public var territories: [String]?

  /// An occasion of the given parts.
  public init(
    now: Instant, stage: Use.Stage = .publish, isArchive: Bool = false, channels: [String]? = nil,
    territories: [String]? = nil
  ) {
    self.now = now
    self.stage = stage
    self.isArchive = isArchive
    self.channels = channels
    self.territories = territories
  }

  /// When a document is published: the stated time if it is published or scheduled, otherwise now.
  func instant(of document: Document) -> Instant {
    guard let published = document.time(.published)?.instant else { return now }
    return isArchive || published > now ? published : now
  }

  /// When a published document came out in its present wording; nil if that is not known, and for drafts, whose
  /// own dates prove nothing.
  func cameOut(_ document: Document) -> Instant? {
    guard isArchive, let published = document.time(.published)?.instant, published <= now else { return nil }
    return document.time(.updated).map { $0.instant ?? now }.map { max($0, published) } ?? published
  }

  /// The channels of a document; its own fields may narrow the site's channels but never widen them.
  func channels(of document: Document, _ site: Site) -> [String] {
    Self.narrowed(channels ?? site.channels, by: document.fields.filter { $0.name == .channel })
  }

  /// The territories of a document, likewise.
  func territories(of document: Document, _ site: Site) -> [String] {
    Self.narrowed(territories ?? site.territories, by: document.fields.filter { $0.name == .territory })
  }

  /// The places of publication that the decision is about, and whether they follow from the document and the site.
  func scope(of document: Document, _ site: Site) -> UseScope {
    let channels = channels(of: document, site)
    let territories = territories(of: document, site)
    return UseScope(
      channels: channels, territories: territories, basis: basis(channels, territories, of: document, site))
  }

  private func basis(
    _ channels: [String], _ territories: [String], of document: Document, _ site: Site
  ) -> UseScope.Basis {
    var usual = self
    (usual.channels, usual.territories) = (nil, nil)
    let own = (
      channels: usual.channels(of: document, site), territories: usual.territories(of: document, site)
    )
    // A site without territories has only those that the check names.
    guard own.territories.isEmpty || Set(territories) == Set(own.territories) else { return .question }
    if Set(channels) == Set(own.channels) { return .document }
    return own.channels.isEmpty || Set(channels).isSubset(of: own.channels) ? .part : .question
  }

  private static func narrowed(_ all: [String], by fields: [Field]) -> [String] {
    let named = fields.map(\.text).compactMap { text in
      all.first { $0.lowercased() == text.lowercased() } ?? (all.contains("worldwide") ? text : nil)
    }
    return named.isEmpty ? all : named
  }
}
