internal import WireDocuments
internal import WireMatching
public import WireRights
internal import WireText
internal import WireYAML

/// A small newsroom, its wire, and a document: an example of what a rule finds or accepts.
///
/// The agencies, the people and the stories are invented. `explain` shows examples and the tests run them.
public struct RuleExample: Sendable {
  /// The document as its file contains it: plain text, or JSON Lines if it needs fields.
  public var draft: String
  /// The items that the agencies delivered, as JSON Lines.
  public var wire: [String]
  /// The newsroom's site as written in the configuration.
  public var site: String
  /// The rest of the configuration apart from the site and its agencies, as YAML: contracts and limits.
  public var terms: String
  /// The time of the check.
  public var now: String
  /// The stage that is checked for.
  public var stage: Use.Stage
  /// Whether the document was already published, at the time that it states.
  public var isArchive: Bool
  /// Whether there is an index of the wire.
  public var hasIndex: Bool
  /// The size limit of an input, in bytes; nil for the default limit.
  public var inputLimit: Int?

  /// An example with the usual site, at noon of the day after the wire's items.
  init(_ draft: String, wire: [String] = [], terms: String = "", now: String = "2026-11-20T12:00:00Z") {
    self.draft = draft
    self.wire = wire
    self.terms = terms
    self.now = now
    site = Self.usualSite
    stage = .publish
    isArchive = false
    hasIndex = true
  }

  /// The site of most examples.
  public static let usualSite = """
    site:
      id: harbour-times
      territories: [BG]
      channels: [web]
      commercial: true
      timezone: Europe/Sofia
    """

  /// The whole configuration.
  public var configuration: String {
    """
    schema: 1
    \(site)
    agencies:
      - id: northwire
        name: Northwire
        credits: [Northwire]
        timezone: Europe/London
    \(terms)
    """
  }

  /// The example with one thing changed.
  func with(_ change: (inout RuleExample) -> Void) -> RuleExample {
    var example = self
    change(&example)
    return example
  }

  /// Runs the example.
  ///
  /// - Throws: a fault in the example's own data.
  public func record() throws -> RunRecord {
    var reader = NewsroomReader(configuration, file: "wirecheck.yaml") { _ throws(YAMLFault) in [] }
    let newsroom = try reader.newsroom()
    guard let instant = Instant(reading: now) else {
      throw ReadingFault("bad-time", path: "example", "`\(now)` is no time", next: "write it with its zone")
    }
    var run = Run(
      try hasIndex ? checker(for: newsroom) : Checker(newsroom),
      Run.Plan(
        command: "check", occasion: Occasion(now: instant, stage: stage, isArchive: isArchive),
        isClockGiven: true, excerpts: .short))
    if !hasIndex { run.addStaleIndex(path: ".wirecheck/index", "there is no index at .wirecheck/index") }
    var limits = Limits()
    if let inputLimit { limits.wholeInputBytes = inputLimit }
    var source = try DocumentSource(
      bytes: Array(draft.utf8), path: "draft", format: Self.format(of: draft), limits: limits)
    try run.check(&source)
    return run.finish().record
  }

  private func checker(for newsroom: Newsroom) throws -> Checker {
    let vocabulary = try Vocabulary.standard()
    let index = try WireIndex(items: items(for: newsroom), vocabulary: vocabulary)
    return try Checker(newsroom, index: index, vocabulary: vocabulary)
  }

  private static func format(of draft: String) -> String {
    switch draft.first {
    case "{": "jsonl"
    case "<": "html"
    default: "text"
    }
  }

  private func items(for newsroom: Newsroom) throws -> [IndexItem] {
    guard !wire.isEmpty else { return [] }
    let reader = ItemReader(newsroom, agency: nil)
    var source = try DocumentSource(
      bytes: Array(wire.joined(separator: "\n").utf8), path: "wire.jsonl", format: "jsonl")
    var items: [IndexItem] = []
    while let document = try source.next() { items.append(reader.read(document).item) }
    return items
  }
}
