/// Who made a check: a person's account, or a service such as a CMS or a build.
public struct AuditActor: Codable, Sendable, Hashable {
  /// The kind of actor.
  public enum Kind: String, Codable, Sendable, Hashable, CaseIterable { case person, service }

  /// The kind of actor.
  public var kind: Kind
  /// The account's name, not empty.
  public var name: String

  /// An actor of the given kind and name.
  public init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}
