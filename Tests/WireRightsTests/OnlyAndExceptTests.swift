import Testing

@testable import WireRights

/// “Only”, “except”, “other than” and “unless” before whom, where and how something may be published: what they leave
/// open is not barred, and what they bar is not left open.
@Suite struct OnlyAndExceptTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  /// Limits, and the words for them.
  private static let limits: [(limit: Constraint, words: String)] = [
    (Constraint(.recipient, "subscribers"), "by subscribers"), (Constraint(.territory, "NO"), "in Norway"),
    (Constraint(.channel, "web"), "online"), (Constraint(.channel, "print"), "in print"),
    (Constraint(.purpose, "personal"), "for personal use"),
  ]

  /// The prohibition that a text states of publication, by how it compares with a limit; nil if there is none.
  private func bars(_ text: String, _ limit: Constraint) throws -> Set<Constraint.Comparison> {
    let clauses = try Self.parser.get().parse(text).clauses.filter { $0.effect == .prohibit }
    return Set(
      clauses.flatMap { $0.constraints.filter { $0.kind == limit.kind && $0.value == limit.value } }
        .map(\.comparison))
  }

  @Test(
    "it may be published there and nowhere else",
    arguments: [
      "This article may be published only {}.", "This article may only be published {}.",
      "Not to be published except {}.", "Publication is prohibited except {}.",
      "Publication other than {} is prohibited.", "This article may not be published other than {}.",
      "This article may not be published unless {}.", "Publication {} only.",
      "Only publication {} is permitted.",
      "Any publication except {} is forbidden.",
    ])
  func only(_ form: String) throws {
    for (limit, words) in Self.limits {
      let text = form.replacing("{}", with: words)
      #expect(try bars(text, limit) == [.neq], "\(text)")
    }
  }

  @Test(
    "it may be published anywhere but there",
    arguments: [
      "Publication {} is prohibited.", "Publication {} is not permitted.",
      "This article may be published anywhere except {}.", "Publication is permitted except {}.",
      "You may publish this article other than {}.",
    ])
  func except(_ form: String) throws {
    for (limit, words) in Self.limits {
      let text = form.replacing("{}", with: words)
      #expect(try bars(text, limit) == [.eq], "\(text)")
    }
  }

  @Test(
    "“ne … que” limits to what follows",
    arguments: [
      ("Ce texte ne peut être publié que par les abonnés.", Constraint(.recipient, "subscribers")),
      ("Ce texte ne peut être publié qu'en Norvège.", Constraint(.territory, "NO")),
      ("La publication n'est autorisée que sur le web.", Constraint(.channel, "web")),
      ("La reproduction n'est autorisée qu'à des fins privées.", Constraint(.purpose, "personal")),
    ])
  func french(_ text: String, _ limit: Constraint) throws {
    #expect(try bars(text, limit) == [.neq])
  }
}
